import Diagnostics
import HCL
import Terraform

/// Evaluates every expression of a tree, so that the evaluator meets all that is wrong.
struct TreeCheck {
    private let evaluator: Evaluator

    /// What providers want of the values of arguments.
    private let types: ArgumentTypes

    private let memory: CheckedModules

    /// How many repetitions of a block are looked at.
    private static let maximumRepetitions = 8

    /// Arguments that name things instead of having values.
    private static let ownArguments = [
        "provider", "depends_on", "count", "for_each", "providers", "lifecycle",
    ]

    static func run(_ evaluator: Evaluator, types: ArgumentTypes) {
        let check = TreeCheck(evaluator: evaluator, types: types, memory: CheckedModules())
        for scope in evaluator.allScopes() { check.check(scope) }
    }

    private func check(_ scope: Int) {
        let module = evaluator.module(of: scope)
        if module.files.isEmpty { return }
        for position in module.variables.indices {
            _ = evaluator.variable(position, in: scope)
            checkValidations(of: position, module, scope)
        }
        memory.enter(evaluator.scopes[scope], module)
        for position in module.locals.indices { _ = evaluator.local(position, in: scope) }
        for position in module.outputs.indices { checkOutput(position, module, scope) }
        for resource in module.resources { check(resource, scope) }
        for (position, call) in module.calls.enumerated() { check(call, position, module, scope) }
        for provider in module.providerConfigurations {
            check(provider.block.body, scope, .none, except: ["alias", "version"])
        }
        for check in module.checks { checkConditions(check.assertions, scope, .none) }
        for found in module.imports { checkImport(found, scope) }
    }

    // MARK: - Variables and outputs

    /// The rules for a variable's values; an argument that breaks one is at fault.
    private func checkValidations(of position: Int, _ module: Module, _ scope: Int) {
        let variable = module.variables[position]
        for validation in variable.validations {
            guard let condition = validation.condition else { continue }
            let result = evaluator.value(of: condition, in: evaluator.frame(scope, at: condition))
            checkTruth(of: result, condition, scope)
            if let message = validation.errorMessage {
                _ = evaluator.silently {
                    evaluator.value(of: message, in: evaluator.frame(scope, at: message))
                }
            }
            guard result.bool == false, let parent = evaluator.scopes[scope].parent else { continue }
            let caller = evaluator.module(of: parent)
            let call = caller.calls[evaluator.scopes[scope].call]
            let argument = call.arguments.first { caller.name(of: $0) == variable.key }
            let text = validation.errorMessage.flatMap { module.constantText(of: $0) }
            evaluator.report(
                .failedValidation, "the value of \"\(variable.key)\" breaks a rule of the module",
                at: argument?.value.range ?? call.block.headerRange, parent,
                notes: [Diagnostic.Note(text ?? "this is the rule", at: condition.range)])
        }
    }

    private func checkOutput(_ position: Int, _ module: Module, _ scope: Int) {
        let output = module.outputs[position]
        let value = evaluator.output(position, in: scope)
        checkConditions(output.preconditions, scope, .none)
        guard let expression = output.value else { return }
        let marks = value.allMarks
        let isRoot = evaluator.scopes[scope].parent == nil
        if isRoot, marks.contains(.sensitive), !output.isSensitive {
            evaluator.report(
                .sensitiveOutput, "the output \"\(output.key)\" shows a sensitive value",
                at: output.block.headerRange, scope,
                notes: [Diagnostic.Note("the value comes from here", at: expression.range)],
                help: "add sensitive = true, or nonsensitive() around what may be shown")
        }
        if isRoot, output.isEphemeral {
            evaluator.report(
                .ephemeralValue, "an output of the root module cannot be ephemeral",
                at: output.block.headerRange, scope)
        } else if marks.contains(.ephemeral), !output.isEphemeral {
            evaluator.report(
                .ephemeralValue, "the output \"\(output.key)\" would keep an ephemeral value",
                at: expression.range, scope, help: isRoot ? nil : "add ephemeral = true")
        }
    }

    private func checkConditions(_ conditions: [Variable.Condition], _ scope: Int, _ repetition: Repetition) {
        for condition in conditions {
            if let expression = condition.condition {
                let frame = evaluator.frame(scope, at: expression.range, repetition)
                checkTruth(of: evaluator.value(of: expression, in: frame), expression, scope)
            }
            if let expression = condition.errorMessage {
                _ = evaluator.value(
                    of: expression, in: evaluator.frame(scope, at: expression.range, repetition))
            }
        }
    }

