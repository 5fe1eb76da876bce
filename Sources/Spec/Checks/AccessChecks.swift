extension SpecRule {
    /// E-SVC-16.
    static let illegalVariableName = error(
        "illegal-variable-name", "E-SVC-16", "an environment variable of an impossible name, or given twice")

    /// E-SVC-17.
    static let illegalSecretSource = error(
        "illegal-secret-source", "E-SVC-17", "a secret that comes from nowhere or from two places")

    /// W-SEC-03.
    static let plaintextSecret = warning(
        "plaintext-secret", "W-SEC-03", "an environment variable that looks like a secret")

    /// E-SVC-18.
    static let excessivePermission = error(
        "excessive-permission", "E-SVC-18",
        "a statement that allows every action, or all of a service on everything")

    /// A statement that IAM would refuse.
    static let illegalPermission = error(
        "illegal-permission", "", "a statement with an id, action or resource that IAM would refuse")
}

/// Rules about variables, secrets and permissions.
enum AccessChecks {
    static let rules: [SpecRule] = [
        .illegalVariableName, .illegalSecretSource, .plaintextSecret, .excessivePermission,
        .illegalPermission,
    ]
    static let all: [Check] = [variableNames, variablesOnce, secretSources, plaintext, permissions]

    /// The environment variables of services and functions.
    private static func variables(_ spec: InfrastructureSpec) -> [(path: SpecPath, values: [String: String])]
    {
        spec.services.map { ($0.path["environment"], $0.environment) }
            + spec.functions.map { ($0.path["environment"], $0.environment) }
    }

    @Sendable private static func variableNames(_ run: inout CheckRun) {
        let pattern = NamePattern(
            first: "A-Za-z_", rest: "A-Za-z0-9_", length: 1...255,
            words: "letters, digits and underscores, not starting with a digit")
        let secrets = run.spec.services.map { ($0.path["secrets"], Array($0.secrets.keys)) }
        let names = variables(run.spec).map { ($0.path, Array($0.values.keys)) } + secrets
        for (path, keys) in names {
            for key in keys.sorted() where !pattern.matches(key) {
                run.report(
                    .illegalVariableName, path[key], "\"\(key)\" is no name of an environment variable",
                    onKey: true,
                    help: "use \(pattern.words)")
            }
        }
    }

    @Sendable private static func variablesOnce(_ run: inout CheckRun) {
        for service in run.spec.services {
            var given: [String] = []
            if service.connectsTo.contains("database") {
                given += ["DB_HOST", "DB_READER_HOST", "DB_PORT", "DB_NAME"]
            }
            if service.connectsTo.contains("cache") { given += ["CACHE_HOST", "CACHE_PORT"] }
            for key in service.secrets.keys.sorted() {
                if service.environment[key] != nil {
                    run.reportSentence(
                        .illegalVariableName, service.path["secrets"][key],
                        "services.\(service.name): \"\(key)\" is both in environment and in secrets",
                        with: [service.path["environment"][key]], help: "remove one of the two")
                }
            }
            for key in (Array(service.secrets.keys) + Array(service.environment.keys)).sorted()
            where given.contains(key) {
                let part = service.secrets[key] != nil ? "secrets" : "environment"
                run.report(
                    .illegalVariableName, service.path[part][key], "infragen sets \"\(key)\" itself",
                    with: [service.path["connects_to"]], onKey: true, help: "choose another name")
            }
        }
    }

    @Sendable private static func secretSources(_ run: inout CheckRun) {
        for service in run.spec.services {
            for (name, secret) in service.secrets.sorted(by: { $0.key < $1.key }) {
                let path = service.path["secrets"][name]
                let sources = [secret.secret, secret.parameter, secret.database].compactMap(\.self)
                if sources.count != 1 {
                    run.report(
                        .illegalSecretSource, path,
                        "there \(sources.isEmpty ? "is no source" : "are \(sources.count) sources")",
                        help: "give exactly one of \"secret\", \"parameter\" and \"database\"")
                } else if secret.key != nil, secret.secret == nil {
                    run.report(
                        .illegalSecretSource, path["key"], "only a secret of Secrets Manager has keys",
                        help: "remove it")
                } else if secret.database != nil, run.spec.database == nil {
                    run.report(
                        .missingPart, path["database"], "the spec has no database",
                        help: "add a section \"database\", or remove this")
                } else if sources.contains(where: { $0.isEmpty || $0.contains(" ") }) {
                    run.report(
                        .illegalSecretSource, path, "the name is empty or holds a blank",
                        help: "write the name")
                }
            }
        }
    }

