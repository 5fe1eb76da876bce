import Diagnostics
import HCL
import Terraform

/// The provider configuration that a resource works with.
struct UsedProvider {
    /// What tells the configuration from all others: the scope that it is declared in, and its name there.
    let identity: String

    /// The region; nil where it is not known.
    let region: String?

    /// Whether nothing says that it works in another account than the others.
    let isOwnAccount: Bool

    /// Where the configuration is declared.
    let range: SourceRange

    /// The name where it is declared, such as `aws.us_west_2`.
    let key: String
}

extension Evaluator {
    /// The provider configuration of a resource instance; nil where it is not written down.
    func provider(of block: BlockInstance) -> UsedProvider? {
        let resource = block.resource
        let key = resource.provider?.key ?? Resource.providerName(ofType: resource.type.text)
        guard let found = provider(key, in: block.scope) else { return nil }
        guard let own = block.value("region"), block.attribute("region") != nil, !own.isNull else {
            return found
        }
        // Since version 6 a resource may name a region of its own.
        return UsedProvider(
            identity: "\(found.identity) \(own.text ?? "?")", region: own.text,
            isOwnAccount: found.isOwnAccount, range: found.range, key: found.key)
    }

    /// The provider configuration that a module knows by a name.
    func provider(_ key: String, in scope: Int) -> UsedProvider? {
        let module = module(of: scope)
        if let configuration = module.providerConfigurations[key] {
            return used(configuration, in: scope)
        }
        guard let parent = scopes[scope].parent else { return nil }
        let call = self.module(of: parent).calls[scopes[scope].call]
        guard let assignments = call.providers else {
            // Only default configurations are handed over without a word.
            return key.contains(".") ? nil : provider(key, in: parent)
        }
        guard let given = assignments.first(where: { $0.child.key == key }) else { return nil }
        return provider(given.parent.key, in: parent)
    }

    private func used(_ configuration: ProviderConfiguration, in scope: Int) -> UsedProvider {
        let module = module(of: scope)
        let body = configuration.block.body
        var region: String?
        if let attribute = module.attribute("region", in: body) {
            region = value(of: attribute.value, in: scope).text
        }
        let others = ["profile", "access_key", "token", "shared_credentials_files", "endpoints"]
        let isOwnAccount =
            module.bodies(ofType: "assume_role", in: body).isEmpty
            && module.bodies(ofType: "assume_role_with_web_identity", in: body).isEmpty
            && !others.contains { module.attribute($0, in: body) != nil }
        return UsedProvider(
            identity: "\(scope) \(configuration.key)", region: region, isOwnAccount: isOwnAccount,
            range: configuration.block.headerRange, key: configuration.key)
    }
}
