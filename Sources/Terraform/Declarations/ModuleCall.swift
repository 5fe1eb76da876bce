public import Diagnostics
public import HCL

/// A module call: `module "name" { source = "..." }`.
public struct ModuleCall: Declaration {
    /// The name.
    public var name: Name

    /// The block.
    public var block: Block

    /// Where the module comes from; nil where that is missing or no constant text.
    public var source: ModuleSource?

    /// The source as written; nil where it is missing.
    public var sourceExpression: Expression?

    /// Which versions of a module from a registry may be taken.
    public var version: Expression?

    /// How many instances there are; nil where the argument is not given.
    public var count: Expression?

    /// What there is an instance for each of; nil where the argument is not given.
    public var forEach: Expression?

    /// What has to be ready first.
    public var dependencies: Expression?

    /// The provider configurations that are handed over; nil where nothing is said and the default ones are.
    public var providers: [ProviderAssignment]?

    /// The arguments for the module's variables, in source order.
    public var arguments: [Attribute] = []

    /// Whether there are instances, so that a reference needs an index.
    public var isRepeated: Bool { count != nil || forEach != nil }

    /// The name.
    public var key: String { name.text }

    /// The name.
    public var nameRange: SourceRange { name.range }
}

/// One entry of `providers` in a module call.
public struct ProviderAssignment: Sendable {
    /// What the called module knows the configuration as.
    public var child: ProviderReference

    /// The configuration of the calling module.
    public var parent: ProviderReference
}

/// Where a module comes from.
public enum ModuleSource: Sendable, Hashable {
    /// A folder, relative to that of the calling module: `./a`, `../b`.
    case local(String)

    /// A module of a registry: `terraform-aws-modules/vpc/aws`.
    case registry(String)

    /// Anything else that Terraform can fetch: Git, archives, buckets.
    case remote(String)

    /// Reads a source address.
    public init(_ address: String) {
        if address.hasPrefix("./") || address.hasPrefix("../") || address == "." || address == ".." {
            self = .local(address)
        } else if Self.isRegistryAddress(address) {
            self = .registry(address)
        } else {
            self = .remote(address)
        }
    }

    /// The source as written.
    public var address: String {
        switch self {
        case .local(let address), .registry(let address), .remote(let address): return address
        }
    }

    /// `namespace/name/provider`, with a host name before or a `//folder` behind it.
    private static func isRegistryAddress(_ address: String) -> Bool {
        let package = folderStart(in: address).map { address[..<$0] } ?? address[...]
        let parts = package.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3 || (parts.count == 4 && parts[0].contains(".")) else { return false }
        // These two hosts are taken for Git repositories.
        if parts[0] == "github.com" || parts[0] == "bitbucket.org" { return false }
        return parts.suffix(3).allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { Literal.isIdentifierPart($0) }
        }
    }

    /// Where `//` starts that no scheme (`https://`) owns.
    private static func folderStart(in address: String) -> String.Index? {
        var index = address.startIndex
        while index < address.endIndex {
            let next = address.index(after: index)
            if address[index] == "/", next < address.endIndex, address[next] == "/" { return index }
            index = next
        }
        return nil
    }
}
