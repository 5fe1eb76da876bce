import Diagnostics
import Foundation
import HCL
import Testing

/// Parser and formatter over texts that were broken at random.
///
/// `make fuzz` runs it for as long as it is told (`INFRAGEN_FUZZ_SECONDS`); without that it is a short run over the
/// same texts every time. Before each text is tried it is written to a file of the temporary folder, so that it is
/// there to look at when the process dies.
@Suite struct FuzzTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let seconds = environment["INFRAGEN_FUZZ_SECONDS"].flatMap(Double.init)
    private static let firstSeed = environment["INFRAGEN_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
    private static let casePath = NSTemporaryDirectory() + "/infragen-fuzz-case.tf"

    @Test func brokenTextsBreakNothing() {
        let samples = Self.samples()
        let end = Date(timeIntervalSinceNow: Self.seconds ?? 3600)
        var seed = Self.firstSeed
        var parsed = 0
        while Date() < end, Self.seconds != nil || seed < Self.firstSeed + 1000 {
            var mutator = Mutator(generator: SeededGenerator(seed: seed))
            let sample = samples[Int.random(in: 0..<samples.count, using: &mutator.generator)]
            let text = mutator.mutated(sample)
            if Self.seconds != nil {
                _ = FileManager.default.createFile(atPath: Self.casePath, contents: Data(text))
            }
            if let complaint = Self.complaint(about: text) {
                Issue.record("seed \(seed): \(complaint)\n\(String(decoding: text, as: UTF8.self))")
            }
            parsed += ConfigFile.parse(text, file: FileID(index: 0)).1.isEmpty ? 1 : 0
            seed += 1
        }
        print(
            "fuzz: \(seed - Self.firstSeed) broken texts from seed \(Self.firstSeed), \(parsed) of them still parse"
        )
        try? FileManager.default.removeItem(atPath: Self.casePath)
    }

    /// What is wrong with how a text is read or formatted; nil where all is well.
    private static func complaint(about text: [UInt8]) -> String? {
        let (config, diagnostics) = ConfigFile.parse(text, file: FileID(index: 0))
        for range in diagnostics.flatMap({ [$0.subject] + $0.notes.map(\.range) }).compactMap({ $0 })
        where range.start < 0 || range.start > range.end || Int(range.end) > text.count {
            return "the diagnostics leave the file"
        }
        var checker = RangeChecker(count: text.count)
        config.body.walk(&checker)
        if checker.isBroken { return "the ranges of the tree leave the file or their parents" }
        guard diagnostics.isEmpty else { return nil }

        let formatted = Formatter.format(text, file: FileID(index: 0)).bytes
        let (again, mistakes) = ConfigFile.parse(formatted, file: FileID(index: 0))
        if !mistakes.isEmpty { return "what is formatted no longer parses" }
        if shape(of: again.body, in: again) != shape(of: config.body, in: config) {
            return "what is formatted is another tree"
        }
        if Formatter.format(formatted, file: FileID(index: 0)).bytes != formatted {
            return "to format it again changes it again"
        }
        return nil
    }

    /// The shape of a tree without what the formatter modernises: an interpolation that is all of an argument, and
    /// the type constraints of variables.
    private static func shape(of body: Body, in config: ConfigFile, isVariable: Bool = false) -> String {
        var result = ""
        for item in body.items {
            switch item {
            case .attribute(let attribute):
                var value = attribute.value
                while case .template(let template) = value, !template.isHeredoc,
                    let wrapped = template.wrappedExpression
                { value = wrapped }
                while case .parentheses(let parentheses) = value { value = parentheses.inner }
                let name = config.name(of: attribute)
                result += isVariable && name == "type" ? "type\n" : "\(name) = \(config.outline(of: value))\n"
            case .block(let block):
                result += ([config.type(of: block)] + config.labels(of: block)).joined(separator: " ") + "\n"
                result += shape(of: block.body, in: config, isVariable: config.type(of: block) == "variable")
            }
        }
        return result
    }

    /// The files to start from: those of the corpora where they are there, and always a text with a bit of all.
    private static func samples() -> [[UInt8]] {
        let paths =
            Corpora.isThere
            ? Corpora.files(below: "hcl-syntax/hand") + Corpora.files(below: "hcl") : []
        let files = paths.filter { $0.hasSuffix(".tf") }.map(Corpora.bytes).filter { $0.count < 6000 }
        return files + Array(repeating: Array(sample.utf8), count: files.count / 50 + 1)
    }

    private static let sample = """
        # a
        resource "aws_vpc" "this" { /* b */
          count      = var.create ? 1 : 0
          cidr_block = "${var.cidr}" // c
          tags = merge(local.tags, { Name = "x-${var.name}", (var.key) : 1.5e3 }, [for k, v in var.m : v if !v]...)
          list = [
            1, -2,
            aws_x.y.*.id, aws_x.y[*].id[0], provider::a::b("é"),
          ]
          policy = <<-EOT
            %{ for x in y ~}
            a ${~ x ~} $${b}
            %{ if x == "1" }c%{ else }d%{ endif }
            %{~ endfor }
            EOT
          one { a = { b = 1
            c = "\\u00e9" } }
        }

        """
}

/// Checks that expressions lie inside the file and inside of what they are part of.
private struct RangeChecker: Visitor {
    let count: Int
    var isBroken = false
    private var outer: [SourceRange] = []

    init(count: Int) { self.count = count }

    mutating func enter(_ expression: HCL.Expression) -> Bool {
        let range = expression.range
        if range.start < 0 || range.start > range.end || Int(range.end) > count { isBroken = true }
        if let last = outer.last, range.start < last.start || range.end > last.end { isBroken = true }
        outer.append(range)
        return true
    }

    mutating func leave(_ expression: HCL.Expression) { outer.removeLast() }
}
