extension SpecRule {
    /// E-SVC-01.
    static let nothingToRun = error("nothing-to-run", "E-SVC-01", "neither a service nor an application")

    /// E-SVC-02.
    static let illegalImageRepository = error(
        "illegal-image-repository", "E-SVC-02", "an image repository with a tag, digest or scheme")

    /// E-SVC-03.
    static let illegalImageTag = error("illegal-image-tag", "E-SVC-03", "a text that is no image tag")

    /// E-SVC-06.
    static let illegalPort = error("illegal-port", "E-SVC-06", "a port outside of 1-65535")

    /// W-SVC-12.
    static let latestTag = warning(
        "latest-tag", "W-SVC-12", "an image tag that names another image every day")

    /// E-SVC-19.
    static let missingPart = error(
        "missing-part", "E-SVC-19", "a reference to a part that the spec does not have")

    /// Two services on one port of the network load balancer.
    static let sharedListenerPort = error(
        "shared-listener-port", "", "two services on one port of the network load balancer")
}

/// Rules about what a service runs and what it connects to.
enum ServiceChecks {
    static let rules: [SpecRule] = [
        .nothingToRun, .illegalImageRepository, .illegalImageTag, .illegalPort, .latestTag, .missingPart,
        .sharedListenerPort,
    ]
    static let all: [Check] = [somethingRuns, repositories, tags, latestTags, connections, listenerPorts]

    @Sendable private static func somethingRuns(_ run: inout CheckRun) {
        guard run.spec.services.isEmpty, run.spec.application == nil else { return }
        run.reportSentence(
            .nothingToRun, .root["services"], "nothing to run: there is neither a service nor an application",
            help: "add \"services\": { \"web\": { \"image_repository\": ... } }")
    }

    @Sendable private static func repositories(_ run: inout CheckRun) {
        for service in run.spec.services {
            let repository = service.image.repository
            guard service.image.registryKey == nil, let (problem, help) = problem(with: repository) else {
                continue
            }
            run.report(
                .illegalImageRepository, service.path["image_repository"], "\"\(repository)\" \(problem)",
                help: help)
        }
    }

    /// What is wrong with an image repository; nil when nothing is.
    private static func problem(with repository: String) -> (String, help: String)? {
        if repository.contains("://") { return ("has a scheme", "leave out what stands before the host") }
        if repository.contains("@") { return ("has a digest", "give the image by its tag, in image_tag") }
        let name = repository.split(separator: "/").last ?? ""
        if name.contains(":") { return ("has a tag", "put the tag into image_tag") }
        let bare = repository.replacing("{region}", with: "region")
        let allowed = CharacterClass("a-zA-Z0-9._:/-")
        guard !bare.isEmpty, bare.utf8.allSatisfy(allowed.contains), !bare.hasPrefix("/"),
            !bare.hasSuffix("/"),
            !bare.contains("//")
        else {
            return ("is no image repository", "write it as registry/name, such as public.ecr.aws/nginx/nginx")
        }
        // The host of a registry may have capitals, the name of an image may not.
        guard name.lowercased() == name else {
            return ("has capital letters", "names of images are in lower case")
        }
        return nil
    }

    @Sendable private static func tags(_ run: inout CheckRun) {
        for service in run.spec.services {
            reportTag(&run, service.image.tag, service.path["image_tag"])
            if let canary = service.canary {
                reportTag(&run, canary.imageTag, service.path["canary"]["image_tag"])
            }
        }
    }

    private static func reportTag(_ run: inout CheckRun, _ tag: String, _ path: SpecPath) {
        let pattern = NamePattern(
            first: "A-Za-z0-9_", rest: "A-Za-z0-9_.-", length: 1...128,
            words:
                "1-128 letters, digits, underscores, points and hyphens, starting with a letter, digit or underscore"
        )
        guard !pattern.matches(tag) else { return }
        run.report(.illegalImageTag, path, "\"\(tag)\" is not a tag", help: "use \(pattern.words)")
    }

    @Sendable private static func latestTags(_ run: inout CheckRun) {
        for service in run.spec.services {
            let tags =
                [(service.image.tag, service.path["image_tag"])]
                + (service.canary.map { [($0.imageTag, service.path["canary"]["image_tag"])] } ?? [])
            for (tag, path) in tags where tag == "latest" {
                run.report(
                    .latestTag, path, "deployments of \"latest\" cannot be repeated",
                    help: "give each version a tag of its own")
            }
        }
    }

    @Sendable private static func connections(_ run: inout CheckRun) {
        for service in run.spec.services {
            for (index, part) in service.connectsTo.enumerated() {
                let isThere = part == "database" ? run.spec.database != nil : run.spec.cache != nil
                guard !isThere else { continue }
                run.report(
                    .missingPart, service.path["connects_to"][index], "the spec has no \(part)",
                    help: "add a section \"\(part)\", or remove this")
            }
        }
    }

    @Sendable private static func listenerPorts(_ run: inout CheckRun) {
        var owners: [Int: ServiceSpec] = [:]
        for service in run.spec.services where service.exposure == .nlb {
            let port = service.listener.port
            if let other = owners[port] {
                run.reportSentence(
                    .sharedListenerPort, service.path["listener_port"],
                    "services.\(other.name) and services.\(service.name) share port \(port)"
                        + " of the network load balancer", with: [other.path["listener_port"]],
                    help: "give one of them another listener_port")
            }
            owners[port] = owners[port] ?? service
        }
    }
}
