import JSON

/// The Aurora database.
public struct DatabaseSpec: Sendable {
    /// How the clusters of the regions belong together.
    public enum Mode: String, Sendable, CaseIterable {
        /// One global database.
        case global

        /// A cluster of its own in each region.
        case standalone
    }

    /// How the clusters of the regions belong together.
    public let mode: Mode

    /// The engine.
    public let engine: String

    /// The version of the engine.
    public let engineVersion: String

    /// The family of the cluster's parameters.
    public let parameterGroupFamily: String

    /// The name of the first database.
    public let databaseName: String

    /// The name of the master user.
    public let masterUsername: String

    /// The size of the instances.
    public let instanceClass: String

    /// Instances a region.
    public let instanceCount: Int

    /// Capacity units of a serverless cluster; nil for instances of a class.
    public let serverless: ServerlessSpec?

    /// How the number of replicas follows the load; nil for a fixed number.
    public let replicaAutoscaling: ReplicaAutoscalingSpec?

    /// Days backups are kept.
    public let backupRetentionDays: Int

    /// The daily window of backups, in UTC.
    public let backupWindow: String

    /// The weekly window of maintenance, in UTC.
    public let maintenanceWindow: String

    /// Days Performance Insights are kept.
    public let insightsRetentionDays: Int

    /// The mode of Database Insights.
    public let insightsMode: String

    /// Whether the cluster is protected from deletion.
    public let deletionProtection: Bool

    /// Whether the cluster is deleted without a last snapshot.
    public let skipFinalSnapshot: Bool

    init(_ object: inout ObjectReader, _ context: SpecContext) {
        let preset = context.preset
        mode = object.value(
            "mode", .choice(Mode.self), default: context.isMultiRegion ? "global" : "standalone",
            derived: "global with two regions or more, else standalone",
            help: "one global database, or a cluster of its own in each region")
        engine = object.value(
            "engine", .choice(["aurora-postgresql", "aurora-mysql"]), default: "aurora-postgresql",
            help: "database engine")
        engineVersion = object.value(
            "engine_version", .string, default: .string(AuroraVersion.standard(engine)),
            derived: "16.6 for PostgreSQL, \(AuroraVersion.standard("aurora-mysql")) for MySQL",
            help: "exact version of the engine")
        parameterGroupFamily = object.value(
            "parameter_group_family", .string,
            default: .string(AuroraVersion.family(engine: engine, version: engineVersion) ?? ""),
            derived: "from engine and engine_version", help: "family of the cluster's parameters")
        databaseName = object.value(
            "database_name", .string, default: "app", help: "name of the first database")
        masterUsername = object.value(
            "master_username", .string, default: "dbadmin", help: "name of the master user")
        instanceClass = object.value(
            "instance_class", .string, default: "db.r6g.large", .perEnvironment,
            help: "instance class; memory optimised (r or x) for a global database")
        instanceCount = object.value(
            "instance_count", .integer(1...16), default: .int(preset.instanceCount ?? 2), .perEnvironment,
            help: "instances in each region, the writer included")
        serverless = object.optionalSection(
            "serverless", help: "capacity units of a serverless cluster; null for instances of a class"
        ) { ServerlessSpec(&$0) }
        replicaAutoscaling = object.optionalSection(
            "replica_autoscaling",
            help: "how the number of replicas follows the load; null for a fixed number"
        ) { ReplicaAutoscalingSpec(&$0) }
        backupRetentionDays = object.value(
            "backup_retention_days", .integer(1...35, rule: .illegalBackupRetention),
            default: .int(preset.backupDays ?? 30), .perEnvironment, help: "days backups are kept")
        backupWindow = object.value(
            "backup_window", .string, default: "02:00-03:00", .perEnvironment,
            help: "daily window of backups, in UTC")
        maintenanceWindow = object.value(
            "maintenance_window", .string, default: "sun:04:00-sun:05:00", .perEnvironment,
            help: "weekly window of maintenance, in UTC, apart from that of backups")
        insightsRetentionDays = object.value(
            "performance_insights_retention_days", .integer(), default: 7, .perEnvironment,
            help: "days Performance Insights are kept: 7, a multiple of 31 up to 713, or 731")
        insightsMode = object.value(
            "insights_mode", .choice(["standard", "advanced"]), default: "standard",
            help: "mode of Database Insights; advanced needs 465 days or more")
        _ = object.value(
            "monitoring_interval", .integer(oneOf: [0, 1, 5, 10, 15, 30, 60]), default: 60, .perEnvironment,
            help: "seconds between two measurements of enhanced monitoring; 0 for none")
        deletionProtection = object.value(
            "deletion_protection", .bool, default: .bool(preset.databaseProtection ?? true), .perEnvironment,
            help: "protect the cluster from deletion")
        skipFinalSnapshot = object.value(
            "skip_final_snapshot", .bool, default: .bool(preset.skipFinalSnapshot ?? false), .perEnvironment,
            help: "delete the cluster without a last snapshot")
    }
}

/// The capacity of a serverless cluster.
public struct ServerlessSpec: Sendable {
    /// The least number of capacity units.
    public let min: Double

    /// The largest number of capacity units.
    public let max: Double

    init(_ object: inout ObjectReader) {
        min = object.required(
            "min", .number(0.5...256, rule: .illegalServerlessCapacity), fallback: 1, .perEnvironment,
            help: "least capacity units, in steps of 0.5")
        max = object.required(
            "max", .number(0.5...256, rule: .illegalServerlessCapacity), fallback: 256, .perEnvironment,
            help: "most capacity units, in steps of 0.5")
    }
}

/// How the number of replicas follows the load.
public struct ReplicaAutoscalingSpec: Sendable {
    /// The least number of replicas.
    public let min: Int

    /// The largest number of replicas.
    public let max: Int

    init(_ object: inout ObjectReader) {
        min = object.value(
            "min", .integer(0...15), default: 1, .perEnvironment, help: "least number of replicas")
        max = object.value(
            "max", .integer(1...15), default: 4, .perEnvironment, help: "largest number of replicas")
        _ = object.value(
            "cpu_target", .integer(1...100, rule: .illegalScalingTarget), default: 70, .perEnvironment,
            help: "average CPU of the replicas to keep, in percent")
    }
}

/// What the version of an Aurora engine says.
enum AuroraVersion {
    /// The version for people who give none.
    static func standard(_ engine: String) -> String {
        engine == "aurora-mysql" ? "8.0.mysql_aurora.3.08.0" : "16.6"
    }

    /// The parameter group family; nil for a text that is no version of the engine.
    static func family(engine: String, version: String) -> String? {
        let parts = version.split(separator: ".").map(String.init)
        guard let major = parts.first, Int(major) != nil else { return nil }
        guard engine == "aurora-mysql" else { return parts.count >= 2 ? engine + major : nil }
        guard parts.count >= 3, Int(parts[1]) != nil, parts[2] == "mysql_aurora" else { return nil }
        return "\(engine)\(major).\(parts[1])"
    }
}
