import JSON

/// The certificate of the load balancers and of CloudFront.
public struct CertificateSpec: Sendable {
    /// The main name.
    public let domainName: String

    /// The further names.
    public let subjectAlternativeNames: [String]

    /// Certificates that exist already, by region; they are used instead of a new one.
    public let existingARNs: [String: String]

    /// Tags of the certificates that exist already, one in each region.
    public let existingTags: [String: String]

    init(_ object: inout ObjectReader, _ context: SpecContext) {
        domainName = object.value(
            "domain_name", .host(in: context.domain), default: .string(context.domain ?? ""),
            derived: "dns.domain",
            .perEnvironment,
            help: "main name of the certificate, in the zone")
        subjectAlternativeNames = object.value(
            "subject_alternative_names", .list(of: .host(in: context.domain)),
            default: context.domain.map { [.string("*.\($0)")] } ?? [], derived: "*.<dns.domain>",
            .perEnvironment,
            help: "further names of the certificate, in the zone")
        existingARNs = object.value(
            "existing_arns", .map(of: .string), default: [:],
            help: "region and ARN of certificates that exist already, instead of new ones")
        existingTags = object.value(
            "existing_tags", .map(of: .string), default: [:], .perEnvironment,
            help:
                "tags of certificates that exist already in every region and in us-east-1, instead of new ones"
        )
    }

    /// All names of the certificate.
    public var names: [String] { [domainName] + subjectAlternativeNames }
}
