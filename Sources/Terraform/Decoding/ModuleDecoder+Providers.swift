import Diagnostics
import HCL

/// Provider configurations and requirements, and the `terraform` block.
extension ModuleDecoder {
    /// Arguments that a provider cannot have, since Terraform keeps them for itself.
    private static let reservedArguments = ["count", "depends_on", "for_each", "source"]

    mutating func decodeProvider(_ block: Block) {
        let provider = label(0, of: block)
        guard checkProviderName(provider) else { return }
        var configuration = ProviderConfiguration(provider: provider, block: block)
        if let value = value("alias", of: block), let alias = constantText("alias", of: block) {
            let name = Name(alias, at: value.range)
            guard checkName(name, of: "a provider configuration") else { return }
            configuration.alias = name
        }
        for case .attribute(let attribute) in block.body.items
        where Self.reservedArguments.contains(module.name(of: attribute)) {
            report(
                "unknown-argument",
                "a provider block cannot have the argument \"\(module.name(of: attribute))\"",
                at: attribute.nameRange)
        }
        if let version = value("version", of: block) { _ = versionConstraint(version) }
        let owner = Owner.provider(
            declare(configuration, as: "provider configuration", in: \.providerConfigurations))
        collectOpen(block.body, of: owner, except: ["alias", "version"])
    }

    mutating func decodeSettings(_ block: Block) {
        if let value = value("required_version", of: block), let constraint = versionConstraint(value) {
            module.requiredVersions.append((constraint, value.range))
        }
        if let language = value("language", of: block), module.text(of: language.range) != "TF2021" {
            report("wrong-type", "the only language edition is TF2021", at: language.range)
        }
        for nested in block.body.blocks {
            switch module.text(of: nested.typeRange) {
            case "required_providers":
                claim(
                    "required_providers", at: nested.typeRange,
                    summary: "a module can have only one required_providers block")
                decodeRequirements(nested)
            case "backend", "cloud":
                claim(
                    "backend", at: nested.typeRange,
                    summary: "a module can have only one backend or cloud block")
                if module.backend == nil { module.backend = nested }
            case "provider_meta":
                for attribute in nested.body.attributes {
                    _ = checkConstant(attribute.value, what: "an argument of \"provider_meta\"")
                }
            default: break
            }
        }
    }

    private mutating func decodeRequirements(_ block: Block) {
        for case .attribute(let attribute) in block.body.items {
            let name = Name(module.name(of: attribute), at: attribute.nameRange)
            guard checkProviderName(name) else { continue }
            var requirement = ProviderRequirement(name: name, value: attribute.value)
            switch attribute.value {
            case .object(let object): decode(object, into: &requirement)
            case .literal, .template:
                requirement.version = versionConstraint(attribute.value)
                requirement.versionRange = attribute.value.range
            default:
                report(
                    "invalid-provider-requirement", "an object with source and version is expected here",
                    at: attribute.value.range)
            }
            declare(requirement, as: "provider requirement", in: \.providerRequirements)
        }
    }

    private mutating func decode(_ object: ObjectConstructor, into requirement: inout ProviderRequirement) {
        guard let file = module.file(of: object.range) else { return }
        for item in object.items {
            switch file.constantKey(of: item) {
            case "source":
                requirement.source = file.constantText(of: item.value)
                if requirement.source == nil {
                    report(
                        "invalid-provider-requirement", "the source of a provider must be a constant string",
                        at: item.value.range)
                }
            case "version":
                requirement.version = versionConstraint(item.value)
                requirement.versionRange = item.value.range
            case "configuration_aliases":
                guard case .tuple(let tuple) = item.value else {
                    report(
                        "invalid-provider-requirement", "\"configuration_aliases\" must be a list",
                        at: item.value.range, help: "such as [aws.us_east_1]")
                    continue
                }
                requirement.aliases = tuple.items.compactMap { providerReference($0) }
            case let key:
                let name = key ?? file.text(of: item.key.range)
                let near = nearestName(to: name, among: ["source", "version", "configuration_aliases"])
                report(
                    "invalid-provider-requirement", "a provider requirement has no \"\(name)\"",
                    at: item.key.range, help: near.map { "did you mean \"\($0)\"?" })
            }
        }
    }

    /// A reference to a provider configuration; nil, with a diagnostic, where it is none.
    mutating func providerReference(_ expression: Expression) -> ProviderReference? {
        guard let file = module.file(of: expression.range) else { return nil }
        if case .literal(let literal) = expression, literal.kind == .string {
            return quotedReference(file.text(of: literal), at: literal.range)
        }
        if case .traversal(let traversal) = expression {
            let provider = Name(file.root(of: traversal), at: traversal.rootRange)
            guard checkProviderName(provider) else { return nil }
            if traversal.steps.isEmpty { return ProviderReference(provider: provider, alias: nil) }
            if traversal.steps.count == 1, case .attribute(let step) = traversal.steps[0] {
                let alias = Name(file.text(of: step.nameRange), at: step.nameRange)
                return ProviderReference(provider: provider, alias: alias)
            }
        }
        report(
            "invalid-provider-reference", "a provider configuration is expected here", at: expression.range,
            help: "such as aws or aws.us_east_1")
        return nil
    }

    /// The old form in quotes, which Terraform still takes.
    private mutating func quotedReference(_ text: String, at range: SourceRange) -> ProviderReference? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, parts.allSatisfy({ Literal.isIdentifier($0) }) else {
            report(
                "invalid-provider-reference", "\"\(text)\" names no provider configuration", at: range,
                help: "write it without quotes, such as aws.us_east_1")
            return nil
        }
        let alias = parts.count == 2 ? Name(parts[1], at: range) : nil
        return ProviderReference(provider: Name(parts[0], at: range), alias: alias)
    }

    /// The entries of `providers` in a module call.
    mutating func providerAssignments(_ expression: Expression) -> [ProviderAssignment] {
        guard case .object(let object) = expression else {
            report(
                "invalid-provider-reference", "\"providers\" must be an object", at: expression.range,
                help: "such as { aws = aws.us_east_1 }")
            return []
        }
        var assignments: [ProviderAssignment] = []
        for item in object.items {
            guard let child = providerReference(item.key), let parent = providerReference(item.value) else {
                continue
            }
            if let earlier = assignments.first(where: { $0.child == child }) {
                report(
                    "duplicate-declaration", "\"\(child.key)\" is given more than once", at: child.range,
                    notes: [Diagnostic.Note("it is given here first", at: earlier.child.range)])
            }
            assignments.append(ProviderAssignment(child: child, parent: parent))
        }
        return assignments
    }
}
