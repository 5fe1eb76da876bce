import CommandLineTool
import Diagnostics
import OutputFolder

/// How time and size of a tree grow with the system: a spec of some regions and services, and what it renders to.
struct Growth {
    /// A system of the table.
    struct System {
        var regions: Int
        var services: Int

        /// The services of all regions.
        var units: Int { regions * services }
    }

    /// What rendering a system takes and gives.
    struct Measurement {
        var system: System
        var seconds: Double
        var files: Int
        var bytes: Int
        var errors: Int
    }

    static let systems = [(1, 25), (1, 125), (2, 125), (1, 500), (4, 125), (2, 500), (4, 500)].map {
        System(regions: $0.0, services: $0.1)
    }

    /// The best of three renders of a system.
    static func measurement(of system: System) -> Measurement {
        let request = RenderRequest(
            specPath: "spec.json", spec: Array(spec(of: system).utf8), isLinted: false)
        var best = Measurement(system: system, seconds: .infinity, files: 0, bytes: 0, errors: 0)
        for _ in 0..<3 {
            let seconds = Rounds.processorTime {
                let tree = GeneratorRenderer().render(request)
                best.files = tree.files.count
                best.bytes = tree.files.reduce(0) { $0 + $1.bytes.count }
                best.errors = tree.diagnostics.filter { $0.severity == .error }.count
            }
            best.seconds = min(best.seconds, seconds)
        }
        return best
    }

    /// Prints the table, and whether the cost of one more service stays the same.
    static func report() {
        print("\nrender: regions x services of each, processor time, best of 3:")
        let all = systems.map(measurement(of:))
        for one in all {
            let name = "\(one.system.regions) x \(one.system.services)"
            let each = one.seconds / Double(one.system.units) * 1e6
            let text = "\(one.files) files, \(one.bytes / 1024) KiB, \(Int(one.seconds * 1000)) ms"
            let gap = String(repeating: " ", count: max(1, 12 - name.count))
            print(
                "  \(name)\(gap)\(text): \(Int(each)) µs and \(one.bytes / one.system.units) bytes for each"
                    + (one.errors > 0 ? ", \(one.errors) errors" : ""))
        }
        // What a service costs beyond the fixed part of a tree, in the middle and at the end.
        guard let small = all.first, let middle = all.first(where: { $0.system.units == 500 }),
            let large = all.last
        else { return }
        let early = slope(from: small, to: middle)
        let late = slope(from: middle, to: large)
        print(
            "  one more service: \(Int(early.seconds * 1e6)) µs and \(Int(early.bytes)) bytes up to 500, "
                + "\(Int(late.seconds * 1e6)) µs and \(Int(late.bytes)) bytes up to \(large.system.units)")
    }

    private static func slope(from low: Measurement, to high: Measurement) -> (seconds: Double, bytes: Double)
    {
        let units = Double(high.system.units - low.system.units)
        return ((high.seconds - low.seconds) / units, Double(high.bytes - low.bytes) / units)
    }

    /// Twenty services are routed, which is what one load balancer has rules for; the others have no route.
    private static func spec(of system: System) -> String {
        let names = ["us-east-1", "us-west-2", "eu-west-1", "eu-central-1"].prefix(system.regions)
        let regions = names.enumerated().map { index, name in
            """
            { "name": "\(name)", "network": { "vpc_cidr": "10.\(index).0.0/16", "azs": ["\(name)a", "\(name)b"], \
            "public_subnets": ["10.\(index).0.0/20", "10.\(index).16.0/20"], \
            "private_subnets": ["10.\(index).64.0/18", "10.\(index).128.0/18"] } }
            """
        }
        let services = (1...system.services).map { number in
            let route =
                number <= 20
                ? "\"routing\": { \"priority\": \(number * 10), \"paths\": [\"/s\(number)\"] }"
                : "\"exposure\": \"none\""
            return """
                "s\(number)": { "image_repository": "public.ecr.aws/demo/s\(number)", "desired_count": 1, \
                "autoscaling": { "min_capacity": 1, "max_capacity": 2 }, "environment": { "NAME": "s\(number)" }, \
                \(route) }
                """
        }
        return """
            { "project": "bench", "regions": [\(regions.joined(separator: ", "))],
              "services": { \(services.joined(separator: ",\n")) } }
            """
    }
}
