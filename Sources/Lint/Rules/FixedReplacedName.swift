import Diagnostics
import HCL
import Terraform

/// A resource that is made anew before the old one goes, under a name that both would have (N-CBD-01).
struct FixedReplacedName: Rule {
    let id = "fixed-replaced-name"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "N-CBD-01"
    let summary = "create_before_destroy on a resource whose name is fixed and can be taken only once"
    let explanation = """
        When something forces a replacement, the new resource is made while the old one still has the name, and AWS
        refuses it. Use `name_prefix`, or put into the name what forces the replacement: a hash of the port and the
        protocol of a target group, for instance.
        """

    /// The types with unique names that changes of other arguments replace.
    private static let types = [
        "aws_security_group", "aws_lb_target_group", "aws_alb_target_group", "aws_launch_configuration",
        "aws_db_parameter_group", "aws_rds_cluster_parameter_group", "aws_elasticache_parameter_group",
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for block in context.blocks(Self.types)
        where block.resource.lifecycle?.createsBeforeDestroying == true {
            guard let name = block.attribute("name"), block.attribute("name_prefix") == nil,
                NameParts(context, block.modulePosition).isFixed(name.value, depth: 8)
            else { continue }
            report.add(
                "the name of \(block.resource.key) stays the same when it is replaced, "
                    + "and the old one still has it then",
                at: name.range, help: "use name_prefix, or put what forces the replacement into the name")
        }
    }
}

/// What a name is made of.
private struct NameParts {
    let context: LintContext
    let position: Int
    let module: Module

    init(_ context: LintContext, _ position: Int) {
        self.context = context
        self.position = position
        module = context.tree.modules[position]
    }

    /// Functions that hand on what they get, so that a name made with them changes with its parts only.
    private static let plain: Set = [
        "format", "join", "lower", "upper", "replace", "substr", "trimprefix", "trimsuffix", "trim", "title",
        "coalesce", "tostring", "element", "trimspace",
    ]

    /// Whether a name is put together from texts, variables and keys, and nothing else.
    func isFixed(_ expression: Expression, depth: Int) -> Bool {
        guard depth > 0 else { return false }
        switch expression {
        case .literal: return true
        case .template, .parentheses, .conditional, .operation, .unaryOperation, .tuple:
            return allFixed(expression, depth)
        case .call(let call):
            guard let file = module.file(of: call.nameRange), Self.plain.contains(file.name(of: call)) else {
                return false
            }
            return allFixed(expression, depth)
        case .traversal(let traversal):
            guard let file = module.file(of: traversal.range) else { return false }
            switch file.root(of: traversal) {
            // A variable may hold a hash, or a name that changes in time, but mostly it does not.
            case "var": return position == 0 || !isComputed(traversal, file, depth)
            case "each", "count": return true
            case "local":
                guard case .attribute(let step)? = traversal.steps.first, traversal.steps.count == 1,
                    let local = module.locals[file.text(of: step.nameRange)]
                else { return false }
                return isFixed(local.value, depth: depth - 1)
            default: return false
            }
        default: return false
        }
    }

    private func allFixed(_ expression: Expression, _ depth: Int) -> Bool {
        var isFixed = true
        expression.forEachChild { if !self.isFixed($0, depth: depth - 1) { isFixed = false } }
        return isFixed
    }

    /// Whether a caller makes the value of a variable from something that changes.
    private func isComputed(_ traversal: Traversal, _ file: ConfigFile, _ depth: Int) -> Bool {
        guard case .attribute(let step)? = traversal.steps.first else { return true }
        let name = file.text(of: step.nameRange)
        return context.callers[position].contains { caller in
            let module = context.tree.modules[caller.module]
            guard
                let argument = module.calls[caller.call].arguments.first(where: {
                    module.name(of: $0) == name
                })
            else { return false }
            return !NameParts(context, caller.module).isFixed(argument.value, depth: depth - 1)
        }
    }
}
