import Diagnostics
import Foundation
import Lint
import TestSupport
import Testing

/// Whole trees.
@Suite struct TreeTests {
    /// The render of the sample.
    static let sample = TestSupport.folder() + "/../../modules-out"

    /// Neither errors nor warnings, in the root and in the root that is applied before it.
    @Test(arguments: ["", "/bootstrap"])
    func sampleIsClean(folder: String) throws {
        let root = Self.sample + folder
        let linted = LintCase(
            root, variableFiles: try LintCase.variableFiles(in: root), rendered: RenderRecord())
        #expect(linted.result.diagnostics.isEmpty, "\(linted.text)")
    }

    /// Folders to look at by hand: `INFRAGEN_LINT_FOLDERS=a:b swift test --filter TreeTests`.
    private static let folders =
        ProcessInfo.processInfo.environment["INFRAGEN_LINT_FOLDERS"]?
        .split(separator: ":").map(String.init) ?? []

    // For whoever works on a rule: prints what is found in any folders.
    @Test(.enabled(if: !folders.isEmpty, "INFRAGEN_LINT_FOLDERS names no folders"))
    func anyFolders() throws {
        for folder in Self.folders {
            let linted = LintCase(folder, variableFiles: try LintCase.variableFiles(in: folder))
            for diagnostic in linted.result.diagnostics {
                print(
                    "\(folder)/\(linted.place(of: diagnostic)) \(diagnostic.severity): \(diagnostic.summary)")
            }
            print("linted \(folder): \(linted.result.diagnostics.count)")
        }
    }
}
