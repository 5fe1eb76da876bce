import Diagnostics
import Testing

@Suite struct OverrideTests {
    /// What overrides comes from another file, which may be longer than the one it stands in.
    @Test func argumentsOfOtherFiles() {
        let comment = String(repeating: "# A comment that makes the file long.\n", count: 20)
        let linted = LintCase([
            "main.tf": "resource \"aws_db_instance\" \"this\" {\n  size = 1\n}\n",
            "main_override.tf": comment
                + "resource \"aws_db_instance\" \"this\" {\n  password = var.nope\n\n  timeouts {\n"
                + "    create = \"x-${var.nope}\"\n  }\n}\n",
        ])
        let places = linted.places.filter { $0.hasSuffix("undeclared-variable") }
        #expect(
            places == [
                "main_override.tf:22: undeclared-variable", "main_override.tf:25: undeclared-variable",
            ])
    }
}
