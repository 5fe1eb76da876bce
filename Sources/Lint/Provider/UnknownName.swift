import Diagnostics
import HCL
import ProviderCatalogue

/// What to make of a name that no admitted version of the provider knows in its place.
///
/// Where a version may be in use that is newer than the catalogue, such a name can be right. It is certainly wrong all
/// the same when it is a slip of a known one, or when the provider had it once and dropped it.
struct UnknownName {
    var severity: Diagnostic.Severity
    var help: String?
    var fix: Fix?

    /// How many letters may differ in a slip of the pen.
    private static let slip = 2

    /// A name of an argument or block in a body.
    init(_ item: ProvidedBody.Item, in body: ProvidedBody, _ admitted: AdmittedVersions) {
        let known = body.settableNames
        let history = admitted.history(of: body.lifetimes(of: item.name), seenFrom: body.versions)
        let free = known.filter { !body.holds($0) }
        let near = nearestName(to: item.name, among: free) ?? nearestName(to: item.name, among: known)
        self.init(item.name, near: near, history, admitted)
        if let near, !body.isJSON {
            fix = Self.fix(of: item, near, free, body)
        }
    }

    /// A name of a type or of an attribute that is read.
    init(name: String, known: [String], _ history: String?, _ admitted: AdmittedVersions) {
        self.init(name, near: nearestName(to: name, among: known), history, admitted)
    }

    private init(_ name: String, near: String?, _ history: String?, _ admitted: AdmittedVersions) {
        let isSlip = near.map { Self.distance(name, $0) <= Self.slip } ?? false
        let isCertain = isSlip || history != nil || !admitted.admitsNewer
        severity = isCertain ? .error : .warning
        let newest = admitted.catalogue.newestVersion
        help = history ?? near.map { "did you mean \"\($0)\"?" }
        if !isCertain {
            let doubt =
                "no version up to \(newest) of the AWS provider has it; one that has it should be required"
            help = help.map { "\($0) (\(doubt))" } ?? doubt
        }
    }

    /// Writing the near name instead, where it is the only one so near and does not stand there yet.
    private static func fix(
        of item: ProvidedBody.Item, _ near: String, _ free: [String], _ body: ProvidedBody
    ) -> Fix? {
        guard free.contains(near), distance(item.name, near) == 1,
            free.allSatisfy({ $0 == near || distance(item.name, $0) > 1 })
        else { return nil }
        guard body.schema.attributes(named: near).isEmpty == (item.kind != .argument) else { return nil }
        return Fix(edits: [Fix.Edit(range: item.nameRange, replacement: near)], applicability: .safe)
    }

    static func distance(_ left: String, _ right: String) -> Int {
        editDistance(Array(left.utf8), Array(right.utf8))
    }
}
