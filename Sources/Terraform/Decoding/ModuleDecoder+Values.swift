import Diagnostics
import HCL

/// Input variables, output values, local values, checks.
extension ModuleDecoder {
    /// Names that mean something else in a module call.
    private static let reservedVariables = [
        "source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals",
    ]

    mutating func decodeVariable(_ block: Block) {
        let name = label(0, of: block)
        guard checkName(name, of: "an input variable") else { return }
        if Self.reservedVariables.contains(name.text) {
            report(
                "invalid-name", "an input variable cannot be named \"\(name.text)\"", at: name.range,
                help: "in a module call, \"\(name.text)\" has a meaning of its own")
        }
        var variable = Variable(name: name, block: block)
        variable.description = constantText("description", of: block)
        variable.isSensitive = constantBool("sensitive", of: block) ?? false
        variable.isEphemeral = constantBool("ephemeral", of: block) ?? false
        variable.isNullable = constantBool("nullable", of: block) ?? true
        decodeType(of: &variable)
        decodeDefault(of: &variable)
        variable.validations = conditions("validation", of: block)
        for validation in variable.validations { checkValidation(validation, of: name) }
        let owner = Owner.variable(declare(variable, as: "input variable", in: \.variables))
        for validation in variable.validations { collect(validation, "validation", of: owner) }
    }

    private mutating func decodeType(of variable: inout Variable) {
        guard let expression = value("type", of: variable.block), let file = module.file(of: expression.range)
        else { return }
        var reader = TypeConstraintReader(file: file)
        variable.typeExpression = expression
        variable.type = reader.read(expression)
        diagnostics += reader.diagnostics
        if let type = variable.type { checkOptionalDefaults(of: type, in: file) }
    }

    /// The defaults within a type have to be of theirs.
    private mutating func checkOptionalDefaults(of type: TypeConstraint, in file: ConfigFile) {
        switch type {
        case .list(let element), .set(let element), .map(let element):
            checkOptionalDefaults(of: element, in: file)
        case .tuple(let elements): for element in elements { checkOptionalDefaults(of: element, in: file) }
        case .object(let attributes):
            for attribute in attributes {
                checkOptionalDefaults(of: attribute.type, in: file)
                guard let value = attribute.defaultValue,
                    let mismatch = attribute.type.mismatch(of: value, in: file)
                else { continue }
                report(
                    "invalid-default",
                    "the default value does not have the type \(attribute.type.description)",
                    at: value.range, notes: [Diagnostic.Note(mismatch.reason, at: mismatch.range)])
            }
        default: break
        }
    }

    private mutating func decodeDefault(of variable: inout Variable) {
        guard let value = value("default", of: variable.block), let file = module.file(of: value.range) else {
            return
        }
        variable.defaultValue = value
        guard checkConstant(value, what: "a default value") else { return }
        if !variable.isNullable, case .null = file.constant(of: value) {
            report(
                "invalid-default", "the default of a variable that is not nullable cannot be null",
                at: value.range)
        }
        if let mismatch = variable.type?.mismatch(of: value, in: file) {
            let type = variable.type?.description ?? ""
            report(
                "invalid-default", "the default value does not have the type \(type)", at: value.range,
                notes: [Diagnostic.Note(mismatch.reason, at: mismatch.range)])
        }
    }

    /// A rule that says nothing about the variable is a mistake.
    private mutating func checkValidation(_ validation: Variable.Condition, of variable: Name) {
        guard let condition = validation.condition, let file = module.file(of: condition.range) else {
            return
        }
        var finder = VariableMention(name: variable.text, file: file)
        condition.walk(&finder)
        if !finder.isFound {
            report(
                "invalid-validation", "the condition says nothing about var.\(variable.text)",
                at: condition.range)
        }
    }

    mutating func decodeOutput(_ block: Block) {
        let name = label(0, of: block)
        guard checkName(name, of: "an output value") else { return }
        var output = Output(name: name, block: block)
        output.value = value("value", of: block)
        output.description = constantText("description", of: block)
        output.isSensitive = constantBool("sensitive", of: block) ?? false
        output.isEphemeral = constantBool("ephemeral", of: block) ?? false
        output.dependencies = dependencies(of: block)
        output.preconditions = conditions("precondition", of: block)
        let owner = Owner.output(declare(output, as: "output value", in: \.outputs))
        collect(["value", "depends_on"], of: block, owner)
        for condition in output.preconditions { collect(condition, "precondition", of: owner) }
    }

    mutating func decodeLocals(_ block: Block) {
        for case .attribute(let attribute) in block.body.items {
            let name = Name(module.name(of: attribute), at: attribute.nameRange)
            guard checkName(name, of: "a local value") else { continue }
            let owner = Owner.local(
                declare(Local(name: name, value: attribute.value), as: "local value", in: \.locals))
            collect(attribute, in: [], of: owner)
        }
        for nested in block.body.blocks { reportUnknownBlock(nested, schema: BlockSchema()) }
    }

    mutating func decodeCheck(_ block: Block) {
        let name = label(0, of: block)
        guard checkName(name, of: "a check") else { return }
        var check = Check(name: name, block: block)
        check.assertions = conditions("assert", of: block)
        if check.assertions.isEmpty {
            report("missing-block", "the check has no \"assert\" block", at: block.headerRange)
        }
        let owner = Owner.check(declare(check, as: "check", in: \.checks))
        for assertion in check.assertions { collect(assertion, "assert", of: owner) }
        for data in blocks("data", of: block) where data.labels.count == 2 {
            decodeResource(data, mode: .data)
        }
    }

    /// The conditions of a block, each with an error message.
    mutating func conditions(_ type: String, of block: Block) -> [Variable.Condition] {
        blocks(type, of: block).map { nested in
            let condition = value("condition", of: nested)
            if let condition, type != "validation", !Self.hasReference(condition) {
                report(
                    "invalid-validation", "the condition refers to nothing, so it is always the same",
                    at: condition.range)
            }
            return Variable.Condition(
                condition: condition, errorMessage: value("error_message", of: nested), block: nested)
        }
    }

    /// Adds a declaration, or reports that its name is taken.
    ///
    /// - Returns: The position of the one that has the name.
    @discardableResult
    mutating func declare<Element: Declaration>(
        _ element: Element, as what: String, in kind: WritableKeyPath<Module, Declarations<Element>>
    ) -> Int {
        let (position, earlier) = module[keyPath: kind].insert(element)
        guard let earlier else { return position }
        report(
            "duplicate-declaration", "the \(what) \"\(element.key)\" is declared more than once",
            at: element.nameRange,
            notes: [Diagnostic.Note("it is declared here first", at: earlier.nameRange)],
            help: "within a module, each name can be used once")
        return position
    }
}

/// Looks for `var.name`.
private struct VariableMention: Visitor {
    let name: String
    let file: ConfigFile
    var isFound = false

    mutating func enter(_ expression: Expression) -> Bool {
        if case .traversal(let traversal) = expression, file.root(of: traversal) == "var",
            case .attribute(let step) = traversal.steps.first, file.text(of: step.nameRange) == name
        {
            isFound = true
        }
        return !isFound
    }
}
