import Diagnostics
import HCL
import Terraform

/// Encryption of connections that is out of date (S-TLS-01).
struct WeakTLS: Rule {
    let id = "weak-tls"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "S-TLS-01"
    let summary = "a listener or distribution that takes TLS 1.0 or 1.1"
    let explanation = """
        A listener without `ssl_policy` gets one of 2016, which takes TLS 1.0; a distribution with a certificate of its
        own and without `minimum_protocol_version` takes TLS 1.0 as well. In trees of infragen the oldest that counts
        is TLSv1.2_2021.
        """

    /// Policies that take older protocols than TLS 1.2.
    private static let old: Set = [
        "ELBSecurityPolicy-2015-05", "ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-FS-1-1-2019-08",
        "ELBSecurityPolicy-FS-2018-06", "ELBSecurityPolicy-TLS-1-0-2015-04",
        "ELBSecurityPolicy-TLS-1-1-2017-01",
        "ELBSecurityPolicy-TLS13-1-0-2021-06", "ELBSecurityPolicy-TLS13-1-1-2021-06",
    ]

    private static let oldVersions: Set = ["SSLv3", "TLSv1", "TLSv1.1_2016", "TLSv1_2016"]
    private static let passable: Set = ["TLSv1.2_2018", "TLSv1.2_2019"]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for environment in context.environments {
            for block in environment.values.resources(ofTypes: ["aws_alb_listener", "aws_lb_listener"]) {
                check(listener: block, &report)
            }
            for block in environment.values.resources(ofTypes: ["aws_cloudfront_distribution"]) {
                for certificate in block.blocks("viewer_certificate") {
                    check(certificate, block, isStrict: context.isStrict(self), &report)
                }
            }
        }
    }

    private func check(listener block: BlockInstance, _ report: inout RuleReport) {
        guard let attribute = block.attribute("protocol"), let name = block.value(of: attribute.value).text,
            ["HTTPS", "TLS"].contains(name)
        else { return }
        guard let policy = block.attribute("ssl_policy") else {
            return report.add(
                "\(block.address) has no \"ssl_policy\", so it takes TLS 1.0", at: attribute.range,
                instance: block.instance, help: "set ssl_policy = \"ELBSecurityPolicy-TLS13-1-2-2021-06\"")
        }
        guard let text = block.value(of: policy.value).text, Self.old.contains(text) else { return }
        report.add(
            "the policy \"\(text)\" of \(block.address) takes TLS 1.1 or older", at: policy.value.range,
            instance: block.instance, help: "use ELBSecurityPolicy-TLS13-1-2-2021-06")
    }

    private func check(
        _ certificate: NestedBlock, _ block: BlockInstance, isStrict: Bool, _ report: inout RuleReport
    ) {
        // Distributions with CloudFront's own certificate cannot choose.
        guard certificate.attribute("cloudfront_default_certificate") == nil else { return }
        guard let version = certificate.attribute("minimum_protocol_version") else {
            return report.add(
                "\(block.address) has no \"minimum_protocol_version\", so it takes TLS 1.0",
                at: certificate.headerRange, instance: block.instance,
                help: "set minimum_protocol_version = \"TLSv1.2_2021\"")
        }
        guard let text = certificate.value("minimum_protocol_version")?.text,
            Self.oldVersions.contains(text) || (isStrict && Self.passable.contains(text))
        else { return }
        report.add(
            "\(block.address) takes \(text)", at: version.value.range, instance: block.instance,
            help: "use TLSv1.2_2021 or a newer one")
    }
}
