import JSON

/// The certificate of the load balancers and of CloudFront.
public struct CertificateSpec: Sendable {
    /// The main name.
    public let domainName: String

    /// The further names.
    public let subjectAlternativeNames: [String]

    /// Certificates that exist already, by region; they are used instead of a new one.
    public let existingARNs: [String: String]

    init(_ object: inout ObjectReader, _ context: SpecContext) {
        domainName = object.value(
            "domain_name", .string, default: .string(context.zone ?? ""), derived: "dns.zone",
            .perEnvironment,
            help: "main name of the certificate, in the zone")
        subjectAlternativeNames = object.value(
            "subject_alternative_names", .list(of: .string),
            default: context.zone.map { [.string("*.\($0)")] } ?? [], derived: "*.<dns.zone>",
            .perEnvironment,
            help: "further names of the certificate, in the zone")
        existingARNs = object.value(
            "existing_arns", .map(of: .string), default: [:],
            help: "region and ARN of certificates that exist already, instead of new ones")
    }

    /// All names of the certificate.
    public var names: [String] { [domainName] + subjectAlternativeNames }
}
