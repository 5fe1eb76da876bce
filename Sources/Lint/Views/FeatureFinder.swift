import Diagnostics
import HCL
import Terraform

/// Finds features of the language that came with some version.
struct FeatureFinder {
    typealias Found = (feature: LanguageFeature, range: SourceRange)

    private let module: Module
    private let references: ReferenceTable
    private var found: [Found] = []

    init(_ module: Module, _ references: ReferenceTable) {
        self.module = module
        self.references = references
    }

    /// The features that a module uses, of those that came after a version.
    mutating func find(after oldest: Version) -> [Found] {
        blocks()
        variables()
        resources()
        if let newest = Version("1.10"), oldest < newest { functions() }
        return found
    }

    private mutating func add(_ words: String, _ since: String, at range: SourceRange?) {
        if let range { found.append((LanguageFeature(words, since), range)) }
    }

    private mutating func blocks() {
        for block in module.moves { add("a moved block", "1.1", at: block.block.headerRange) }
        for block in module.removals { add("a removed block", "1.7", at: block.block.headerRange) }
        for block in module.imports {
            add("an import block", "1.5", at: block.block.headerRange)
            add("for_each of an import block", "1.7", at: block.forEach?.range)
        }
        for check in module.checks { add("a check block", "1.5", at: check.block.headerRange) }
        guard let backend = module.backend, let label = backend.labels.first,
            module.file(of: label.range)?.text(of: label) == "s3"
        else { return }
        add("use_lockfile", "1.10", at: module.attribute("use_lockfile", in: backend.body)?.nameRange)
    }

    private mutating func variables() {
        for variable in module.variables {
            add("nullable", "1.1", at: module.attribute("nullable", in: variable.block.body)?.nameRange)
            if variable.isEphemeral { add("an ephemeral variable", "1.10", at: variable.nameRange) }
            if let type = variable.type, let range = variable.typeExpression?.range, Self.hasOptional(type) {
                add("optional()", "1.3", at: range)
            }
        }
        for output in module.outputs where output.isEphemeral {
            add("an ephemeral output", "1.10", at: output.nameRange)
        }
        // Up to 1.8 the rules of a variable could speak of that variable only.
        for entry in references.variables {
            let reference = module.references[entry.reference]
            let site = module.site(of: reference)
            guard case .variable(let owner) = site.owner, site.blocks.first == "validation",
                let target = entry.target, target != owner
            else { continue }
            add("a validation that looks at another variable", "1.9", at: reference.range)
        }
    }

    private static func hasOptional(_ type: TypeConstraint) -> Bool {
        switch type {
        case .list(let element), .set(let element), .map(let element): return hasOptional(element)
        case .tuple(let elements): return elements.contains(where: hasOptional)
        case .object(let attributes): return attributes.contains { $0.isOptional || hasOptional($0.type) }
        default: return false
        }
    }

    private mutating func resources() {
        for resource in module.resources {
            if resource.mode == .ephemeral {
                add("an ephemeral resource", "1.10", at: resource.block.headerRange)
            }
            if resource.type.text == "terraform_data" {
                add("terraform_data", "1.4", at: resource.type.range)
            }
            if let lifecycle = resource.lifecycle {
                for condition in lifecycle.preconditions + lifecycle.postconditions {
                    add("a condition of a resource", "1.2", at: condition.block.headerRange)
                }
                add("replace_triggered_by", "1.2", at: lifecycle.replacementTriggers?.range)
            }
            guard resource.mode == .managed else { continue }
            for case .attribute(let attribute) in resource.block.body.items
            where module.file(of: attribute.nameRange)?.ends(attribute.nameRange, with: "_wo") == true {
                add("a write-only argument", "1.11", at: attribute.nameRange)
            }
        }
    }

    private mutating func functions() {
        for file in module.files {
            var visitor = CallVisitor(file: file)
            file.body.walk(&visitor)
            found += visitor.found
        }
    }
}

/// Finds calls of functions that came later than others.
private struct CallVisitor: Visitor {
    let file: ConfigFile
    var found: [FeatureFinder.Found] = []

    mutating func enter(_ expression: Expression) -> Bool {
        if case .call(let call) = expression {
            let name = file.name(of: call)
            if let since = LanguageFeature.functions[name] {
                found.append((LanguageFeature("the function \"\(name)\"", since), call.nameRange))
            } else if name.hasPrefix("provider::") {
                found.append((LanguageFeature("a function of a provider", "1.8"), call.nameRange))
            }
        }
        return true
    }
}

extension ConfigFile {
    /// Whether the text of a range ends with a word.
    func ends(_ range: SourceRange, with word: String) -> Bool {
        let length = word.utf8.count
        guard range.file == file, Int(range.end - range.start) > length else { return false }
        return bytes[(Int(range.end) - length)..<Int(range.end)].elementsEqual(word.utf8)
    }
}
