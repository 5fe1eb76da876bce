import Diagnostics
import HCL
import Terraform

/// Subnets of one VPC that overlap, or that lie outside of it.
struct OverlappingSubnets: Rule {
    let id = "overlapping-subnets"
    let severity = Diagnostic.Severity.error
    let requirement: String? = nil
    let summary = "subnets of one VPC that overlap, or that lie outside of its range"
    let explanation = """
        Each subnet has a part of the VPC's range for itself. The ranges are followed through variables, the values of
        each environment, and the functions that divide ranges (`cidrsubnet`, `cidrsubnets`).
        """

    private struct Subnet {
        var block: BlockInstance
        var attribute: Attribute
        var range: IPv4Range
    }

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for environment in context.environments {
            let trail = Trail(values: environment.values)
            var subnets: [String: [Subnet]] = [:]
            for block in environment.values.resources(ofTypes: ["aws_subnet"]) where block.isCertain {
                guard let attribute = block.attribute("cidr_block"),
                    let range = block.value(of: attribute.value).text.flatMap(IPv4Range.init),
                    let vpc = ListenerRules.identity(of: "vpc_id", in: block, trail)
                else { continue }
                let subnet = Subnet(block: block, attribute: attribute, range: range)
                checkOverlap(subnet, subnets[vpc] ?? [], &report)
                checkBounds(subnet, environment.values, trail, &report)
                subnets[vpc, default: []].append(subnet)
            }
        }
    }

    private func checkOverlap(_ subnet: Subnet, _ others: [Subnet], _ report: inout RuleReport) {
        guard let other = others.first(where: { $0.range.overlaps(subnet.range) }) else { return }
        report.add(
            "\(subnet.block.address) has the range \(subnet.range), "
                + "which overlaps with \(other.range) of \(other.block.address)",
            at: subnet.attribute.value.range, instance: subnet.block.instance,
            notes: [Diagnostic.Note("the other is declared here", at: other.block.resource.nameRange)])
    }

    private func checkBounds(
        _ subnet: Subnet, _ values: Evaluator, _ trail: Trail, _ report: inout RuleReport
    ) {
        guard let id = subnet.block.attribute("vpc_id"),
            let vpc = trail.instance(id.value, in: subnet.block, ofType: "aws_vpc"),
            let own = vpc.value("cidr_block")?.text.flatMap(IPv4Range.init), !own.contains(subnet.range),
            values.resources(ofTypes: ["aws_vpc_ipv4_cidr_block_association"]).isEmpty
        else { return }
        report.add(
            "\(subnet.block.address) has the range \(subnet.range), which lies outside of \(own) of \(vpc.address)",
            at: subnet.attribute.value.range, instance: subnet.block.instance,
            notes: [Diagnostic.Note("the VPC is declared here", at: vpc.resource.nameRange)])
    }
}

/// A range of IPv4 addresses.
struct IPv4Range: CustomStringConvertible {
    let start: UInt32
    let length: Int

    /// Reads `10.0.0.0/16`; nil for all else.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let length = Int(parts[1]), (0...32).contains(length) else { return nil }
        let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard numbers.count == 4 else { return nil }
        var address: UInt32 = 0
        for number in numbers {
            guard let number else { return nil }
            address = address << 8 | UInt32(number)
        }
        start = address & Self.mask(length)
        self.length = length
    }

    private static func mask(_ length: Int) -> UInt32 { length == 0 ? 0 : ~UInt32(0) << UInt32(32 - length) }

    func contains(_ other: IPv4Range) -> Bool {
        length <= other.length && other.start & Self.mask(length) == start
    }

    func overlaps(_ other: IPv4Range) -> Bool { contains(other) || other.contains(self) }

    var description: String {
        let numbers = [24, 16, 8, 0].map { String(start >> UInt32($0) & 255) }
        return numbers.joined(separator: ".") + "/\(length)"
    }
}
