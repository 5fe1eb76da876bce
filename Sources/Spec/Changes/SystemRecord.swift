import Diagnostics
import JSON

/// What the last render of a tree left in AWS, as far as the next one must know it: `.infragen/system.json`.
///
/// It is committed with the tree. A spec that would take something away at once, or rename it without saying so,
/// is found by comparison with it.
public struct SystemRecord: Sendable, Equatable {
    /// Where the record stands in an output folder.
    public static let path = ".infragen/system.json"

    /// The newest form of the record that this infragen knows.
    private static let version = 1

    /// One environment.
    public struct Environment: Sendable, Equatable {
        /// The start of all names: project and short name.
        public var prefix = ""

        /// The regions whose providers the root has, and `active` or `draining`.
        public var regions: [String: String] = [:]

        /// The name in AWS of each service.
        public var services: [String: String] = [:]

        /// The name in AWS of each function.
        public var functions: [String: String] = [:]

        /// What each renamed service or function was before.
        public var renames: [String: String] = [:]

        /// What holds data, by path in the spec, and what it cannot change without being made anew.
        public var data: [String: String] = [:]

        /// The priority of the rule by which a header reaches a target group, by the key of the group.
        public var priorities: [String: Int] = [:]

        init() {}
    }

    /// The environments by name.
    public var environments: [String: Environment] = [:]

    /// The record of what a spec stands for; the generator adds the priorities that it gives.
    public init(_ environments: [EnvironmentSpec]) {
        for environment in environments {
            self.environments[environment.name] = Environment(environment)
        }
    }

    /// Reads a record; nil for a text that is none.
    init?(_ bytes: [UInt8]) {
        var sources = SourceMap()
        let file = sources.add(path: Self.path, bytes: bytes)
        let (value, diagnostics) = JSONParser.parse(file, in: sources)
        guard let members = value?["environments"]?.members, diagnostics.isEmpty,
            value?["version"]?.int == Self.version
        else { return nil }
        for member in members { environments[member.key] = Environment(member.value) }
    }

    /// The text of the record.
    public var bytes: [UInt8] {
        let value: JSONValue = [
            "about":
                "What infragen rendered last; it compares the next spec with it. Commit it with the tree; do not edit.",
            "version": .int(Self.version),
            "environments": .object(
                environments.sorted { $0.key < $1.key }.map { JSONMember($0.key, $0.value.json) }),
        ]
        return Array(JSONWriter.pretty(value).utf8)
    }
}

extension SystemRecord.Environment {
    fileprivate init(_ environment: EnvironmentSpec) {
        self.init()
        let spec = environment.spec
        prefix = "\(spec.project)-\(environment.shortName)"
        for region in environment.providerRegions { regions[region.name] = region.state.rawValue }
        for service in spec.services {
            services[service.name] = service.awsName
            renames["services.\(service.name)"] = service.was
        }
        for function in spec.functions {
            functions[function.name] = function.awsName
            renames["functions.\(function.name)"] = function.was
        }
        data = spec.dataParts
    }

    fileprivate init(_ value: JSONValue) {
        self.init()
        prefix = value["prefix"]?.string ?? ""
        regions = Self.texts(value["regions"])
        services = Self.texts(value["services"])
        functions = Self.texts(value["functions"])
        renames = Self.texts(value["renames"])
        data = Self.texts(value["data"])
        for member in value["priorities"]?.members ?? [] { priorities[member.key] = member.value.int }
    }

    fileprivate var json: JSONValue {
        [
            "prefix": .string(prefix), "regions": Self.json(regions), "services": Self.json(services),
            "functions": Self.json(functions), "renames": Self.json(renames), "data": Self.json(data),
            "priorities": .object(
                priorities.sorted { $0.key < $1.key }.map { JSONMember($0.key, .int($0.value)) }),
        ]
    }

    private static func texts(_ value: JSONValue?) -> [String: String] {
        var texts: [String: String] = [:]
        for member in value?.members ?? [] { texts[member.key] = member.value.string }
        return texts
    }

    private static func json(_ texts: [String: String]) -> JSONValue {
        .object(texts.sorted { $0.key < $1.key }.map { JSONMember($0.key, .string($0.value)) })
    }
}

extension InfrastructureSpec {
    /// What holds data that a removal would destroy, by path in the spec, with what makes it another one.
    var dataParts: [String: String] {
        var parts: [String: String] = [:]
        if let database {
            parts["database"] =
                "\(database.mode.rawValue) \(database.engine) \(database.databaseName) \(database.masterUsername)"
                + (encryption.mode == .existing ? " with an existing key" : "")
        }
        if cache != nil { parts["cache"] = "" }
        if registry?.mode == .create { parts["registry"] = "" }
        if backup.isEnabled { parts["backup"] = "" }
        if dns?.createZone == true { parts["dns.create_zone"] = "" }
        if cdn.isEnabled, cdn.staticSite.isEnabled { parts["cdn.static_site"] = "" }
        for bucket in storage.buckets { parts["storage.buckets.\(bucket)"] = "" }
        return parts
    }
}
