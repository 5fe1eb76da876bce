import Diagnostics
import Foundation
import Lint
import Terraform
import Testing

/// The folder of test data that is too large, or not ours, to be committed.
private let corpora = ProcessInfo.processInfo.environment["INFRAGEN_CORPORA"]

// The corpora are not committed: they are large and belong to others.
@Suite(.enabled(if: corpora != nil, "INFRAGEN_CORPORA does not name the folder of corpora"))
struct LintCorporaTests {
    /// What Terraform says of a folder: a file and a line, or neither for a cycle.
    private struct Finding: Hashable {
        var file: String?
        var line: Int?
        var summary: String

        init(_ finding: [String: Any]) {
            file = finding["file"] as? String
            line = finding["line"] as? Int ?? (finding["start"] as? [Int])?.first
            summary = finding["summary"] as? String ?? ""
        }
    }

    private func json(_ path: String) throws -> Any {
        let data = FileManager.default.contents(atPath: (corpora ?? "") + "/" + path) ?? Data()
        return try JSONSerialization.jsonObject(with: data)
    }

    private func list(_ path: String) throws -> [[String: Any]] {
        try #require(json(path) as? [[String: Any]])
    }

    /// The errors of a folder, as `file:line` and in words.
    private func errors(_ linted: LintCase) -> [(place: String, text: String)] {
        linted.result.diagnostics.filter { $0.severity == .error }.map { diagnostic in
            var place = diagnostic.path ?? ""
            if let range = diagnostic.subject {
                let file = linted.sources[range.file]
                place = "\(file.path):\(file.position(at: Int(range.start)).line)"
            }
            return (place, "\(place): \(diagnostic.summary) [\(diagnostic.id)]")
        }
    }

    /// Whether a finding of Terraform is among ours.
    private func isFound(_ finding: Finding, among errors: [(place: String, text: String)]) -> Bool {
        guard let file = finding.file, let line = finding.line else { return !errors.isEmpty }
        return errors.contains { $0.place == "\(file):\(line)" }
    }

    /// The findings of Terraform in a record; all that was planted where one defect hides another.
    private func findings(_ record: [String: Any]) -> [Finding] {
        let keys = record["planted_findings"] == nil ? ["findings", "plan_findings"] : ["planted_findings"]
        return keys.flatMap { (record[$0] as? [[String: Any]] ?? []).map { Finding($0) } }
    }

    @Test func smallTrees() throws {
        var (found, expected, clean, surplus) = (0, 0, 0, 0)
        for record in try list("lint/index.json") {
            guard let name = record["case"] as? String,
                let verdict = try json("lint/\(name)/expected.json") as? [String: Any]
            else { continue }
            let told = errors(LintCase((corpora ?? "") + "/lint/" + name))
            let wanted = findings(verdict)
            for finding in wanted {
                expected += 1
                if isFound(finding, among: told) {
                    found += 1
                } else {
                    print("lint: \(name): missed \(finding), told \(told.map(\.text))")
                }
            }
            let places = Set(wanted.map { "\($0.file ?? ""):\($0.line ?? 0)" })
            let others = told.filter { !places.contains($0.place) }
            if wanted.isEmpty {
                clean += told.isEmpty ? 1 : 0
                for (_, text) in told { print("lint: \(name): NOT told by Terraform: \(text)") }
            } else if !wanted.contains(where: { $0.file == nil }) {
                surplus += others.count
                for (_, text) in others { print("lint: \(name): told besides: \(text)") }
            }
        }
        print("lint: small trees: \(found) of \(expected) findings, \(clean) clean, \(surplus) besides")
        #expect(found == expected)
    }

    /// Roots that `terraform validate` accepts and `terraform plan` refuses: a resource that uses itself.
    private static let refusedByPlan: Set<String> = [
        "hashicorp__terraform/internal/terraform/testdata/plan-self-ref",
        "opentofu__opentofu/internal/tofu/testdata/plan-provisioner-cycle",
        "opentofu__opentofu/internal/tofu/testdata/plan-self-ref-multi-all",
    ]

    /// Roots that Terraform's core accepts and the AWS provider refuses.
    ///
    /// `terraform validate` with the provider says the same of each of them, or `terraform plan` where a resource has
    /// `count`: until then nothing is known of its type.
    private static let refusedByProvider: Set<String> = [
        "bridgecrewio__checkov/tests/terraform/checks/resource/aws/example_RDSInstanceDeletionProtection",
        "bridgecrewio__checkov/tests/terraform/checks/resource/aws/"
            + "example_SagemakerDataQualityJobDefinitionVolumeEncryption",
        "bridgecrewio__checkov/tests/terraform/graph/resources/encryption",
        "bridgecrewio__checkov/tests/terraform/checks/resource/aws/example_MWAASchedulerLogsEnabled",
        "hashicorp__terraform/internal/terraform/testdata/input-submodule-count",
        "hashicorp__terraform/internal/terraform/testdata/input-submodule-count/mod",
        "hashicorp__terraform/internal/terraform/testdata/plan-computed-multi-index",
        "hashicorp__terraform/internal/terraform/testdata/plan-var-list-err",
        "hashicorp__terraform/internal/terraform/testdata/refresh-targeted",
        "hashicorp__terraform/internal/terraform/testdata/validate-bad-resource-count",
        "opentofu__opentofu/internal/tofu/testdata/import-id-data-source",
        "opentofu__opentofu/internal/tofu/testdata/input-submodule-count",
        "opentofu__opentofu/internal/tofu/testdata/input-submodule-count/mod",
        "opentofu__opentofu/internal/tofu/testdata/plan-computed-multi-index",
        "opentofu__opentofu/internal/tofu/testdata/refresh-targeted",
        "opentofu__opentofu/internal/tofu/testdata/refresh-targeted-count",
        "terraform-linters__tflint/integrationtest/inspection/conditional",
        "terraform-linters__tflint/integrationtest/inspection/cty-based-eval",
        "terraform-linters__tflint/integrationtest/inspection/enable-config-rule-by-cli",
        "terraform-linters__tflint/integrationtest/inspection/rule-optional-config",
    ]

