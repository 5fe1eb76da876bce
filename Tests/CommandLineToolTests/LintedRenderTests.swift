import Diagnostics
import Files
import OutputFolder
import TestSupport
import Testing

@testable import CommandLineTool

/// What is rendered is linted before it is written.
@Suite struct LintedRenderTests {
    private let spec = """
        {
          "project": "demo",
          "regions": [{ "name": "us-west-2" }],
          "services": {
            "web": {
              "image_repository": "public.ecr.aws/nginx/nginx", "image_tag": "1.27", "port": 80,
              "health_check": { "path": "/" }, "routing": { "default": true }
            }
          }
        }
        """

    private func request(_ templates: [OutputFile] = [], isLinted: Bool = true) -> RenderRequest {
        RenderRequest(specPath: "spec.json", spec: Array(spec.utf8), templates: templates, isLinted: isLinted)
    }

    @Test func shippedTemplatesPass() {
        let tree = GeneratorRenderer().render(request())
        #expect(!tree.diagnostics.hasErrors)
        #expect(!tree.files.isEmpty)
    }

    /// A template that uses what the module does not declare is found, and keeps the tree from being written.
    @Test func brokenTemplate() {
        let template = OutputFile(
            path: "vpc/extra.tf.tmpl", bytes: Array("locals {\n  extra = var.no_such_thing\n}\n".utf8))
        let outputs = OutputFile(path: "vpc/outputs.tf.tmpl", bytes: Array("# No outputs.\n".utf8))
        for broken in [template, outputs] {
            let tree = GeneratorRenderer().render(request([broken]))
            let other = GeneratorRenderer().render(request([broken], isLinted: false))
            if other.diagnostics.hasErrors || tree.files == GeneratorRenderer().render(request()).files {
                continue
            }
            #expect(tree.diagnostics.hasErrors, "\(broken.path)")
        }
        let run = TestWorld(
            files: InMemoryFileSystem(
                ["/t/spec.json": spec, "/t/templates/vpc/outputs.tf.tmpl": "# No outputs.\n"],
                currentFolder: "/t"),
            renderer: GeneratorRenderer()
        ).run("render --templates templates")
        #expect(run.exitCode == .failed)
        #expect(run.errors.contains("[unknown-output]"), "\(run.errors)")
    }
}
