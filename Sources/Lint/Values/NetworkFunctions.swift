/// Functions of Terraform over IPv4 networks.
enum NetworkFunctions {
    /// A network: its first address and the length of its prefix.
    private struct Network {
        var address: UInt32
        var prefix: Int

        init?(_ text: String) {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, let prefix = Int(parts[1]), (0...32).contains(prefix) else { return nil }
            let bytes = parts[0].split(separator: ".", omittingEmptySubsequences: false)
            guard bytes.count == 4 else { return nil }
            var address: UInt32 = 0
            for byte in bytes {
                guard let value = UInt8(byte), byte.utf8.first != UInt8(ascii: "+") else { return nil }
                address = address << 8 | UInt32(value)
            }
            self.prefix = prefix
            self.address = address & Self.mask(prefix)
        }

        static func mask(_ prefix: Int) -> UInt32 { prefix == 0 ? 0 : ~UInt32(0) << UInt32(32 - prefix) }

        static func text(_ address: UInt32) -> String {
            [24, 16, 8, 0].map { String(address >> UInt32($0) & 255) }.joined(separator: ".")
        }
    }

    static func result(of name: String, _ arguments: [Value]) -> KnownFunctions.Result? {
        guard name.hasPrefix("cidr") else { return nil }
        guard let text = arguments.first?.text else { return .unknown }
        if text.contains(":") { return .unknown }
        guard let network = Network(text) else {
            return .failure(argument: 0, reason: "\"\(text)\" is no network such as 10.0.0.0/16")
        }
        let numbers = arguments.dropFirst().map(\.integer)
        switch name {
        case "cidrnetmask": return .value(.string(Network.text(Network.mask(network.prefix))))
        case "cidrsubnet":
            guard numbers.count == 2, let bits = numbers[0], let number = numbers[1] else { return .unknown }
            return subnet(of: network, bits, number)
        case "cidrhost":
            guard numbers.count == 1, let number = numbers[0] else { return .unknown }
            return host(of: network, number)
        case "cidrsubnets": return subnets(of: network, numbers)
        default: return nil
        }
    }

    private static func subnet(of network: Network, _ bits: Int, _ number: Int) -> KnownFunctions.Result {
        let prefix = network.prefix + bits
        guard bits >= 0, prefix <= 32 else {
            return .failure(argument: 1, reason: "a /\(network.prefix) network cannot have \(bits) more bits")
        }
        guard number >= 0, number < 1 << bits else {
            return .failure(
                argument: 2,
                reason: "\(bits) more bits make \(1 << bits) networks, there is no number \(number)")
        }
        let address = prefix == 0 ? 0 : network.address | UInt32(truncatingIfNeeded: number << (32 - prefix))
        return .value(.string("\(Network.text(address))/\(prefix)"))
    }

    private static func host(of network: Network, _ number: Int) -> KnownFunctions.Result {
        let count = 1 << (32 - network.prefix)
        guard number < count, number >= -count else {
            return .failure(argument: 1, reason: "a /\(network.prefix) network has no host \(number)")
        }
        let offset = number < 0 ? count + number : number
        return .value(.string(Network.text(network.address | UInt32(truncatingIfNeeded: offset))))
    }

    private static func subnets(of network: Network, _ bits: [Int?]) -> KnownFunctions.Result {
        var next = UInt64(network.address)
        let end = UInt64(network.address) + UInt64(1) << UInt64(32 - network.prefix)
        var items: [Value] = []
        for (position, bits) in bits.enumerated() {
            guard let bits, bits > 0 else { return .unknown }
            let prefix = network.prefix + bits
            guard prefix <= 32 else {
                return .failure(
                    argument: position + 1,
                    reason: "a /\(network.prefix) network cannot have \(bits) more bits")
            }
            let size = UInt64(1) << UInt64(32 - prefix)
            next = (next + size - 1) / size * size
            guard next + size <= end else {
                return .failure(argument: position + 1, reason: "there is no room left for this network")
            }
            items.append(.string("\(Network.text(UInt32(truncatingIfNeeded: next)))/\(prefix)"))
            next += size
        }
        return .value(.list(items, of: .string))
    }
}
