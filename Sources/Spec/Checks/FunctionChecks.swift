extension SpecRule {
    /// E-FN-01.
    static let illegalFunction = error(
        "illegal-function", "E-FN-01", "a function without code, with two sources, or of an impossible size")

    /// E-FN-02.
    static let illegalSchedule = error(
        "illegal-schedule", "E-FN-02", "a schedule that EventBridge does not know")

    /// W-FN-03.
    static let excessiveConcurrency = warning(
        "excessive-concurrency", "W-FN-03", "reservations that leave less than AWS keeps free in an account")
}

/// Rules about functions.
enum FunctionChecks {
    static let rules: [SpecRule] = [.illegalFunction, .illegalSchedule, .excessiveConcurrency]
    static let all: [Check] = [code, schedules, concurrency]

    @Sendable private static func code(_ run: inout CheckRun) {
        for function in run.spec.functions {
            let hasArchive = function.s3Bucket != nil && function.s3Key != nil
            let hasPart = function.s3Bucket != nil || function.s3Key != nil
            let hasImage = function.imageURI != nil
            guard hasImage == hasPart || hasPart != hasArchive else { continue }
            run.report(
                .illegalFunction, function.path,
                hasImage
                    ? "there are two sources of code"
                    : hasPart ? "only one of s3_bucket and s3_key is given" : "there is no source of code",
                with: ["image_uri", "s3_bucket", "s3_key"].map { function.path[$0] },
                help: "give either image_uri, or both s3_bucket and s3_key")
        }
    }

    @Sendable private static func schedules(_ run: inout CheckRun) {
        for function in run.spec.functions {
            guard let schedule = function.schedule, let problem = ScheduleExpression.problem(with: schedule)
            else { continue }
            run.report(
                .illegalSchedule, function.path["schedule"], "\"\(schedule)\" \(problem)",
                help: "write it as rate(1 day) or cron(0 3 * * ? *)")
        }
    }

    @Sendable private static func concurrency(_ run: inout CheckRun) {
        let sum = run.spec.functions.reduce(0) { $0 + $1.reservedConcurrency }
        guard sum > 900 else { return }
        run.reportSentence(
            .excessiveConcurrency, .root["functions"],
            "functions: reserved concurrency \(sum) leaves less than the 100 that AWS keeps free",
            help: "an account has 1000 by default; reserve less")
    }
}
