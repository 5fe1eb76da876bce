/// The folder that holds a test's own file, for tests that read fixtures from disk.
///
/// Tests may use Foundation freely; the fixture folder stands beside the test source.
public func folder(of file: String = #filePath) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "." }
    return String(file[..<slash])
}
