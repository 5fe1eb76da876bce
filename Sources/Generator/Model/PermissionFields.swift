import JSON
import TemplateEngine

/// An IAM statement that the spec grants, its resources taken apart for the template.
struct Permission {
    var sid: String
    var actions: [String]
    var resources: [Resource]

    /// A bucket of the storage module, or an ARN whose region and account are filled in where it is used.
    struct Resource {
        var bucket: String?

        /// What follows the bucket's ARN, with its slash.
        var suffix = ""
        var parts: [Part] = []
    }

    /// A piece of an ARN: `text`, or the place of the `region` or the `account`.
    struct Part {
        var name: String
        var text = ""
    }

    /// The statements of a completed `permissions`, sorted by sid.
    static func all(of owner: JSONValue) -> [Permission] {
        owner.sortedMembers("permissions").map { member in
            Permission(
                sid: member.key, actions: member.value.texts("actions"),
                resources: member.value.texts("resources").map(Resource.init))
        }
    }

    static let record = Record<Permission>([
        .text("sid") { $0.sid },
        .texts("actions") { $0.actions },
        .records("resources", resource) { $0.resources },
    ])

    private static let resource = Record<Resource>([
        .optionalText("bucket") { $0.bucket },
        .text("suffix") { $0.suffix },
        .records("parts", part) { $0.parts },
    ])

    private static let part = Record<Part>([
        .text("name") { $0.name },
        .text("text") { $0.text },
    ])
}

extension Permission.Resource {
    /// Reads `bucket:NAME/KEY`, `table:NAME` or an ARN with `{region}` and `{account}`.
    init(_ text: String) {
        if text.hasPrefix("bucket:") {
            let rest = text.dropFirst("bucket:".count)
            let slash = rest.firstIndex(of: "/") ?? rest.endIndex
            self.init(bucket: String(rest[..<slash]), suffix: String(rest[slash...]))
        } else if text.hasPrefix("table:") {
            let name = text.dropFirst("table:".count)
            self.init(parts: Self.parts(of: "arn:aws:dynamodb:{region}:{account}:table/" + name))
        } else {
            self.init(parts: Self.parts(of: text))
        }
    }

    private static func parts(of arn: String) -> [Permission.Part] {
        var parts: [Permission.Part] = []
        var rest = Substring(arn)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            parts.append(Permission.Part(name: "text", text: String(rest[..<open])))
            if name == "region" || name == "account" {
                parts.append(Permission.Part(name: name))
            } else {
                parts.append(Permission.Part(name: "text", text: String(rest[open...close])))
            }
            rest = rest[rest.index(after: close)...]
        }
        parts.append(Permission.Part(name: "text", text: String(rest)))
        return parts.filter { $0.name != "text" || !$0.text.isEmpty }
    }
}
