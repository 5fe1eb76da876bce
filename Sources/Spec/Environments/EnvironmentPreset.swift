import JSON

/// Defaults for environments of a certain name: what dev, staging and production usually are.
///
/// Weaker than anything the user writes, stronger than the defaults of the fields.
struct EnvironmentPreset: Sendable {
    /// How many tasks a service has.
    struct Figures: Sendable {
        let desired: Int
        let minimum: Int
        let maximum: Int
    }

    /// One NAT gateway for all zones.
    var singleNATGateway: Bool?

    /// Where tasks run.
    var capacityProviderStrategy: JSONValue?

    /// How many tasks a service has that gives no figure itself.
    var figures: Figures?

    /// Only the primary region is deployed.
    var isPrimaryOnly = false

    /// Database instances a region.
    var instanceCount: Int?

    /// Protection of load balancers.
    var loadBalancerProtection: Bool?

    /// Protection of the database.
    var databaseProtection: Bool?

    /// Delete the database without a last snapshot.
    var skipFinalSnapshot: Bool?

    /// Days backups are kept.
    var backupDays: Int?

    /// Days the logs of services are kept.
    var logDays: Int?

    /// The detectors that an account holds once.
    var detectors: Bool?

    /// The label of the environment's own domain in a zone that it shares; nil where the zone is its own.
    var subdomain: String?

    /// Environments of any other name, and the base spec.
    static let none = EnvironmentPreset()

    /// The preset for environments of a name.
    static func named(_ name: String) -> EnvironmentPreset {
        switch name {
        case "dev", "development": dev
        case "staging", "stage": staging
        case "production", "prod": production
        default: none
        }
    }

    /// Whether a name is that of a production environment.
    static func isProduction(_ name: String) -> Bool { name == "production" || name == "prod" }

    private static let dev = EnvironmentPreset(
        singleNATGateway: true, capacityProviderStrategy: ["FARGATE_SPOT": ["weight": 1, "base": 0]],
        figures: Figures(desired: 1, minimum: 1, maximum: 2), isPrimaryOnly: true, instanceCount: 1,
        loadBalancerProtection: false, databaseProtection: false, skipFinalSnapshot: true, backupDays: 7,
        logDays: 7, detectors: false)

    private static let staging = EnvironmentPreset(
        singleNATGateway: true,
        capacityProviderStrategy: [
            "FARGATE": ["weight": 1, "base": 1], "FARGATE_SPOT": ["weight": 1, "base": 0],
        ],
        figures: Figures(desired: 2, minimum: 2, maximum: 4), instanceCount: 2, loadBalancerProtection: true,
        databaseProtection: true, skipFinalSnapshot: false, backupDays: 14, logDays: 30, detectors: false)

    private static let production = EnvironmentPreset(
        singleNATGateway: false, capacityProviderStrategy: ["FARGATE": ["weight": 1, "base": 1]],
        figures: Figures(desired: 2, minimum: 2, maximum: 10), instanceCount: 2, loadBalancerProtection: true,
        databaseProtection: true, skipFinalSnapshot: false, backupDays: 30, logDays: 90, detectors: true)
}
