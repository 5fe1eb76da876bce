/// Numbers that look random and are the same for the same seed on every machine (SplitMix64).
struct SeededRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678_9ABC_DEF1 }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number within bounds.
    mutating func int(_ range: ClosedRange<Int>) -> Int {
        let count = UInt64(range.upperBound - range.lowerBound) + 1
        return range.lowerBound + Int(next() % count)
    }

    /// Whether something with a chance of so many in a hundred happens.
    mutating func happens(_ percent: Int) -> Bool { int(1...100) <= percent }

    /// One of some things; nil when there are none.
    mutating func one<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[int(0...elements.count - 1)]
    }

    /// Some of the things, each at most once, in an order of chance.
    mutating func some<Element>(_ range: ClosedRange<Int>, of elements: [Element]) -> [Element] {
        var left = elements
        var chosen: [Element] = []
        let wanted = min(int(range), elements.count)
        while chosen.count < wanted { chosen.append(left.remove(at: int(0...left.count - 1))) }
        return chosen
    }
}
