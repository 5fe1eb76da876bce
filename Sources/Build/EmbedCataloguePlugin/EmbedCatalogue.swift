import Foundation
import PackagePlugin

/// Runs `embed-templates` before `ProviderCatalogue` is compiled, so that the catalogue is one string of the program.
@main struct EmbedCatalogue: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let catalogue = context.package.directoryURL.appending(
            path: "Sources/Build/provider-catalogue/aws.catalogue")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedCatalogue.swift")
        return [
            .buildCommand(
                displayName: "Embedding the catalogue of the AWS provider",
                executable: try context.tool(named: "embed-templates").url,
                arguments: ["--catalogue", catalogue.path, output.path],
                inputFiles: [catalogue],
                outputFiles: [output])
        ]
    }
}
