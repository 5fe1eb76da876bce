import Diagnostics
import HCL
import Terraform

/// A secret that is written down (S-SECRET-01).
struct LiteralSecret: Rule {
    let id = "literal-secret"
    let severity = Diagnostic.Severity.warning
    let requirement: String? = "S-SECRET-01"
    let summary = "a password, key or token that is written down"
    let explanation = """
        What stands in a repository is known to all who ever read it. Give secrets as TF_VAR_ variables, or let AWS
        make and keep them (Secrets Manager, `manage_master_user_password`).
        """

    func check(_ context: LintContext, _ report: inout RuleReport) {
        for module in context.tree.modules {
            for file in module.files
            where !context.traits(of: file).isDisjoint(with: [.accessKey, .privateKey]) {
                checkBytes(file.bytes, file.file, &report)
            }
            for resource in module.resources { check(resource.block.body, module, &report) }
            for variable in module.variables where SecretNames.isSecret(variable.key) {
                guard let value = variable.defaultValue, let text = module.constantText(of: value),
                    SecretNames.mayBeSecret(text)
                else { continue }
                tell(variable.key, at: value.range, &report)
            }
            for call in module.calls {
                for argument in call.arguments {
                    check(argument, in: module.file(of: argument.nameRange), &report)
                }
            }
        }
        for environment in context.environments {
            for (name, given) in environment.given.sorted(by: { $0.key < $1.key })
            where SecretNames.isSecret(name) {
                guard case .string(let text) = given.value.plain, SecretNames.mayBeSecret(text) else {
                    continue
                }
                tell(name, at: given.valueRange, &report)
            }
        }
    }

    private func check(_ body: Body, _ module: Module, _ report: inout RuleReport) {
        for item in body.items {
            switch item {
            // An override may have put an argument of another file here.
            case .attribute(let attribute):
                check(attribute, in: module.file(of: attribute.nameRange), &report)
            case .block(let block): check(block.body, module, &report)
            }
        }
    }

    private func check(_ attribute: Attribute, in file: ConfigFile?, _ report: inout RuleReport) {
        guard let file, case .literal(let literal) = attribute.value, literal.kind == .string,
            SecretNames.isSecret(file.name(of: attribute)),
            SecretNames.mayBeSecret(file.text(of: literal))
        else { return }
        tell(file.name(of: attribute), at: literal.range, &report)
    }

    private func tell(_ name: String, at range: SourceRange, _ report: inout RuleReport) {
        report.add(
            "the secret \"\(name)\" is written down", at: range, help: "give it as a sensitive variable")
    }

    // MARK: - What secrets look like

    private static let keyStart = Array("AKIA".utf8)
    private static let privateKey = Array("-----BEGIN ".utf8)

    private func checkBytes(_ bytes: [UInt8], _ file: FileID, _ report: inout RuleReport) {
        for start in ByteSearch.all(Self.keyStart, in: bytes) {
            let end = start + 20
            guard end <= bytes.count, bytes[start..<end].allSatisfy(Self.isKeyPart),
                start == 0 || !Self.isKeyPart(bytes[start - 1]),
                end == bytes.count || !Self.isKeyPart(bytes[end]),
                // The keys of AWS's own manuals end like this.
                !bytes[start..<end].elementsEqual("AKIAIOSFODNN7EXAMPLE".utf8)
            else { continue }
            report.add(
                "an access key of AWS is written down", at: SourceRange(file: file, start: start, end: end),
                help: "deactivate it: it is known to all who read this")
        }
        for start in ByteSearch.all(Self.privateKey, in: bytes) {
            let line = bytes[start...].prefix { $0 != 10 && $0 != 13 }
            guard String(decoding: line, as: UTF8.self).contains("PRIVATE KEY-----") else { continue }
            report.add(
                "a private key is written down",
                at: SourceRange(file: file, start: start, end: start + line.count),
                help: "replace it: it is known to all who read this")
        }
    }

    private static func isKeyPart(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte)
    }
}
