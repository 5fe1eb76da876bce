extension Layout {
    /// Puts the `=` of neighbouring lines below each other.
    mutating func alignAssignments() {
        forEachRun(where: \.hasAssignment) { layout, run in
            var widest: Int32 = 0
            for index in run { widest = max(widest, layout.lines[index].headWidth) }
            for index in run {
                let line = layout.lines[index]
                layout.spaces[Int(line.assignment)] = widest - line.headWidth + 1
            }
        }
    }

    /// Puts the comments at the ends of neighbouring lines below each other.
    mutating func alignComments() {
        forEachRun(where: \.hasComment) { layout, run in
            var widest: Int32 = 0
            for index in run { widest = max(widest, layout.contentWidth(of: layout.lines[index])) }
            for index in run {
                let line = layout.lines[index]
                layout.spaces[Int(line.comment)] = widest - layout.contentWidth(of: line) + 1
            }
        }
    }

    /// The columns before the comment of a line.
    private func contentWidth(of line: Line) -> Int32 {
        guard line.hasAssignment else { return line.headWidth }
        return line.headWidth + spaces[Int(line.assignment)] + line.assignmentWidth
    }

    /// Calls `body` with every longest run of neighbouring lines that have a cell.
    private mutating func forEachRun(
        where hasCell: (Line) -> Bool, _ body: (inout Layout, Range<Int>) -> Void
    ) {
        var start = 0
        while start < lines.count {
            var end = start
            while end < lines.count, hasCell(lines[end]) { end += 1 }
            if end > start { body(&self, start..<end) }
            start = end + 1
        }
    }
}
