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
    private var types: [String: TypeSchema] = [:]

    /// For each module the types of its resources' values, by the position of the resource; nil where they are not
    /// known.
    private var valueTypes: [[ValueType?]] = []

    init(_ tree: ModuleTree) {
        localNames = tree.modules.map(Self.localNames)
        admitted = AdmittedVersions(
            zip(tree.modules, localNames).flatMap { Self.constraints(of: $0, for: $1) }, catalogue)
        guard let admitted else { return }
        var schemas: [Int: BlockSchema] = [:]
        var typesByKey: [String: ValueType] = [:]
        for (position, module) in tree.modules.enumerated() {
            var reader = ProvidedBodyReader(module, position, admitted, schemas)
            valueTypes.append(addResources(of: module, position, admitted, &reader, &typesByKey))
            if let type = catalogue.providerType {
                for (index, provider) in module.providerConfigurations.enumerated()
                where localNames[position].contains(provider.provider.text) {
                    reader.read(provider.block, of: .provider(index), type: type)
                }
            }
            bodies += reader.bodies
            schemas = reader.decodedSchemas
        }
    }

    private mutating func addResources(
        of module: Module, _ position: Int, _ admitted: AdmittedVersions, _ reader: inout ProvidedBodyReader,
        _ typesByKey: inout [String: ValueType]
    ) -> [ValueType?] {
        module.resources.indices.map { index in
            let resource = module.resources[index]
            guard isProvided(resource, in: position) else { return nil }
            let key = Self.key(of: resource)
            guard let type = type(of: resource, key), !admitted.versions.during(type.lifetime).isEmpty else {
                resourcesOfUnknownType.append((position, index))
                return nil
            }
            reader.read(resource.block, of: .resource(index), type: type)
            let known = typesByKey[key] ?? .provided(ProvidedType(type, mode: resource.mode, admitted))
            typesByKey[key] = known
            return known
        }
    }

    /// What tells a resource's type from others.
    private static func key(of resource: Resource) -> String {
        resource.mode == .managed ? resource.type.text : resource.mode.rawValue + " " + resource.type.text
    }

    /// The type of a resource that the tree uses; nil where no known version has it.
    func usedType(of resource: Resource) -> TypeSchema? { types[Self.key(of: resource)] }

    /// The type of a resource's values, by the positions of the module and of the resource; nil where it is not known.
    func valueType(module: Int, resource: Int) -> ValueType? {
        valueTypes.indices.contains(module) ? valueTypes[module][resource] : nil
    }

    /// Whether a resource belongs to the AWS provider.
    func isProvided(_ resource: Resource, in module: Int) -> Bool {
        guard resource.type.text.hasPrefix("aws_") else { return false }
        let name = resource.provider?.provider.text ?? Resource.providerName(ofType: resource.type.text)
        return localNames[module].contains(name)
    }

    /// The type of a resource; nil where no known version has it.
    private mutating func type(of resource: Resource, _ key: String) -> TypeSchema? {
        let name = resource.type.text
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
