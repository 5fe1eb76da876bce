import JSON
import TemplateEngine

/// What templates see of a Lambda function: what is the same in every environment.
enum FunctionFields {
    /// One function and its completed spec.
    typealias Subject = (name: String, spec: JSONValue)

    static let record = Record<Subject>([
        .text("name") { $0.name },
        .text("aws_name") { $0.spec.text("aws_name") },
        .optionalText("runtime") { $0.spec.at("runtime")?.string },
        .optionalText("handler") { $0.spec.at("handler")?.string },
        .optionalText("s3_bucket") { $0.spec.at("s3_bucket")?.string },
        .flag("in_vpc") { $0.spec.isOn("in_vpc") },
        .flag("is_image") { $0.spec.at("image_uri") != nil },
        .records("permissions", Permission.record) { Permission.all(of: $0.spec) },
    ])

    /// The functions of a spec, sorted by name.
    static func all(of spec: JSONValue) -> [Subject] {
        spec.sortedMembers("functions").map { ($0.key, $0.value) }
    }
}
