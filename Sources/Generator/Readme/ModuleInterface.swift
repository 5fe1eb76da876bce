import Diagnostics
import HCL

/// What the files of a module say to those who use it.
struct ModuleInterface {
    /// A version that the module asks for; the constraint is empty where there is none.
    struct Requirement {
        var name: String
        var version: String
    }

    struct Call {
        var name: String
        var source: String
        var version: String
    }

    struct Resource {
        /// `aws_vpc.this`, as the table shows it.
        var address: String

        /// Where the registry documents its type; empty for providers that come from elsewhere.
        var url: String
        var isData: Bool
    }

    struct Input {
        var name: String
        var description: String

        /// The type as it is written; `any` where none is.
        var type: String

        /// The default as indented JSON.
        var defaultText: String
        var isRequired: Bool
    }

    struct Output {
        var name: String
        var description: String
    }

    private(set) var requirements: [Requirement] = []
    private(set) var providers: [Requirement] = []
    private(set) var calls: [Call] = []
    private(set) var resources: [Resource] = []
    private(set) var inputs: [Input] = []
    private(set) var outputs: [Output] = []

    private var providerSources: [String: String] = [:]
    private var providerVersions: [String: String] = [:]

    /// Reads the files of a module; what they repeat or leave out is not this room's concern.
    init(_ files: [ConfigFile]) {
        for file in files { readRequirements(of: file) }
        for name in providerVersions.keys.sorted(by: Self.isBefore) {
            requirements.append(Requirement(name: name, version: providerVersions[name] ?? ""))
        }
        for file in files {
            for block in file.body.blocks where !Self.isIgnored(block, in: file) { read(block, of: file) }
        }
        providers = Self.unique(providers, by: \.name)
        calls.sort { Self.isBefore($0.name, $1.name) }
        resources = Self.unique(resources, by: \.url, \.address)
        resources.sort {
            !$0.isData && $1.isData || $0.isData == $1.isData && Self.isBefore($0.address, $1.address)
        }
        inputs.sort { Self.isBefore($0.name, $1.name) }
        outputs.sort { Self.isBefore($0.name, $1.name) }
    }

    // MARK: Requirements

    private mutating func readRequirements(of file: ConfigFile) {
        for block in file.body.blocks(ofType: "terraform", in: file) {
            if let version = text("required_version", of: block.body, in: file) {
                requirements.append(Requirement(name: "terraform", version: version))
            }
            for providers in block.body.blocks(ofType: "required_providers", in: file) {
                for attribute in providers.body.attributes { readProvider(attribute, in: file) }
            }
        }
    }

    /// Reads `aws = { source = "...", version = "..." }`, or `aws = "..."` as it was once.
    private mutating func readProvider(_ attribute: Attribute, in file: ConfigFile) {
        let name = file.name(of: attribute)
        if let version = file.constantText(of: attribute.value) { providerVersions[name] = version }
        guard case .object(let object) = attribute.value else { return }
        for item in object.items {
            guard let key = file.constantKey(of: item), let text = file.constantText(of: item.value) else {
                continue
            }
            if key == "version" { providerVersions[name] = text }
            if key == "source" { providerSources[name] = text }
        }
    }

    // MARK: Blocks

    private mutating func read(_ block: Block, of file: ConfigFile) {
        let labels = file.labels(of: block)
        switch (file.type(of: block), labels.count) {
        case ("module", 1): readCall(block, named: labels[0], of: file)
        case ("resource", 2), ("data", 2): readResource(block, labels, of: file)
        case ("variable", 1): inputs.append(input(block, named: labels[0], of: file))
        case ("output", 1):
            outputs.append(Output(name: labels[0], description: description(of: block, in: file)))
        default: break
        }
    }

    private mutating func readCall(_ block: Block, named name: String, of file: ConfigFile) {
        var source = text("source", of: block.body, in: file) ?? ""
        var version = text("version", of: block.body, in: file) ?? ""
        // A source from a repository says its version behind the last "?ref=".
        if version.isEmpty, let mark = source.ranges(of: "?ref=").last, mark.upperBound < source.endIndex {
            version = String(source[mark.upperBound...])
            source = String(source[..<mark.lowerBound])
        }
        calls.append(Call(name: name, source: source, version: version))
    }

