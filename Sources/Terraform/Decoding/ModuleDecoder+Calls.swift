import Diagnostics
import HCL

/// Module calls.
extension ModuleDecoder {
    /// The arguments of a module call that are Terraform's own.
    static let callArguments: Set<String> = [
        "source", "version", "count", "for_each", "depends_on", "providers",
    ]

    mutating func decodeCall(_ block: Block) {
        let name = label(0, of: block)
        guard checkName(name, of: "a module call") else { return }
        var call = ModuleCall(name: name, block: block)
        decodeRepetition(of: block, &call.count, &call.forEach)
        decodeSource(of: &call)
        call.dependencies = dependencies(of: block)
        call.providers = value("providers", of: block).map { providerAssignments($0) }
        for item in block.body.items {
            switch item {
            case .attribute(let attribute):
                if !Self.callArguments.contains(module.name(of: attribute)) {
                    call.arguments.append(attribute)
                }
            case .block(let nested):
                report(
                    "unknown-block", "a module call holds no blocks", at: nested.typeRange,
                    help: "write \"\(module.text(of: nested.typeRange)) = { ... }\" for an argument")
            }
        }
        let owner = Owner.call(declare(call, as: "module call", in: \.calls))
        collectOpen(block.body, of: owner, except: ["source", "version", "providers"])
    }

    private mutating func decodeSource(of call: inout ModuleCall) {
        call.sourceExpression = value("source", of: call.block)
        call.version = value("version", of: call.block)
        guard let expression = call.sourceExpression, let address = constantText("source", of: call.block)
        else {
            return
        }
        let source = ModuleSource(address)
        call.source = source
        if let version = call.version {
            checkVersion(version, of: source, at: expression.range)
        } else if case .remote = source, Self.looksLocal(address) {
            report(
                "invalid-module-source", "\"\(address)\" is no module source", at: expression.range,
                help: "write \"./\(address)\" for a folder of this tree")
        }
    }

    /// Whether Terraform would not know what to fetch: a bare path such as `modules/vpc`.
    private static func looksLocal(_ address: String) -> Bool {
        let hosts = ["github.com/", "bitbucket.org/", "git@", "/"]
        if address.contains("::") || address.contains("://") { return false }
        if hosts.contains(where: address.hasPrefix) { return false }
        return !address.contains(".") || address.split(separator: "/").first?.contains(".") == false
    }

    private mutating func checkVersion(_ version: Expression, of source: ModuleSource, at range: SourceRange)
    {
        _ = versionConstraint(version)
        let note = [Diagnostic.Note("the version is given here", at: version.range)]
        switch source {
        case .registry: break
        case .local:
            report(
                "invalid-module-source", "a module of a local folder has no version", at: range, notes: note,
                help: "remove the version")
        case .remote:
            report(
                "invalid-module-source", "only modules of a registry have a version", at: range, notes: note,
                help: "name the version in the source, such as ?ref=v1.2.3")
        }
    }

    /// A version constraint that has to be a constant; reports anything else.
    mutating func versionConstraint(_ expression: Expression) -> VersionConstraint? {
        guard checkConstant(expression, what: "a version constraint") else { return nil }
        guard case .string(let text) = module.file(of: expression.range)?.constant(of: expression) else {
            report(
                "invalid-version-constraint", "a version constraint must be a string", at: expression.range)
            return nil
        }
        if let constraint = VersionConstraint(text) { return constraint }
        report(
            "invalid-version-constraint", "\"\(text)\" is no version constraint", at: expression.range,
            help: "such as \">= 1.10\" or \"~> 6.0\"")
        return nil
    }
}
