import JSON

/// Alarms and the dashboard.
public struct MonitoringSpec: Sendable {
    /// Whether there is a dashboard.
    public let dashboard: Bool

    init(_ object: inout ObjectReader) {
        object.readThresholds()
        dashboard = object.value("dashboard", .bool, default: true, help: "a dashboard over all regions")
    }
}

extension ObjectReader {
    /// Reads the thresholds of the alarms; only their bounds matter to the rules.
    fileprivate mutating func readThresholds() {
        let percent = FieldType<Double>.number(1...100, rule: .illegalThreshold)
        let amount = FieldType<Double>.number(0...Double.infinity, rule: .illegalThreshold)
        let lines: [(name: String, type: FieldType<Double>, standard: JSONValue, help: String)] = [
            ("cluster_cpu_percent", percent, 70, "average CPU of a cluster"),
            ("cpu_percent", percent, 80, "average CPU of a service"),
            ("memory_percent", percent, 90, "average memory of a service"),
            ("http_5xx_per_minute", amount, 10, "answers 5XX per minute"),
            ("unhealthy_targets", amount, 0, "unhealthy targets"),
            ("latency_seconds", amount, 1, "average seconds to an answer"),
            ("database_connections", amount, 500, "connections to a database instance"),
            ("database_free_memory_mib", amount, 256, "free MiB of a database instance"),
            ("replication_lag_ms", amount, 5000, "milliseconds that a replica is behind"),
        ]
        section("thresholds", help: "what raises an alarm") { object in
            for line in lines {
                _ = object.value(
                    line.name, line.type, default: line.standard, .perEnvironment,
                    help: line.help + " that raise an alarm")
            }
        }
    }
}

/// Backups by AWS Backup.
public struct BackupSpec: Sendable {
    /// Whether backups are taken.
    public let isEnabled: Bool

    /// When they are taken.
    public let schedule: String

    /// Days they are kept.
    public let retentionDays: Int

    /// Whether a copy goes to the first secondary region.
    public let copyToSecondary: Bool

    init(_ object: inout ObjectReader, _ context: SpecContext) {
        isEnabled = object.value("enabled", .bool, default: true, help: "take backups")
        schedule = object.value(
            "schedule", .string, default: "cron(0 3 * * ? *)", .perEnvironment,
            help: "cron or rate expression, in UTC")
        retentionDays = object.value(
            "retention_days", .integer(1...35000, rule: .illegalBackupPlan),
            default: .int(context.preset.backupDays ?? 30), .perEnvironment, help: "days backups are kept")
        copyToSecondary = object.value(
            "copy_to_secondary", .bool, default: .bool(context.isMultiRegion),
            derived: "true with two regions or more", help: "copy backups to the first secondary region")
    }
}

/// The budget.
public struct CostSpec: Sendable {
    /// US dollars a month.
    public let monthlyLimitUSD: Double

    /// The shares of the limit at which somebody is told.
    public let notifyAtPercent: [Int]

    /// Whether somebody is told when the forecast is above the limit.
    public let forecast: Bool

    /// How often anomalies are told: `IMMEDIATE`, `DAILY` or `WEEKLY`.
    public let anomalyFrequency: String

    init(_ object: inout ObjectReader) {
        monthlyLimitUSD = object.required(
            "monthly_limit_usd", .number(), fallback: 1, .perEnvironment, help: "US dollars a month")
        notifyAtPercent = object.value(
            "notify_at_percent", .list(of: .integer(1...1000), count: 0...10), default: [80, 100],
            .perEnvironment,
            help: "shares of the limit at which somebody is told, in percent")
        forecast = object.value(
            "forecast", .bool, default: true, .perEnvironment,
            help: "tell when the forecast is above the limit")
        _ = object.value(
            "anomaly_threshold_usd", .number(0...Double.infinity), default: 100, .perEnvironment,
            help: "US dollars from which an anomaly is told")
        anomalyFrequency = object.value(
            "anomaly_frequency", .choice(["IMMEDIATE", "DAILY", "WEEKLY"]), default: "IMMEDIATE",
            help: "how often anomalies are told")
        _ = object.optional(
            "existing_monitor_arn", .string,
            help: "anomaly monitor of the account, of which there can be one only")
    }
}

