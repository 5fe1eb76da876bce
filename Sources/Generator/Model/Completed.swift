import JSON

// Reading the completed spec: every field is there, so what is missing is null.
extension JSONValue {
    /// The value at a path of member names; nil where it is absent or null.
    func at(_ path: String...) -> JSONValue? {
        var value = self
        for name in path {
            guard let next = value[name], !next.isNull else { return nil }
            value = next
        }
        return value
    }

    /// Whether the boolean at a path is true.
    func isOn(_ path: String...) -> Bool {
        var value = self
        for name in path {
            guard let next = value[name] else { return false }
            value = next
        }
        return value.bool ?? false
    }

    /// The string at a member, or nothing.
    func text(_ name: String) -> String { self[name]?.string ?? "" }

    /// The strings of a list at a member.
    func texts(_ name: String) -> [String] { (self[name]?.elements ?? []).compactMap(\.string) }

    /// Whether the list or map at a member holds anything.
    func holds(_ name: String) -> Bool {
        guard let value = self[name] else { return false }
        return !(value.elements ?? []).isEmpty || !(value.members ?? []).isEmpty
    }

    /// The members of a map at a member, sorted by key.
    func sortedMembers(_ name: String) -> [JSONMember] {
        (self[name]?.members ?? []).sorted { $0.key < $1.key }
    }
}
