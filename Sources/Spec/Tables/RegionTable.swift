/// What infragen knows of one AWS region.
public struct RegionFacts: Sendable, Hashable {
    /// The name, such as `us-east-1`.
    public let name: String

    /// The short code in resource names, such as `use1`.
    public let code: String

    /// Whether an account must enable the region before it can use it.
    public let isOptIn: Bool

    /// The letters of the availability zones that accounts may see.
    public let zoneLetters: String

    /// Whether not every account sees the first zones, so that nobody can choose them for the user.
    public let hasZoneGaps: Bool

    fileprivate init(
        _ name: String, _ code: String, optIn: Bool = false, zones: String = "abc", gaps: Bool = false
    ) {
        self.name = name
        self.code = code
        isOptIn = optIn
        zoneLetters = zones
        hasZoneGaps = gaps
    }
}

/// The regions of the commercial partition.
///
/// GovCloud and China are other partitions, where CloudFront does not exist in the same form.
public enum RegionTable {
    /// Every region, by continent.
    public static let all: [RegionFacts] = [
        RegionFacts("us-east-1", "use1", zones: "abcdef"),
        RegionFacts("us-east-2", "use2"),
        RegionFacts("us-west-1", "usw1", gaps: true),
        RegionFacts("us-west-2", "usw2", zones: "abcd"),
        RegionFacts("ca-central-1", "cac1", zones: "abd", gaps: true),
        RegionFacts("ca-west-1", "caw1", optIn: true),
        RegionFacts("mx-central-1", "mxc1", optIn: true),
        RegionFacts("sa-east-1", "sae1"),
        RegionFacts("eu-west-1", "euw1"),
        RegionFacts("eu-west-2", "euw2"),
        RegionFacts("eu-west-3", "euw3"),
        RegionFacts("eu-central-1", "euc1"),
        RegionFacts("eu-central-2", "euc2", optIn: true),
        RegionFacts("eu-north-1", "eun1"),
        RegionFacts("eu-south-1", "eus1", optIn: true),
        RegionFacts("eu-south-2", "eus2", optIn: true),
        RegionFacts("af-south-1", "afs1", optIn: true),
        RegionFacts("il-central-1", "ilc1", optIn: true),
        RegionFacts("me-south-1", "mes1", optIn: true),
        RegionFacts("me-central-1", "mec1", optIn: true),
        RegionFacts("ap-south-1", "aps1"),
        RegionFacts("ap-south-2", "aps2", optIn: true),
        RegionFacts("ap-east-1", "ape1", optIn: true),
        RegionFacts("ap-east-2", "ape2", optIn: true),
        RegionFacts("ap-northeast-1", "apne1", zones: "abcd", gaps: true),
        RegionFacts("ap-northeast-2", "apne2", zones: "abcd"),
        RegionFacts("ap-northeast-3", "apne3"),
        RegionFacts("ap-southeast-1", "apse1"),
        RegionFacts("ap-southeast-2", "apse2"),
        RegionFacts("ap-southeast-3", "apse3", optIn: true),
        RegionFacts("ap-southeast-4", "apse4", optIn: true),
        RegionFacts("ap-southeast-5", "apse5", optIn: true),
        RegionFacts("ap-southeast-6", "apse6", optIn: true),
        RegionFacts("ap-southeast-7", "apse7", optIn: true),
    ]

    /// The facts of a region; nil for a name that infragen does not know.
    public static func facts(of name: String) -> RegionFacts? { all.first { $0.name == name } }

    /// The short code of a region; one that infragen does not know gets its letters and digits shortened.
    public static func code(of name: String) -> String {
        if let facts = facts(of: name) { return facts.code }
        // xx-direction-1: the first part, the first letter of each direction, the number.
        let parts = name.split(separator: "-").map(String.init)
        guard parts.count >= 3, let number = parts.last else { return name.filter { $0 != "-" } }
        let directions = parts[1]
            .replacing("northeast", with: "ne").replacing("northwest", with: "nw")
            .replacing("southeast", with: "se").replacing("southwest", with: "sw")
        let short = directions.count <= 2 ? directions : String(directions.prefix(1))
        return parts[0] + short + number
    }
}

extension String {
    /// The text with every occurrence of a part replaced, without Foundation.
    func replacing(_ part: String, with replacement: String) -> String {
        let wanted = Array(part.utf8)
        let bytes = Array(utf8)
        guard !wanted.isEmpty else { return self }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: wanted) {
                result += Array(replacement.utf8)
                index += wanted.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
