import JSON

/// The zones and ranges of a network that its author left to infragen.
struct AddressPlan {
    private let preset: NetworkSpec.Preset
    private let isCreated: Bool
    private let zoneCount: Int
    private let range: CIDRBlock?

    /// The range of the VPC.
    let vpcCIDR: String

    /// The zones; none in a region where not every account sees the first ones, and none in an existing network.
    let azs: JSONValue

    init(
        preset: NetworkSpec.Preset, region: String, index: Int, cidr: String?, azs: [String]?, isCreated: Bool
    ) {
        self.preset = preset
        self.isCreated = isCreated
        vpcCIDR = "10.\(min(index, 255)).0.0/16"
        range = CIDRBlock(cidr ?? vpcCIDR)
        let facts = RegionTable.facts(of: region)
        let letters = facts?.hasZoneGaps == true ? "" : facts?.zoneLetters ?? "abc"
        let names = letters.prefix(preset == .twoAZ ? 2 : 3).map { region + String($0) }
        self.azs = isCreated ? .array(names.map { .string($0) }) : []
        zoneCount = azs?.count ?? names.count
    }

    /// One range a zone for load balancers and NAT gateways.
    var publicSubnets: JSONValue { subnets(first: preset == .twoAZ ? 1 : 101, half: 0) }

    /// One range a zone for tasks and instances.
    var privateSubnets: JSONValue { subnets(first: preset == .twoAZ ? 11 : 1, half: 1) }

    /// The ranges of one tier: numbered /24 of a /16, equal parts of a smaller VPC.
    private func subnets(first: Int, half: Int) -> JSONValue {
        guard isCreated, let range, (1...6).contains(zoneCount) else { return [] }
        // A VPC smaller than /16 has no /24 to number: each tier gets one half of it.
        let perTier = zoneCount <= 4 ? 4 : 8
        let blocks = (0..<zoneCount).compactMap { zone in
            range.prefix <= 16
                ? range.block(prefix: 24, number: first + zone)
                : range.block(prefix: range.prefix + (perTier == 4 ? 3 : 4), number: half * perTier + zone)
        }
        return .array(blocks.map { .string($0.description) })
    }
}
