/// Which lines of a text stay and which go when it becomes another one.
enum LineDifference {
    /// Neighbouring lines that all stay, or that are replaced by others.
    struct Run: Equatable {
        enum Kind { case kept, changed }

        var kind: Kind
        var old: Range<Int>
        var new: Range<Int>
    }

    /// The most steps that the search takes before it calls all that is left replaced.
    private static let maximumSteps = 2_000

    /// The runs in order, kept and changed ones taking turns; a shortest edit where one is found in time.
    static func runs(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) -> [Run] {
        var numbers: [ArraySlice<UInt8>: Int32] = [:]
        func number(_ line: ArraySlice<UInt8>) -> Int32 {
            let next = Int32(numbers.count)
            if let known = numbers[line] { return known }
            numbers[line] = next
            return next
        }
        let oldNumbers = old.map(number)
        let newNumbers = new.map(number)

        // What both begin and end with needs no search.
        let limit = min(old.count, new.count)
        var start = 0
        while start < limit, oldNumbers[start] == newNumbers[start] { start += 1 }
        var tail = 0
        while tail < limit - start, oldNumbers[old.count - 1 - tail] == newNumbers[new.count - 1 - tail] {
            tail += 1
        }
        let search = Search(
            old: Array(oldNumbers[start..<old.count - tail]), new: Array(newNumbers[start..<new.count - tail])
        )
        var matches = (0..<start).map { ($0, $0) }
        matches += search.matches().map { ($0.0 + start, $0.1 + start) }
        matches += (0..<tail).map { (old.count - tail + $0, new.count - tail + $0) }
        return runs(of: matches, oldCount: old.count, newCount: new.count)
    }

    /// Turns pairs of equal lines into runs.
    private static func runs(of matches: [(Int, Int)], oldCount: Int, newCount: Int) -> [Run] {
        var runs: [Run] = []
        var (oldEnd, newEnd) = (0, 0)
        for (old, new) in matches + [(oldCount, newCount)] {
            if old > oldEnd || new > newEnd {
                runs.append(Run(kind: .changed, old: oldEnd..<old, new: newEnd..<new))
            }
            if old == oldCount, new == newCount { break }
            if let last = runs.indices.last, runs[last].kind == .kept {
                runs[last].old = runs[last].old.lowerBound..<old + 1
                runs[last].new = runs[last].new.lowerBound..<new + 1
            } else {
                runs.append(Run(kind: .kept, old: old..<old + 1, new: new..<new + 1))
            }
            (oldEnd, newEnd) = (old + 1, new + 1)
        }
        return runs
    }

    /// The greedy search of Eugene Myers (An O(ND) Difference Algorithm and Its Variations, 1986).
    private struct Search {
        var old: [Int32]
        var new: [Int32]

        /// Pairs of equal lines, in order; none when the texts differ too much to find out in time.
        func matches() -> [(Int, Int)] {
            if old.isEmpty || new.isEmpty { return [] }
            // On diagonal k, x lines of the old and x - k lines of the new text are done.
            let steps = min(old.count + new.count, LineDifference.maximumSteps)
            var furthest = [Int](repeating: 0, count: 2 * steps + 3)
            var history: [[Int]] = []
            for step in 0...steps {
                history.append(Array(furthest[steps + 1 - step...steps + 1 + step]))
                for diagonal in stride(from: -step, through: step, by: 2) {
                    let below = furthest[steps + 1 + diagonal + 1]
                    let left = furthest[steps + 1 + diagonal - 1]
                    let comesFromAbove = diagonal == -step || (diagonal != step && left < below)
                    var x = step == 0 ? 0 : comesFromAbove ? below : left + 1
                    while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
                    furthest[steps + 1 + diagonal] = x
                    if x >= old.count, x - diagonal >= new.count {
                        return path(through: history, steps: step)
                    }
                }
            }
            return []
        }

        /// Walks back from the end; `history[step]` holds the diagonals -step...step before that step.
        private func path(through history: [[Int]], steps: Int) -> [(Int, Int)] {
            var matches: [(Int, Int)] = []
            var (x, y) = (old.count, new.count)
            for step in stride(from: steps, to: 0, by: -1) {
                let before = history[step]
                func reach(_ diagonal: Int) -> Int { before[diagonal + step] }
                let diagonal = x - y
                let comesFromAbove =
                    diagonal == -step || (diagonal != step && reach(diagonal - 1) < reach(diagonal + 1))
                let previous = comesFromAbove ? diagonal + 1 : diagonal - 1
                let (startX, startY) = (reach(previous), reach(previous) - previous)
                let afterX = comesFromAbove ? startX : startX + 1
                while x > afterX {
                    x -= 1
                    y -= 1
                    matches.append((x, y))
                }
                (x, y) = (startX, startY)
            }
            while x > 0, y > 0 {
                x -= 1
                y -= 1
                matches.append((x, y))
            }
            return matches.reversed()
        }
    }
}
