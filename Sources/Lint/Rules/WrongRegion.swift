import Diagnostics
import HCL
import Terraform

/// What exists in us-east-1 only, under the provider of another region (X-PROV-04).
struct WrongRegion: Rule {
    let id = "wrong-region"
    let severity = Diagnostic.Severity.error
    let requirement: String? = "X-PROV-04"
    let summary = "something of CloudFront or Route 53 that belongs to us-east-1, in another region"
    let explanation = """
        CloudFront takes certificates, web ACLs and log deliveries of us-east-1 only, and the metrics of CloudFront and
        Route 53 are there too. Give the resource, or the call of its module, the provider of us-east-1. Regions are
        followed through the `providers` of all calls.
        """

    private static let home = "us-east-1"

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for environment in context.environments {
            let values = environment.values
            for block in values.resources(ofTypes: ["aws_wafv2_web_acl", "aws_wafv2_ip_set"])
            where block.value("scope")?.text == "CLOUDFRONT" {
                tell("scope", block, "the scope CLOUDFRONT is one of us-east-1", &report)
            }
            for block in values.resources(ofTypes: ["aws_cloudwatch_metric_alarm"]) {
                guard let namespace = block.value("namespace")?.text,
                    ["AWS/CloudFront", "AWS/Route53"].contains(namespace)
                else { continue }
                tell("namespace", block, "the metrics of \(namespace) are in us-east-1", &report, .warning)
            }
            checkTrails(values, Trail(values: values), &report)
        }
    }

    /// What stands elsewhere than where it is used.
    private func checkTrails(_ values: Evaluator, _ trail: Trail, _ report: inout RuleReport) {
        for block in values.resources(ofTypes: ["aws_cloudwatch_log_delivery_source"]) {
            guard let arn = block.attribute("resource_arn"),
                trail.instance(arn.value, in: block, ofType: "aws_cloudfront_distribution") != nil
            else { continue }
            tell("resource_arn", block, "CloudFront delivers its logs in us-east-1", &report)
        }
        for block in values.resources(ofTypes: ["aws_cloudfront_distribution"]) {
            for certificate in block.blocks("viewer_certificate") {
                guard let arn = certificate.attribute("acm_certificate_arn") else { continue }
                checkCertificate(arn, certificate, trail, &report)
            }
        }
    }

    private func checkCertificate(
        _ arn: Attribute, _ place: NestedBlock, _ trail: Trail, _ report: inout RuleReport
    ) {
        if case .string(let text) = (place.value("acm_certificate_arn") ?? .null).plain {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count > 5, parts[2] == "acm", parts[3] != Self.home else { return }
            return report.add(
                "CloudFront takes certificates of us-east-1 only, this one is of \(parts[3])",
                at: arn.value.range, instance: place.owner.instance)
        }
        for type in ["aws_acm_certificate", "aws_acm_certificate_validation"] {
            guard let source = trail.instance(arn.value, in: place, ofType: type),
                let provider = source.values.provider(of: source), let region = provider.region,
                region != Self.home
            else { continue }
            report.add(
                "CloudFront takes certificates of us-east-1 only, and \(source.address) is made in \(region)",
                at: arn.value.range, instance: place.owner.instance,
                notes: [
                    Diagnostic.Note("the certificate is declared here", at: source.resource.nameRange),
                    Diagnostic.Note("its provider is configured here", at: provider.range),
                ])
        }
    }

    private func tell(
        _ argument: String, _ block: BlockInstance, _ reason: String, _ report: inout RuleReport,
        _ severity: Diagnostic.Severity? = nil
    ) {
        guard let provider = block.values.provider(of: block), let region = provider.region,
            region != Self.home, let attribute = block.attribute(argument)
        else { return }
        report.add(
            "\(block.address) works in \(region), but \(reason)", at: attribute.value.range,
            instance: block.instance, severity: severity,
            notes: [Diagnostic.Note("the provider is configured here", at: provider.range)],
            help: "give it the provider of us-east-1")
    }
}
