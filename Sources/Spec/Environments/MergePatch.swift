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

    /// Whether services and regions that the spec itself does not have are added, and those set to null removed.
    private let changesStructure: Bool

    init(_ overrides: JSONValue, changesStructure: Bool = false) {
        patch = overrides
        self.changesStructure = changesStructure
    }

    /// The spec of the environment, without defaults.
    func applied(to base: JSONValue) -> JSONValue {
        var result = base
        // What is said of one region is stronger than what is said of all, whatever stands first.
        let members = (patch.members ?? []).filter { $0.key != "regions" }
        for member in members + (patch.members ?? []).filter({ $0.key == "regions" }) {
            switch member.key {
            case "network": result = withNetworks(result, member)
            case "regions": result = withRegions(result, member)
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

    /// Regions are merged by their names.
    private func withRegions(_ base: JSONValue, _ change: JSONMember) -> JSONValue {
        guard let regions = base["regions"], var elements = regions.elements else { return base }
        for region in change.value.elements ?? [] {
            if let place = elements.firstIndex(where: { $0["name"] == region["name"] }) {
                elements[place] = elements[place].merged(with: region)
            } else if changesStructure {
                elements.append(region)
            }
        }
        return base.setting("regions", to: JSONValue(.array(elements), at: regions.range))
    }

    /// `"*"` stands for every service; what is said of one by name is stronger.
    private func withServices(_ base: JSONValue, _ change: JSONMember) -> JSONValue {
        let services = base["services"] ?? JSONValue(.object([]), at: change.value.range)
        guard let members = services.members else { return base }
        let all = change.value["*"] ?? [:]
        let own = (change.value.members ?? []).filter { $0.key != "*" }
        let removed = changesStructure ? Set(own.filter(\.value.isNull).map(\.key)) : []
        let added = own.filter { entry in
            changesStructure && !entry.value.isNull && !members.contains { $0.key == entry.key }
        }
        let kept = members.filter { !removed.contains($0.key) }.map { service in
            let merged = service.value.merged(with: all).merged(with: change.value[service.key] ?? [:])
            return JSONMember(service.key, at: service.keyRange, merged)
        }
        let new = added.map { JSONMember($0.key, at: $0.keyRange, all.merged(with: $0.value)) }
        return base.setting("services", to: JSONValue(.object(kept + new), at: services.range))
    }
}
