/// A window of a day or a week in UTC, such as `02:00-03:00` or `sun:04:00-sun:05:00`.
struct TimeWindow: Sendable {
    private static let minutesPerDay = 24 * 60
    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// The first minute of the day or week.
    private let start: Int

    /// How long it is.
    let minutes: Int

    private let isDaily: Bool

    /// Reads a window of every day; nil for a text that is none.
    init?(daily text: String) {
        let times = text.split(separator: "-", omittingEmptySubsequences: false).map { Self.time($0) }
        guard times.count == 2, let start = times[0], let end = times[1] else { return nil }
        self.start = start
        minutes = (end - start + Self.minutesPerDay) % Self.minutesPerDay
        isDaily = true
    }

    /// Reads a window of every week; nil for a text that is none.
    init?(weekly text: String) {
        let times = text.split(separator: "-", omittingEmptySubsequences: false).map { Self.weekTime($0) }
        guard times.count == 2, let start = times[0], let end = times[1] else { return nil }
        self.start = start
        minutes = (end - start + 7 * Self.minutesPerDay) % (7 * Self.minutesPerDay)
        isDaily = false
    }

    private static func time(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]),
            let minute = Int(parts[1]),
            (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }

    private static func weekTime(_ text: Substring) -> Int? {
        guard let day = days.firstIndex(of: text.prefix(3).lowercased()), text.dropFirst(3).hasPrefix(":"),
            let time = time(text.dropFirst(4))
        else { return nil }
        return day * minutesPerDay + time
    }

    /// Whether two windows share a minute.
    func overlaps(_ other: TimeWindow) -> Bool {
        let week = 7 * Self.minutesPerDay
        return starts.contains { start in
            other.starts.contains { otherStart in
                // Going round the week from the start of either one, the other starts before it ends.
                (otherStart - start + week) % week < minutes
                    || (start - otherStart + week) % week < other.minutes
            }
        }
    }

    /// Every start within a week.
    private var starts: [Int] { isDaily ? (0..<7).map { $0 * Self.minutesPerDay + start } : [start] }
}
