extension SpecRule {
    /// E-APP-01.
    static let illegalApplicationSize = error(
        "illegal-application-size", "E-APP-01", "sizes of the application that contradict each other")

    /// E-APP-02.
    static let illegalUserData = error(
        "illegal-user-data", "E-APP-02", "user data that is missing, larger than 16 KB or holds a secret")
}

extension SpecRule {
    /// An application beside services, to which CloudFront sends nothing.
    static let unroutedApplication = warning(
        "unrouted-application", "", "an application beside services that CloudFront sends no requests to")
}

/// Rules about the application on EC2.
enum ApplicationChecks {
    static let rules: [SpecRule] = [.illegalApplicationSize, .illegalUserData, .unroutedApplication]
    static let all: [Check] = [sizes, userData, paths]

    private static let path = SpecPath.root["application"]

    @Sendable private static func sizes(_ run: inout CheckRun) {
        guard let application = run.spec.application else { return }
        let (low, high) = (application.minSize, application.maxSize)
        if low > high {
            run.reportSentence(
                .illegalApplicationSize, path["min_size"],
                "application: min_size \(low) is above max_size \(high)",
                with: [path["max_size"]], help: "lower min_size or raise max_size")
        } else if !(low...high).contains(application.desiredCapacity) {
            run.reportSentence(
                .illegalApplicationSize, path["desired_capacity"],
                "application: desired_capacity \(application.desiredCapacity) is outside \(low)-\(high)",
                with: [path["min_size"], path["max_size"]], help: "change desired_capacity or the limits")
        }
    }

    @Sendable private static func paths(_ run: inout CheckRun) {
        guard let application = run.spec.application else { return }
        let place = path["paths"]
        let hasServices = run.spec.services.contains(where: \.isOnALB)
        if run.spec.cdn.isEnabled, hasServices, application.paths.isEmpty {
            run.reportSentence(
                .unroutedApplication, place, "application: CloudFront sends all requests to the services",
                with: [path], help: "add \"paths\": [\"/...\"] for those that the application answers")
        } else if !application.paths.isEmpty, !run.spec.cdn.isEnabled || !hasServices {
            run.report(
                .ineffectiveField, place,
                "there is no CloudFront that shares requests between services and this",
                help: "remove it")
        }
    }

    @Sendable private static func userData(_ run: inout CheckRun) {
        guard let file = run.spec.application?.userDataFile, let readFile = run.options.readFile else {
            return
        }
        let place = path["user_data_file"]
        guard let bytes = readFile(file) else {
            run.reportSentence(
                .illegalUserData, place, "\(place): \(file) cannot be read",
                help: "paths start at the folder of the spec")
            return
        }
        if bytes.count > 16384 {
            run.reportSentence(
                .illegalUserData, place, "\(place): \(file) has \(bytes.count) bytes, the limit is 16384",
                help: "load the rest from S3 in the script")
        }
        let words = String(decoding: bytes, as: UTF8.self).split { " \t\n\r\"'=:,;()".contains($0) }
        let isKey = String(decoding: bytes, as: UTF8.self).contains("-----BEGIN")
        guard isKey || words.contains(where: { SecretPattern.reason(value: String($0)) != nil }) else {
            return
        }
        run.reportSentence(
            .illegalUserData, place, "\(place): \(file) holds what looks like a secret",
            help: "user data is stored in clear text: read secrets from Secrets Manager in the script")
    }
}
