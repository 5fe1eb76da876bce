import HCL
import ProviderCatalogue
import Terraform

/// What the catalogue of the AWS provider says of a tree.
struct ProviderKnowledge {
    let catalogue = Catalogue.aws

    /// The versions of the provider that may be in use; nil where nothing is known of any of them.
    let admitted: AdmittedVersions?

    /// Every body of a block that belongs to the provider, in the order of modules and of their text.
    private(set) var bodies: [ProvidedBody] = []

    /// The resources whose type is in none of the versions that may be in use.
    private(set) var resourcesOfUnknownType: [(module: Int, resource: Int)] = []

    /// For each module the local names under which it knows the AWS provider.
    private let localNames: [Set<String>]

    /// The types that the tree uses, each decoded once.
    private(set) var types: [String: TypeSchema] = [:]

    init(_ tree: ModuleTree) {
        localNames = tree.modules.map(Self.localNames)
        admitted = AdmittedVersions(
            zip(tree.modules, localNames).flatMap { Self.constraints(of: $0, for: $1) }, catalogue)
        guard let admitted else { return }
        for (position, module) in tree.modules.enumerated() {
            for index in module.resources.indices where isProvided(module.resources[index], in: position) {
                let resource = module.resources[index]
                guard let type = type(of: resource), !admitted.versions.during(type.lifetime).isEmpty else {
                    resourcesOfUnknownType.append((position, index))
                    continue
                }
                let reader = ProvidedBodyReader(module, position, .resource(index), type, admitted)
                bodies += reader.bodies(of: resource.block)
            }
            guard let type = catalogue.providerType else { continue }
            for index in module.providerConfigurations.indices {
                let provider = module.providerConfigurations[index]
                guard localNames[position].contains(provider.provider.text) else { continue }
                let reader = ProvidedBodyReader(module, position, .provider(index), type, admitted)
                bodies += reader.bodies(of: provider.block)
            }
        }
    }

    /// Whether a resource belongs to the AWS provider.
    func isProvided(_ resource: Resource, in module: Int) -> Bool {
        guard resource.type.text.hasPrefix("aws_") else { return false }
        let name = resource.provider?.provider.text ?? Resource.providerName(ofType: resource.type.text)
        return localNames[module].contains(name)
    }

    /// The type of a resource's values; nil where it is not known.
    func valueType(of resource: Resource, in module: Int) -> ValueType? {
        guard let admitted, isProvided(resource, in: module) else { return nil }
        let key = resource.mode.rawValue + " " + resource.type.text
        guard let type = types[key], !admitted.versions.during(type.lifetime).isEmpty else { return nil }
        return .provided(ProvidedType(type, key: key, admitted))
    }

    /// The type of a resource; nil where no known version has it.
    private mutating func type(of resource: Resource) -> TypeSchema? {
        let name = resource.type.text
        let key = resource.mode.rawValue + " " + name
        if let known = types[key] { return known }
        let found =
            switch resource.mode {
            case .managed: catalogue.resourceType(name)
            case .data: catalogue.dataSourceType(name)
            case .ephemeral: catalogue.ephemeralType(name)
            }
        types[key] = found
        return found
    }

    // MARK: - Providers

    /// The addresses under which registries list the provider.
    private static let addresses: Set = [
        "hashicorp/aws", "registry.terraform.io/hashicorp/aws", "registry.opentofu.org/hashicorp/aws", "aws",
    ]

    /// The local names under which a module knows the AWS provider; without a word about it that is `aws`.
    private static func localNames(of module: Module) -> Set<String> {
        var names: Set<String> = []
        for requirement in module.providerRequirements {
            let source = requirement.source?.lowercased() ?? requirement.key
            if addresses.contains(source) { names.insert(requirement.key) }
        }
        if module.providerRequirements["aws"] == nil { names.insert("aws") }
        return names
    }

    /// What a module says about the version of the provider.
    private static func constraints(of module: Module, for names: Set<String>) -> [VersionConstraint] {
        var constraints = module.providerRequirements.compactMap { names.contains($0.key) ? $0.version : nil }
        for provider in module.providerConfigurations where names.contains(provider.provider.text) {
            // The way of old: provider "aws" { version = "~> 2.0" }.
            guard let file = module.file(of: provider.block.typeRange),
                let version = provider.block.body.attribute("version", in: file),
                let text = module.constantText(of: version.value), let constraint = VersionConstraint(text)
            else { continue }
            constraints.append(constraint)
        }
        return constraints
    }
}
