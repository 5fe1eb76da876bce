import Diagnostics
import TemplateEngine

/// One file to render: which template, with which values, to which path.
struct FilePlan {
    var template: String
    var path: String
    var values: TemplateMap
}

/// Decides which files a system has.
struct Planner {
    /// Shared by all files of a tree, because it remembers what it found out about the templates.
    var renderer: Renderer

    /// What went wrong with conditions and paths.
    private(set) var diagnostics: [Diagnostic] = []

    private let folders: TemplateFolders
    private let system: SystemModel
    private let values: TemplateMap

    init(folders: TemplateFolders, system: SystemModel, fields: SystemFields) {
        self.folders = folders
        self.system = system
        renderer = Renderer(folders.set)
        if case .map(let map) = fields.system.value(of: system) {
            values = map
        } else {
            values = TemplateMap()
        }
        scopes = Scopes(system, fields)
    }

    /// The values that files per region and per environment see on top of those of the system.
    private struct Scopes {
        var regions: [TemplateMap]
        var environments: [TemplateMap]

        init(_ system: SystemModel, _ fields: SystemFields) {
            regions = system.regions.map { fields.values(of: $0, in: system) }
            environments = system.environments.map { fields.values(of: $0, in: system) }
        }
    }

    private let scopes: Scopes

    /// The files of a root, or what a tree of several roots has besides, in the order of the folders.
    mutating func plans(forTree: Bool) -> [FilePlan] {
        var plans: [FilePlan] = []
        for folder in folders.folders
        where folder.manifest.isForTree == forTree && holds(folder.condition, values) {
            for output in folder.outputs {
                for scope in scopeValues(output.each) {
                    if let condition = output.condition, !holds(condition, scope) { continue }
                    plans.append(
                        FilePlan(template: output.template, path: path(of: output, scope), values: scope))
                }
            }
        }
        reportCollisions(plans)
        return plans
    }

    /// The values of each file that an output stands for.
    private func scopeValues(_ each: String?) -> [TemplateMap] {
        switch each {
        case "region": scopes.regions.map { values.merging($0) }
        case "environment": scopes.environments.map { values.merging($0) }
        default: [values]
        }
    }

    private mutating func holds(_ condition: String, _ values: TemplateMap) -> Bool {
        let rendered = renderer.render(condition, values: values)
        diagnostics += rendered.diagnostics
        return !rendered.bytes.isEmpty
    }

    private mutating func path(of output: TemplateFolders.Output, _ values: TemplateMap) -> String {
        guard output.isPathTemplate else { return output.path }
        let rendered = renderer.render(output.path, values: values)
        diagnostics += rendered.diagnostics
        return String(decoding: rendered.bytes, as: UTF8.self)
    }

    private mutating func reportCollisions(_ plans: [FilePlan]) {
        var templates: [String: String] = [:]
        for plan in plans {
            if let other = templates.updateValue(plan.template, forKey: plan.path) {
                diagnostics.append(
                    Diagnostic(
                        id: "colliding-output", summary: "two templates render to \"\(plan.path)\"",
                        notes: [Diagnostic.Note("they are \(other) and \(plan.template)")],
                        help: "give one of them another path in its module.json"))
            }
        }
    }
}
