extension SpecRule {
    /// E-NAME-01.
    static let illegalProjectName = error(
        "illegal-project-name", "E-NAME-01", "a project name of other characters or of another length")

    /// E-NAME-02.
    static let longNamePrefix = error(
        "long-name-prefix", "E-NAME-02",
        "project, environment and region that are too long together for AWS names")

    /// E-NAME-03.
    static let reservedProjectName = error(
        "reserved-project-name", "E-NAME-03", "a project name that starts as AWS's own names do")

    /// E-NAME-04.
    static let longApplicationPrefix = error(
        "long-application-prefix", "E-NAME-04", "a prefix too long for an application beside services")

    /// E-NAME-05.
    static let illegalServiceName = error(
        "illegal-service-name", "E-NAME-05", "a name of a service or function that AWS would refuse")

    /// E-NAME-06.
    static let reservedServiceName = error(
        "reserved-service-name", "E-NAME-06", "a service name that infragen uses for something else")

    /// E-NAME-07.
    static let collidingName = error(
        "colliding-name", "E-NAME-07", "two parts of the system that get the same name in AWS")

    /// E-NAME-09.
    static let illegalBucketName = error(
        "illegal-bucket-name", "E-NAME-09", "a bucket name that S3 would refuse")

    /// E-NAME-10.
    static let strayHyphen = error(
        "stray-hyphen", "E-NAME-10", "a name with two hyphens in a row or one at its end")
}

/// Rules about names and their lengths.
enum NameChecks {
    static let rules: [SpecRule] = [
        .illegalProjectName, .longNamePrefix, .reservedProjectName, .longApplicationPrefix,
        .illegalServiceName,
        .reservedServiceName, .collidingName, .illegalBucketName, .strayHyphen,
    ]
    static let once: [Check] = [
        projectName, serviceNames, functionNames, backendBucket, prefixLength, applicationPrefix,
    ]
    static let all: [Check] = [functionBuckets]

    @Sendable private static func projectName(_ run: inout CheckRun) {
        let project = run.spec.project
        if let start = ["aws", "ecs", "fargate"].first(where: project.hasPrefix) {
            run.report(
                .reservedProjectName, .root["project"], "\"\(project)\" starts with \"\(start)\"",
                help: "names of capacity providers may not start with aws, ecs or fargate")
        }
        if project.hasSuffix("-") || hasDoubleHyphen(project) {
            run.report(
                .strayHyphen, .root["project"], "name prefixes would hold \"--\"",
                help: "use single hyphens between letters or digits")
        }
    }

    @Sendable private static func serviceNames(_ run: inout CheckRun) {
        let reserved = ["alb", "nlb", "ec2", "app", "exec", "database", "cache"]
        for service in run.spec.services {
            let name = service.name
            if let end = ["-canary", "-current", "-alternate"].first(where: name.hasSuffix) {
                run.reportSentence(
                    .reservedServiceName, service.path,
                    "services.\(name): names ending in \(end) are reserved",
                    help: "target groups get these endings; choose another name")
            } else if reserved.contains(name) {
                run.reportSentence(
                    .reservedServiceName, service.path, "services.\(name): the name is reserved",
                    help: "\(reserved.joined(separator: ", ", last: " and ")) name other parts of the system")
            }
            reportHyphens(&run, name, service.path)
        }
    }

    @Sendable private static func functionNames(_ run: inout CheckRun) {
        let roles = roleNames(run.spec)
        for function in run.spec.functions {
            reportHyphens(&run, function.name, function.path)
            guard let owner = roles.first(where: { $0.name == function.awsName })?.owner else { continue }
            run.reportSentence(
                .collidingName, function.path,
                "functions.\(function.name) and \(owner) would both have a role <prefix>-\(function.awsName)",
                help: "choose another name for the function")
        }
    }

