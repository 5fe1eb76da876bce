import Testing

@Suite struct DataRuleTests {
    @Test(
        arguments: [
            .small(
                "E-DB-01", "lone-global-database", #"{"database": {"mode": "global"}}"#, at: #""global""#,
                #"database.mode: "global" needs at least 2 regions"#),
            .full(
                "E-DB-02", "excessive-secondaries", #"{"database": {"instance_count": 16}}"#, at: "16",
                "15 replicas beside the writer, and Aurora allows 14"),
            .full(
                "E-DB-03", "unsuitable-instance-class", #"{"database": {"instance_class": "db.t4g.medium"}}"#,
                at: #""db.t4g.medium""#, "db.t4g.medium is not memory optimised"),
            .full(
                "E-DB-04", "engine-mismatch",
                #"{"database": {"parameter_group_family": "aurora-postgresql15"}}"#,
                at: #""aurora-postgresql15""#, "engine_version 16.6 needs the family aurora-postgresql16"),
            .full(
                "E-DB-04", "engine-mismatch", #"{"database": {"engine": "aurora-mysql"}}"#, at: #""16.6""#,
                #""16.6" is no version of aurora-mysql"#),
            .full(
                "E-DB-05", "illegal-database-name", #"{"database": {"master_username": "admin"}}"#,
                at: #""admin""#,
                #"database.master_username: "admin" is reserved for PostgreSQL"#),
            .full(
                "E-DB-05", "illegal-database-name", #"{"database": {"database_name": "my-shop"}}"#,
                at: #""my-shop""#,
                #"database.database_name: "my-shop" is no database name"#),
            .full(
                "E-DB-06", "illegal-window", #"{"database": {"maintenance_window": "sun:02:30-sun:03:30"}}"#,
                at: #""sun:02:30-sun:03:30""#,
                "backup_window 02:00-03:00 overlaps maintenance_window sun:02:30-sun:03:30"),
            .full(
                "E-DB-06", "illegal-window", #"{"database": {"backup_window": "02:00-02:15"}}"#,
                at: #""02:00-02:15""#,
                "is shorter than 30 minutes"),
            .full(
                "E-DB-06", "illegal-window", #"{"database": {"backup_window": "at night"}}"#,
                at: #""at night""#,
                "is no window"),
            .full(
                "E-DB-07", "illegal-insights-retention",
                #"{"database": {"performance_insights_retention_days": 30}}"#,
                at: "30", "database.performance_insights_retention_days: 30 days is no retention"),
            .full(
                "E-DB-07", "illegal-insights-retention", #"{"database": {"insights_mode": "advanced"}}"#,
                at: "7",
                #"insights_mode "advanced" needs 465 days or more"#),
            .full(
                "E-DB-08", "illegal-backup-retention", #"{"database": {"backup_retention_days": 60}}"#,
                at: "60",
                "database.backup_retention_days: 60 is out of range"),
            .full(
                "E-DB-09", "illegal-serverless-capacity",
                #"{"database": {"serverless": {"min": 4, "max": 2}}}"#, at: "4",
                "database.serverless: min 4 is above max 2"),
            .full(
                "E-DB-09", "illegal-serverless-capacity",
                #"{"database": {"serverless": {"min": 0.7, "max": 2}}}"#,
                at: "0.7", "capacity comes in steps of 0.5"),
            .full(
                "W-DB-10", "fragile-database",
                #"{"environments": {"production": {"overrides": {"database": {"instance_count": 1}}}}}"#,
                at: "1",
                "environment production: database.instance_count: one instance in production"),
            .full(
                "E-STO-01", "illegal-bucket-plan", #"{"storage": {"log_glacier_days": 400}}"#, at: "400",
                "storage: log_glacier_days 400 is not before log_expiration_days 365"),
            .full(
                "E-STO-01", "illegal-bucket-plan", #"{"storage": {"replicate": ["file"]}}"#, at: #""file""#,
                #"storage.replicate[0]: "file" is not in buckets"#),
            .small(
                "E-STO-01", "illegal-bucket-plan", #"{"storage": {"replicate": ["files"]}}"#,
                at: #"["files"]"#,
                "replication needs a second region"),
            .full(
                "E-BKP-01", "illegal-backup-plan", #"{"backup": {"schedule": "daily"}}"#, at: #""daily""#,
                #"backup.schedule: "daily" is no schedule"#),
            .full(
                "E-BKP-01", "illegal-backup-plan", #"{"backup": {"retention_days": 0}}"#, at: "0",
                "backup.retention_days: 0 is out of range"),
            .small(
                "E-BKP-02", "copy-without-secondary", #"{"backup": {"copy_to_secondary": true}}"#, at: "true",
                "a copy needs a second region"),
            .full(
                "W-BKP-03", "short-backup-retention",
                #"{"environments": {"production": {"overrides": {"backup": {"retention_days": 7}}}}}"#,
                at: "7",
                "environment production: backup.retention_days: 7 days in production"),
            .full(
                "E-FN-01", "illegal-function", #"{"functions": {"cleanup": {"image_uri": "a/b:1"}}}"#,
                at: #""cleanup""#,
                "functions.cleanup: there are two sources of code"),
            .full(
                "E-FN-01", "illegal-function", #"{"functions": {"cleanup": {"memory": 64}}}"#, at: "64",
                "functions.cleanup.memory: 64 is out of range"),
            .full(
                "E-FN-02", "illegal-schedule", #"{"functions": {"cleanup": {"schedule": "daily"}}}"#,
                at: #""daily""#,
                #"functions.cleanup.schedule: "daily" is no schedule"#),
            .full(
                "E-FN-02", "illegal-schedule", #"{"functions": {"cleanup": {"schedule": "rate(1 days)"}}}"#,
                at: #""rate(1 days)""#, "needs the unit in the singular"),
            .full(
                "W-FN-03", "excessive-concurrency",
                #"{"functions": {"cleanup": {"reserved_concurrency": 950}}}"#,
                at: #""functions""#, "functions: reserved concurrency 950 leaves less than the 100"),
            .small(
                "E-APP-01", "illegal-application-size", #"{"application": {"desired_capacity": 12}}"#,
                at: "12",
                "application: desired_capacity 12 is outside 2-10"),
            .full(
                "", "unrouted-application", #"{"application": {"paths": null}}"#, at: #""application""#,
                "application: CloudFront sends all requests to the services"),
            .small(
                "E-APP-02", "illegal-user-data", #"{"application": {"user_data_file": "user_data.sh"}}"#,
                at: #""user_data.sh""#, "user_data.sh has 18211 bytes, the limit is 16384",
                files: ["user_data.sh": String(repeating: "#", count: 18211)]),
            .small(
                "E-APP-02", "illegal-user-data", #"{"application": {"user_data_file": "user_data.sh"}}"#,
                at: #""user_data.sh""#, "user_data.sh cannot be read"),
            .small(
                "E-APP-02", "illegal-user-data", #"{"application": {"user_data_file": "u.sh"}}"#,
                at: #""u.sh""#,
                "u.sh holds what looks like a secret", files: ["u.sh": "export KEY=AKIAIOSFODNN7EXAMPLE\n"]),
        ] as [RuleCase])
    func data(_ rule: RuleCase) throws { try rule.check() }
}
