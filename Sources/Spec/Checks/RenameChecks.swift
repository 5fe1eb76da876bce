import Diagnostics

extension SpecRule {
    /// A name that `was` cannot mean.
    static let illegalRename = error(
        "illegal-rename", "", "a \"was\" that names what is still there, what never was, or what two claim")

    /// A rename on top of one that may not be applied everywhere.
    static let chainedRename = error(
        "chained-rename", "", "a second rename, before the first is known to be applied everywhere")

    /// A rename without a word would delete and make again.
    static let unmarkedRename = error(
        "unmarked-rename", "", "another service in the place of one that is gone, with its name in AWS")

    /// Names in AWS cannot be changed without making the thing anew.
    static let changedAWSName = error(
        "changed-aws-name", "", "a service or function that would get another name in AWS and so be made anew"
    )
}

/// Rules about services and functions that have been renamed.
enum RenameChecks {
    static let rules: [SpecRule] = [.illegalRename, .chainedRename, .unmarkedRename, .changedAWSName]
    static let all: [Check] = [claims, awsNames, history]

    /// A service or function, as far as its name goes.
    private struct Entry {
        let section: String
        let name: String
        let path: SpecPath
        let awsName: String
        let was: String?
    }

    private static func entries(_ run: CheckRun) -> [[Entry]] {
        [
            run.spec.services.map {
                Entry(section: "services", name: $0.name, path: $0.path, awsName: $0.awsName, was: $0.was)
            },
            run.spec.functions.map {
                Entry(section: "functions", name: $0.name, path: $0.path, awsName: $0.awsName, was: $0.was)
            },
        ]
    }

    /// What the spec alone says: nothing may have been what still is.
    @Sendable private static func claims(_ run: inout CheckRun) {
        for entries in entries(run) {
            for entry in entries {
                guard let was = entry.was else { continue }
                let path = entry.path["was"]
                if was == entry.name {
                    run.report(.illegalRename, path, "it has this name", help: "remove \"was\"")
                } else if let other = entries.first(where: { $0.name == was }) {
                    run.report(
                        .illegalRename, path, "\(entry.section).\(was) is still in the spec",
                        with: [other.path["was"]], help: help(entry, other))
                } else if let other = entries.first(where: { $0.was == was && $0.name < entry.name }) {
                    run.report(
                        .illegalRename, path, "\(other.section).\(other.name) says the same of itself",
                        with: [other.path["was"]], help: "keep it at the one that has taken the place")
                }
            }
        }
    }

    private static func help(_ entry: Entry, _ other: Entry) -> String {
        switch other.was {
        case entry.name?:
            "two services cannot change places at once: rename one to a third name, apply, and go on from there"
        case let former?:
            "rename in two steps: first \(former) to \(other.name), apply that everywhere, then the other"
        case nil: "what stays was not renamed: remove \"was\""
        }
    }

    @Sendable private static func awsNames(_ run: inout CheckRun) {
        for entries in entries(run) {
            for (index, entry) in entries.enumerated() {
                guard let other = entries[..<index].first(where: { $0.awsName == entry.awsName }) else {
                    continue
                }
                run.report(
                    .collidingName, entry.path["aws_name"],
                    "\(other.section).\(other.name) has the name \"\(entry.awsName)\" in AWS as well",
                    with: [other.path["aws_name"], other.path["was"], entry.path["was"]],
                    help: "give one of them another \"aws_name\"")
            }
        }
    }

    /// What the last render knows besides.
    @Sendable private static func history(_ run: inout CheckRun) {
        guard let before = run.recorded else { return }
        for entries in entries(run) {
            for entry in entries {
                let known = entry.section == "services" ? before.services : before.functions
                let gone = known.filter { name, _ in !entries.contains { $0.name == name } }
                if let awsName = known[entry.name] {
                    reportChange(&run, entry, from: awsName)
                } else if let was = entry.was {
                    reportRename(&run, entry, was, known, before)
                } else if let former = gone.first(where: { $0.value == entry.awsName })?.key {
                    run.reportSentence(
                        .unmarkedRename, entry.path,
                        "\(entry.path) has the name of \(entry.section).\(former) in AWS, which is gone",
                        onKey: true,
                        help:
                            "write \"was\": \"\(former)\" if it was renamed, or give it another \"aws_name\"")
                }
            }
        }
    }

    private static func reportRename(
        _ run: inout CheckRun, _ entry: Entry, _ was: String, _ known: [String: String],
        _ before: SystemRecord.Environment
    ) {
        let path = entry.path["was"]
        guard let awsName = known[was] else {
            let nearest = nearestName(to: was, among: known.keys.sorted())
            run.report(
                .illegalRename, path, "the last render had no \(entry.section).\(was)",
                help: nearest.map { "did you mean \"\($0)\"?" }
                    ?? "it had \(known.keys.sorted().joined(separator: ", "))")
            return
        }
        if let former = before.renames["\(entry.section).\(was)"] {
            run.report(
                .chainedRename, path, "\(was) was \(former) itself, and that may not be applied everywhere",
                help: "apply the first rename in every environment, then replace its \"was\" by "
                    + "\"aws_name\": \"\(awsName)\" and render; the second rename comes after that")
            return
        }
        reportChange(&run, entry, from: awsName)
    }

    private static func reportChange(_ run: inout CheckRun, _ entry: Entry, from awsName: String) {
        guard entry.awsName != awsName, !run.isWritten(entry.path["aws_name"]) else { return }
        run.report(
            .changedAWSName, entry.path["aws_name"],
            "the name in AWS would change from \"\(awsName)\" to \"\(entry.awsName)\", and all of it be made anew",
            with: [entry.path["was"], entry.path],
            help:
                "write \"aws_name\": \"\(awsName)\" to keep it, or \"\(entry.awsName)\" to have it made anew")
    }
}
