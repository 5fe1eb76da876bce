import Diagnostics
import JSON
import Spec
import TestSupport
import Testing

@Suite struct RobustnessTests {
    /// Replaces values of the complete example by strange ones: nothing may trap, and every diagnostic must
    /// point into the text.
    @Test func strangeValuesAreReported() throws {
        let base = try #require(
            JSONParser.parse(Array(try scaffold("spec.json").utf8), file: SourceMap().firstID).value)
        var random = Random(seed: 11)
        for _ in 0..<150 {
            let mutant = mutated(base, &random, depth: 0)
            let result = read(JSONWriter.pretty(mutant))
            for diagnostic in result.reading.diagnostics {
                guard let subject = diagnostic.subject else { continue }
                #expect(0 <= subject.start && subject.start <= subject.end)
                #expect(Int(subject.end) <= result.sources[subject.file].bytes.count)
            }
        }
    }

    @Test func whatIsTooLargeIsRefused() {
        var sources = SourceMap()
        let bytes = [UInt8](repeating: 0x20, count: SpecReader.maximumSize + 1)
        let file = sources.add(path: "spec.json", bytes: bytes)
        let texts = SpecReader.read(file, in: sources).diagnostics.map { $0.text(in: sources) }
        #expect(
            texts == [
                """
                spec.json: error: the spec has 16 MiB; it may have 16 [oversized-spec]
                  help: check that this is the right file

                """
            ])
    }

    @Test func deepSpecsAreRefused() {
        let text = #"{"project": "demo", "tags": "# + String(repeating: "[", count: 100_000)
        #expect(
            texts(read(text)).map { String($0.prefix(60)) } == [
                "spec.json:1:540: error: arrays and objects are nested more t"
            ])
    }

    private func mutated(_ value: JSONValue, _ random: inout Random, depth: Int) -> JSONValue {
        if random.next(60) == 0, depth > 0 { return strange[random.next(strange.count)] }
        switch value.kind {
        case .object(let members):
            var changed = members.compactMap { member -> JSONMember? in
                if random.next(150) == 0 { return nil }
                let key = random.next(200) == 0 ? member.key + "x" : member.key
                return JSONMember(key, mutated(member.value, &random, depth: depth + 1))
            }
            // Two members with one key are another mistake, which the parser reports.
            var seen: Set<String> = []
            changed.removeAll { !seen.insert($0.key).inserted }
            return .object(changed)
        case .array(let elements):
            var changed = elements.map { mutated($0, &random, depth: depth + 1) }
            if random.next(40) == 0 { changed += changed }
            return .array(changed)
        default: return value
        }
    }

    private let strange: [JSONValue] = [
        .null, true, 0, -1, 65536, 9_223_372_036_854_775_807, "", "x", "é\"${x}%{y}", "a.b", "*", "/",
        "10.0.0.0/0",
        [], [:], [[]], [["a": 1]], ["name": "us-east-1"], "us-east-1", ["*"], ["FARGATE": nil], "-",
        "1.2.3.4/33",
        JSONValue(.number(JSONNumber(text: "1e309"))), JSONValue(.number(JSONNumber(text: "-0.5"))),
        JSONValue(.number(JSONNumber(text: "-9223372036854775808"))),
    ]
}

/// Numbers that are the same in every run.
private struct Random {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
