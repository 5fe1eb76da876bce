import Diagnostics
import HCL
import Terraform

/// One rule of a security group that lets something in, however it is written.
struct IngressRule {
    let block: BlockInstance

    /// Where the rule says from where.
    let place: SourceRange

    /// Whether it lets in the whole internet.
    let isOpen: Bool

    /// The ports; nil where all are meant, or where they are not known.
    let ports: ClosedRange<Int>?

    /// Whether all protocols and ports are meant.
    let isForEverything: Bool

    /// The argument that names the group; nil for a rule in the group itself.
    let group: Attribute?

    /// Every rule that lets something in, in all scopes.
    static func all(in values: Evaluator) -> [IngressRule] {
        var result: [IngressRule] = []
        for block in values.resources(ofTypes: ["aws_vpc_security_group_ingress_rule"]) {
            result += rule(
                of: block, block.resource.block.body, [], protocol: "ip_protocol",
                cidrs: ["cidr_ipv4", "cidr_ipv6"])
        }
        for block in values.resources(ofTypes: ["aws_security_group_rule"])
        where block.value("type")?.text == "ingress" {
            result += rule(
                of: block, block.resource.block.body, [], protocol: "protocol",
                cidrs: ["cidr_blocks", "ipv6_cidr_blocks"])
        }
        for block in values.resources(ofTypes: ["aws_default_security_group", "aws_security_group"]) {
            for nested in block.blocks("ingress") {
                result += rule(
                    of: block, nested.body, nested.iterators, protocol: "protocol",
                    cidrs: ["cidr_blocks", "ipv6_cidr_blocks"])
            }
        }
        return result
    }

    private static func rule(
        of block: BlockInstance, _ body: Body, _ iterators: [BlockIterator], protocol name: String,
        cidrs: [String]
    ) -> [IngressRule] {
        func value(_ name: String) -> Value? {
            block.attribute(name, in: body).map { block.value(of: $0.value, iterators) }
        }
        var rules: [IngressRule] = []
        for argument in cidrs {
            guard let attribute = block.attribute(argument, in: body) else { continue }
            let given = block.value(of: attribute.value, iterators)
            let texts = given.items?.compactMap(\.text) ?? given.text.map { [$0] } ?? []
            let from = value("from_port")?.integer
            let to = value("to_port")?.integer
            let ports = from.flatMap { from in to.flatMap { from <= $0 ? from...$0 : nil } }
            let isForEverything = ["-1", "all"].contains(value(name)?.text ?? "")
            rules.append(
                IngressRule(
                    block: block, place: attribute.value.range,
                    isOpen: texts.contains("0.0.0.0/0") || texts.contains("::/0"), ports: ports,
                    isForEverything: isForEverything, group: block.attribute("security_group_id", in: body)))
        }
        return rules
    }
}
