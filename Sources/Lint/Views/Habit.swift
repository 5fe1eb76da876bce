/// Tells a slip from a way of doing things.
enum Habit {
    /// Whether so many of all do something that those which do not have been forgotten.
    static func holds(_ some: Int, of all: Int) -> Bool { some >= 4 && some * 10 >= all * 8 }
}