    /// Whether a condition is true or false, or may be.
    private func checkTruth(of value: Value, _ expression: Expression, _ scope: Int) {
        let value = value.plain
        switch value.type {
        case .any, .bool: return
        case .string where !value.isKnown || value.bool != nil: return
        default:
            evaluator.report(
                .invalidCondition, "the condition must be true or false, this is \(value.type.words)",
                at: expression.range, scope)
        }
    }

    // MARK: - Resources and calls

    private func check(_ resource: Resource, _ scope: Int) {
        checkRepetition(resource.count, resource.forEach, scope)
        var repetitions = evaluator.repetitions(resource.count, resource.forEach, in: scope)
        // A precondition keeps Terraform from getting as far as single instances.
        if resource.lifecycle?.preconditions.isEmpty == false {
            repetitions = [Self.anyRepetition(repetitions)]
        }
        defer { evaluator.isInDoubt = false }
        for repetition in repetitions.prefix(Self.maximumRepetitions) {
            evaluator.isInDoubt = !repetition.isCertain
            check(
                resource.block.body, scope, repetition,
                except: Self.ownArguments)
            checkEphemeral(resource, scope, repetition)
            checkConditions(resource.lifecycle?.preconditions ?? [], scope, repetition)
            checkConditions(resource.lifecycle?.postconditions ?? [], scope, repetition)
        }
    }

    /// What a managed resource is given is kept, but for its write-only arguments, whose names end in `_wo`.
    private func checkEphemeral(_ resource: Resource, _ scope: Int, _ repetition: Repetition) {
        guard resource.mode == .managed, evaluator.hasEphemeralValues else { return }
        let box = evaluator.box(of: scope)
        for case .attribute(let attribute) in resource.block.body.items {
            let name = box.module.name(of: attribute)
            if name.hasSuffix("_wo") || Self.ownArguments.contains(name) { continue }
            let value = evaluator.value(of: attribute.value, in: scope, repetition)
            guard value.allMarks.contains(.ephemeral) else { continue }
            evaluator.report(
                .ephemeralValue, "\"\(name)\" would keep an ephemeral value", at: attribute.value.range, scope
            )
        }
    }

    /// What is common to some repetitions.
    private static func anyRepetition(_ repetitions: [Repetition]) -> Repetition {
        switch repetitions.first {
        case .count: return .count(.unknown(.number))
        case .each(let key, let value): return .each(key: .unknown(key.type), value: .unknown(value.type))
        default: return .none
        }
    }

    private func check(_ call: ModuleCall, _ position: Int, _ module: Module, _ scope: Int) {
        checkRepetition(call.count, call.forEach, scope)
        // The arguments of modules in the tree are evaluated where their variables are.
        guard evaluator.tree.module(calledBy: position, of: evaluator.scopes[scope].module) == nil else {
            return
        }
        let repetitions = evaluator.repetitions(call.count, call.forEach, in: scope)
        for repetition in repetitions.prefix(Self.maximumRepetitions) {
            for argument in call.arguments { check(argument, scope, repetition, []) }
        }
    }

    private func checkImport(_ found: ImportBlock, _ scope: Int) {
        checkRepetition(nil, found.forEach, scope)
        for repetition in evaluator.repetitions(nil, found.forEach, in: scope).prefix(Self.maximumRepetitions)
        {
            check(found.block.body, scope, repetition, except: ["to", "for_each", "provider"])
        }
    }

    /// Whether `count` is a number and `for_each` a map or a set of texts.
    private func checkRepetition(_ count: Expression?, _ forEach: Expression?, _ scope: Int) {
        if let count {
            let (value, marks) = evaluator.value(of: count, in: evaluator.frame(scope, at: count)).unmarked
            if let reason = Self.mistake(inCount: value, marks) {
                evaluator.report(.invalidCount, reason, at: count.range, scope)
            }
        }
        if let forEach {
            let (value, marks) = evaluator.value(of: forEach, in: evaluator.frame(scope, at: forEach))
                .unmarked
            if let (reason, help) = Self.mistake(inForEach: value, marks) {
                evaluator.report(.invalidForEach, reason, at: forEach.range, scope, help: help)
            }
        }
    }

    private static func mistake(inCount value: Value, _ marks: Value.Marks) -> String? {
        if marks.contains(.sensitive) { return "\"count\" cannot be sensitive" }
        if marks.contains(.ephemeral) { return "\"count\" cannot be ephemeral" }
        if value.isNull { return "\"count\" cannot be null" }
        switch value.type {
        case .any, .number: break
        case .string where !value.isKnown || value.number != nil: break
        default: return "\"count\" must be a number, this is \(value.type.words)"
        }
        guard let number = value.number else { return nil }
        if number < 0 { return "\"count\" cannot be negative" }
        return number.rounded() == number ? nil : "\"count\" must be a whole number"
    }

