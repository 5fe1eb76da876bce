import Diagnostics

/// What can be wrong with an output folder, for `infragen explain`.
enum OutputRules {
    /// One rule: what it finds, and what to do in whole sentences.
    struct Rule {
        var id: String
        var severity = Diagnostic.Severity.error
        var meaning: String
        var remedy: String
    }

    /// Every rule, by subject.
    static let all = [
        Rule(
            id: "edited-file", meaning: "a rendered file that somebody changed since infragen wrote it",
            remedy: """
                Nothing was written. Keep the change where it survives: in the spec, in a template of your own
                (--templates DIR), or in a file of your own beside it (NAME.local.tf). Or give it up with --force.
                """),
        Rule(
            id: "foreign-file", meaning: "a file in the place of a rendered one that infragen did not write",
            remedy: """
                Nothing was written. Move the file, render to another folder (--out DIR), or overwrite it (--force).
                Infragen knows its own files by .infragen/manifest.json: commit it together with the tree.
                """),
        Rule(
            id: "surplus-file", severity: .warning,
            meaning: "a file in a rendered folder that Terraform reads though nobody rendered it",
            remedy: "Name it *.local.tf if it belongs there; otherwise move it away."),
        Rule(
            id: "tree-out-of-date", meaning: "an output folder that is not what its spec says",
            remedy: "Run `infragen render` and commit what it changes. With --staged, `git add` the result."),
        Rule(
            id: "link-in-output", meaning: "a symbolic link where a rendered file or its folder has to be",
            remedy:
                "Infragen follows no link out of its folder. Remove the link, or link the whole output folder."
        ),
        Rule(
            id: "blocked-path", meaning: "something that is no file, or no folder, where one has to be",
            remedy: "Move it away; not even --force removes it."),
        Rule(
            id: "broken-manifest", severity: .warning, meaning: "a manifest that cannot be read in full",
            remedy: """
                Files that equal what is rendered count as infragen's all the same, others as yours. Restore
                .infragen/manifest.json from version control, or render: that writes it anew.
                """),
        Rule(
            id: "manifest-too-new", meaning: "a tree that a newer infragen wrote",
            remedy: "Use that version, so that the tree does not change back and forth."),
        Rule(
            id: "unreadable-file", meaning: "a file or folder that cannot be read",
            remedy: "The message names the reason of the operating system."),
        Rule(
            id: "unwritable-output", meaning: "an output folder that cannot be written",
            remedy:
                "The message names the reason, and whether anything was written; render again once it is mended."
        ),
        Rule(
            id: "illegal-output-path", meaning: "a rendered file that would leave the output folder",
            remedy: "Correct the `folder` or the `files` in the module.json of the template."),
        Rule(
            id: "repeated-output-path", meaning: "two rendered files with one path",
            remedy: "Correct the `folder` or the `files` in the module.json of the templates."),
    ]
}