    @Sendable private static func plaintext(_ run: inout CheckRun) {
        for (path, values) in variables(run.spec) {
            for (name, value) in values.sorted(by: { $0.key < $1.key }) {
                guard let reason = SecretPattern.reason(name: name, value: value) else { continue }
                run.report(
                    .plaintextSecret, path[name], "the value looks like a secret (\(reason))",
                    help: "keep it in Secrets Manager and name it in \"secrets\"")
            }
        }
    }

    @Sendable private static func permissions(_ run: inout CheckRun) {
        let owners =
            run.spec.services.map { ($0.path, $0.permissions) }
            + run.spec.functions.map { ($0.path, $0.permissions) }
        for (owner, statements) in owners {
            for (id, statement) in statements.sorted(by: { $0.key < $1.key }) {
                reportStatement(&run, id, statement, owner["permissions"][id])
            }
        }
    }

    private static func reportStatement(
        _ run: inout CheckRun, _ id: String, _ statement: PermissionSpec, _ path: SpecPath
    ) {
        if !NamePattern(first: "A-Za-z0-9", rest: "A-Za-z0-9", length: 1...100, words: "").matches(id) {
            run.report(
                .illegalPermission, path, "\"\(id)\" is no id of a statement", onKey: true,
                help: "use letters and digits")
        }
        for name in ["actions", "resources"]
        where (name == "actions" ? statement.actions : statement.resources).isEmpty {
            run.report(.illegalPermission, path[name], "the list is empty", help: "name at least one")
        }
        for (index, action) in statement.actions.enumerated() {
            let place = path["actions"][index]
            if action == "*" || action == "*:*" {
                run.reportSentence(
                    .excessivePermission, place, "\(path) allows every action",
                    help: "name the actions that are needed")
            } else if action.hasSuffix(":*"), let all = statement.resources.firstIndex(of: "*") {
                run.reportSentence(
                    .excessivePermission, place, "\(path) allows \(action) on *",
                    with: [path["resources"][all]],
                    help: "name the actions or the resources that are needed")
            } else if action.split(separator: ":", omittingEmptySubsequences: false).count != 2 {
                run.report(
                    .illegalPermission, place, "\"\(action)\" is no action", help: "write it as s3:GetObject")
            }
        }
        for (index, resource) in statement.resources.enumerated() {
            reportResource(&run, resource, path["resources"][index])
        }
    }

    private static func reportResource(_ run: inout CheckRun, _ resource: String, _ path: SpecPath) {
        if resource.hasPrefix("bucket:") {
            let bucket = String(resource.dropFirst("bucket:".count).prefix { $0 != "/" })
            guard !run.spec.storage.buckets.contains(bucket) else { return }
            run.report(
                .missingPart, path, "the spec has no bucket \"\(bucket)\"",
                with: [.root["storage"]["buckets"]],
                help:
                    "the buckets are \(run.spec.storage.buckets.joined(separator: ", ")); others are named by their ARN"
            )
        } else if resource != "*", !resource.hasPrefix("table:"), ResourceName(resource) == nil {
            run.report(
                .illegalPermission, path, "\"\(resource)\" is no resource",
                help: "write an ARN with {region} and {account}, bucket:<name>/* or table:<name>")
        }
    }
}

/// How secrets give themselves away.
enum SecretPattern {
    /// Why an environment variable looks like a secret; nil when it does not.
    static func reason(name: String, value: String) -> String? {
        if let reason = reason(value: value) { return reason }
        let words = name.uppercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
        let telling = ["PASSWORD", "PASSWD", "PASSPHRASE", "TOKEN", "KEY", "APIKEY", "SECRET", "CREDENTIALS"]
        guard let word = words.last(where: telling.contains), words.last == word, !value.isEmpty else {
            return nil
        }
        // What stands for something else is no secret: an ARN, a path, a name, a number, a switch.
        let isReference = value.hasPrefix("arn:") || value.hasPrefix("/") || value.contains("://")
        let isPlain = Int(value) != nil || ["true", "false"].contains(value.lowercased())
        return isReference || isPlain ? nil : "its name ends in \(word)"
    }

    /// Why a text looks like a secret by itself; nil when it does not.
    static func reason(value: String) -> String? {
        if let start = ["AKIA", "ASIA"].first(where: value.hasPrefix), value.utf8.count == 20,
            value.utf8.allSatisfy(CharacterClass("A-Z0-9").contains)
        {
            return "it is an AWS access key, \(start)..."
        }
        if value.contains("-----BEGIN"), value.contains("PRIVATE KEY") { return "it is a private key" }
        let isDense =
            value.utf8.count >= 40 && value.utf8.allSatisfy(CharacterClass("A-Za-z0-9+/=_-").contains)
        let kinds = ["a-z", "A-Z", "0-9"].filter { kind in
            value.utf8.contains(where: CharacterClass(kind).contains)
        }
        return isDense && kinds.count == 3 && !value.hasPrefix("/")
            ? "it has 40 random characters or more" : nil
    }
}
