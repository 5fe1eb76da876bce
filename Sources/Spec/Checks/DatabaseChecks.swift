import JSON

extension SpecRule {
    /// E-DB-01.
    static let loneGlobalDatabase = error(
        "lone-global-database", "E-DB-01", "a global database in a single region")

    /// E-DB-02.
    static let excessiveSecondaries = error(
        "excessive-secondaries", "E-DB-02", "more secondary regions or replicas than Aurora has")

    /// E-DB-03.
    static let unsuitableInstanceClass = error(
        "unsuitable-instance-class", "E-DB-03", "an instance class that a global database cannot have")

    /// E-DB-04.
    static let engineMismatch = error(
        "engine-mismatch", "E-DB-04",
        "an engine version that does not fit the engine or the parameter group family")

    /// E-DB-05.
    static let illegalDatabaseName = error(
        "illegal-database-name", "E-DB-05", "a database or user name that the engine reserves or refuses")

    /// E-DB-06.
    static let illegalWindow = error(
        "illegal-window", "E-DB-06", "windows that are ill-formed, too short or at the same time")

    /// E-DB-07.
    static let illegalInsightsRetention = error(
        "illegal-insights-retention", "E-DB-07", "a retention that Performance Insights does not have")

    /// E-DB-08.
    static let illegalBackupRetention = error(
        "illegal-backup-retention", "E-DB-08", "automated backups kept for other than 1-35 days")

    /// E-DB-09.
    static let illegalServerlessCapacity = error(
        "illegal-serverless-capacity", "E-DB-09",
        "serverless capacity out of bounds, reversed or not in steps of 0.5")

    /// W-DB-10.
    static let fragileDatabase = warning(
        "fragile-database", "W-DB-10", "a database of production with one instance or without protection")
}

/// Rules about the database.
enum DatabaseChecks {
    static let rules: [SpecRule] = [
        .loneGlobalDatabase, .excessiveSecondaries, .unsuitableInstanceClass, .engineMismatch,
        .illegalDatabaseName, .illegalWindow, .illegalInsightsRetention, .illegalBackupRetention,
        .illegalServerlessCapacity, .fragileDatabase,
    ]
    static let all: [Check] = [
        globalRegions, replicas, instanceClass, engine, databaseName, userName, windows, insights, capacity,
        replicaNumbers, protection,
    ]

    private static let path = SpecPath.root["database"]

    @Sendable private static func globalRegions(_ run: inout CheckRun) {
        guard let database = run.spec.database, database.mode == .global else { return }
        // One whose other regions have been drained stays what it is.
        let wasGlobal = run.recorded?.data["database"]?.hasPrefix("global ") ?? false
        if run.spec.regions.count < 2, !wasGlobal {
            run.report(
                .loneGlobalDatabase, path["mode"], "\"global\" needs at least 2 regions",
                help: "use \"standalone\", or add a region")
        } else if run.spec.secondaries.count > 10 {
            run.report(
                .excessiveSecondaries, path["mode"],
                "\(run.spec.secondaries.count) secondary regions, and Aurora allows 10",
                with: [.root["regions"]],
                help: "use fewer regions or \"standalone\"")
        }
    }

    /// A primary cluster has 15 replicas less one for each secondary region.
    @Sendable private static func replicas(_ run: inout CheckRun) {
        guard let database = run.spec.database else { return }
        let secondaries = database.mode == .global ? run.spec.secondaries.count : 0
        let most = 15 - min(secondaries, 15)
        guard database.instanceCount - 1 > most else { return }
        run.report(
            .excessiveSecondaries, path["instance_count"],
            "\(database.instanceCount - 1) replicas beside the writer, and Aurora allows \(most)"
                + (secondaries > 0
                    ? " with \(secondaries) secondary region\(secondaries == 1 ? "" : "s")" : ""),
            help: "use \(most + 1) or less")
    }

    @Sendable private static func instanceClass(_ run: inout CheckRun) {
        guard let database = run.spec.database, database.serverless == nil else { return }
        let name = database.instanceClass
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count != 3 || parts[0] != "db" || parts.contains(where: \.isEmpty) {
            run.report(
                .unsuitableInstanceClass, path["instance_class"], "\"\(name)\" is no instance class",
                help: "write it as db.r6g.large")
        } else if database.mode == .global, !parts[1].hasPrefix("r"), !parts[1].hasPrefix("x") {
            run.report(
                .unsuitableInstanceClass, path["instance_class"],
                "\(name) is not memory optimised, as a global database needs", with: [path["mode"]],
                help: "use a class db.r... or db.x..., such as db.r6g.large")
        }
    }

    @Sendable private static func engine(_ run: inout CheckRun) {
        guard let database = run.spec.database else { return }
        guard let family = AuroraVersion.family(engine: database.engine, version: database.engineVersion)
        else {
            run.report(
                .engineMismatch, path["engine_version"],
                "\"\(database.engineVersion)\" is no version of \(database.engine)", with: [path["engine"]],
                help: "write it as \(AuroraVersion.standard(database.engine))")
            return
        }
        guard database.parameterGroupFamily != family else { return }
        run.report(
            .engineMismatch, path["parameter_group_family"],
            "engine_version \(database.engineVersion) needs the family \(family)",
            with: [path["engine_version"]],
            help: "leave the field out, or write \"\(family)\"")
    }

