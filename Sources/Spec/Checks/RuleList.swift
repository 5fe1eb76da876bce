extension SpecRule {
    /// E-GEN-01; found by the JSON parser.
    static let invalidJSON = error("invalid-json", "E-GEN-01", "a text that is not JSON")

    /// E-GEN-03; found by the JSON parser.
    static let duplicateKey = error("duplicate-key", "E-GEN-03", "a key that appears twice in an object")

    /// Found by the JSON parser.
    static let invalidUTF8 = error("invalid-utf-8", "", "a file that is not encoded as UTF-8")

    /// Found by the JSON parser.
    static let deepNesting = error("deep-nesting", "", "arrays and objects nested too deep")

    /// The file that `SystemRecord` reads.
    static let brokenRecord = warning("broken-record", "", "a record of the last render that cannot be read")

    /// Every rule about specs, by subject.
    public static let all: [SpecRule] =
        [.invalidJSON, .duplicateKey, .invalidUTF8, .deepNesting, .brokenRecord] + GeneralChecks.rules
        + NameChecks.rules
        + TerraformChecks.rules + EnvironmentChecks.rules + SharedNameChecks.rules + ChangeChecks.rules
        + RenameChecks.rules + ExistingChecks.rules + RegionChecks.rules
        + NetworkChecks.rules
        + SubnetChecks.rules + DNSChecks.rules + CertificateChecks.rules + ServiceChecks.rules
        + TaskChecks.rules
        + DeploymentChecks.rules + CapacityChecks.rules + AccessChecks.rules + HealthChecks.rules
        + ScalingChecks.rules + RoutingChecks.rules + RouteOverlapChecks.rules + CanaryChecks.rules
        + DatabaseChecks.rules + CDNChecks.rules + OriginChecks.rules + NotificationChecks.rules
        + BackupChecks.rules + CostChecks.rules + SecurityChecks.rules + StorageChecks.rules
        + FunctionChecks.rules + PipelineChecks.rules + TagChecks.rules + ApplicationChecks.rules
}
