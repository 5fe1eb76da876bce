extension SpecRule {
    /// E-TAG-01.
    static let illegalTag = error(
        "illegal-tag", "E-TAG-01", "a tag that AWS would refuse, or more than 40 of them")
}

/// Rules about tags.
enum TagChecks {
    static let rules: [SpecRule] = [.illegalTag]
    static let once: [Check] = [tags]

    @Sendable private static func tags(_ run: inout CheckRun) {
        let path = SpecPath.root["tags"]
        // AWS takes 50; infragen's own and those of modules need their share.
        if run.spec.tags.count > 40 {
            run.report(
                .illegalTag, path, "\(run.spec.tags.count) tags, and 40 are the limit", help: "leave some out"
            )
        }
        let own = ["project", "environment", "managedby", "generator"]
        for (key, value) in run.spec.tags.sorted(by: { $0.key < $1.key }) {
            if key.lowercased().hasPrefix("aws:") {
                run.report(
                    .illegalTag, path[key], "\"\(key)\" uses the reserved prefix aws:", onKey: true,
                    help: "choose another key")
            } else if own.contains(key.lowercased()) {
                run.report(
                    .illegalTag, path[key], "infragen sets \"\(key)\" itself", onKey: true,
                    help: "choose another key")
            } else if key.isEmpty || key.unicodeScalars.count > 128 || value.unicodeScalars.count > 256 {
                run.report(
                    .illegalTag, path[key], "a key has 1-128 characters and a value at most 256",
                    help: "shorten it")
            } else if !(key + value).unicodeScalars.allSatisfy(isAllowed) {
                run.report(
                    .illegalTag, path[key], "the tag holds a character that AWS refuses",
                    help: "use letters, digits, blanks and _ . : / = + - @")
            }
        }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
            || " _.:/=+-@".unicodeScalars.contains(scalar)
    }
}
