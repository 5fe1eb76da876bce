import Diagnostics
import HCL
import Terraform

/// Rules of listeners as they stand in one environment.
enum ListenerRules {
    static let types = ["aws_alb_listener_rule", "aws_lb_listener_rule"]

    /// What tells a listener, load balancer or the like from all others: the resource that an argument leads to, or
    /// the text that it is; nil where neither is known.
    static func identity(of argument: String, in block: BlockInstance, _ trail: Trail) -> String? {
        guard let attribute = block.attribute(argument) else { return nil }
        if let origin = trail.origin(of: attribute.value, in: block) { return origin.identity }
        if case .string(let text) = block.value(of: attribute.value).plain { return text }
        return nil
    }
}
