/// Why nobody can tell what a value would be where it stands.
enum PlaceProblem: Sendable {
    case afterNumber, afterValue, mixedNeighbours, mixedLabel, continuedValue
    case backslash, dollar, heredocEnd, afterMarker

    /// The problem in one sentence.
    var summary: String {
        switch self {
        case .afterNumber: return "a value stands directly after a number"
        case .afterValue: return "a value stands directly after another one"
        case .mixedNeighbours: return "what stands before the value differs between the ways here"
        case .mixedLabel: return "the label starts differently on different ways here"
        case .continuedValue: return "the text goes on directly after a value from another branch"
        case .backslash: return "a backslash stands directly before a tag"
        case .dollar: return "a dollar sign stands directly before a tag"
        case .heredocEnd: return "the line ends the heredoc or not, as the values in it say"
        case .afterMarker: return "a value stands on a line that would end the heredoc without it"
        }
    }

    /// What to do about it.
    var help: String {
        switch self {
        case .afterNumber: return "let the tag write the whole number"
        case .afterValue: return "join the values in one tag, or set them apart"
        case .mixedNeighbours, .mixedLabel, .continuedValue:
            return "keep a name or literal and its neighbours together in one branch"
        case .backslash: return "write the backslash in the tag, as a part of the value"
        case .dollar: return "write \"${{{ ... }}}\" for an interpolation, or the dollar sign in the tag"
        case .heredocEnd, .afterMarker: return "choose another marker, or put the value on a line of its own"
        }
    }
}