    @Test func realModulesThatAreValid() throws {
        let roots = try list("lint-real/valid.json")
        var silent = 0
        var counts: [String: Int] = [:]
        for root in roots {
            guard let path = root["root"] as? String else { continue }
            var told = errors(LintCase((corpora ?? "") + "/hcl/" + path))
            if Self.refusedByPlan.contains(path) { told.removeAll { $0.text.hasSuffix("[self-dependency]") } }
            if Self.refusedByProvider.contains(path) { told.removeAll() }
            silent += told.isEmpty ? 1 : 0
            for (_, text) in told {
                print("lint-real: \(path): NOT told by Terraform: \(text)")
                counts[String(text.drop { $0 != "[" }), default: 0] += 1
            }
        }
        print("lint-real: \(silent) of \(roots.count) valid roots without an error \(counts)")
        #expect(silent == roots.count)
    }

    @Test func realModulesThatAreNot() throws {
        var (found, expected, surplus) = (0, 0, 0)
        for root in try list("lint-real/invalid.json") {
            guard let path = root["root"] as? String else { continue }
            let told = errors(LintCase((corpora ?? "") + "/hcl/" + path))
            let wanted = Set(findings(root))
            for finding in wanted.sorted(by: { ($0.file ?? "", $0.line ?? 0) < ($1.file ?? "", $1.line ?? 0) }
            ) {
                expected += 1
                if isFound(finding, among: told) {
                    found += 1
                } else {
                    print("lint-real: \(path): missed \(finding)")
                }
            }
            let places = Set(wanted.map { "\($0.file ?? ""):\($0.line ?? 0)" })
            for (place, text) in told where !places.contains(place) {
                surplus += 1
                print("lint-real: \(path): told besides: \(text)")
            }
        }
        print("lint-real: \(found) of \(expected) findings in invalid roots, \(surplus) besides")
        // What is missing needs a provider's schema, the version that runs, or repeats what is told elsewhere.
        #expect(found >= 660)
    }

    /// Whatever a file holds, it is looked at, and so is the same text where it overrides another.
    @Test func brokenTexts() throws {
        var count = 0
        for folder in ["hand", "mutant"] {
            let path = (corpora ?? "") + "/hcl-syntax/" + folder
            for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
                let bytes = [UInt8](FileManager.default.contents(atPath: path + "/" + name) ?? Data())
                let text = String(decoding: bytes, as: UTF8.self)
                let base = "resource \"aws_vpc\" \"this\" {\n  a = 1\n}\n"
                for files in [["main.tf": text], ["main.tf": base, "main_override.tf": text]] {
                    for diagnostic in LintCase(files).result.diagnostics {
                        #expect(!diagnostic.summary.isEmpty)
                    }
                    count += 1
                }
            }
        }
        print("lint: \(count) broken texts looked at")
    }

    /// Real modules, each with one edit that breaks it.
    @Test func mutants() throws {
        var (found, count, surplus) = (0, 0, 0)
        for mutant in try list("lint-real/mutants.json") {
            guard let root = mutant["root"] as? String, let edit = mutant["edit"] as? [Any], edit.count == 4,
                let path = edit[0] as? String, let offset = edit[1] as? Int, let length = edit[2] as? Int,
                let insertion = edit[3] as? String
            else { continue }
            let base = (corpora ?? "") + "/hcl/"
            let linted = LintCase(base + root) { file, bytes in
                guard file == base + path else { return bytes }
                return bytes[..<offset] + Array(insertion.utf8) + bytes[(offset + length)...]
            }
            let told = errors(linted)
            let wanted = findings(mutant)
            count += 1
            let missed = wanted.filter { !isFound($0, among: told) }
            found += missed.isEmpty ? 1 : 0
            for finding in missed {
                print("mutant: \(root): \(mutant["op"] ?? ""): missed \(finding), told \(told.map(\.text))")
            }
            let places = Set(wanted.map { "\($0.file ?? ""):\($0.line ?? 0)" })
            for (place, text) in told where !places.contains(place) {
                surplus += 1
                print("mutant: \(root): told besides: \(text), wanted \(wanted.map(\.summary))")
            }
        }
        print("lint-real: \(found) of \(count) mutants found, \(surplus) besides")
        #expect(found == count)
    }
}
