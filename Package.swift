// swift-tools-version:6.2
import PackageDescription

// The rooms, lowest floor first. A room may import only the rooms named in its `dependencies`: the table
// is the law, and the build enforces it (`--explicit-target-dependency-import-check error`).
let package = Package(
    name: "infragen",
    products: [.executable(name: "infragen", targets: ["infragen"])],
    targets: [
        // Ground floor: source text, positions, diagnostics; files and folders.
        .target(name: "Diagnostics"),
        .target(name: "Files"),

        // Languages: text in, tree out.
        .target(name: "JSON", dependencies: ["Diagnostics"]),
        .target(name: "HCL", dependencies: ["Diagnostics"]),
        .target(name: "TemplateEngine", dependencies: ["HCL", "Diagnostics"]),

        // Meanings: a tree in, a model out.
        .target(name: "Spec", dependencies: ["JSON", "Diagnostics"]),
        .target(name: "Terraform", dependencies: ["HCL", "JSON", "Diagnostics"]),
        .target(name: "ProviderCatalogue", plugins: ["EmbedCatalogue"]),

        // Work: plan and render, rules, the shipped templates, the folder that is written.
        .target(name: "Generator", dependencies: ["Spec", "TemplateEngine", "HCL", "JSON", "Diagnostics"]),
        .target(
            name: "Lint", dependencies: ["Terraform", "ProviderCatalogue", "HCL", "JSON", "Diagnostics"]),
        .target(name: "TemplateLibrary", plugins: ["EmbedTemplates"]),
        .target(name: "OutputFolder", dependencies: ["Files", "JSON", "Diagnostics"]),

        // The door: arguments, files, exit codes.
        .target(
            name: "CommandLineTool",
            dependencies: [
                "Generator", "Lint", "Terraform", "Spec", "OutputFolder", "TemplateLibrary", "TemplateEngine",
                "HCL", "JSON", "Files", "Diagnostics",
            ]),
        .executableTarget(name: "infragen", dependencies: ["CommandLineTool"]),

        // Build helpers, kept out of Plugins/ because the top-level folders are fixed.
        .executableTarget(name: "embed-templates", path: "Sources/Build/embed-templates"),
        .target(
            name: "RandomSpecs",
            dependencies: ["CommandLineTool", "OutputFolder", "Spec", "HCL", "JSON", "Diagnostics"],
            path: "Sources/Build/RandomSpecs"),
        .executableTarget(
            name: "property", dependencies: ["RandomSpecs", "Files"], path: "Sources/Build/property"),
        .executableTarget(
            name: "benchmark",
            dependencies: ["CommandLineTool", "OutputFolder", "HCL", "Files", "Diagnostics"],
            path: "Sources/Build/benchmark"),
        .plugin(
            name: "EmbedCatalogue", capability: .buildTool(), dependencies: ["embed-templates"],
            path: "Sources/Build/EmbedCataloguePlugin"),
        .plugin(
            name: "EmbedTemplates", capability: .buildTool(), dependencies: ["embed-templates"],
            path: "Sources/Build/EmbedTemplatesPlugin"),

        // One test target a room, and what they share.
        .target(name: "TestSupport", dependencies: ["Diagnostics", "Files"], path: "Tests/TestSupport"),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),
        .testTarget(
            name: "JSONTests",
            dependencies: ["JSON", "Diagnostics", "TestSupport"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "HCLTests",
            dependencies: ["HCL", "Diagnostics", "TestSupport"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "TemplateEngineTests",
            dependencies: ["TemplateEngine", "HCL", "Diagnostics", "TestSupport"],
            exclude: ["Fixtures"]),
        .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"], exclude: ["Fixtures"]),
        .testTarget(
            name: "SpecTests",
            dependencies: ["Spec", "JSON", "Diagnostics", "TestSupport"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "TerraformTests",
            dependencies: ["Terraform", "HCL", "JSON", "Diagnostics", "TestSupport"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "ProviderCatalogueTests",
            dependencies: ["ProviderCatalogue", "HCL", "Diagnostics", "TestSupport"]),
        .testTarget(
            name: "GeneratorTests",
            dependencies: [
                "Generator", "Spec", "TemplateEngine", "TemplateLibrary", "HCL", "JSON", "Diagnostics",
                "TestSupport",
            ],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "LintTests",
            dependencies: [
                "Lint", "Terraform", "ProviderCatalogue", "HCL", "JSON", "Diagnostics", "TestSupport",
            ],
            exclude: ["Fixtures", "Mutations/verdicts.json"]),
        .testTarget(
            name: "OutputFolderTests",
            dependencies: ["OutputFolder", "Files", "JSON", "Diagnostics", "TestSupport"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "CommandLineToolTests",
            dependencies: [
                "CommandLineTool", "OutputFolder", "Files", "TemplateLibrary", "JSON", "Diagnostics",
                "RandomSpecs", "TestSupport",
            ],
            exclude: ["Fixtures"]),
        .testTarget(name: "HouseTests", dependencies: ["TemplateLibrary", "Files", "TestSupport"]),
    ]
)

for target in package.targets where target.type != .plugin {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
}
