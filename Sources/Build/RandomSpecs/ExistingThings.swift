import JSON

/// Existing things are named once, and only where none is made.
extension Arrangement {
    /// The spec with names for the existing things that it uses.
    mutating func withExistingThings(_ root: JSONValue, regions: [String]) -> JSONValue {
        var root = root
        if let dns = root["dns"] { root = root.with("dns", zone(dns)) }
        if let encryption = root["encryption"] {
            root = root.with("encryption", keys(encryption, regions: Set(regions + ["us-east-1"]).sorted()))
        }
        if let notifications = root["notifications"] {
            root = root.with("notifications", topics(notifications))
        }
        if let registry = root["registry"] { root = root.with("registry", repositories(registry)) }
        if let certificate = root["certificate"], certificate["existing_arns"] != nil {
            root = root.with("certificate", certificate.with("existing_tags", .none))
        }
        return root
    }

    private mutating func zone(_ dns: JSONValue) -> JSONValue {
        let isMade = dns["create_zone"]?.bool == true
        let other = writer.random.happens(50) ? "zone_tags" : "zone_id"
        return isMade ? dns.with("zone_id", .none).with("zone_tags", .none) : dns.with(other, .none)
    }

    private mutating func keys(_ encryption: JSONValue, regions: [String]) -> JSONValue {
        let plain = encryption.with("keys", .none).with("key_tags", .none)
        guard encryption["mode"]?.string == "existing" else { return plain }
        if writer.random.happens(50) { return plain.with("key_tags", ["Name": "platform"]) }
        let members = regions.map { region in
            let id = "12345678-1234-4234-8234-123456789012"
            let forms = ["alias/platform", "arn:aws:kms:\(region):123456789012:key/\(id)", id]
            return JSONMember(region, .string(writer.random.one(of: forms) ?? id))
        }
        return plain.with("keys", JSONValue(.object(members)))
    }

    private mutating func topics(_ notifications: JSONValue) -> JSONValue {
        guard notifications["mode"]?.string == "existing" else { return notifications.with("topics", .none) }
        let members = ["critical", "warning", "info"].map { severity in
            let forms: [JSONValue] = [
                ["name": "alerts"], ["arn": "arn:aws:sns:{region}:123456789012:alerts"],
                ["tags": ["Severity": .string(severity)]],
            ]
            return JSONMember(severity, writer.random.one(of: forms) ?? forms[0])
        }
        let plain = notifications.with("email", .none).with("pagerduty", .none)
        return plain.with("topics", JSONValue(.object(members)))
    }

    /// Repositories of images that services of these names may use.
    private mutating func repositories(_ registry: JSONValue) -> JSONValue {
        guard registry["mode"]?.string == "existing" else { return registry.with("repositories", .none) }
        let members = ["app", "jobs"].map { name in
            let forms: [JSONValue] = [
                ["name": .string("platform/\(name)")], ["tags": ["Service": .string(name)]],
            ]
            return JSONMember(name, writer.random.one(of: forms) ?? forms[0])
        }
        return registry.with("repositories", JSONValue(.object(members)))
    }
}
