#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Ends the program.
func exitProgram(_ isDone: Bool) -> Never { exit(isDone ? 0 : 1) }
