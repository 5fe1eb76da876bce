import JSON
import TemplateEngine

/// An environment variable that a service reads from a secret store.
struct SecretReference {
    var variable: String

    /// `secret` (Secrets Manager), `parameter` (Parameter Store) or `database` (the database's credentials).
    var kind: String

    /// The name in the store, for a parameter without its leading slash.
    var name: String

    /// The data source's label, for a secret.
    var id: String

    /// What ECS wants behind the ARN to read one key of a JSON secret: `:key::`.
    var suffix: String

    /// The references of a completed service, sorted by variable.
    static func all(of service: JSONValue) -> [SecretReference] {
        service.sortedMembers("secrets").map { member in
            let value = member.value
            let key = value.at("key")?.string.map { ":\($0)::" } ?? ""
            if let name = value.at("secret")?.string {
                return SecretReference(
                    variable: member.key, kind: "secret", name: name, id: identifier(name), suffix: key)
            }
            if let name = value.at("parameter")?.string {
                let bare = name.hasPrefix("/") ? String(name.dropFirst()) : name
                return SecretReference(
                    variable: member.key, kind: "parameter", name: bare, id: "", suffix: "")
            }
            return SecretReference(variable: member.key, kind: "database", name: "", id: "", suffix: key)
        }
    }

    /// The Secrets Manager secrets of some services, each once, sorted by label.
    static func lookUps(of services: [ServiceModel]) -> [SecretReference] {
        let secrets = services.flatMap { all(of: $0.spec) }.filter { $0.kind == "secret" }
        let byID = Dictionary(secrets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return byID.values.sorted { $0.id < $1.id }
    }

    static let record = Record<SecretReference>([
        .text("variable") { $0.variable },
        .text("kind") { $0.kind },
        .text("name") { $0.name },
        .text("id") { $0.id },
        .text("suffix") { $0.suffix },
    ])

    /// A secret's name as a label, `secret_shop_stripe`.
    ///
    /// A name with anything but lower case letters, digits and slashes gets a hash behind it, so that different
    /// names give different labels.
    private static func identifier(_ name: String) -> String {
        var label = "secret_"
        var isPlain = true
        for scalar in name.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": label.unicodeScalars.append(scalar)
            case "/": label += "_"
            default:
                label += "_"
                isPlain = false
            }
        }
        return isPlain ? label : label + "_" + String(StableHash.of(name), radix: 16)
    }
}
