extension SpecRule {
    /// E-BKP-01.
    static let illegalBackupPlan = error(
        "illegal-backup-plan", "E-BKP-01", "a backup schedule or retention that AWS Backup does not know")

    /// E-BKP-02.
    static let copyWithoutSecondary = error(
        "copy-without-secondary", "E-BKP-02", "a copy to a secondary region that the spec does not have")

    /// W-BKP-03.
    static let shortBackupRetention = warning(
        "short-backup-retention", "W-BKP-03", "backups of production kept for less than 30 days")
}

/// Rules about backups.
enum BackupChecks {
    static let rules: [SpecRule] = [.illegalBackupPlan, .copyWithoutSecondary, .shortBackupRetention]
    static let all: [Check] = [schedule, copies, retention]

    private static let path = SpecPath.root["backup"]

    @Sendable private static func schedule(_ run: inout CheckRun) {
        let schedule = run.spec.backup.schedule
        guard let problem = ScheduleExpression.problem(with: schedule) else { return }
        run.report(
            .illegalBackupPlan, path["schedule"], "\"\(schedule)\" \(problem)",
            help: "write it as cron(0 3 * * ? *)")
    }

    @Sendable private static func copies(_ run: inout CheckRun) {
        guard run.spec.backup.copyToSecondary, run.spec.regions.count < 2 else { return }
        run.report(
            .copyWithoutSecondary, path["copy_to_secondary"], "a copy needs a second region",
            help: "add a region, or set it to false")
    }

    @Sendable private static func retention(_ run: inout CheckRun) {
        let backup = run.spec.backup
        guard run.isProduction, backup.isEnabled, backup.retentionDays < 30 else { return }
        run.report(
            .shortBackupRetention, path["retention_days"], "\(backup.retentionDays) days in production",
            help: "keep backups of production for 30 days or more")
    }
}