    /// The roles that infragen makes besides those of functions, without their prefix.
    private static func roleNames(_ spec: InfrastructureSpec) -> [(name: String, owner: String)] {
        var roles = [
            ("backup", "the backups"), ("config", "AWS Config"), ("cloudtrail", "CloudTrail"),
            ("chatbot", "Slack"),
            ("db-monitoring", "the database"), ("vpc-flow-logs", "the flow logs"),
            ("app-instance", "the application"),
            ("ec2-instance", "the cluster"), ("files-replication", "the replication of files"),
            ("backups-replication", "the replication of backups"),
        ].map { (name: $0.0, owner: $0.1) }
        for service in spec.services {
            for ending in ["exec", "task", "deploy", "build", "pipeline", "start"] {
                roles.append(("\(service.awsName)-\(ending)", "services.\(service.name)"))
            }
        }
        return roles
    }

    private static func hasDoubleHyphen(_ name: String) -> Bool {
        zip(name.utf8, name.utf8.dropFirst()).contains { $0 == UInt8(ascii: "-") && $1 == UInt8(ascii: "-") }
    }

    private static func reportHyphens(_ run: inout CheckRun, _ name: String, _ path: SpecPath) {
        guard hasDoubleHyphen(name) else { return }
        run.report(.strayHyphen, path, "the name holds \"--\"", help: "use single hyphens")
    }

    /// The longest `project-environment-region`, and where its parts stand.
    private static func longestPrefix(_ run: CheckRun) -> (text: String, parts: [SpecPath])? {
        let prefixes = run.environments.flatMap { environment in
            environment.enabledRegions.map { region in
                let shortName = SpecPath.root["environments"][environment.name]["short_name"]
                return (
                    text: "\(run.spec.project)-\(environment.shortName)-\(region.code)",
                    parts: [shortName, region.path["name"]]
                )
            }
        }
        return prefixes.max { $0.text.count < $1.text.count }
    }

    @Sendable private static func prefixLength(_ run: inout CheckRun) {
        guard let (prefix, parts) = longestPrefix(run), prefix.count > 24 else { return }
        run.reportSentence(
            .longNamePrefix, .root["project"],
            "project, environment and region give \"\(prefix)\" (\(prefix.count) characters); the limit is 24",
            with: parts, help: "shorten the project or the short name of the environment")
    }

    @Sendable private static func applicationPrefix(_ run: inout CheckRun) {
        guard run.spec.application != nil, !run.spec.services.isEmpty else { return }
        guard let (prefix, parts) = longestPrefix(run), (21...24).contains(prefix.count) else { return }
        run.reportSentence(
            .longApplicationPrefix, .root["project"],
            "application and services share a region: \"\(prefix)\" has \(prefix.count) characters, 20 are the limit",
            with: [.root["application"]] + parts,
            help: "shorten the project or the short name of the environment")
    }

    @Sendable private static func backendBucket(_ run: inout CheckRun) {
        guard let bucket = run.spec.backend?.bucket else { return }
        reportBucket(&run, bucket, .root["backend"]["bucket"])
    }

    @Sendable private static func functionBuckets(_ run: inout CheckRun) {
        for function in run.spec.functions {
            guard let bucket = function.s3Bucket else { continue }
            reportBucket(&run, bucket, function.path["s3_bucket"])
        }
    }

    private static func reportBucket(_ run: inout CheckRun, _ name: String, _ path: SpecPath) {
        let pattern = NamePattern(
            first: "a-z0-9", rest: "a-z0-9-", last: "a-z0-9", length: 3...63,
            words: "3-63 lower case letters, digits and hyphens, with a letter or digit at both ends")
        if !pattern.matches(name) {
            run.report(
                .illegalBucketName, path, "\"\(name)\" is no bucket name", help: "use \(pattern.words)")
        } else if let start = ["xn--", "sthree-", "amzn-s3-demo-"].first(where: name.hasPrefix) {
            run.report(
                .illegalBucketName, path, "bucket names starting with \"\(start)\" are reserved",
                help: "choose another name")
        } else if let end = ["-s3alias", "--ol-s3", "--x-s3", "--table-s3"].first(where: name.hasSuffix) {
            run.report(
                .illegalBucketName, path, "bucket names ending in \"\(end)\" are reserved",
                help: "choose another name")
        }
    }
}
