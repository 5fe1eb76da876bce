import Diagnostics

/// One rule at work.
typealias Check = @Sendable (inout CheckRun) -> Void

/// All rules that look at a spec as a whole.
enum SpecChecks {
    /// Rules about what is the same in every environment; they run once, on the base.
    private static var once: [Check] {
        GeneralChecks.once + NameChecks.once + TerraformChecks.once + EnvironmentChecks.once
            + SharedNameChecks.once + ChangeChecks.once + RegionChecks.once + SecurityChecks.once
            + TagChecks.once
    }

    /// Rules about what is the same in every environment unless each has a root of its own.
    private static var ofRoots: [Check] { TerraformChecks.once + RegionChecks.once + TagChecks.once }

    /// Rules about what an environment may change; they run on each of them.
    private static var perEnvironment: [Check] {
        [
            GeneralChecks.all, NameChecks.all, ChangeChecks.all, RenameChecks.all, ExistingChecks.all,
            EnvironmentChecks.all,
            RegionChecks.all, NetworkChecks.all,
            SubnetChecks.all,
            DNSChecks.all, CertificateChecks.all, ServiceChecks.all, TaskChecks.all, DeploymentChecks.all,
            CapacityChecks.all, AccessChecks.all, HealthChecks.all, ScalingChecks.all, RoutingChecks.all,
            RouteOverlapChecks.all, CanaryChecks.all, DatabaseChecks.all, CDNChecks.all, OriginChecks.all,
            NotificationChecks.all, BackupChecks.all, CostChecks.all, SecurityChecks.all, StorageChecks.all,
            FunctionChecks.all, PipelineChecks.all, ApplicationChecks.all,
        ].flatMap { $0 }
    }

    /// What the rules find in the base.
    static func diagnostics(
        of base: InfrastructureSpec, _ environments: [EnvironmentSpec], _ options: SpecOptions, _ log: ReadLog
    ) -> [Diagnostic] {
        var run = CheckRun(
            base, environment: nil, environments: environments, options: options, unreadable: log.unreadable)
        for check in once { check(&run) }
        return run.diagnostics
    }

    /// What the rules find in one environment.
    static func diagnostics(
        of reading: EnvironmentReading, _ environments: [EnvironmentSpec], _ options: SpecOptions
    ) -> [Diagnostic] {
        var run = CheckRun(
            reading.environment.spec, environment: reading.environment, environments: environments,
            options: options, unreadable: reading.log.unreadable)
        for check in perEnvironment { check(&run) }
        if reading.environment.spec.terraform.layout == .directories { for check in ofRoots { check(&run) } }
        return run.diagnostics
    }
}
