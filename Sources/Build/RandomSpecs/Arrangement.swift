import JSON
import Spec

/// A random system: sections by chance, arranged so that most of what depends on something else suits it.
///
/// What still breaks a rule is left to `Repair`.
struct Arrangement {
    var writer: SpecWriter
    private let fields: [SchemaField]
    private var regions: [String] = []

    init(seed: UInt64, schema: SpecSchema) {
        writer = SpecWriter(seed: seed)
        fields = schema.fields
    }

    /// The fields that no random spec can write, so far.
    var unknownTexts: Set<String> { writer.unknownTexts }

    /// A spec, which may break rules.
    mutating func spec() -> JSONValue {
        regions = writer.random.some(1...3, of: RegionTable.all.map(\.name))
        let apart: Set = ["regions", "services", "environments", "application", "dns"]
        var root = writer.object(fields, "", percent: 40, except: apart)
        root = root.with("regions", .array(regions.enumerated().map { region($0.element, index: $0.offset) }))
        if writer.random.happens(60) { root = root.with("dns", dns()) }
        if writer.random.happens(25) { root = root.with("application", application()) }
        root = root.with(
            "certificate", root["dns"] == nil ? .none : root["certificate"].map { certificate($0) })
        if root["dns"] == nil, writer.random.happens(90) { root = root.with("cdn", .none) }
        if let terraform = root["terraform"] { root = root.with("terraform", self.terraform(terraform)) }
        if let balancer = root["load_balancer"] {
            let isClosed = root["dns"] != nil && root["cdn"]?["enabled"]?.bool != false
            root = root.with("load_balancer", withACLs(isClosed ? balancer : balancer.with("ingress", .none)))
        }
        if let database = root["database"] { root = root.with("database", self.database(database)) }
        if let cluster = root["cluster"], cluster["default_capacity_provider_strategy"] != nil {
            let strategy: JSONValue = ["FARGATE": ["weight": 1, "base": 1], "FARGATE_SPOT": ["weight": 3]]
            root = root.with("cluster", cluster.with("default_capacity_provider_strategy", strategy))
        }
        root = withExistingThings(root, regions: regions)
        root = root.with("functions", root["functions"].map { $0.mapValues { function($0) } })
        root = root.with("services", services(beside: root))
        if writer.random.happens(60) { root = root.with("environments", environments(of: root)) }
        // A name leads to one environment.
        if root["environments"]?.members?.count != 1, let dns = root["dns"], writer.random.happens(90) {
            root = root.with("dns", dns.with("domain", .none))
        }
        return root
    }

    private func section(_ name: String) -> [SchemaField] {
        fields.first { $0.name == name }?.type.inner ?? []
    }

    // MARK: Regions and names

    private mutating func region(_ name: String, index: Int) -> JSONValue {
        let network = section("regions").first { $0.name == "network" }?.type.inner ?? []
        let found: Set = [
            "vpc_id", "vpc_tags", "public_subnet_tags", "private_subnet_tags", "database_subnet_tags",
            "public_subnet_ids", "private_subnet_ids", "database_subnet_ids",
        ]
        if writer.random.happens(12) {
            let made = Set(network.map(\.name)).subtracting(found)
            var value = writer.object(network, "regions[].network", percent: 40, except: made)
            if value["vpc_tags"] == nil { value = value.with("vpc_id", "vpc-0123456789abcdef0") }
            for tier in ["public", "private", "database"] where writer.random.happens(60) {
                value = value.with("\(tier)_subnet_ids", .none)
            }
            return ["name": .string(name), "network": value.with("mode", "existing")]
        }
        let apart = found.union([
            "mode", "vpc_cidr", "azs", "public_subnets", "private_subnets", "database_subnets",
        ])
        var value = writer.object(network, "regions[].network", percent: 20, except: apart)
        let facts = RegionTable.all.first { $0.name == name }
        if facts?.hasZoneGaps == true || writer.random.happens(30) {
            value = addresses(value, zones: (facts?.zoneLetters ?? "ab").map { "\(name)\($0)" }, index: index)
        }
        return ["name": .string(name), "network": value]
    }

    private mutating func addresses(_ network: JSONValue, zones: [String], index: Int) -> JSONValue {
        let count = min(writer.random.int(2...3), zones.count)
        func subnets(_ start: Int) -> JSONValue {
            .array((0..<count).map { .string("10.\(100 + index).\(start + $0).0/24") })
        }
        var value = network.with("preset", .none).with("vpc_cidr", .string("10.\(100 + index).0.0/16"))
        value = value.with("azs", .array(zones.prefix(count).map { .string($0) }))
        value = value.with("public_subnets", subnets(1)).with("private_subnets", subnets(11))
        return writer.random.happens(50) ? value.with("database_subnets", subnets(21)) : value
    }

    private mutating func dns() -> JSONValue {
        let value = writer.object(section("dns"), "dns", percent: 25)
        guard let zone = value["zone"]?.string, writer.random.happens(30) else { return value }
        return value.with("domain", .string(writer.random.happens(50) ? zone : "shop." + zone))
    }

