import Diagnostics

/// A directive that was read, without what belongs to it.
enum Directive {
    case ifStart(condition: Expression)
    case forStart(key: SourceRange?, value: SourceRange, collection: Expression)
    case `else`, endif, endfor

    /// The keyword.
    var name: String {
        switch self {
        case .ifStart: return "if"
        case .forStart: return "for"
        case .else: return "else"
        case .endif: return "endif"
        case .endfor: return "endfor"
        }
    }
}

/// A directive that waits for its end.
struct OpenDirective {
    let name: String
    let closer: String

    /// Whether an `else` can come.
    var allowsElse: Bool

    /// The directive itself.
    let range: SourceRange
}

extension Parser {
    /// Reads `%{ ... }`.
    mutating func parseDirective(_ context: inout TemplateContext) -> (
        directive: Directive, range: SourceRange
    ) {
        let opening = start
        let outer = newlinesMatter
        newlinesMatter = false
        advance()
        let directive = parseDirectiveHead()
        if !isBroken, kind != .closeTemplate {
            fail("unclosed-directive", "\"}\" is expected behind \"\(directive.name)\", not \(found)")
        }
        newlinesMatter = outer
        if !isBroken {
            context.trimsNext = tokens[index].trims
            advance()
        }
        return (directive, range(from: opening))
    }

    private mutating func parseDirectiveHead() -> Directive {
        guard kind == .identifier else {
            fail(
                "unknown-directive", "a directive such as \"if\" or \"for\" is expected here, not \(found)",
                help: "write \"%%{\" if it is no directive but text")
            return .else
        }
        switch Keyword(text, tokens[index]) {
        case .if:
            advance()
            return .ifStart(condition: parseExpression())
        case .for:
            advance()
            let names = parseForNames(of: "directive")
            let collection = isBroken ? Expression.invalid(previousPlace) : parseExpression()
            return .forStart(key: names.key, value: names.value, collection: collection)
        case .else:
            advance()
            return .else
        case .endif:
            advance()
            return .endif
        case .endfor:
            advance()
            return .endfor
        default:
            let name = ConfigText.text(text, currentRange)
            let near = nearestName(to: name, among: ["if", "for", "else", "endif", "endfor"])
            fail(
                "unknown-directive", "there is no directive \"\(name)\"",
                help: near.map { "did you mean \"\($0)\"?" })
            return .else
        }
    }

    /// Reads what belongs to a directive and adds it to the parts.
    ///
    /// - Returns: The directive where it is one that ends or divides the one around it.
    mutating func parseDirectiveContent(
        _ opening: (directive: Directive, range: SourceRange), in outer: OpenDirective?,
        _ context: inout TemplateContext
    ) -> Directive? {
        switch opening.directive {
        case .ifStart(let condition):
            let directive = parseIf(condition, opening.range, &context)
            parts.push(directive)
        case .forStart(let key, let value, let collection):
            let open = OpenDirective(
                name: "for", closer: "endfor", allowsElse: false, range: opening.range)
            let content = parseContent(of: open, &context)
            let directive = ForDirective(
                keyNameRange: key, valueNameRange: value, collection: collection, parts: content.parts,
                range: range(from: Int(opening.range.start)))
            parts.push(.forDirective(directive))
        case .else, .endif, .endfor:
            let name = opening.directive.name
            let isExpected = outer.map { name == $0.closer || (name == "else" && $0.allowsElse) } ?? false
            if !isExpected { reportUnexpected(opening.directive, opening.range, in: outer) }
            // A wrong end most likely stands for the right one, so that the right one need not be missed as well.
            if outer != nil, isExpected || name != "else" { return opening.directive }
        }
        return nil
    }

    private mutating func parseIf(
        _ condition: Expression, _ opening: SourceRange, _ context: inout TemplateContext
    ) -> TemplatePart {
        var open = OpenDirective(name: "if", closer: "endif", allowsElse: true, range: opening)
        let whenTrue = parseContent(of: open, &context)
        var whenFalse: [TemplatePart]?
        if !isBroken, case .else = whenTrue.end {
            open.allowsElse = false
            whenFalse = parseContent(of: open, &context).parts
        }
        let directive = IfDirective(
            condition: condition, trueParts: whenTrue.parts, falseParts: whenFalse,
            range: range(from: Int(opening.start)))
        return .ifDirective(directive)
    }

    private mutating func parseContent(
        of directive: OpenDirective, _ context: inout TemplateContext
    ) -> (parts: [TemplatePart], end: Directive?) {
        guard enter() else {
            depth -= 1
            return ([], nil)
        }
        let content = parseParts(in: directive, &context)
        depth -= 1
        return content
    }

    private mutating func reportUnexpected(
        _ directive: Directive, _ range: SourceRange, in outer: OpenDirective?
    ) {
        let name = directive.name
        guard let outer else {
            let opener = name == "endfor" ? "for" : "if"
            return report(
                "unexpected-directive", "\"\(name)\" stands outside of any \"\(opener)\" directive", at: range
            )
        }
        let isSecond = name == "else" && outer.name == "if"
        report(
            "unexpected-directive",
            isSecond
                ? "the \"if\" directive has an \"else\" already"
                : "\"\(name)\" stands inside of \"\(outer.name)\"",
            at: range, notes: [Diagnostic.Note("the directive around it starts here", at: outer.range)],
            help: isSecond ? nil : "close it with \"%{ \(outer.closer) }\" first")
    }
}
