import Terraform

extension Module {
    /// Where the provider of a local name comes from: `hashicorp/aws`; without the registry that is everybody's.
    ///
    /// A name that no entry of `required_providers` explains stands for the provider of that name by HashiCorp.
    func address(ofProvider name: String) -> String {
        let source = providerRequirements[name]?.source ?? "hashicorp/\(name)"
        let full = source.contains("/") ? source : "hashicorp/\(source)"
        let host = "registry.terraform.io/"
        return (full.hasPrefix(host) ? String(full.dropFirst(host.count)) : full).lowercased()
    }
}
