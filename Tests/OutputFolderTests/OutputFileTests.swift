import OutputFolder
import Testing

@Suite struct OutputFileTests {
    @Test func filesWithTheSamePathAndBytesAreEqual() {
        #expect(OutputFile(path: "a", bytes: [1]) == OutputFile(path: "a", bytes: [1]))
    }
}
