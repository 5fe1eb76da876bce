/// What can be said of the names of hosts.
enum DomainName {
    /// Whether a text is a domain name of at least two labels; with `wildcard` the first may be `*`.
    static func isLegal(_ name: String, wildcard: Bool = false) -> Bool {
        var labels = name.split(separator: ".", omittingEmptySubsequences: false)
        if wildcard, labels.first == "*" { labels.removeFirst() }
        guard labels.count >= 2, name.utf8.count <= 253 else { return false }
        let label = NamePattern(
            first: "A-Za-z0-9_", rest: "A-Za-z0-9_-", last: "A-Za-z0-9_", length: 1...63, words: "")
        return labels.allSatisfy { label.matches(String($0)) }
    }

    /// Whether a name is the zone or lies below it.
    static func isInside(_ name: String, zone: String) -> Bool {
        let (name, zone) = (name.lowercased(), zone.lowercased())
        return name == zone || name.hasSuffix("." + zone)
    }

    /// Whether one of the names of a certificate covers a host; a wildcard covers one label.
    static func isCovered(_ host: String, by names: [String]) -> Bool {
        let host = host.lowercased()
        return names.contains { name in
            let name = name.lowercased()
            if name == host { return true }
            guard name.hasPrefix("*."), let point = host.firstIndex(of: ".") else { return false }
            return host[point...] == name.dropFirst()
        }
    }
}
