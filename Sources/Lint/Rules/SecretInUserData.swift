import Diagnostics
import HCL
import Terraform

/// A secret in the user data of an instance (S-UDATA-01).
struct SecretInUserData: Rule {
    let id = "secret-in-user-data"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "S-UDATA-01"
    let summary = "a sensitive value in the user data of an instance"
    let explanation = """
        Everybody on the instance can read its user data, and so can everybody who may describe instances. Let the
        instance fetch secrets from Secrets Manager or the Parameter Store with its role.
        """

    private static let types = [
        "aws_instance", "aws_launch_configuration", "aws_launch_template", "aws_spot_instance_request",
    ]

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for environment in context.environments {
            for block in environment.values.resources(ofTypes: Self.types) {
                for name in ["user_data", "user_data_base64"] {
                    guard let attribute = block.attribute(name),
                        block.value(of: attribute.value).allMarks.contains(.sensitive)
                    else { continue }
                    report.add(
                        "the user data of \(block.address) holds a sensitive value",
                        at: attribute.value.range,
                        instance: block.instance, help: "let the instance fetch it with its role")
                }
            }
        }
    }
}
