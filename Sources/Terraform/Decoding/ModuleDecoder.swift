import Diagnostics
import HCL

/// Reads the files of a folder as a module.
///
/// Reports what Terraform refuses when it loads a module: unknown blocks and arguments, missing ones, names that
/// are taken, types and constants that are wrong. What it refuses later (references, arguments of calls) is for
/// rules over the whole tree.
struct ModuleDecoder {
    var module: Module
    var collector: ReferenceCollector
    var diagnostics: [Diagnostic] = []

    /// The blocks of files that override, by type and labels.
    private var overrides: [String: [Block]] = [:]
    private var usedOverrides: Set<String> = []

    /// The first of the blocks that a module can have only once.
    private var first: [String: SourceRange] = [:]

    /// Reads a module from the files of a folder, which stand by name; `isOverride` tells which of them override.
    static func decode(
        path: String, files: [ConfigFile], isOverride: (ConfigFile) -> Bool
    ) -> (Module, [Diagnostic]) {
        guard let first = files.first else { return (Module(path: path, files: []), []) }
        var decoder = ModuleDecoder(
            module: Module(path: path, files: files), collector: ReferenceCollector(file: first))
        let overriding = files.filter(isOverride)
        for file in overriding { decoder.noteOverrides(file) }
        for file in files where !isOverride(file) { decoder.decode(file.body, file) }
        for file in overriding { decoder.decodeUnusedOverrides(file) }
        decoder.module.references = decoder.collector.references
        decoder.module.sites = decoder.collector.sites
        return (decoder.module, decoder.diagnostics)
    }

    private init(module: Module, collector: ReferenceCollector) {
        self.module = module
        self.collector = collector
    }

    private mutating func decode(_ body: Body, _ file: ConfigFile) {
        for item in body.items {
            switch item {
            case .attribute(let attribute):
                reportUnknownArgument(attribute, schema: .file)
            case .block(let block):
                let key = Self.key(of: block, in: file)
                var merged = block
                if let overrides = overrides[key] {
                    usedOverrides.insert(key)
                    for override in overrides { merged = merge(override, into: merged) }
                }
                decode(merged, type: file.type(of: block))
            }
        }
    }

    private mutating func decode(_ block: Block, type: String) {
        guard let schema = BlockSchema.file.blocks[type] else {
            return reportUnknownBlock(block, schema: .file)
        }
        guard checkLabels(of: block, schema: schema, type: type) else { return }
        check(block, schema: schema)
        switch type {
        case "terraform": decodeSettings(block)
        case "variable": decodeVariable(block)
        case "output": decodeOutput(block)
        case "locals": decodeLocals(block)
        case "module": decodeCall(block)
        case "provider": decodeProvider(block)
        case "resource": decodeResource(block, mode: .managed)
        case "data": decodeResource(block, mode: .data)
        case "ephemeral": decodeResource(block, mode: .ephemeral)
        case "moved": decodeMoved(block)
        case "removed": decodeRemoved(block)
        case "import": decodeImport(block)
        default: decodeCheck(block)
        }
    }

    /// Reports a block or argument that the module may have only once.
    mutating func claim(_ what: String, at range: SourceRange, summary: String) {
        if let earlier = first[what] {
            report(
                "duplicate-declaration", summary, at: range,
                notes: [Diagnostic.Note("the first one stands here", at: earlier)])
        } else {
            first[what] = range
        }
    }
}

// MARK: - Files that override

extension ModuleDecoder {
    /// What a block has in common with the block that it overrides.
    private static func key(of block: Block, in file: ConfigFile) -> String {
        ([file.type(of: block)] + file.labels(of: block)).joined(separator: "\u{0}")
    }

    private mutating func noteOverrides(_ file: ConfigFile) {
        for block in file.body.blocks { overrides[Self.key(of: block, in: file), default: []].append(block) }
    }

    /// Reads what overrides nothing: mostly a mistake, but `terraform`, `locals` and `provider` blocks add to the
    /// module.
    private mutating func decodeUnusedOverrides(_ file: ConfigFile) {
        for item in file.body.items {
            guard case .block(let block) = item else {
                if case .attribute(let attribute) = item { reportUnknownArgument(attribute, schema: .file) }
                continue
            }
            guard !usedOverrides.contains(Self.key(of: block, in: file)) else { continue }
            let type = file.type(of: block)
            if ["variable", "output", "module", "resource", "data", "ephemeral"].contains(type) {
                report(
                    "override-without-base", "there is no \(type) block of this name to override",
                    at: block.headerRange,
                    help: "files named override.tf or *_override.tf can only change what other files declare")
            } else {
                decode(block, type: type)
            }
        }
    }

    /// A block with the arguments of another in place of its own; nested blocks of a type replace all of the type.
    private func merge(_ override: Block, into base: Block) -> Block {
        var names: Set<String> = []
        var types: Set<String> = []
        for item in override.body.items {
            switch item {
            case .attribute(let attribute): names.insert(module.name(of: attribute))
            case .block(let block): types.insert(module.text(of: block.typeRange))
            }
        }
        var merged = base
        merged.body.items = base.body.items.filter { item in
            switch item {
            case .attribute(let attribute): return !names.contains(module.name(of: attribute))
            case .block(let block): return !types.contains(module.text(of: block.typeRange))
            }
        }
        // A local value or lifecycle argument that is not overridden stays.
        for item in override.body.items {
            guard case .block(let block) = item, module.text(of: block.typeRange) == "lifecycle" else {
                continue
            }
            for case .block(let own) in base.body.items where module.text(of: own.typeRange) == "lifecycle" {
                merged.body.items.append(.block(merge(block, into: own)))
            }
        }
        let hasOwnLifecycle = base.body.blocks.contains { module.text(of: $0.typeRange) == "lifecycle" }
        merged.body.items += override.body.items.filter { item in
            guard case .block(let block) = item, hasOwnLifecycle else { return true }
            return module.text(of: block.typeRange) != "lifecycle"
        }
        return merged
    }
}
