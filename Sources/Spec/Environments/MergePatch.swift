import JSON

extension JSONValue {
    /// What a merge patch (RFC 7396) makes of this value: members of the patch replace, `null` removes.
    ///
    /// Every value keeps the range of the text that it comes from.
    func merged(with patch: JSONValue) -> JSONValue {
        guard let changes = patch.members else { return patch }
        var members = members ?? []
        for change in changes {
            let place = members.firstIndex { $0.key == change.key }
            if change.value.isNull {
                if let place { members.remove(at: place) }
            } else if let place {
                members[place].value = members[place].value.merged(with: change.value)
                if members[place].value.range == nil { members[place].keyRange = change.keyRange }
            } else {
                members.append(
                    JSONMember(change.key, at: change.keyRange, JSONValue.null.merged(with: change.value)))
            }
        }
        return JSONValue(.object(members), at: self.members == nil ? patch.range : range)
    }

    /// The value with a member put in place of another, or added.
    func setting(_ key: String, to value: JSONValue) -> JSONValue {
        var members = members ?? []
        if let place = members.firstIndex(where: { $0.key == key }) {
            members[place].value = value
        } else {
            members.append(JSONMember(key, value))
        }
        return JSONValue(.object(members), at: range)
    }
}

/// The overrides of an environment, put over what the author wrote for all.
struct OverridePatch {
    private let patch: JSONValue

    init(_ overrides: JSONValue) { patch = overrides }

    /// The spec of the environment, without defaults.
    func applied(to base: JSONValue) -> JSONValue {
        var result = base
        for member in patch.members ?? [] {
            switch member.key {
            case "network": result = withNetworks(result, member)
            case "services": result = withServices(result, member)
            default: result = result.merged(with: JSONValue(.object([member]), at: patch.range))
            }
        }
        return result
    }

    /// `network` stands for the network of every region.
    private func withNetworks(_ base: JSONValue, _ change: JSONMember) -> JSONValue {
        guard let regions = base["regions"], let elements = regions.elements else { return base }
        let changed = elements.map { region in
            let network = JSONMember("network", at: change.keyRange, change.value)
            return region.merged(with: JSONValue(.object([network]), at: patch.range))
        }
        return base.setting("regions", to: JSONValue(.array(changed), at: regions.range))
    }

    /// `"*"` stands for every service; what is said of one by name is stronger.
    private func withServices(_ base: JSONValue, _ change: JSONMember) -> JSONValue {
        guard let services = base["services"], let members = services.members else { return base }
        let all = change.value["*"] ?? [:]
        let changed = members.map { service in
            let merged = service.value.merged(with: all).merged(with: change.value[service.key] ?? [:])
            return JSONMember(service.key, at: service.keyRange, merged)
        }
        return base.setting("services", to: JSONValue(.object(changed), at: services.range))
    }
}