    private mutating func readResource(_ block: Block, _ labels: [String], of file: ConfigFile) {
        let (provider, alias) = self.provider(of: block, labels[0], in: file)
        providers.append(Requirement(name: provider + alias, version: providerVersions[provider] ?? ""))
        let prefix = provider + "_"
        let type = labels[0].hasPrefix(prefix) ? String(labels[0].dropFirst(prefix.count)) : labels[0]
        let isData = file.type(of: block) == "data"
        let source = providerSources[provider] ?? "hashicorp/" + provider
        let version = Self.exactVersion(providerVersions[provider] ?? "") ?? "latest"
        let page = "\(source)/\(version)/docs/\(isData ? "data-sources" : "resources")/\(type)"
        let isRegistered = source.utf8.count { $0 == UInt8(ascii: "/") } < 2
        resources.append(
            Resource(
                address: "\(prefix)\(type).\(labels[1])",
                url: isRegistered ? "https://registry.terraform.io/providers/" + page : "", isData: isData))
    }

    /// The provider of a resource and, with its dot, the alias; the type of the resource says which by its start.
    private func provider(
        of block: Block, _ type: String, in file: ConfigFile
    ) -> (name: String, alias: String) {
        guard let written = block.body.attribute("provider", in: file)?.value else {
            return (String(type.prefix { $0 != "_" }), "")
        }
        // Terraform 0.11 wrote it in quotes.
        let text = file.constantText(of: written) ?? file.text(of: written.range)
        let name = text.prefix { $0 != "." }
        return (String(name), String(text[name.endIndex...]))
    }

    /// The version that a constraint demands, when it demands a single one.
    private static func exactVersion(_ constraint: String) -> String? {
        let parts = constraint.split(separator: " ", omittingEmptySubsequences: false)
        guard let first = parts.first?.first else { return nil }
        if parts.count == 2, parts[0] == "=" { return String(parts[1]) }
        guard parts.count == 1 else { return nil }
        return first.isNumber ? String(parts[0]) : first == "=" ? String(parts[0].dropFirst()) : nil
    }

    private func input(_ block: Block, named name: String, of file: ConfigFile) -> Input {
        let initial = block.body.attribute("default", in: file)
        let value = initial.flatMap { ConstantValue($0.value, in: file) }
        var type = value?.typeName ?? "any"
        if let written = block.body.attribute("type", in: file) {
            type = file.constantText(of: written.value) ?? file.text(of: written.value.range)
        }
        return Input(
            name: name, description: description(of: block, in: file), type: type,
            defaultText: value?.json ?? "null", isRequired: initial == nil)
    }

    // MARK: Texts

    /// The description of a block, or else the comment above it.
    private func description(of block: Block, in file: ConfigFile) -> String {
        let written = text("description", of: block.body, in: file) ?? ""
        guard !written.isEmpty else { return Self.comment(above: block, in: file) }
        return written.utf8.contains(UInt8(ascii: "\r")) ? written.replacing("\r\n", with: "\n") : written
    }

    private func text(_ name: String, of body: Body, in file: ConfigFile) -> String? {
        body.attribute(name, in: file).flatMap { file.constantText(of: $0.value) }
    }

    private static func isIgnored(_ block: Block, in file: ConfigFile) -> Bool {
        let comment = comment(above: block, in: file)
        return !comment.isEmpty && comment.contains("terraform-docs-ignore")
    }

    /// The comment lines directly above a block, joined by spaces.
    private static func comment(above block: Block, in file: ConfigFile) -> String {
        var lines: [String] = []
        // The end of the line above, without its line feed.
        var end = lineStart(before: Int(block.range.start), in: file.bytes) - 1
        while end >= 0 {
            let start = lineStart(before: end, in: file.bytes)
            guard let text = commentText(of: file.bytes[start..<end]) else { break }
            lines.append(text)
            end = start - 1
        }
        return lines.reversed().joined(separator: " ")
    }

    /// The offset behind the last line feed before an offset.
    private static func lineStart(before offset: Int, in bytes: [UInt8]) -> Int {
        var start = offset
        while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    /// What a line says that is a comment from its first byte on; nil for other lines.
    private static func commentText(of line: ArraySlice<UInt8>) -> String? {
        guard line.starts(with: "#".utf8) || line.starts(with: "//".utf8) else { return nil }
        var text = line
        if text.first == UInt8(ascii: "#") { text = text.dropFirst() }
        if text.starts(with: "//".utf8) { text = text.dropFirst(2) }
        return String(decoding: text.trimmed, as: UTF8.self)
    }

    // MARK: Order

    /// Names are sorted by their bytes.
    private static func isBefore(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    /// The first of the requirements of each name, sorted; `aws` stands before `aws.global`.
    private static func unique(_ items: [Requirement], by name: (Requirement) -> String) -> [Requirement] {
        var seen = Set<String>()
        return items.filter { seen.insert(name($0)).inserted }.sorted { isBefore($0.name, $1.name) }
    }

    private static func unique(
        _ items: [Resource], by url: (Resource) -> String, _ address: (Resource) -> String
    ) -> [Resource] {
        var seen = Set<String>()
        return items.filter { seen.insert(url($0) + address($0)).inserted }
    }
}
