import Diagnostics
import JSON

extension SpecRule {
    /// E-SVC-04.
    static let illegalFargateSize = error(
        "illegal-fargate-size", "E-SVC-04", "CPU and memory that no Fargate task can have together")

    /// W-SVC-05.
    static let oversizedTask = warning(
        "oversized-task", "W-SVC-05", "a task larger than 4 vCPU or 30 GiB, the usual range")

    /// E-SVC-14.
    static let illegalContainerDefinitions = error(
        "illegal-container-definitions", "E-SVC-14",
        "a file of container definitions that is missing, no JSON, or without the service's container and port"
    )

    /// E-SVC-15.
    static let architectureMismatch = error(
        "architecture-mismatch", "E-SVC-15", "tasks of one CPU architecture on instances of another")
}

/// Rules about tasks and their containers.
enum TaskChecks {
    static let rules: [SpecRule] = [
        .illegalFargateSize, .oversizedTask, .illegalContainerDefinitions, .architectureMismatch,
    ]
    static let all: [Check] = [fargateSizes, largeTasks, containerDefinitions, architectures]

    @Sendable private static func fargateSizes(_ run: inout CheckRun) {
        for service in run.spec.services where service.strategy["EC2"] == nil {
            let (cpu, memory) = (service.task.cpu, service.task.memory)
            guard let legal = FargateTable.memory(cpu: cpu), !legal.contains(memory) else { continue }
            let list =
                legal.count <= 4
                ? legal.map(String.init).joined(separator: ", ", last: " or ")
                : "\(legal[0]) to \(legal[legal.count - 1]) in steps of \(legal[1] - legal[0])"
            let fitting = FargateTable.sizes.first { $0.memory.contains(memory) }?.cpu
            run.reportSentence(
                .illegalFargateSize, service.path["memory"],
                "services.\(service.name): cpu \(cpu) allows memory \(list); found \(memory)",
                with: [service.path["cpu"]],
                help: fitting.map { "use another memory, or cpu \($0) with \(memory)" }
                    ?? "use another memory")
        }
    }

    @Sendable private static func largeTasks(_ run: inout CheckRun) {
        for service in run.spec.services where service.task.cpu > 4096 {
            run.report(
                .oversizedTask, service.path["cpu"],
                "\(service.task.cpu / 1024) vCPU are beyond the usual range of a task (256-4096 CPU units)",
                help: "more and smaller tasks replace each other more smoothly")
        }
    }

    @Sendable private static func containerDefinitions(_ run: inout CheckRun) {
        guard let readFile = run.options.readFile else { return }
        for service in run.spec.services {
            guard let file = service.task.containerDefinitionsFile else { continue }
            let path = service.path["container_definitions_file"]
            if let problem = problem(with: readFile(file), service) {
                run.reportSentence(
                    .illegalContainerDefinitions, path, "\(path): \(file) \(problem)",
                    help:
                        "it holds a list of containers, one of them named as the service; paths start at the spec"
                )
            }
        }
    }

    /// What is wrong with a file of container definitions; nil when nothing is.
    private static func problem(with bytes: [UInt8]?, _ service: ServiceSpec) -> String? {
        guard let bytes else { return "cannot be read" }
        let (value, diagnostics) = JSONParser.parse(bytes, file: FileID(index: 0))
        guard let value, diagnostics.isEmpty else { return "is not JSON" }
        guard let containers = value.elements else { return "is not a list" }
        guard let container = containers.first(where: { $0["name"]?.string == service.awsName }) else {
            return "has no container \"\(service.awsName)\""
        }
        let ports = container["portMappings"]?.elements?.compactMap { $0["containerPort"]?.int } ?? []
        guard service.exposure == .none || ports.contains(service.port) else {
            return "has no port \(service.port) in its container \"\(service.awsName)\""
        }
        return nil
    }

    @Sendable private static func architectures(_ run: inout CheckRun) {
        guard let capacity = run.spec.cluster.ec2Capacity else { return }
        let offered = InstanceType.isARM(capacity.instanceType) ? "ARM64" : "X86_64"
        for service in run.spec.services where service.strategy["EC2"] != nil {
            guard service.task.cpuArchitecture != offered else { continue }
            run.report(
                .architectureMismatch, service.path["cpu_architecture"],
                "\(service.task.cpuArchitecture) tasks cannot run on \(capacity.instanceType), which is \(offered)",
                with: [.root["cluster"]["ec2_capacity"]["instance_type"]],
                help: "change cpu_architecture or cluster.ec2_capacity.instance_type")
        }
    }
}

/// What the name of an instance type says.
enum InstanceType {
    /// Whether instances of the type have Graviton processors: `t4g`, `m7gd`, `a1`.
    static func isARM(_ type: String) -> Bool {
        let family = type.prefix { $0 != "." }
        if family == "a1" { return true }
        // Letters, the number of the generation, and then what the type has: "g" stands for Graviton.
        let features = family.drop { !$0.isNumber }.drop { $0.isNumber }
        return features.contains("g") && !family.hasPrefix("p") && !family.hasPrefix("f")
    }
}
