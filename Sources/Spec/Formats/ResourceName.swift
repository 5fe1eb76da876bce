/// An Amazon Resource Name, as far as rules look at it.
struct ResourceName: Sendable {
    /// The service, such as `acm`.
    let service: String

    /// The region; empty for what has none.
    let region: String

    /// What stands behind the account.
    let resource: String

    /// Reads a name; nil for a text that is none.
    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(
            String.init)
        guard parts.count == 6, parts[0] == "arn", !parts[1].isEmpty, !parts[2].isEmpty, !parts[5].isEmpty
        else {
            return nil
        }
        service = parts[2]
        region = parts[3]
        resource = parts[5]
    }
}
