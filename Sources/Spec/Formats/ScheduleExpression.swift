/// A schedule of EventBridge and AWS Backup: `rate(1 day)` or `cron(0 3 * * ? *)`.
enum ScheduleExpression {
    /// What is wrong with a schedule; nil when nothing is.
    static func problem(with text: String) -> String? {
        if text.hasPrefix("rate("), text.hasSuffix(")") { return rateProblem(text.dropFirst(5).dropLast()) }
        if text.hasPrefix("cron("), text.hasSuffix(")") { return cronProblem(text.dropFirst(5).dropLast()) }
        return "is no schedule"
    }

    private static func rateProblem(_ text: Substring) -> String? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), number > 0 else { return "is no rate" }
        let unit = String(parts[1])
        guard ["minute", "minutes", "hour", "hours", "day", "days"].contains(unit) else {
            return "has no unit of a rate"
        }
        if number == 1, unit.hasSuffix("s") { return "needs the unit in the singular" }
        if number > 1, !unit.hasSuffix("s") { return "needs the unit in the plural" }
        return nil
    }

    private static func cronProblem(_ text: Substring) -> String? {
        let fields = text.split(separator: " ")
        guard fields.count == 6 else { return "has \(fields.count) fields instead of 6" }
        let allowed = CharacterClass("A-Za-z0-9,*?/LW#-")
        guard fields.allSatisfy({ $0.utf8.allSatisfy(allowed.contains) }) else {
            return "holds a character that cron has not"
        }
        // One of day-of-month and day-of-week must be left to the other.
        guard (fields[2] == "?") != (fields[4] == "?") else {
            return "needs \"?\" as either day of month or day of week"
        }
        let numbers = [(fields[0], 0...59), (fields[1], 0...23), (fields[2], 1...31), (fields[3], 1...12)]
        let isInside = numbers.allSatisfy { field, range in Int(field).map(range.contains) ?? true }
        return isInside ? nil : "has a number out of range"
    }
}
