import JSON
import Spec

/// The services of a random system.
struct ServiceArrangement {
    var writer: SpecWriter
    let fields: [SchemaField]
    let regions: [String]

    /// The other sections.
    let root: JSONValue

    private var hasDefault = false

    init(writer: SpecWriter, fields: [SchemaField], regions: [String], root: JSONValue) {
        self.writer = writer
        self.fields = fields
        self.regions = regions
        self.root = root
    }

    /// Some services by name.
    mutating func services(_ count: ClosedRange<Int>) -> [JSONMember] {
        let names = writer.random.some(count, of: Words.keys("services") ?? [])
        return names.enumerated().map { JSONMember($0.element, service($0.element, index: $0.offset)) }
    }

    private mutating func service(_ name: String, index: Int) -> JSONValue {
        let apart: Set = [
            "routing", "exposure", "listener_port", "protocol", "cpu", "memory", "was", "connects_to",
        ]
        var value = writer.object(fields, "services.*", percent: 22, except: apart)
        value = withSize(value)
        value = withRoute(value, name, index: index)
        let parts = ["database", "cache"].filter { root[$0]?.members != nil }
        value = value.with("connects_to", .array(writer.random.some(0...2, of: parts).map { .string($0) }))
        if let secrets = value["secrets"] {
            value = value.with("secrets", secrets.mapValues { _ in secret() })
        }
        if root["registry"]?["repositories"] != nil, writer.random.happens(50) {
            value = value.with("image_repository", "registry:app")
        }
        if let pipeline = value["pipeline"], pipeline.members != nil {
            let image = "123456789012.dkr.ecr.{region}.amazonaws.com/demo/\(name)"
            value = value.with("pipeline", self.pipeline(pipeline)).with("image_repository", .string(image))
            if pipeline["deployment"]?.string == "blue_green" { value = value.with("canary", .none) }
        }
        if writer.random.happens(8) {
            let port = value["port"]?.int ?? 3000
            value = value.with("container_definitions_file", .string("containers/\(name)/\(port).json"))
        }
        if writer.random.happens(8) { value = value.with("aws_name", .string("old-\(index)")) }
        if value["desired_count"] != nil || value["autoscaling"]?["max_capacity"] != nil {
            let scaling = (value["autoscaling"] ?? [:]).with("min_capacity", 1).with("max_capacity", 8)
            value = value.with("desired_count", .int(writer.random.int(1...4))).with("autoscaling", scaling)
        }
        if value["desired_count"] != nil, writer.random.happens(50) {
            let members = regions.map { JSONMember($0, .int(writer.random.int(1...4))) }
            value = value.with("region_desired_count", JSONValue(.object(members)))
        }
        return value
    }

    /// A pair of CPU and memory that Fargate knows, and a strategy for which there is capacity.
    private mutating func withSize(_ service: JSONValue) -> JSONValue {
        let sizes = [
            (256, 512), (256, 2048), (512, 1024), (1024, 2048), (1024, 8192), (4096, 8192), (4096, 30720),
        ]
        var value = service
        if writer.random.happens(60), let (cpu, memory) = writer.random.one(of: sizes) {
            value = value.with("cpu", .int(cpu)).with("memory", .int(memory))
        }
        guard value["capacity_provider_strategy"] != nil else { return value }
        let hasInstances = root["cluster"]?["ec2_capacity"]?.members != nil
        let strategy: JSONValue =
            hasInstances && writer.random.happens(50)
            ? ["EC2": ["weight": 1]]
            : [
                "FARGATE": ["weight": .int(writer.random.int(1...4)), "base": 1],
                "FARGATE_SPOT": ["weight": 2],
            ]
        return value.with("capacity_provider_strategy", strategy)
    }

    private mutating func withRoute(_ service: JSONValue, _ name: String, index: Int) -> JSONValue {
        let lot = writer.random.int(1...100)
        if lot > 85 { return service.with("exposure", "none").with("canary", .none) }
        if lot > 70 {
            let kinds = root["dns"] == nil ? ["TCP", "UDP", "TCP_UDP"] : ["TCP", "TLS", "UDP"]
            let value = service.with("exposure", "nlb").with("canary", .none)
            let kind = writer.random.one(of: kinds) ?? "TCP"
            return value.with("listener_port", .int(2000 + index)).with("protocol", .string(kind))
        }
        var routing: JSONValue = [:]
        if !hasDefault, writer.random.happens(60) {
            hasDefault = true
            routing = routing.with("default", true)
        }
        if routing["default"] == nil || writer.random.happens(30) {
            routing = routing.with("priority", .int((index + 1) * 10))
            if root["dns"] != nil, writer.random.happens(40) {
                routing = routing.with("hosts", [.string("\(name).{domain}")])
            }
            if routing["hosts"] == nil || writer.random.happens(30) {
                routing = routing.with("paths", [.string("/\(name)"), .string("/v2/\(name)/*")])
            }
            if writer.random.happens(20) { routing = routing.with("exact", true) }
        }
        return service.with("routing", routing)
    }

    private mutating func secret() -> JSONValue {
        switch writer.random.int(1...3) {
        case 1: ["secret": "demo/token", "key": "api_key"]
        case 2: ["parameter": "/demo/level"]
        default: root["database"]?.members == nil ? ["secret": "demo/token"] : ["database": "secret"]
        }
    }

    private mutating func pipeline(_ value: JSONValue) -> JSONValue {
        guard writer.random.happens(70) else {
            return value.with("source", ["type": "codecommit", "repository": "app"])
        }
        let arn =
            "arn:aws:codeconnections:\(regions[0]):123456789012:connection/11111111-2222-3333-4444-555555555555"
        return value.with("source", ["connection_arn": .string(arn), "repository": "demo/app"])
    }
}
