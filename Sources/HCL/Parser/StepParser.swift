import Diagnostics

extension Parser {
    /// Reads what is read from an expression that is no name.
    @inline(__always)
    mutating func parseSteps(after base: Expression) -> Expression {
        guard kind == .dot || kind == .openBracket, !isBroken else { return base }
        let steps = parseSteps()
        guard !steps.isEmpty else { return base }
        return .relativeTraversal(RelativeTraversal(base: base, steps: steps))
    }

    /// Reads steps of a traversal as far as they go.
    mutating func parseSteps() -> [TraversalStep] {
        let bottom = steps.count
        var isInAttributeSplat = false
        while !isBroken {
            if kind == .dot {
                guard let step = parseDotStep(isInAttributeSplat: isInAttributeSplat) else { break }
                if case .attributeSplat = step { isInAttributeSplat = true }
                steps.push(step)
            } else if kind == .openBracket {
                isInAttributeSplat = false
                let step = parseBracketStep()
                steps.push(step)
            } else {
                break
            }
        }
        return steps.take(from: bottom)
    }

    private mutating func parseDotStep(isInAttributeSplat: Bool) -> TraversalStep? {
        let start = start
        advance()
        switch kind {
        case .identifier:
            let nameStart = tokens[index].start
            advance()
            return .attribute(AttributeStep(range: range(from: start), nameStart: nameStart))
        case .number:
            checkLegacyIndex(tokens[index])
            advance()
            return .legacyIndex(range(from: start))
        case .star:
            if isInAttributeSplat {
                fail(
                    "nested-splat", "\".*\" cannot stand in another \".*\"",
                    help: "use \"[*]\" for both")
                return nil
            }
            advance()
            return .attributeSplat(range(from: start))
        default:
            fail("missing-attribute-name", "the name of an attribute is expected after \".\", not \(found)")
            return nil
        }
    }

    private mutating func checkLegacyIndex(_ token: Token) {
        let digits = text[Int(token.start)..<Int(token.end)]
        guard let point = digits.firstIndex(of: UInt8(ascii: ".")) else { return }
        let first = String(decoding: digits[..<point], as: UTF8.self)
        let second = String(decoding: digits[(point + 1)...], as: UTF8.self)
        report(
            "invalid-legacy-index", "\".\(first).\(second)\" cannot be told from a number with a fraction",
            at: range(of: token), help: "write \"[\(first)][\(second)]\"")
    }

    private mutating func parseBracketStep() -> TraversalStep {
        let start = start
        let outer = newlinesMatter
        advance()
        if kind == .star { return parseFullSplat(from: start) }
        newlinesMatter = false
        settle()
        let key = parseExpression()
        if !isBroken, kind != .closeBracket {
            fail("unclosed-index", "\"]\" is expected here, not \(found)")
        }
        newlinesMatter = outer
        if !isBroken { advance() }
        return .index(IndexStep(key: key, range: range(from: start)))
    }

    private mutating func parseFullSplat(from start: Int) -> TraversalStep {
        advance()
        if kind == .closeBracket {
            advance()
        } else {
            fail("unclosed-index", "\"]\" is expected directly behind \"*\", not \(found)")
        }
        return .fullSplat(range(from: start))
    }
}