    @Sendable private static func databaseName(_ run: inout CheckRun) {
        guard let database = run.spec.database else { return }
        let pattern = NamePattern(
            first: "A-Za-z", rest: "A-Za-z0-9_", length: 1...63,
            words: "1-63 letters, digits and underscores, starting with a letter")
        let name = database.databaseName
        let reserved = [
            "postgres", "rdsadmin", "template0", "template1", "mysql", "sys", "information_schema",
            "performance_schema", "database", "default",
        ]
        if !pattern.matches(name) {
            run.report(
                .illegalDatabaseName, path["database_name"], "\"\(name)\" is no database name",
                help: "use \(pattern.words)")
        } else if reserved.contains(name.lowercased()) {
            run.report(
                .illegalDatabaseName, path["database_name"], "\"\(name)\" is reserved",
                help: "choose another name")
        }
    }

    @Sendable private static func userName(_ run: inout CheckRun) {
        guard let database = run.spec.database else { return }
        let isPostgreSQL = database.engine == "aurora-postgresql"
        let pattern = NamePattern(
            first: "A-Za-z", rest: "A-Za-z0-9_", length: 1...16,
            words: "1-16 letters, digits and underscores, starting with a letter")
        let name = database.masterUsername
        let reserved =
            isPostgreSQL
            ? ["admin", "rdsadmin", "rds_superuser", "rds_replication", "rdsrepladmin", "user", "public"]
            : ["rdsadmin", "rdsrepladmin"]
        if !pattern.matches(name) {
            run.report(
                .illegalDatabaseName, path["master_username"], "\"\(name)\" is no user name",
                help: "use \(pattern.words)")
        } else if reserved.contains(name.lowercased()) {
            run.report(
                .illegalDatabaseName, path["master_username"],
                "\"\(name)\" is reserved for \(isPostgreSQL ? "PostgreSQL" : "MySQL")",
                help: "use \"dbadmin\"")
        }
    }

    @Sendable private static func windows(_ run: inout CheckRun) {
        guard let database = run.spec.database else { return }
        let backup = TimeWindow(daily: database.backupWindow)
        let maintenance = TimeWindow(weekly: database.maintenanceWindow)
        let fields = [
            ("backup_window", database.backupWindow, backup, "02:00-03:00"),
            ("maintenance_window", database.maintenanceWindow, maintenance, "sun:04:00-sun:05:00"),
        ]
        for (field, text, window, example) in fields {
            guard let window else {
                run.report(
                    .illegalWindow, path[field], "\"\(text)\" is no window", help: "write it as \(example)")
                continue
            }
            guard window.minutes < 30 else { continue }
            run.report(
                .illegalWindow, path[field], "\"\(text)\" is shorter than 30 minutes",
                help: "use 30 minutes or more")
        }
        guard let backup, let maintenance, backup.overlaps(maintenance) else { return }
        run.reportSentence(
            .illegalWindow, path["backup_window"],
            "database: backup_window \(database.backupWindow) overlaps maintenance_window"
                + " \(database.maintenanceWindow)", with: [path["maintenance_window"]],
            help: "move one of the two")
    }

    @Sendable private static func insights(_ run: inout CheckRun) {
        guard let database = run.spec.database else { return }
        let days = database.insightsRetentionDays
        let field = path["performance_insights_retention_days"]
        if days != 7, days != 731, !(days % 31 == 0 && (1...23).contains(days / 31)) {
            run.report(
                .illegalInsightsRetention, field, "\(days) days is no retention of Performance Insights",
                help: "use 7, a multiple of 31 (31, 62, ... 713) or 731")
        } else if database.insightsMode == "advanced", days < 465 {
            run.report(
                .illegalInsightsRetention, field,
                "insights_mode \"advanced\" needs 465 days or more, not \(days)",
                with: [path["insights_mode"]], help: "use 465, or \"standard\"")
        }
    }

    @Sendable private static func capacity(_ run: inout CheckRun) {
        guard let serverless = run.spec.database?.serverless else { return }
        let place = path["serverless"]
        for (field, value) in [("min", serverless.min), ("max", serverless.max)]
        where value * 2 != Double(Int(value * 2)) {
            run.report(
                .illegalServerlessCapacity, place[field], "capacity comes in steps of 0.5",
                help: "round the number")
        }
        guard serverless.min > serverless.max else { return }
        run.reportSentence(
            .illegalServerlessCapacity, place["min"],
            "\(place): min \(JSONNumber.text(serverless.min)) is above max \(JSONNumber.text(serverless.max))",
            with: [place["max"]],
            help: "lower min or raise max")
    }

    @Sendable private static func replicaNumbers(_ run: inout CheckRun) {
        guard let scaling = run.spec.database?.replicaAutoscaling, scaling.min > scaling.max else { return }
        let place = path["replica_autoscaling"]
        run.reportSentence(
            .reversedCapacity, place["min"], "\(place): min \(scaling.min) is above max \(scaling.max)",
            with: [place["max"]], help: "lower min or raise max")
    }

    @Sendable private static func protection(_ run: inout CheckRun) {
        guard run.isProduction, let database = run.spec.database else { return }
        if database.instanceCount == 1 {
            run.report(
                .fragileDatabase, path["instance_count"],
                "one instance in production: nothing in the region takes over when it fails",
                help: "use 2 or more")
        }
        if !database.deletionProtection {
            run.report(
                .fragileDatabase, path["deletion_protection"],
                "the database of production is not protected from deletion",
                help: "set it to true in production")
        }
        if database.skipFinalSnapshot {
            run.report(
                .fragileDatabase, path["skip_final_snapshot"],
                "the database of production would be deleted without a last snapshot",
                help: "set it to false in production")
        }
    }
}
