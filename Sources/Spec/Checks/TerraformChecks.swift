extension SpecRule {
    /// E-TF-01.
    static let oldTerraform = error(
        "old-terraform", "E-TF-01", "a Terraform constraint that is none, or that admits versions before 1.9")

    /// E-TF-02.
    static let oldProvider = error("old-provider", "E-TF-02", "a provider constraint that admits no 6.x")

    /// W-TF-03.
    static let unboundedProvider = warning(
        "unbounded-provider", "W-TF-03", "a provider constraint that also admits the next major version")

    /// W-BCK-01.
    static let localState = warning("local-state", "W-BCK-01", "a state in a local file, which nothing locks")

    /// E-BCK-02.
    static let unsupportedLockFile = error(
        "unsupported-lock-file", "E-BCK-02",
        "lock files with a Terraform constraint that admits versions before 1.10")

    /// E-BCK-03.
    static let unsupportedWriteOnly = error(
        "unsupported-write-only", "E-BCK-03",
        "write-only secrets with a Terraform constraint that admits versions before 1.11")

    /// W-BCK-04.
    static let deprecatedLocking = warning(
        "deprecated-locking", "W-BCK-04", "DynamoDB locking where Terraform has replaced it")
}

/// Rules about versions and the state.
enum TerraformChecks {
    typealias Version = VersionConstraint.Version

    static let rules: [SpecRule] = [
        .oldTerraform, .oldProvider, .unboundedProvider, .localState, .unsupportedLockFile,
        .unsupportedWriteOnly,
        .deprecatedLocking,
    ]
    static let once: [Check] = [requiredVersion, providerVersion, backend, locking, writeOnlySecrets]

    private static let versionPath = SpecPath.root["terraform"]["required_version"]

    /// The oldest version of Terraform that the tree works with: its validations look at several variables.
    private static let oldest = Version(major: 1, minor: 9, patch: 0)

    /// The lowest version of Terraform that the constraint admits; nil for a text that is no constraint.
    private static func lowest(_ run: CheckRun) -> Version? {
        guard let constraint = VersionConstraint(run.spec.terraform.requiredVersion) else { return nil }
        return constraint.lowerBound ?? Version(major: 0, minor: 0, patch: 0)
    }

    @Sendable private static func requiredVersion(_ run: inout CheckRun) {
        let text = run.spec.terraform.requiredVersion
        guard let lowest = lowest(run) else {
            run.report(
                .oldTerraform, versionPath, "\"\(text)\" is no version constraint",
                help: "write it as Terraform does: \">= 1.10\"")
            return
        }
        guard lowest < oldest else { return }
        run.report(
            .oldTerraform, versionPath, "\"\(text)\" admits versions before 1.9, which the tree needs",
            help: "write \">= 1.10\"")
    }

    @Sendable private static func providerVersion(_ run: inout CheckRun) {
        let path = SpecPath.root["terraform"]["aws_provider_version"]
        let text = run.spec.terraform.awsProviderVersion
        guard let constraint = VersionConstraint(text) else {
            run.report(
                .oldProvider, path, "\"\(text)\" is no version constraint",
                help: "write it as Terraform does: \"~> 6.0\"")
            return
        }
        let (six, seven) = (Version(major: 6, minor: 0, patch: 0), Version(major: 7, minor: 0, patch: 0))
        if !constraint.admits(from: six, to: seven) {
            run.report(.oldProvider, path, "\"\(text)\" admits no 6.x", help: "write \"~> 6.0\"")
        } else if constraint.upperBound.map({ $0 > seven }) ?? true {
            run.report(.unboundedProvider, path, "\"\(text)\" also admits 7.0", help: "write \"~> 6.0\"")
        }
    }

    @Sendable private static func backend(_ run: inout CheckRun) {
        guard run.spec.backend == nil else { return }
        run.reportSentence(
            .localState, .root["backend"], "no backend: the state stays in a local file and is not locked",
            help:
                "add \"backend\": { \"bucket\": ... }; the tree holds a bootstrap root that makes the bucket")
    }

    @Sendable private static func locking(_ run: inout CheckRun) {
        guard let locking = run.spec.backend?.locking, let lowest = lowest(run) else { return }
        let path = SpecPath.root["backend"]["locking"]
        if locking != .dynamodb, lowest >= oldest, lowest < Version(major: 1, minor: 10, patch: 0) {
            run.report(
                .unsupportedLockFile, path, "\"\(locking.rawValue)\" needs Terraform 1.10",
                with: [versionPath],
                help: "raise terraform.required_version to \">= 1.10\", or use \"dynamodb\"")
        }
        if locking != .s3, lowest >= Version(major: 1, minor: 11, patch: 0) {
            run.report(
                .deprecatedLocking, path, "DynamoDB locking is deprecated since Terraform 1.11",
                with: [versionPath], help: "use \"s3\", which works with your required_version")
        }
    }

    @Sendable private static func writeOnlySecrets(_ run: inout CheckRun) {
        guard run.spec.terraform.writeOnlySecrets, let lowest = lowest(run) else { return }
        guard lowest < Version(major: 1, minor: 11, patch: 0) else { return }
        run.report(
            .unsupportedWriteOnly, .root["terraform"]["write_only_secrets"],
            "write-only arguments need Terraform 1.11",
            with: [versionPath], help: "raise terraform.required_version to \">= 1.11\"")
    }
}
