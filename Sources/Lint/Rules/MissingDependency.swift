import Diagnostics
import HCL
import Terraform

/// A resource that needs another one and does not wait for it (L-DEP-01).
struct MissingDependency: Rule {
    let id = "missing-dependency"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "L-DEP-01"
    let summary = "a resource that does not wait for what AWS wants to be there first"
    let explanation = """
        A NAT gateway needs the internet gateway of its VPC, and replication needs the versioning of its bucket, but
        nothing in their arguments says so: Terraform makes both at once, and sometimes in the wrong order. In trees of
        infragen addresses wait for the internet gateway too, and ECS services for the policies of their roles. Write
        `depends_on`.
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for position in context.tree.modules.indices where context.isComplete[position] {
            let here = Here(context, position)
            checkGateways(here, isStrict: context.isStrict(self), &report)
            checkReplication(here, &report)
            if context.isStrict(self) { checkServices(here, &report) }
        }
    }

    /// One module.
    private struct Here {
        let module: Module
        let byType: [String: [Int]]
        let dependencies: LocalDependencies?

        init(_ context: LintContext, _ position: Int) {
            module = context.tree.modules[position]
            var byType: [String: [Int]] = [:]
            for type in MissingDependency.types {
                let places = context.index.places(type, .managed).filter { $0.module == position }
                if !places.isEmpty { byType[type] = places.map(\.resource) }
            }
            self.byType = byType
            let isLookedAt = MissingDependency.waiting.contains { byType[$0] != nil }
            dependencies = isLookedAt ? context.dependencies(in: position) : nil
        }

        func of(_ type: String) -> [Int] { byType[type] ?? [] }

        func needs(_ resource: Int, _ others: [Int]) -> Bool {
            dependencies.map { !$0.resources(neededBy: .resource(resource)).isDisjoint(with: others) } ?? true
        }
    }

    private static let policies = ["aws_iam_role_policy", "aws_iam_role_policy_attachment"]
    /// What may have to wait, and what for.
    private static let waiting = [
        "aws_ecs_service", "aws_eip", "aws_nat_gateway", "aws_s3_bucket_replication_configuration",
    ]
    private static let types = waiting + policies + ["aws_internet_gateway", "aws_s3_bucket_versioning"]

    private func checkGateways(_ here: Here, isStrict: Bool, _ report: inout RuleReport) {
        let gateways = here.of("aws_internet_gateway")
        guard let gateway = gateways.first else { return }
        for position in here.of("aws_nat_gateway") + (isStrict ? here.of("aws_eip") : [])
        where !here.needs(position, gateways) {
            let resource = here.module.resources[position]
            let name = here.module.resources[gateway].key
            // A private one has no use for the internet.
            if let kind = here.module.attribute("connectivity_type", in: resource.block.body),
                here.module.constantText(of: kind.value) != "public"
            {
                continue
            }
            report.add(
                "\(resource.key) does not wait for \(name)", at: resource.nameRange,
                help: "add depends_on = [\(name)]")
        }
    }

    private func checkReplication(_ here: Here, _ report: inout RuleReport) {
        for position in here.of("aws_s3_bucket_replication_configuration") {
            guard let buckets = here.dependencies?.resources(neededBy: .resource(position)) else { continue }
            // The versioning of the buckets that it replicates from or to in this module.
            let versionings = here.of("aws_s3_bucket_versioning").filter { versioning in
                let own = here.dependencies?.resources(neededBy: .resource(versioning)) ?? []
                return own.contains {
                    here.module.resources[$0].type.text == "aws_s3_bucket" && buckets.contains($0)
                }
            }
            guard let versioning = versionings.first, !here.needs(position, versionings) else { continue }
            let name = here.module.resources[versioning].key
            report.add(
                "\(here.module.resources[position].key) does not wait for \(name)",
                at: here.module.resources[position].nameRange, help: "add depends_on = [\(name)]")
        }
    }

    private func checkServices(_ here: Here, _ report: inout RuleReport) {
        let policies = Self.policies.flatMap(here.of)
        guard let policy = policies.first else { return }
        for position in here.of("aws_ecs_service") where !here.needs(position, policies) {
            let resource = here.module.resources[position]
            report.add(
                "\(resource.key) does not wait for the policies of its roles", at: resource.nameRange,
                help: "add depends_on = [\(here.module.resources[policy].key)]")
        }
    }
}
