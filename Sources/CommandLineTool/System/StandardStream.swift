#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Standard output or standard error of the process.
final class StandardStream: TextSink {
    private let descriptor: Int32
    private var isClosed = false
    let isTerminal: Bool
    private(set) var hasFailed = false

    init(descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
    }

    func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count, !isClosed {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
                let count = writeSome(rest, to: descriptor)
                if count > 0 { written += count }
                if count < 0, errno != EINTR, errno != EAGAIN {
                    // A reader that had enough (`infragen render | head`) is no failure.
                    hasFailed = errno != EPIPE
                    isClosed = true
                }
            }
        }
    }
}

/// One `write`; outside the type, whose method hides the call.
private func writeSome(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
