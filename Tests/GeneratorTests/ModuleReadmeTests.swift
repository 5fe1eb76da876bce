import Foundation
import Generator
import TestSupport
import Testing

@Suite struct ModuleReadmeTests {
    private static let fixtures = folder() + "/Fixtures/readme"

    /// The files of a fixture folder as if they had been rendered.
    private func files(_ names: String...) throws -> [RenderedFile] {
        try names.map { name in
            let bytes = try #require(FileManager.default.contents(atPath: Self.fixtures + "/" + name))
            return RenderedFile(path: name, bytes: Array(bytes), template: name + ".tmpl")
        }
    }

    @Test func everyKindOfRowHasItsForm() throws {
        let tables = ModuleReadme.tables(of: try files("module/variables.tf", "module/main.tf"))
        let path = Self.fixtures + "/module/expected.md"
        if ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] != nil {
            try tables.write(toFile: path, atomically: true, encoding: .utf8)
        }
        #expect(
            tables == (try String(contentsOfFile: path, encoding: .utf8)), "UPDATE_FIXTURES=1 records it anew"
        )
    }

    @Test func orderOfFilesDoesNotMatter() throws {
        let one = ModuleReadme.tables(of: try files("module/variables.tf", "module/main.tf"))
        let other = ModuleReadme.tables(
            of: try files("module/main.tf", "module/variables.tf", "module/expected.md"))
        #expect(one == other)
    }

    @Test func anEmptyModuleSaysSo() throws {
        #expect(
            ModuleReadme.tables(of: try files("empty.tf")) == """
                ## Requirements

                No requirements.

                ## Providers

                No providers.

                ## Modules

                No modules.

                ## Resources

                No resources.

                ## Inputs

                No inputs.

                ## Outputs

                No outputs.
                """)
    }
}
