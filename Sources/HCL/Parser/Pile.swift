/// A stack whose upper elements become an array of exactly their number.
///
/// Lists of a tree are collected on one pile for all levels, so that each costs one allocation of the right size.
/// Elements are moved, never copied.
struct Pile<Element>: ~Copyable {
    private var memory: UnsafeMutableBufferPointer<Element>

    /// How many elements lie on the pile.
    private(set) var count = 0

    @inline(__always)
    init(capacity: Int) {
        memory = .allocate(capacity: max(capacity, 1))
    }

    deinit {
        memory[..<count].deinitialize()
        memory.deallocate()
    }

    /// Lays an element on top.
    @inline(__always)
    mutating func push(_ element: consuming Element) {
        if count == memory.count { grow() }
        memory.initializeElement(at: count, to: element)
        count += 1
    }

    private mutating func grow() {
        let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: memory.count * 2)
        _ = larger.moveInitialize(fromContentsOf: memory)
        memory.deallocate()
        memory = larger
    }

    /// Takes the elements from an index on, counted from the bottom.
    @inline(__always)
    mutating func take(from start: Int) -> [Element] {
        guard count > start else { return [] }
        // `Array(unsafeUninitializedCapacity:)` is no quicker: it asks the runtime for the type every time.
        var elements: [Element] = []
        elements.reserveCapacity(count - start)
        for index in start..<count { elements.append(memory.moveElement(from: index)) }
        count = start
        return elements
    }

    /// The elements where they lie, as long as the pile is not changed.
    var contents: UnsafeBufferPointer<Element> { UnsafeBufferPointer(rebasing: memory[..<count]) }

    /// The element at an index, counted from the bottom.
    subscript(index: Int) -> Element { memory[index] }
}
