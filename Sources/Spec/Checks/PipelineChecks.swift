extension SpecRule {
    /// E-PIP-01.
    static let illegalBlueGreen = error(
        "illegal-blue-green", "E-PIP-01", "a blue/green deployment of a service that CodeDeploy cannot shift")

    /// W-PIP-02.
    static let unusedImageTag = warning(
        "unused-image-tag", "W-PIP-02",
        "an image tag of one environment for a service that a pipeline deploys")

    /// E-PIP-03.
    static let illegalConnection = error(
        "illegal-connection", "E-PIP-03", "a pipeline without the connection to its source")

    /// The build pushes to a repository of ECR.
    static let unpushableImage = error(
        "unpushable-image", "", "a pipeline for an image that does not lie in a private repository of ECR")
}

/// Rules about pipelines.
enum PipelineChecks {
    static let rules: [SpecRule] = [.illegalBlueGreen, .unusedImageTag, .illegalConnection, .unpushableImage]
    static let all: [Check] = [blueGreen, imageTags, connections, repositories]

    /// The services with a pipeline.
    private static func all(_ run: CheckRun) -> [(
        service: ServiceSpec, pipeline: PipelineSpec, path: SpecPath
    )] {
        run.spec.services.compactMap { service in
            service.pipeline.map { (service, $0, service.path["pipeline"]) }
        }
    }

    @Sendable private static func blueGreen(_ run: inout CheckRun) {
        for (service, pipeline, path) in all(run) where pipeline.deployment == .blueGreen {
            let place = path["deployment"]
            if !(service.isOnALB && (service.isRouted || service.routing.isDefault)) {
                run.report(
                    .illegalBlueGreen, place, "\"blue_green\" needs a route on the application load balancer",
                    with: [service.path["routing"]], help: "give the service routing, or use \"rolling\"")
            } else if service.canary?.isEnabled == true {
                run.report(
                    .illegalBlueGreen, place,
                    "\"blue_green\" shifts requests itself, so the canary must be off",
                    with: [service.path["canary"]["enabled"]], help: "remove the canary, or use \"rolling\"")
            } else if service.strategy["EC2"] != nil {
                run.report(
                    .illegalBlueGreen, place, "CodeDeploy cannot shift tasks on scaled EC2 instances",
                    with: [service.path["capacity_provider_strategy"]], help: "use FARGATE, or \"rolling\"")
            }
        }
    }

    @Sendable private static func repositories(_ run: inout CheckRun) {
        for (service, _, path) in all(run) {
            guard service.image.registryKey == nil else { continue }
            let host = service.image.repository.split(separator: "/").first ?? ""
            let parts = host.split(separator: ".", omittingEmptySubsequences: false)
            let isPrivate =
                parts.count == 6 && parts[0].count == 12 && parts[0].allSatisfy(\.isNumber)
                && parts[1...2] == ["dkr", "ecr"] && parts[4...] == ["amazonaws", "com"]
            guard !isPrivate else { continue }
            run.report(
                .unpushableImage, service.path["image_repository"],
                "the pipeline pushes to \"\(service.image.repository)\", which is no private repository of ECR",
                with: [path],
                help:
                    "write it as 123456789012.dkr.ecr.{region}.amazonaws.com/\(run.spec.project)/\(service.name)"
            )
        }
    }

    /// A pipeline deploys the same image everywhere; the spec's tag is that of the first task definition only.
    @Sendable private static func imageTags(_ run: inout CheckRun) {
        guard let environment = run.environment else { return }
        for (service, _, _) in all(run) {
            let path = service.path["image_tag"]
            let tags = Set(run.environments.compactMap { $0.spec.service(service.name)?.image.tag })
            guard tags.count > 1, run.isWritten(path), environment.name != run.environments.first?.name else {
                continue
            }
            guard service.image.tag != run.environments.first?.spec.service(service.name)?.image.tag else {
                continue
            }
            run.report(
                .unusedImageTag, path,
                "the pipeline deploys its own image, so this tag counts at the first apply only",
                with: [service.path["pipeline"]], help: "remove it from the overrides")
        }
    }

    @Sendable private static func connections(_ run: inout CheckRun) {
        guard let primary = run.spec.primary?.name else { return }
        for (_, pipeline, path) in all(run) where pipeline.sourceType == "connection" {
            let place = path["source"]["connection_arn"]
            guard let text = pipeline.connectionARN else {
                run.reportSentence(
                    .illegalConnection, place, "\(place) is required for type \"connection\"",
                    help: "make a connection to the repository's host in the console, and give its ARN")
                continue
            }
            let services = ["codeconnections", "codestar-connections"]
            guard let arn = ResourceName(text), services.contains(arn.service),
                arn.resource.hasPrefix("connection/")
            else {
                run.report(
                    .illegalConnection, place, "\"\(text)\" is no ARN of a connection",
                    help: "it looks like arn:aws:codeconnections:\(primary):123456789012:connection/...")
                continue
            }
            // Connections are used across regions only by pipelines of the regions that they exist in.
            guard arn.region != primary else { continue }
            run.report(
                .illegalConnection, place, "the connection is in \(arn.region), the pipeline in \(primary)",
                help: "use a connection of \(primary)")
        }
    }
}
