/// Tells from a name whether a value is a secret.
enum SecretNames {
    /// How names of secrets end, and nothing else does.
    private static let endings = [
        "access_token", "api_key", "api_token", "auth_token", "client_secret", "passwd", "password",
        "private_key", "secret_access_key", "secret_key", "secret_string", "webhook_secret",
    ]

    /// Whether a name is that of a secret itself, and not of its name, ARN or length.
    static func isSecret(_ name: String) -> Bool {
        let name = name.lowercased()
        return endings.contains { ending in
            guard name.hasSuffix(ending) else { return false }
            let before = name.dropLast(ending.utf8.count)
            // Switches: create_password, manage_master_user_password, use_api_key.
            let switches = ["create", "enable", "generate", "has", "ignore", "is", "manage", "random", "use"]
            if switches.contains(where: { before.hasPrefix($0 + "_") }) { return false }
            return before.isEmpty || before.hasSuffix("_") || before.hasSuffix("-")
        }
    }

    /// Whether a text may be a secret, and is not a way to one.
    static func mayBeSecret(_ text: String) -> Bool {
        let ways = ["arn:", "/", "alias/", "ssm:", "{{", "<", "file:", "http"]
        return text.utf8.count >= 4 && !ways.contains { text.hasPrefix($0) } && !text.contains("${")
    }
}