/// The buckets in each region.
public struct StorageSpec: Sendable {
    /// The buckets beside that of the logs.
    public let buckets: [String]

    /// The buckets that are replicated to the first secondary region.
    public let replicate: [String]

    /// Days after which logs move to Glacier; 0 for never.
    public let logGlacierDays: Int

    /// Days after which logs are deleted; 0 for never.
    public let logExpirationDays: Int

    init(_ object: inout ObjectReader) {
        buckets = object.value(
            "buckets", .list(of: .choice(["files", "backups"])), default: ["files", "backups"],
            help: "buckets beside that of the logs")
        replicate = object.value(
            "replicate", .list(of: .string), default: [], help: "buckets copied to the first secondary region"
        )
        logGlacierDays = object.value(
            "log_glacier_days", .integer(0...36500), default: 90, .perEnvironment,
            help: "days after which logs move to Glacier; 0 for never")
        logExpirationDays = object.value(
            "log_expiration_days", .integer(0...36500), default: 365, .perEnvironment,
            help: "days after which logs are deleted; 0 for never")
    }
}

/// What watches the account.
public struct SecuritySpec: Sendable {
    /// Whether API calls are recorded.
    public let cloudTrail: Bool

    /// Whether threats are looked for.
    public let guardDuty: Bool

    /// Whether configurations are recorded.
    public let config: Bool

    init(_ object: inout ObjectReader, _ preset: EnvironmentPreset) {
        let standard = JSONValue.bool(preset.detectors ?? true)
        cloudTrail = object.value(
            "cloudtrail", .bool, default: standard, .perEnvironment, help: "record API calls")
        guardDuty = object.value(
            "guardduty", .bool, default: standard, .perEnvironment, help: "look for threats")
        config = object.value(
            "config", .bool, default: standard, .perEnvironment, help: "record configurations")
        _ = object.value(
            "config_rules", .map(of: .string), default: Self.rules, help: "AWS managed Config rules by name")
    }

    private static let rules: JSONValue = [
        "alb-http-to-https": "ALB_HTTP_TO_HTTPS_REDIRECTION_CHECK",
        "cloudtrail-enabled": "CLOUD_TRAIL_ENABLED",
        "encrypted-volumes": "ENCRYPTED_VOLUMES",
        "iam-no-admin-statements": "IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS",
        "rds-storage-encrypted": "RDS_STORAGE_ENCRYPTED",
        "restricted-ssh": "INCOMING_SSH_DISABLED",
        "s3-public-read": "S3_BUCKET_PUBLIC_READ_PROHIBITED",
        "s3-public-write": "S3_BUCKET_PUBLIC_WRITE_PROHIBITED",
        "s3-ssl-only": "S3_BUCKET_SSL_REQUESTS_ONLY",
        "vpc-flow-logs": "VPC_FLOW_LOGS_ENABLED",
    ]
}

/// The image repositories.
public struct RegistrySpec: Sendable {
    /// The first part of the repository names.
    public let namespace: String

    /// Whether infragen makes the repositories.
    public let mode: EncryptionSpec.Mode

    /// The existing repositories, by the name that images use.
    public let repositories: [String: ExistingRepositorySpec]

    init(_ object: inout ObjectReader, project: String) {
        mode = object.value(
            "mode", .choice(EncryptionSpec.Mode.self), default: "create",
            help: "make a repository for each image, or use repositories that exist")
        repositories = object.value(
            "repositories",
            .map(
                keys: KeyType(pattern: ServiceSpec.pattern, rule: .illegalServiceName),
                of: .object { ExistingRepositorySpec(&$0) }), default: [:], .mixed,
            help: "existing repositories by the name that images use, as in registry:api")
        namespace = object.value(
            "namespace", .string, default: .string(project), derived: "project",
            help: "first part of the repository names")
        _ = object.value(
            "keep_images", .integer(1...1000), default: 30, help: "images kept in each repository")
    }
}
