/// The capacity units of AWS managed rule groups (AWS WAF developer guide, "AWS Managed Rules rule groups list").
enum WebACLTable {
    /// What the price of a web ACL includes.
    static let includedCapacity = 1500

    /// The groups that every web ACL of infragen has.
    static let standard = [
        "AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet",
        "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesSQLiRuleSet",
    ]

    /// The units of these groups and of the rate limit.
    static let standardCapacity = 25 + 700 + 200 + 200 + 2

    /// The further groups there are, by name.
    static let names = capacities.map(\.name)

    /// The units of a further group; nil for one that AWS does not have.
    static func capacity(of name: String) -> Int? { capacities.first { $0.name == name }?.units }

    private static let capacities: [(name: String, units: Int)] = [
        ("AWSManagedRulesAdminProtectionRuleSet", 100),
        ("AWSManagedRulesAnonymousIpList", 50),
        ("AWSManagedRulesAntiDDoSRuleSet", 50),
        ("AWSManagedRulesBotControlRuleSet", 50),
        ("AWSManagedRulesLinuxRuleSet", 200),
        ("AWSManagedRulesPHPRuleSet", 100),
        ("AWSManagedRulesUnixRuleSet", 100),
        ("AWSManagedRulesWindowsRuleSet", 200),
        ("AWSManagedRulesWordPressRuleSet", 100),
    ]
}
