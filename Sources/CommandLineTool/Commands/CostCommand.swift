import Diagnostics
import Files
import Spec

/// `infragen cost [SPEC]`.
struct CostCommand: Command {
    let name = "cost"
    let summary = "Estimate what each environment of a spec costs in a month."
    let positionals = [RenderCommand.spec]
    let options = [environment, RenderCommand.unknownRegion]
    let discussion = """
        The estimate holds the parts whose price AWS gives by the hour: NAT gateways, load balancers, and Fargate at \
        the desired number of tasks. Prices are those of us-east-1 in US dollars, a month has 730 hours. What is not \
        estimated is named, never counted as nothing.
        """

    private static let environment = Option.value(
        "--environment", letter: "e", "NAME", help: "Only this environment.")

    func run(_ arguments: Arguments, in context: CommandContext) -> ExitCode {
        let path = arguments.value(of: RenderCommand.spec) ?? "spec.json"
        var sources = SourceMap()
        let read = path == "-" ? context.world.input(SpecReader.maximumSize) : nil
        switch read ?? context.files.read(path, limit: SpecReader.maximumSize) {
        case .failure(let error):
            let help = "name your spec (infragen cost SPEC), or make one with `infragen init`"
            return fail([Diagnostic(id: "unreadable-file", summary: error.summary, help: help)], context)
        case .success(let bytes):
            let file = sources.add(path: path, bytes: bytes)
            let options = SpecOptions(allowsUnknownRegions: arguments.isSet(RenderCommand.unknownRegion))
            let reading = SpecReader.read(file, in: sources, options: options)
            guard !reading.diagnostics.hasErrors else {
                context.console.report(reading.diagnostics.filter { $0.severity == .error }, in: sources)
                return .failed
            }
            return tell(reading.environments, only: arguments.value(of: Self.environment), context)
        }
    }

    private func tell(_ all: [EnvironmentSpec], only name: String?, _ context: CommandContext) -> ExitCode {
        let chosen = all.filter { name == nil || $0.name == name }
        if let name, chosen.isEmpty {
            let near = nearestName(to: name, among: all.map(\.name)).map { "did you mean \"\($0)\"?" }
            let known = "the environments are \(all.map(\.name).joined(separator: ", "))"
            return fail(
                [
                    Diagnostic(
                        id: "unknown-environment", summary: "the spec has no environment \"\(name)\"",
                        help: near ?? known)
                ], context)
        }
        for environment in chosen {
            CostReport(environment).lines.forEach(context.console.print)
        }
        context.console.print(CostReport.advice)
        return .done
    }

    private func fail(_ diagnostics: [Diagnostic], _ context: CommandContext) -> ExitCode {
        context.console.report(diagnostics)
        return .failed
    }
}
