extension SpecRule {
    /// E-NAME-08.
    static let illegalShortName = error(
        "illegal-short-name", "E-NAME-08", "a short name that two environments share, or of another form")

    /// A name that Terraform or a file system would not take.
    static let illegalEnvironmentName = error(
        "illegal-environment-name", "", "a name of an environment of other characters or of another length")

    /// E-ENV-01.
    static let missingPrimaryRegion = error(
        "missing-primary-region", "E-ENV-01", "an environment without the primary region")

    /// E-ENV-02.
    static let undeclaredRegion = error(
        "undeclared-region", "E-ENV-02", "an environment or count for a region that is not in regions")

    /// E-ENV-03.
    static let structuralOverride = error(
        "structural-override", "E-ENV-03", "an environment that changes what exists instead of a value")

    /// W-ENV-05.
    static let fragileProduction = warning(
        "fragile-production", "W-ENV-05", "production with the savings of a development environment")
}

/// Rules about environments.
enum EnvironmentChecks {
    static let rules: [SpecRule] = [
        .illegalShortName, .illegalEnvironmentName, .missingPrimaryRegion, .undeclaredRegion,
        .structuralOverride, .fragileProduction,
    ]
    static let once: [Check] = [someEnvironment, shortNames, regions]
    static let all: [Check] = [routesStay, networkSavings, protection]

    @Sendable private static func someEnvironment(_ run: inout CheckRun) {
        guard run.spec.environments.isEmpty else { return }
        run.report(
            .illegalEnvironmentName, .root["environments"], "there is no environment",
            help: "name one, or leave the field out for dev, staging and production")
    }

    @Sendable private static func shortNames(_ run: inout CheckRun) {
        let pattern = NamePattern(
            first: "a-z", rest: "a-z0-9-", last: "a-z0-9", length: 2...4,
            words: "2-4 characters of a-z, 0-9 and hyphens, starting with a letter")
        var owners: [String: String] = [:]
        for entry in run.spec.environments {
            let path = SpecPath.root["environments"][entry.name]["short_name"]
            if !pattern.matches(entry.shortName) {
                run.report(
                    .illegalShortName, path, "\"\(entry.shortName)\" is not a legal short name",
                    help: "use \(pattern.words)")
            } else if let other = owners[entry.shortName] {
                run.reportSentence(
                    .illegalShortName, path,
                    "environments \(other) and \(entry.name) share the short name \"\(entry.shortName)\"",
                    with: [.root["environments"][other]["short_name"]],
                    help: "give one of them another \"short_name\"")
            }
            owners[entry.shortName] = owners[entry.shortName] ?? entry.name
        }
    }

    @Sendable private static func regions(_ run: inout CheckRun) {
        for entry in run.spec.environments {
            // A root of its own may have regions of its own.
            let spec = run.environments.first { $0.name == entry.name }?.spec ?? run.spec
            let known = spec.regions.map(\.name)
            let path = SpecPath.root["environments"][entry.name]["regions"]
            for (index, region) in entry.regions.enumerated() {
                if !known.contains(region) {
                    run.report(
                        .undeclaredRegion, path[index], "\"\(region)\" is not in regions",
                        with: [.root["regions"]],
                        help: "the regions are \(known.joined(separator: ", "))")
                } else if entry.regions.firstIndex(of: region) != index, run.isWritten(path) {
                    run.report(
                        .undeclaredRegion, path[index], "\"\(region)\" is there twice", help: "remove one")
                }
            }
            let regions = entry.regions + spec.regionNames(notIn: run.spec)
            guard let primary = spec.primary?.name, !regions.contains(primary) else { continue }
            run.reportSentence(
                .missingPrimaryRegion, path, "\(path) does not hold the primary region \(primary)",
                with: [.root["regions"]], help: "add \"\(primary)\"")
        }
    }

    /// Whether a service has listener rules decides what is rendered.
    @Sendable private static func routesStay(_ run: inout CheckRun) {
        guard let environment = run.environment, let first = run.environments.first,
            run.spec.terraform.layout == .workspaces
        else { return }
        for service in run.spec.services {
            guard let other = first.spec.service(service.name), other.isRouted != service.isRouted else {
                continue
            }
            run.reportSentence(
                .structuralOverride, service.path["routing"],
                "services.\(service.name) has \(service.isRouted ? "" : "no ")routes in \(environment.name), but"
                    + "\(other.isRouted ? "" : " none") in \(first.name)",
                help: "structure must be the same in every environment: override hosts and paths with others")
        }
    }

    @Sendable private static func networkSavings(_ run: inout CheckRun) {
        guard run.isProduction else { return }
        for region in run.regions where region.network.mode == .create {
            guard region.network.singleNATGateway, region.network.nat else { continue }
            run.report(
                .fragileProduction, region.network.path["single_nat_gateway"],
                "one zone is a single point of failure in production", help: "set it to false in production")
        }
    }

    @Sendable private static func protection(_ run: inout CheckRun) {
        let hasLoadBalancer =
            run.spec.services.contains { $0.exposure != .none } || run.spec.application != nil
        // What is drained must lose its protection first.
        let isDraining = run.spec.regions.contains { $0.state == .draining }
        guard run.isProduction, hasLoadBalancer, !isDraining, !run.spec.loadBalancer.deletionProtection else {
            return
        }
        run.report(
            .fragileProduction, .root["load_balancer"]["deletion_protection"],
            "the load balancers of production are not protected from deletion",
            help: "set it to true in production")
    }
}
