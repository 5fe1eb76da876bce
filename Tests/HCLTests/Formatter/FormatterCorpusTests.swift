import Diagnostics
import Foundation
import HCL
import Testing

private let file = FileID(index: 0)

/// The corpora of formatted files: what Terraform made of them is what infragen must make of them.
@Suite(.enabled(if: Corpora.isThere, Comment(rawValue: Corpora.reason))) struct FormatterCorpusTests {
    private static let endings = [".tf", ".tfvars", ".hcl"]

    @Test(arguments: ["own", "mangled"])
    func pairsAreIdentical(_ group: String) {
        let inputs = Corpora.files(below: "format/" + group).filter { $0.hasSuffix(".in.tf") }
        var count = 0
        for input in inputs {
            let expected = Corpora.bytes(input.dropLast(".in.tf".count) + ".expected.tf")
            let text = Corpora.bytes(input)
            count += check(text, expected.isEmpty ? text : expected, path: input) ? 1 : 0
        }
        print("formatter: \(count) of \(inputs.count) pairs of format/\(group) are identical")
        #expect(count == inputs.count && count > 0)
    }

    @Test func naturalPairsAreIdentical() throws {
        let index = try #require(Corpora.json("format/index.json") as? [String: Any])
        let natural = try #require(index["natural"] as? [String: String])
        var count = 0
        for (path, expected) in natural.sorted(by: { $0.key < $1.key }) {
            let text = Corpora.bytes("hcl/" + path)
            count += check(text, Corpora.bytes("format/" + expected), path: path) ? 1 : 0
        }
        print("formatter: \(count) of \(natural.count) pairs of format/natural are identical")
        #expect(count == natural.count && count > 0)
    }

    @Test func canonicalFilesStay() throws {
        let index = try #require(Corpora.json("hcl-expected/parse.json") as? [String: Any])
        let rejected = try #require(index["rejected"] as? [String: Any])
        let unformatted = Set(try #require(index["unformatted"] as? [String]))
        var count = 0
        var total = 0
        for path in Corpora.files(below: "hcl") where Self.endings.contains(where: path.hasSuffix) {
            let name = String(path.dropFirst("hcl/".count))
            guard rejected[name] == nil, !unformatted.contains(name) else { continue }
            total += 1
            let text = Corpora.bytes(path)
            count += check(text, text, path: path) ? 1 : 0
        }
        print("formatter: \(count) of \(total) canonical files of hcl/ stay as they are")
        #expect(count == total && count > 0)
    }

    /// Files of which Terraform's result is no fixed point of Terraform, or lacks a label (`isTerraforms: false`
    /// among the table tests); infragen's result must still be stable.
    private static let deviations = [
        "hand/str-nested-deep.tf": "a = b\n", "hand/deep-interp.tf": "a = b\n", "mutant/5c04248dfd.tf": nil,
    ]

    @Test func syntaxExamplesAreIdentical() throws {
        let expected = try #require(Corpora.json("hcl-syntax/expected.json") as? [String: Any])
        var counts = (formatted: 0, rejected: 0, total: 0)
        for (name, value) in expected.sorted(by: { $0.key < $1.key }) {
            guard let record = value as? [String: Any], let accept = record["accept"] as? Bool else {
                continue
            }
            let text = Corpora.bytes("hcl-syntax/" + name)
            counts.total += 1
            let format = record["fmt"] as? String ?? "same"
            var wanted = accept && format != "same" ? Corpora.bytes("hcl-syntax/" + format) : text
            if let deviation = Self.deviations[name] { wanted = deviation.map { Array($0.utf8) } ?? text }
            guard check(text, wanted, path: name) else { continue }
            if accept { counts.formatted += 1 } else { counts.rejected += 1 }
        }
        print(
            "formatter: \(counts.formatted) accepted and \(counts.rejected) rejected of \(counts.total) files of"
                + " hcl-syntax/ come out as from Terraform")
        #expect(counts.formatted + counts.rejected == counts.total && counts.total > 0)
    }

    @Test func inlineExamplesAreIdentical() throws {
        let records = try #require(Corpora.json("hcl-inline/format.json") as? [[String: Any]])
        var counts = (identical: 0, total: 0)
        for record in records {
            guard let input = record["input"] as? String else { continue }
            counts.total += 1
            let wanted = record["terraform_fmt"] as? String ?? input
            counts.identical += check(Array(input.utf8), Array(wanted.utf8), path: input) ? 1 : 0
        }
        print("formatter: \(counts.identical) of \(counts.total) inline examples come out as from Terraform")
        #expect(counts.identical == counts.total && counts.total > 0)
    }

    /// Whether a text becomes what is wanted, and that stays.
    private func check(_ text: [UInt8], _ wanted: [UInt8], path: String) -> Bool {
        let output = Formatter.format(text, file: file).bytes
        #expect(output == wanted, "\(path) is formatted otherwise")
        let again = Formatter.format(output, file: file).bytes
        #expect(again == output, "formatting \(path) twice changes something")
        return output == wanted && again == output
    }
}
