/// The pre-commit hook that infragen writes.
struct HookScript {
    /// The line by which infragen knows its own hook.
    private static let mark = "# Written by `infragen hook install`; `infragen hook uninstall` removes it."

    /// The spec, relative to the top of the work tree, where git runs hooks.
    var spec: String

    /// The options of `render` besides `--check` and `--staged`.
    var options: [String] = []

    /// The program, absolute, where it is not on the PATH.
    var program: String?

    /// Whether a hook was written by infragen, by this version or another.
    static func isOwn(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).contains(mark + "\n")
    }

    /// The script, for any POSIX shell.
    var text: String {
        let spec = CompletionScript.quoted(spec)
        let words = (options.map(CompletionScript.quoted) + [spec]).joined(separator: " ")
        return """
            #!/bin/sh
            # Keeps the rendered Terraform tree in step with its spec.
            \(Self.mark)

            # The hook that stood here before runs first.
            earlier="$(dirname "$0")/\(HookFile.keptName)"
            if [ -x "$earlier" ]; then
                "$earlier" "$@" || exit $?
            fi

            # A commit without a spec has nothing to be in step with.
            git ls-files --error-unmatch -- \(spec) >/dev/null 2>&1 || exit 0

            infragen=\(CompletionScript.quoted(program ?? "infragen"))
            command -v "$infragen" >/dev/null 2>&1 || infragen=infragen
            if ! command -v "$infragen" >/dev/null 2>&1; then
                echo "infragen: not found, so this commit cannot be checked (git commit --no-verify skips that)" >&2
                exit 1
            fi

            # What counts is what is staged, for that becomes the commit: a new file that somebody forgot to add
            # and a file that is deleted are seen, and a change that stays behind in the folder is not.
            "$infragen" render --check --staged \(words) && exit 0
            echo "infragen: commit stopped; run render, stage its result with git add, and commit again" >&2
            exit 1

            """
    }
}