    private static func mistake(
        inForEach value: Value, _ marks: Value.Marks
    ) -> (reason: String, help: String?)? {
        if marks.contains(.sensitive) {
            return (
                "\"for_each\" cannot be sensitive, since the addresses of the instances would show the keys",
                "take the keys apart with nonsensitive(), where they may be shown"
            )
        }
        if marks.contains(.ephemeral) { return ("\"for_each\" cannot be ephemeral", nil) }
        if value.isNull { return ("\"for_each\" cannot be null", "write an empty map: {}") }
        switch value.type {
        case .any, .map, .object, .set(.any), .set(.string): break
        case .list, .tuple:
            return (
                "\"for_each\" must be a map or a set of strings, this is a list",
                "make it a set with toset(), if it holds no value twice"
            )
        case .set(let element):
            return ("\"for_each\" must be a set of strings, this one holds \(element.words)", nil)
        default: return ("\"for_each\" must be a map or a set of strings, this is \(value.type.words)", nil)
        }
        if let items = value.items, items.contains(where: \.isNull) {
            return ("the set of \"for_each\" holds a null value", nil)
        }
        return nil
    }

    // MARK: - Bodies

    private func check(
        _ body: Body, _ scope: Int, _ repetition: Repetition, except names: [String] = [],
        _ iterators: [(name: String, value: Value)] = []
    ) {
        let box = evaluator.box(of: scope)
        for item in body.items {
            switch item {
            case .attribute(let attribute):
                if memory.knowsSimpleValues, attribute.value.isSimple { continue }
                if names.contains(where: { box.module.spells(attribute.nameRange, $0) }) { continue }
                check(attribute, scope, repetition, iterators)
            case .block(let block):
                if names.contains(where: { box.module.spells(block.typeRange, $0) }) { continue }
                if box.module.spells(block.typeRange, "dynamic"), let label = block.labels.first,
                    let file = box.module.file(of: label.range)
                {
                    checkDynamic(block, file.text(of: label), scope, repetition, iterators)
                } else {
                    let isProvisioner = box.module.spells(block.typeRange, "provisioner")
                    let own = isProvisioner ? ["when", "on_failure"] : []
                    check(block.body, scope, repetition, except: own, iterators)
                }
            }
        }
    }

    private func check(
        _ attribute: Attribute, _ scope: Int, _ repetition: Repetition,
        _ iterators: [(name: String, value: Value)]
    ) {
        var frame = evaluator.frame(scope, at: attribute.nameRange, repetition)
        frame.names = iterators
        let value = evaluator.value(of: attribute.value, in: frame)
        if let mistake = types.mistake(in: value, of: attribute, evaluator.conversion(scope)) {
            evaluator.report(mistake.kind, mistake.words, at: attribute.value.range, scope)
        }
    }

    private func checkDynamic(
        _ block: Block, _ label: String, _ scope: Int, _ repetition: Repetition,
        _ iterators: [(name: String, value: Value)]
    ) {
        guard let file = evaluator.module(of: scope).file(of: block.typeRange) else { return }
        if block.body.blocks(ofType: "content", in: file).count != 1 {
            evaluator.report(
                .invalidDynamicBlock, "a dynamic block needs one \"content\" block", at: block.headerRange,
                scope,
                help: "add content { ... }")
        }
        guard let forEach = block.body.attribute("for_each", in: file)?.value else {
            return evaluator.report(
                .invalidDynamicBlock, "a dynamic block needs a \"for_each\"", at: block.headerRange, scope)
        }
        var frame = evaluator.frame(scope, at: block.typeRange, repetition)
        frame.names = iterators
        var name = label
        if case .traversal(let traversal)? = block.body.attribute("iterator", in: file)?.value {
            name = file.root(of: traversal)
        }
        let (value, _) = evaluator.value(of: forEach, in: frame).unmarked
        if value.isNull {
            return evaluator.report(
                .invalidForEach, "\"for_each\" cannot be null", at: forEach.range, scope,
                help: "write an empty list: []")
        }
        let rounds = evaluator.iterations(over: value, at: forEach.range, frame)
        for (key, element) in rounds.pairs.prefix(Self.maximumRepetitions) {
            let iterator = Value.object(Value.Entries([("key", key), ("value", element)]))
            for content in block.body.blocks {
                check(content.body, scope, repetition, except: [], iterators + [(name, iterator)])
            }
        }
    }
}
