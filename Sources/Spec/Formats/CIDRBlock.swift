/// An IPv4 range such as `10.0.0.0/16`.
public struct CIDRBlock: Sendable, Hashable, CustomStringConvertible {
    /// The address as it was written, with bits behind the prefix where there were any.
    let address: UInt32

    /// The number of bits that all addresses of the range share.
    public let prefix: Int

    /// Reads a range; nil for what is none.
    public init?(_ text: String) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, let prefix = Self.number(halves[1], 0...32) else { return nil }
        let parts = halves[0].split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Self.number($0, 0...255) }
        guard parts.count == 4, numbers.count == 4 else { return nil }
        address = numbers.reduce(0) { $0 << 8 | UInt32($1) }
        self.prefix = prefix
    }

    private init(address: UInt32, prefix: Int) {
        self.address = address
        self.prefix = prefix
    }

    /// A decimal number without sign or leading zeros.
    private static func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        guard text == "0" || !text.hasPrefix("0"), let number = Int(text), range.contains(number) else {
            return nil
        }
        return number
    }

    /// The bits that are the same in all addresses.
    private var mask: UInt32 { prefix == 0 ? 0 : UInt32.max << UInt32(32 - prefix) }

    /// The range with the bits behind the prefix cleared.
    public var canonical: CIDRBlock { CIDRBlock(address: address & mask, prefix: prefix) }

    /// Whether no bit behind the prefix is set.
    public var isCanonical: Bool { address & mask == address }

    /// How many addresses there are.
    public var addressCount: Int { 1 << (32 - prefix) }

    /// Whether every address of the other range lies in this one.
    public func contains(_ other: CIDRBlock) -> Bool {
        other.prefix >= prefix && other.address & mask == address & mask
    }

    /// Whether two ranges share an address.
    public func overlaps(_ other: CIDRBlock) -> Bool { contains(other) || other.contains(self) }

    /// One of the equal parts of this range; nil where there are not so many or so small ones.
    func block(prefix partPrefix: Int, number: Int) -> CIDRBlock? {
        guard partPrefix >= prefix, partPrefix <= 32, number >= 0, number < 1 << (partPrefix - prefix) else {
            return nil
        }
        let offset = partPrefix == 0 ? 0 : UInt32(number) << UInt32(32 - partPrefix)
        return CIDRBlock(address: (address & mask) + offset, prefix: partPrefix)
    }

    /// Whether the range lies in private address space (RFC 1918) or shared address space (RFC 6598).
    public var isPrivate: Bool {
        ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"]
            .compactMap(CIDRBlock.init).contains { $0.contains(self) }
    }

    /// The range as it is written.
    public var description: String {
        let parts = [24, 16, 8, 0].map { String(address >> UInt32($0) & 255) }
        return parts.joined(separator: ".") + "/\(prefix)"
    }
}
