import Diagnostics
import HCL

/// Finds the places of a file where something can be broken.
struct SampleMutations {
    let file: ConfigFile
    let path: String
    private(set) var found: [Mutation] = []

    init(_ bytes: [UInt8], path: String) {
        file = ConfigFile.parse(bytes, file: FileID(index: 0)).0
        self.path = path
    }

    /// Every way to break the file.
    static func mutations(of bytes: [UInt8], path: String) -> [Mutation] {
        var finder = SampleMutations(bytes, path: path)
        for block in finder.file.body.blocks { finder.visit(block) }
        return finder.found
    }

    mutating func add(_ kind: String, _ range: Range<Int>, _ replacement: String, _ anchor: String) {
        found.append(
            Mutation(kind: kind, file: path, range: range, replacement: replacement, anchor: anchor))
    }

    /// A word with two letters in the other order.
    static func slip(_ word: String) -> String {
        var letters = Array(word)
        for index in letters.indices.dropFirst(max(2, letters.count / 2))
        where letters[index] != letters[index - 1] {
            if letters[index] == "_" || letters[index - 1] == "_" { continue }
            letters.swapAt(index, index - 1)
            return String(letters)
        }
        return word + "x"
    }

    /// The whole lines of a range.
    func lines(_ range: SourceRange) -> Range<Int> {
        let start = (file.bytes[..<Int(range.start)].lastIndex(of: 10) ?? -1) + 1
        let end = (file.bytes[Int(range.end)...].firstIndex(of: 10) ?? file.bytes.count - 1) + 1
        return start..<end
    }

    // MARK: - Blocks

    private mutating func visit(_ block: Block) {
        let type = file.type(of: block)
        let labels = file.labels(of: block)
        let name = ([type] + labels).joined(separator: ".")
        switch type {
        case "variable", "output": declaration(block, type, name)
        case "locals":
            for attribute in block.body.attributes {
                add(
                    "renamed-local", attribute.nameRange.bytes, file.name(of: attribute) + "_x",
                    "local." + file.name(of: attribute))
                add("dropped-local", lines(attribute.range), "", "local." + file.name(of: attribute))
            }
        case "module": call(block, name)
        case "resource", "data": resource(block, type, name)
        case "provider":
            if let last = block.labels.last { add("renamed-provider", last.contentRange.bytes, "awss", name) }
        default: break
        }
        for attribute in block.body.attributes { value(attribute, name + "." + file.name(of: attribute)) }
        nested(block.body, name)
    }

    private mutating func nested(_ body: Body, _ name: String) {
        for (number, block) in body.blocks.enumerated() {
            let name = "\(name).\(file.type(of: block))[\(number)]"
            for attribute in block.body.attributes { value(attribute, name + "." + file.name(of: attribute)) }
            nested(block.body, name)
        }
    }

    private mutating func declaration(_ block: Block, _ type: String, _ name: String) {
        guard let label = block.labels.first else { return }
        let word = file.text(of: label)
        add("renamed-\(type)", label.contentRange.bytes, word + "_x", name)
        add("dropped-\(type)", lines(block.range), "", name)
        let end = Int(block.range.end)
        add("repeated-\(type)", end..<end, "\n\n" + file.text(of: block.range), name)
        for attribute in block.body.attributes {
            switch (type, file.name(of: attribute)) {
            case ("variable", "type"):
                let isText = file.text(of: attribute.value.range) == "string"
                add(
                    "wrong-variable-type", attribute.value.range.bytes, isText ? "list(number)" : "string",
                    name)
            case ("variable", "default"):
                let isList = file.text(of: attribute.value.range).hasPrefix("[")
                add("wrong-default", attribute.value.range.bytes, isList ? "\"text\"" : "[{ a = 1 }]", name)
            case ("output", "value"):
                add("dropped-output-value", lines(attribute.range), "", name)
            default: break
            }
        }
    }