    private mutating func certificate(_ value: JSONValue) -> JSONValue {
        guard writer.random.happens(20) else { return value }
        let members = Set(regions + ["us-east-1"]).sorted().map { region in
            let arn = "arn:aws:acm:\(region):123456789012:certificate/11111111-2222-3333-4444-555555555555"
            return JSONMember(region, .string(arn))
        }
        return value.with("existing_arns", JSONValue(.object(members)))
    }

    private mutating func withACLs(_ value: JSONValue) -> JSONValue {
        guard writer.random.happens(25) else { return value }
        let members = regions.map { region in
            let arn =
                "arn:aws:wafv2:\(region):123456789012:regional/webacl/a/11111111-2222-3333-4444-555555555555"
            return JSONMember(region, .string(arn))
        }
        return value.with("web_acl_arns", JSONValue(.object(members)))
    }

    // MARK: Other sections

    private mutating func terraform(_ value: JSONValue) -> JSONValue {
        guard value["write_only_secrets"]?.bool == true else { return value }
        return value.with("required_version", ">= 1.11")
    }

    private mutating func application() -> JSONValue {
        let value = writer.object(section("application"), "application", percent: 30)
        return writer.random.happens(20) ? value.with("user_data_file", "user_data.sh") : value
    }

    private mutating func database(_ value: JSONValue) -> JSONValue {
        guard value["engine"]?.string == "aurora-mysql", writer.random.happens(50) else { return value }
        return value.with("engine_version", "8.0.mysql_aurora.3.08.0")
    }

    private mutating func function(_ value: JSONValue) -> JSONValue {
        if writer.random.happens(40) {
            let image = "123456789012.dkr.ecr.{region}.amazonaws.com/demo/job:v1"
            let plain = value.with("s3_bucket", .none).with("s3_key", .none).with("runtime", .none)
            return plain.with("handler", .none).with("image_uri", .string(image))
        }
        return value.with("image_uri", .none).with("s3_bucket", "demo-artifacts-123456789012").with(
            "s3_key", "a/b.zip")
    }

    private mutating func services(beside root: JSONValue) -> JSONValue? {
        let map = fields.first { $0.name == "services" }?.type.inner ?? []
        var arrangement = ServiceArrangement(
            writer: writer, fields: map, regions: regions, root: root)
        let services = arrangement.services(root["application"] == nil ? 1...5 : 0...5)
        writer = arrangement.writer
        return services.isEmpty && root["application"] != nil ? .none : JSONValue(.object(services))
    }

    // MARK: Environments

    private mutating func environments(of root: JSONValue) -> JSONValue {
        let names = writer.random.some(1...4, of: Words.keys("environments") ?? [])
        let members = names.map { name in
            var value: JSONValue = [:]
            if writer.random.happens(25), regions.count > 1 {
                let others = writer.random.some(0...regions.count - 1, of: Array(regions.dropFirst()))
                value = value.with("regions", .array((regions.prefix(1) + others).map { .string($0) }))
            }
            if writer.random.happens(60) { value = value.with("overrides", overrides(of: root)) }
            return JSONMember(name, value)
        }
        return JSONValue(.object(members))
    }

    /// Values of the sections that there are; with layout directories anything.
    private mutating func overrides(of root: JSONValue) -> JSONValue {
        let isFree = root["terraform"]?["layout"]?.string == "directories" && writer.random.happens(50)
        var patch: [JSONMember] = []
        for field in fields where root[field.name] != nil && field.name != "regions" {
            guard field.type.inner != nil, writer.random.happens(35) else { continue }
            let name = field.name
            if name == "services" || name == "functions" {
                let keys = (root[name]?.members ?? []).map(\.key) + ["*"]
                guard let key = writer.random.one(of: keys), name == "services" || key != "*" else {
                    continue
                }
                // Pairs of these are checked together.
                let value = writer.object(
                    field.type.inner ?? [], name + ".*", percent: 12, only: .perEnvironment,
                    except: ["cpu", "memory"])
                if value.members?.isEmpty == false { patch.append(JSONMember(name, [key: value])) }
                continue
            }
            let value = writer.object(
                field.type.inner ?? [], name, percent: 20, only: isFree ? nil : .perEnvironment)
            if value.members?.isEmpty == false { patch.append(JSONMember(name, value)) }
        }
        if writer.random.happens(30) {
            patch.append(JSONMember("network", ["single_nat_gateway": .bool(writer.random.happens(50))]))
        }
        return JSONValue(.object(patch))
    }
}

extension SchemaType {
    /// The fields of an object, also of one that may be null, or that a list or a map holds.
    var inner: [SchemaField]? {
        switch self {
        case .object(let fields): fields
        case .nullable(let type), .list(let type, _), .map(let type, _): type.inner
        default: nil
        }
    }
}

extension JSONValue {
    /// The object with another value for a member; nil takes it away.
    func with(_ key: String, _ value: JSONValue?) -> JSONValue {
        var members = self.members ?? []
        let index = members.firstIndex { $0.key == key }
        switch (index, value) {
        case (let index?, let value?): members[index].value = value
        case (let index?, nil): members.remove(at: index)
        case (nil, let value?): members.append(JSONMember(key, value))
        case (nil, nil): break
        }
        return JSONValue(.object(members))
    }

    /// The object with every value changed.
    func mapValues(_ change: (JSONValue) -> JSONValue) -> JSONValue {
        JSONValue(.object((members ?? []).map { JSONMember($0.key, change($0.value)) }))
    }
}
