/// How a run ended, as the shell sees it.
public enum ExitCode: Int32, Sendable {
    /// All is done, or all is well.
    case done = 0

    /// What was asked for could not be done.
    case failed = 1

    /// A check found what it looks for: a tree out of date, a file not in format, a diagnostic.
    case outOfDate = 2
}
