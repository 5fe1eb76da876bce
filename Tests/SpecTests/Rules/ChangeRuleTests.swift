import Diagnostics
import Spec
import Testing

/// Rules that compare a spec with what was rendered last.
@Suite struct ChangeRuleTests {
    private static let two = #"{"regions": [{"name": "us-west-2"}, {"name": "us-east-1"}]}"#
    private static let drained =
        #"{"regions": [{"name": "us-west-2"}, {"name": "us-east-1", "state": "draining"}], "load_balancer": {"deletion_protection": false}}"#

    @Test(
        arguments: [
            .small(
                "", "undrained-region", "{}", at: #""regions""#,
                "us-east-1 leaves the spec, but Terraform still needs its provider"
            ).after(two),
            .small(
                "", "draining-primary",
                #"{"regions": [{"name": "us-west-2", "state": "draining"}, {"name": "us-east-1"}], "load_balancer": {"deletion_protection": false}}"#,
                at: #""draining""#, "us-west-2 is the primary region"),
            .small(
                "", "protected-region",
                #"{"regions": [{"name": "us-west-2"}, {"name": "us-east-1", "state": "draining"}], "load_balancer": {"deletion_protection": true}}"#,
                at: #""draining""#, "AWS refuses to delete what is protected there"
            ).after(two),
            .full(
                "", "removed-data",
                #"{"storage": {"buckets": ["files"]}}"#, at: #"["files"]"#,
                "storage.buckets.backups is gone, and its data would be deleted"
            ).after("{}"),
            .small(
                "", "removed-data", "{}", at: "{", "database is gone, and its data would be deleted"
            ).after(#"{"database": {}}"#),
            .full(
                "", "replaced-data", #"{"database": {"database_name": "store"}}"#, at: #""database""#,
                "database: AWS would make another one without the data"
            ).after("{}"),
            .small(
                "", "abandoned-environment", #"{"environments": {"production": {}}}"#,
                at: #""environments""#, "environments.dev is gone"
            ).after(#"{"environments": {"production": {}, "dev": {}}}"#),
            .small(
                "", "abandoned-environment",
                #"{"environments": {"production": {"short_name": "live"}}}"#,
                at: #""production""#, "environments.production has the names demo-live-..."
            ).after(#"{"environments": {"production": {}}}"#),
            .small(
                "", "illegal-removal", #"{"removed": ["databse"]}"#, at: #""databse""#,
                "\"databse\" is nothing that holds data"),
            .full(
                "", "illegal-removal", #"{"removed": ["database"]}"#, at: #""database""#,
                "database is still in the spec"
            ).after("{}"),
            .small(
                "", "illegal-rename", #"{"services": {"web": {"was": "web"}}}"#, at: #""web""#,
                "it has this name"),
            .small(
                "", "illegal-rename",
                #"{"services": {"shop": {"image_repository": "a/b", "exposure": "none", "was": "web"}}}"#,
                at: #""web""#, "services.web is still in the spec", also: ["colliding-name"]),
            .small(
                "", "illegal-rename",
                #"{"services": {"web": {"was": "old"}, "shop": {"image_repository": "a/b", "exposure": "none", "was": "old"}}}"#,
                at: #""old""#, "services.shop says the same of itself", also: ["colliding-name"]),
            .small(
                "", "illegal-rename", #"{"services": {"web": {"was": "wob"}}}"#, at: #""wob""#,
                "the last render had no services.wob"
            ).after(
                #"{"services": {"web": null, "site": {"image_repository": "a/b", "routing": {"default": true}}}}"#
            ),
            .small(
                "", "chained-rename",
                #"{"services": {"web": null, "shop": {"image_repository": "a/b", "routing": {"default": true}, "was": "web", "aws_name": "old"}}}"#,
                at: #""web""#, "web was old itself"
            ).after(#"{"services": {"web": {"was": "old"}}}"#),
            .small(
                "", "unmarked-rename",
                #"{"services": {"web": null, "shop": {"image_repository": "a/b", "routing": {"default": true}, "aws_name": "web"}}}"#,
                at: #""shop""#, "services.shop has the name of services.web in AWS"
            ).after("{}"),
            .small(
                "", "changed-aws-name", "{}", at: #""web""#,
                "the name in AWS would change from \"old\" to \"web\""
            ).after(#"{"services": {"web": {"was": "old"}}}"#),
            .small(
                "", "changed-aws-name",
                #"{"functions": {"tidy": {"image_uri": "a/b:1"}}}"#, at: #""tidy""#,
                "the name in AWS would change from \"clean\" to \"tidy\""
            ).after(#"{"functions": {"tidy": {"image_uri": "a/b:1", "was": "clean"}}}"#),
            .small(
                "E-NAME-07", "colliding-name",
                #"{"services": {"shop": {"image_repository": "a/b", "exposure": "none", "aws_name": "web"}}}"#,
                at: #""web""#, "services.shop has the name \"web\" in AWS as well"),
        ] as [RuleCase])
    func changes(_ rule: RuleCase) throws { try rule.check() }

    /// What a careful author does, step by step.
    @Test(arguments: [
        (change: drained, before: two),
        (change: "{}", before: drained),
        (change: #"{"removed": ["database"]}"#, before: #"{"database": {}}"#),
        (
            change: #"{"removed": ["environments.dev"], "environments": {"production": {}}}"#,
            before: #"{"environments": {"production": {}, "dev": {}}}"#
        ),
        (
            change:
                #"{"services": {"web": null, "shop": {"image_repository": "a/b", "routing": {"default": true}, "was": "web"}}}"#,
            before: "{}"
        ),
        (
            change: #"{"services": {"web": {"aws_name": "old"}}}"#,
            before: #"{"services": {"web": {"was": "old"}}}"#
        ),
        (
            change: #"{"services": {"web": {"was": "old"}}}"#,
            before: #"{"services": {"web": {"was": "old"}}}"#
        ),
        (
            change: #"{"services": {"web": {"was": "site", "aws_name": "old"}}}"#,
            before:
                #"{"services": {"web": null, "site": {"image_repository": "a/b", "routing": {"default": true}, "aws_name": "old"}}}"#
        ),
    ])
    func stepsAreTaken(change: String, before: String) throws {
        let rule = RuleCase.small("", "", change, at: "", "").after(before)
        let result = try rule.reading()
        #expect(texts(result) == [])
    }

    @Test func aBrokenRecordIsTold() throws {
        let text = try scaffold("minimal.json")
        let result = read(text, options: SpecOptions(readRecord: { _ in Array("<<<<<<< HEAD".utf8) }))
        #expect(result.reading.diagnostics.contains { $0.id == "broken-record" })
    }
}
