import JSON
import Testing

@testable import Generator

@Suite struct ListenerRulesTests {
    private func routing(paths: [String], hosts: [String], exact: Bool = false) -> JSONValue {
        func list(_ texts: [String]) -> JSONValue { JSONValue(.array(texts.map { JSONValue(.string($0)) })) }
        return JSONValue(
            .object([
                JSONMember("priority", JSONValue(.number(JSONNumber(100)))),
                JSONMember("paths", list(paths)), JSONMember("hosts", list(hosts)),
                JSONMember("exact", JSONValue(.bool(exact))),
            ]))
    }

    @Test(arguments: [
        (path: "/api", exact: false, patterns: ["/api", "/api/*"]),
        (path: "/api/", exact: false, patterns: ["/api", "/api/*"]),
        (path: "/", exact: false, patterns: ["/*"]),
        (path: "/api", exact: true, patterns: ["/api"]),
        (path: "/a?c", exact: false, patterns: ["/a?c"]),
    ])
    func aPathStandsForWhatLiesBelow(path: String, exact: Bool, patterns: [String]) {
        #expect(ListenerRules.patterns(of: [path], exact: exact) == patterns)
    }

    /// Five condition values at most, header values included, and every pair of host and path in some rule.
    @Test(arguments: [
        (hosts: 1, paths: 1, header: 0, rules: 1), (hosts: 3, paths: 2, header: 0, rules: 1),
        (hosts: 0, paths: 6, header: 0, rules: 2), (hosts: 0, paths: 6, header: 2, rules: 2),
        (hosts: 4, paths: 3, header: 0, rules: 2), (hosts: 4, paths: 3, header: 2, rules: 6),
    ])
    func longListsAreSplit(hosts: Int, paths: Int, header: Int, rules: Int) {
        let hostNames = (0..<hosts).map { "h\($0).example.com" }
        let pathNames = (0..<paths).map { "/p\($0)" }
        let split = ListenerRules(
            routing(paths: pathNames, hosts: hostNames, exact: true), headerValues: header
        ).rules
        #expect(split.count == rules)
        #expect(split.map(\.priority) == Array(100..<(100 + rules)))
        #expect(split.allSatisfy { $0.hosts.count + $0.paths.count + header <= 5 })
        for host in hostNames {
            for path in pathNames {
                #expect(split.contains { $0.hosts.contains(host) && $0.paths.contains(path) })
            }
        }
    }
}