    private mutating func call(_ block: Block, _ name: String) {
        let brace = Int(block.openBraceRange.end)
        add("unknown-call-argument", brace..<brace, "\n  zz_surplus = 1\n", name)
        add("dropped-call", lines(block.range), "", name)
        for attribute in block.body.attributes {
            let word = file.name(of: attribute)
            let anchor = name + "." + word
            switch word {
            case "source":
                add("wrong-source", attribute.value.range.bytes, "\"./modules/nowhere\"", anchor)
            case "providers":
                add("dropped-providers", lines(attribute.range), "", anchor)
                provider(attribute, anchor)
            case "count", "for_each": add("dropped-repetition", lines(attribute.range), "", anchor)
            case "depends_on", "version": break
            default:
                add("dropped-call-argument", lines(attribute.range), "", anchor)
                add("misspelt-call-argument", attribute.nameRange.bytes, Self.slip(word), anchor)
                add("list-for-argument", attribute.value.range.bytes, "[[1]]", anchor)
                add("text-for-argument", attribute.value.range.bytes, "\"text\"", anchor)
            }
        }
    }

    private mutating func provider(_ attribute: Attribute, _ anchor: String) {
        guard case .object(let object) = attribute.value, let item = object.items.first else { return }
        let word = file.text(of: item.value.range)
        let other = word.hasSuffix("us_east_1") ? "aws.us_west_2" : "aws.us_east_1"
        add("swapped-provider", item.value.range.bytes, other, anchor)
        add("unknown-provider", item.value.range.bytes, "aws.us_nowhere_1", anchor)
        add("unknown-provider-key", item.key.range.bytes, "awss", anchor)
    }

    private mutating func resource(_ block: Block, _ type: String, _ name: String) {
        guard block.labels.count == 2 else { return }
        let label = file.text(of: block.labels[1])
        add("renamed-\(type)", block.labels[1].contentRange.bytes, label + "_x", name)
        add(
            "misspelt-\(type)-type", block.labels[0].contentRange.bytes,
            Self.slip(file.text(of: block.labels[0])), name)
        add("dropped-\(type)", lines(block.range), "", name)
        let end = Int(block.range.end)
        add("repeated-\(type)", end..<end, "\n\n" + file.text(of: block.range), name)
        let brace = Int(block.openBraceRange.end)
        if !block.body.items.isEmpty {
            add("unknown-\(type)-argument", brace..<brace, "\n  zz_surplus = 1\n", name)
            add("unknown-dependency", brace..<brace, "\n  depends_on = [aws_vpc.nowhere]\n", name)
        }
        for attribute in block.body.attributes {
            let word = file.name(of: attribute)
            if word == "count" || word == "for_each" {
                add("dropped-repetition", lines(attribute.range), "", name)
            } else if word != "provider", word != "depends_on" {
                add("dropped-\(type)-argument", lines(attribute.range), "", name + "." + word)
                add(
                    "misspelt-\(type)-argument", attribute.nameRange.bytes, Self.slip(word), name + "." + word
                )
                add(
                    "object-for-\(type)-argument", attribute.value.range.bytes, "{ zz = [] }",
                    name + "." + word)
            }
        }
        for (number, nested) in block.body.blocks.enumerated() where file.type(of: nested) != "dynamic" {
            let word = file.type(of: nested)
            add("misspelt-block", nested.typeRange.bytes, Self.slip(word), "\(name).\(word)[\(number)]")
        }
        let close = block.closeBraceRange.bytes
        add("missing-brace", close, "", name)
    }

    private mutating func value(_ attribute: Attribute, _ anchor: String) {
        let fixed = ["source", "type", "providers", "provider", "description", "version"]
        if fixed.contains(file.name(of: attribute)) { return }
        var finder = ExpressionMutations(file: file, anchor: anchor)
        attribute.value.walk(&finder)
        for (kind, range, replacement, anchor) in finder.found { add(kind, range, replacement, anchor) }
    }
}
