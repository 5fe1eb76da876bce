import Foundation
import TestSupport
import Testing

/// One Swift file of the house, with a view of its code that strings and comments cannot confuse.
struct SwiftSource: CustomTestStringConvertible {
    /// The path from the top of the package.
    var path: String
    var text: String

    var testDescription: String { path }

    /// The top of the package.
    static let root = URL(fileURLWithPath: TestSupport.folder() + "/../..").standardizedFileURL.path

    /// Every Swift file below some folders of the package, sorted by path.
    static func files(below folders: [String]) -> [SwiftSource] {
        var files: [SwiftSource] = []
        for folder in folders {
            let walker = FileManager.default.enumerator(atPath: root + "/" + folder)
            for case let name as String in walker ?? .init() where name.hasSuffix(".swift") {
                let path = folder + "/" + name
                guard let text = try? String(contentsOfFile: root + "/" + path, encoding: .utf8) else {
                    continue
                }
                files.append(SwiftSource(path: path, text: text))
            }
        }
        return files.sorted { $0.path < $1.path }
    }

    /// The number of lines.
    var lineCount: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

    /// The text in which strings and comments are blank; line feeds stay.
    var code: [UInt8] {
        var blanker = Blanker(bytes: Array(text.utf8))
        blanker.blankCode(until: nil)
        return blanker.bytes
    }

    /// The functions and initialisers with a body: their first line and how many lines they have.
    var functions: [(line: Int, length: Int)] {
        let code = code
        let words = Self.words(of: code)
        var functions: [(line: Int, length: Int)] = []
        for (index, word) in words.enumerated() where ["func", "init", "subscript"].contains(word.text) {
            guard let start = Self.bodyStart(after: index, in: words),
                let end = Self.end(ofBodyAt: start, in: words)
            else { continue }
            functions.append((word.line, words[end].line - word.line + 1))
        }
        return functions
    }

    private struct Word {
        var text: String
        var line: Int
    }

    /// Names and single other characters, with their lines.
    private static func words(of code: [UInt8]) -> [Word] {
        var words: [Word] = []
        var line = 1
        var name: [UInt8] = []
        for byte in code + [UInt8(ascii: "\n")] {
            // Letters, digits, `_` and whatever is no ASCII.
            let isName =
                byte >= 0x80 || byte == 0x5f || (0x30...0x39).contains(byte)
                || (0x41...0x5a).contains(byte & 0xdf)
            if isName {
                name.append(byte)
                continue
            }
            if !name.isEmpty { words.append(Word(text: String(decoding: name, as: UTF8.self), line: line)) }
            name = []
            if byte == UInt8(ascii: "\n") { line += 1 }
            if byte > 0x20 { words.append(Word(text: String(Unicode.Scalar(byte)), line: line)) }
        }
        return words
    }

    /// The brace that opens the body of a declaration; nil for a call (`self.init(...)`) or a requirement.
    private static func bodyStart(after index: Int, in words: [Word]) -> Int? {
        if index > 0, words[index - 1].text == "." { return nil }
        var depth = 0
        for position in (index + 1)..<max(words.count, index + 1) {
            switch words[position].text {
            case "(", "[": depth += 1
            case ")", "]": depth -= 1
            case "{" where depth == 0: return position
            case "}" where depth == 0, "func" where depth == 0, "var" where depth == 0,
                "let" where depth == 0,
                "init" where depth == 0, "case" where depth == 0, "=" where depth == 0:
                return nil
            default: break
            }
            if depth < 0 { return nil }
        }
        return nil
    }

    private static func end(ofBodyAt start: Int, in words: [Word]) -> Int? {
        var depth = 0
        for position in start..<words.count {
            if words[position].text == "{" { depth += 1 }
            if words[position].text == "}" { depth -= 1 }
            if depth == 0 { return position }
        }
        return nil
    }
}

/// Makes strings and comments blank.
private struct Blanker {
    var bytes: [UInt8]
    private var at = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    private func starts(with text: String) -> Bool {
        bytes[at] == text.utf8.first && bytes[at...].starts(with: text.utf8)
    }

    private mutating func blank(_ count: Int = 1) {
        for _ in 0..<count where at < bytes.count {
            if bytes[at] != UInt8(ascii: "\n") { bytes[at] = UInt8(ascii: " ") }
            at += 1
        }
    }

    /// Goes over code until the closing parenthesis of an interpolation, or to the end.
    mutating func blankCode(until close: UInt8?) {
        var depth = 0
        while at < bytes.count {
            if starts(with: "//") {
                while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { blank() }
            } else if starts(with: "/*") {
                while at < bytes.count, !starts(with: "*/") { blank() }
                blank(2)
            } else if let (hashes, quotes) = stringStart() {
                blank(hashes + quotes)
                blankString(hashes: hashes, quotes: quotes)
            } else {
                if bytes[at] == UInt8(ascii: "(") { depth += 1 }
                if bytes[at] == UInt8(ascii: ")") {
                    if depth == 0, close != nil { return }
                    depth -= 1
                }
                if close == nil { at += 1 } else { blank() }
            }
        }
    }

    /// How many `#` and quotes open a string here; nil when none does.
    private func stringStart() -> (hashes: Int, quotes: Int)? {
        if bytes[at] != UInt8(ascii: "#"), bytes[at] != UInt8(ascii: "\"") { return nil }
        var hashes = 0
        while at + hashes < bytes.count, bytes[at + hashes] == UInt8(ascii: "#") { hashes += 1 }
        guard at + hashes < bytes.count, bytes[at + hashes] == UInt8(ascii: "\"") else { return nil }
        return (hashes, bytes[(at + hashes)...].starts(with: "\"\"\"".utf8) ? 3 : 1)
    }

    private mutating func blankString(hashes: Int, quotes: Int) {
        let marks = String(repeating: "#", count: hashes)
        let end = String(repeating: "\"", count: quotes) + marks
        while at < bytes.count {
            if starts(with: end) { return blank(end.utf8.count) }
            if starts(with: "\\" + marks + "(") {
                blank(2 + hashes)
                blankCode(until: UInt8(ascii: ")"))
                blank()
            } else if starts(with: "\\" + marks) {
                blank(2 + hashes)
            } else {
                blank()
            }
        }
    }
}
