import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Lint

/// The rendered sample, broken in hundreds of ways, one at a time: what `terraform validate` refuses, lint refuses.
///
/// `Mutations/verdicts.json` holds what `terraform validate` said of each, recorded once by `Tests/record-mutations`
/// with the schema of the real provider. The choice of mutations depends on nothing but their names, so a change of
/// the sample leaves most of them as they are; those without a verdict are left out until they are recorded.
@Suite struct SampleMutationTests {
    /// How many mutations of a kind are tried.
    private static let number = 4

    private static let verdictFile = folder() + "/Mutations/verdicts.json"

    /// The mutations that are tried, by kind and rank.
    static func chosen() throws -> [Mutation] {
        var kinds: [String: [Mutation]] = [:]
        var seen: Set<String> = []
        let files = try FileManager.default.subpathsOfDirectory(atPath: TreeTests.sample).sorted()
        for file in files where file.hasSuffix(".tf") && !file.hasPrefix("bootstrap") {
            // Only what the root leads to is looked at by Terraform and by lint.
            if file.hasPrefix("modules/state-backend") { continue }
            let bytes = FileManager.default.contents(atPath: TreeTests.sample + "/" + file) ?? Data()
            for mutation in SampleMutations.mutations(of: [UInt8](bytes), path: file)
            where seen.insert(mutation.id).inserted {
                kinds[mutation.kind, default: []].append(mutation)
            }
        }
        return kinds.sorted { $0.key < $1.key }.flatMap { kind in
            kind.value.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }.prefix(number)
        }
    }

    private static func verdicts() throws -> [String: String?] {
        let data = FileManager.default.contents(atPath: verdictFile) ?? Data("{}".utf8)
        return try JSONDecoder().decode([String: String?].self, from: data)
    }

    /// What the rules about errors tell of a mutation; of the sample itself they tell nothing.
    private func findings(_ mutation: Mutation) -> [Diagnostic] {
        let rules = AllRules.all.filter { $0.severity == .error }
        // Following values takes the longest, so the rules that do so come last.
        let slow = Set((EvaluationRule.all + AllRules.reviewed).map(\.id) + ["wrong-variable-value"])
        let quick = lint(mutation, rules.filter { !slow.contains($0.id) })
        return quick.isEmpty ? lint(mutation, rules) : quick
    }

    private func lint(_ mutation: Mutation, _ rules: [any Rule]) -> [Diagnostic] {
        // What depends on the values of an environment is nothing that `terraform validate` could know.
        let path = TreeTests.sample + "/" + mutation.file
        let options = LintOptions(wanted: Set(rules.map(\.id)))
        let linted = LintCase(TreeTests.sample, options: options) { file, bytes in
            file == path ? mutation.applied(to: bytes) : bytes
        }
        // What a newer provider might take is a warning.
        return linted.result.diagnostics
    }

    @Test func whatTerraformRefusesIsFound() async throws {
        let verdicts = try Self.verdicts()
        let known = try Self.chosen().filter { verdicts[$0.id] != nil }
        let results = await withTaskGroup(of: (Mutation, Bool).self) { group in
            for mutation in known { group.addTask { (mutation, !findings(mutation).isEmpty) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var (refused, found, besides) = (0, 0, 0)
        for (mutation, isFound) in results.sorted(by: { $0.0.id < $1.0.id }) {
            guard let words = verdicts[mutation.id] ?? nil else {
                besides += isFound ? 1 : 0
                if isFound { print("mutations: told, though Terraform takes it: \(mutation.id)") }
                continue
            }
            refused += 1
            found += isFound ? 1 : 0
            #expect(isFound, "\(mutation.id): Terraform says: \(words)")
        }
        print(
            "mutations: \(known.count) of the sample tried, \(refused) refused by terraform validate, "
                + "\(found) of these found by lint, \(besides) told besides")
        #expect(known.count >= 200, "record anew what Terraform says: Tests/record-mutations")
        #expect(refused >= 150)
    }

    // Writes the mutations for `Tests/record-mutations`, which has Terraform judge them.
    @Test(.enabled(if: output != nil, "INFRAGEN_MUTATIONS names no file to write the mutations to"))
    func writeMutations() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try encoder.encode(Self.chosen()).write(to: URL(fileURLWithPath: Self.output ?? "/dev/null"))
    }

    private static let output = ProcessInfo.processInfo.environment["INFRAGEN_MUTATIONS"]
}
