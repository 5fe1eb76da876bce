import JSON
import Spec

/// `infragen schema`.
struct SchemaCommand: Command {
    let name = "schema"
    let summary = "Print the JSON Schema of a spec, for editors and other tools."
    let discussion = """
        Every field stands in it with its meaning, its default and its bounds.

          infragen schema > spec.schema.json

        tells VS Code of it in .vscode/settings.json:

          { "json.schemas": [{ "fileMatch": ["spec.json"], "url": "./spec.schema.json" }] }
        """

    func run(_ arguments: Arguments, in context: CommandContext) -> ExitCode {
        context.console.write(Array(JSONWriter.pretty(JSONSchema.value(of: .current)).utf8))
        return .done
    }
}
