/// A path that stays below the folder it is meant for: no `..`, not absolute, no empty name.
public struct RelativePath: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The path, with `/` between names.
    public let text: String

    /// Checks a path.
    ///
    /// Nil for a path that is empty, absolute, or has a name that is empty, `.`, `..` or holds a control
    /// character.
    public init?(_ text: String) {
        let names = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for name in names {
            if name.isEmpty || name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { return nil }
            if name.contains(where: { $0 < 0x20 || $0 == 0x7f }) { return nil }
        }
        self.text = text
    }

    private init(checked text: String) { self.text = text }

    /// The names of the path, outermost first.
    public var names: [String] { text.split(separator: "/").map(String.init) }

    /// The last name.
    public var name: String { lastName(of: text) }

    /// The folder it stands in; nil for a path of one name.
    public var parent: RelativePath? {
        text.utf8.lastIndex(of: UInt8(ascii: "/")).map { RelativePath(checked: String(text[..<$0])) }
    }

    /// The folders that hold it, outermost first.
    public var folders: [RelativePath] {
        var folders: [RelativePath] = []
        var folder = parent
        while let current = folder {
            folders.append(current)
            folder = current.parent
        }
        return folders.reversed()
    }

    /// The path as seen from outside the folder it stands in.
    public func below(_ folder: String) -> String { joinedPath(folder, text) }

    /// The path itself.
    public var description: String { text }

    /// Paths are ordered by their bytes, as git orders them.
    public static func < (left: RelativePath, right: RelativePath) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
