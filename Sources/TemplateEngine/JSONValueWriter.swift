/// Writes values as compact JSON.
struct JSONValueWriter {
    var bytes: [UInt8] = []

    mutating func write(_ value: TemplateValue) {
        switch value {
        case .null: bytes += "null".utf8
        case .bool, .int, .number: bytes += (value.text ?? "").utf8
        case .string(let text): write(quoted: text)
        case .reference(let reference): write(quoted: "${" + reference.text + "}")
        case .list(let items):
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(item)
            }
            bytes.append(UInt8(ascii: "]"))
        case .map(let map):
            bytes.append(UInt8(ascii: "{"))
            for (index, entry) in map.entries.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(quoted: entry.key.text)
                bytes.append(UInt8(ascii: ":"))
                write(entry.value)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    mutating func write(quoted text: String) {
        bytes.append(UInt8(ascii: "\""))
        write(content: text)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A text as it stands inside quotes of JSON.
    mutating func write(content text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += "\\\"".utf8
            case UInt8(ascii: "\\"): bytes += "\\\\".utf8
            case UInt8(ascii: "\n"): bytes += "\\n".utf8
            case UInt8(ascii: "\r"): bytes += "\\r".utf8
            case UInt8(ascii: "\t"): bytes += "\\t".utf8
            case 0..<0x20, 0x7f:
                let digits = String(byte, radix: 16)
                bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
            default: bytes.append(byte)
            }
        }
    }
}
