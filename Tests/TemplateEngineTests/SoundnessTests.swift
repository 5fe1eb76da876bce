import Diagnostics
import Foundation
import TemplateEngine
import TestSupport
import Testing

/// What the checker lets pass renders, whatever the values are; and nothing that people write stops the engine.
@Suite struct SoundnessTests {
    private static let fixtures = folder() + "/Fixtures"

    /// The templates of a fixture folder, by their paths in it.
    private static func templates(in name: String) -> [String: [UInt8]] {
        let root = fixtures + "/" + name
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        let templates = names.filter { $0.hasSuffix(".tmpl") }.map { path in
            (path, FileManager.default.contents(atPath: root + "/" + path).map { Array($0) } ?? [])
        }
        return Dictionary(uniqueKeysWithValues: templates)
    }

    /// A value of a shape; the numbers decide what it is where the shape leaves a choice.
    private static func value(_ shape: TemplateShape, _ numbers: inout Numbers) -> TemplateValue {
        switch shape {
        case .string: return .string(["x", "", "a-b", "${x}\n\""][numbers.next(4)])
        case .choice(let choices): return .string(choices[numbers.next(choices.count)])
        case .number:
            return [.int(0), .int(-7), .int(.max), .number("0.25"), .number("1e400")][numbers.next(5)]
        case .bool: return .bool(numbers.next(2) == 0)
        case .reference: return TemplateReference("module", "vpc").map { .reference($0) } ?? .null
        case .any: return [.null, .list([.null]), .map(of: ["a b": .int(1)]), .string("x")][numbers.next(4)]
        case .list(let item): return .list((0..<numbers.next(3)).map { _ in value(item, &numbers) })
        case .map(let item):
            return .map(
                of: Dictionary(
                    uniqueKeysWithValues: ["Team", "x"].prefix(numbers.next(3)).map {
                        ($0, value(item, &numbers))
                    }))
        case .record(let fields):
            return .map(
                of: Dictionary(
                    uniqueKeysWithValues: fields.sorted { $0.key < $1.key }.map {
                        ($0.key, value($0.value, &numbers))
                    }))
        case .nullable(let shape): return numbers.next(2) == 0 ? .null : value(shape, &numbers)
        case .never: return .null
        }
    }

    @Test func whatPassesRenders() {
        let templates = Self.templates(in: "fine")
        var sources = SourceMap()
        var set = TemplateSet()
        for (path, bytes) in templates.sorted(by: { $0.key < $1.key }) {
            set.add(path: path, bytes: bytes, to: &sources)
        }
        var renderer = Renderer(set)
        var numbers = Numbers()
        for _ in 0..<200 {
            guard case .map(let values) = Self.value(.record(sampleShapes), &numbers) else { return }
            #expect(TemplateShape.record(sampleShapes).mismatch(with: .map(values)) == nil)
            for path in templates.keys.sorted() where !path.hasPrefix("_") {
                let found = renderer.render(path, values: values).diagnostics.filter {
                    $0.id != "illegal-identifier"
                }
                #expect(found.isEmpty, "\(found.map { $0.text(in: sources) }.joined())")
            }
        }
    }

    @Test func brokenTemplatesStopNothing() {
        let templates = Self.templates(in: "fine").merging(Self.templates(in: "errors")) { first, _ in first }
        let pieces = [
            "{{", "}}", "{%", "%}", "{#", "\"", "'", "\n", "${", "<<EOT\n", "EOT", "{", "}", "(", "[", ".",
            "|", " if ", "\\", "é",
        ]
        var numbers = Numbers()
        for _ in 0..<30 {
            var sources = SourceMap()
            var set = TemplateSet()
            for (path, bytes) in templates.sorted(by: { $0.key < $1.key }) {
                var broken = bytes
                for _ in 0..<(1 + numbers.next(4)) {
                    let place = numbers.next(broken.count + 1)
                    if numbers.next(2) == 0 {
                        broken.removeSubrange(place..<min(broken.count, place + numbers.next(9)))
                    } else {
                        broken.insert(contentsOf: pieces[numbers.next(pieces.count)].utf8, at: place)
                    }
                }
                set.add(path: path, bytes: broken, to: &sources)
            }
            var checker = Checker(set)
            var renderer = Renderer(set)
            for path in set.paths {
                let told = checker.check(path, roots: sampleShapes)
                let rendered = renderer.render(path, values: TemplateMap(sampleValues))
                for diagnostic in told + rendered.diagnostics {
                    guard let subject = diagnostic.subject else { continue }
                    #expect(
                        Int(subject.end) <= sources[subject.file].bytes.count && subject.start <= subject.end)
                }
            }
        }
    }

    @Test(arguments: [
        String(repeating: "{% if on %}", count: 50_000), String(repeating: "{{ ", count: 50_000),
        "{{ " + String(repeating: "(", count: 50_000),
        "{{ " + String(repeating: "not ", count: 50_000) + "on }}",
        "{{ name" + String(repeating: " | upper", count: 50_000) + " }}",
        "{{ 1" + String(repeating: " + 1", count: 50_000) + " }}",
        "{{ 1" + String(repeating: " if on else 1", count: 50_000) + " }}",
        "{{ " + String(repeating: "-", count: 50_000) + "1 }}",
        "a = " + String(repeating: "[", count: 50_000),
        "a = " + String(repeating: "\"${", count: 50_000), String(repeating: "{# ", count: 50_000),
    ])
    func depthStopsNothing(text: String) {
        var templates = TestTemplates(text)
        var checker = Checker(templates.set)
        #expect(!checker.check("main.tf.tmpl", roots: sampleShapes).isEmpty)
        _ = templates.rendered(sampleValues)
    }
}

/// Numbers that look random and are the same in every run.
struct Numbers {
    private var state: UInt64 = 88_172_645_463_325_252

    /// A number from 0 up to, and without, a limit; 0 where the limit is 0.
    mutating func next(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return limit > 0 ? Int(state % UInt64(limit)) : 0
    }
}
