import JSON
import Spec
import Testing

@Suite struct RoutingRuleTests {
    @Test(
        arguments: [
            .full(
                "E-RTE-01", "illegal-priority", #"{"services": {"admin": {"routing": {"priority": 100}}}}"#,
                at: "100",
                "services.admin and services.api share priority 100"),
            .full(
                "E-RTE-01", "illegal-priority", #"{"services": {"admin": {"routing": {"priority": null}}}}"#,
                at: #"["admin.example.com"]"#,
                "services.admin.routing.priority: paths and hosts need a priority"),
            .full(
                "E-RTE-01", "illegal-priority", #"{"services": {"admin": {"routing": {"priority": 49000}}}}"#,
                at: "49000",
                "services.admin.routing.priority: 49000 is out of range"),
            .full(
                "E-RTE-02", "crowded-priorities",
                #"{"services": {"web": {"routing": {"priority": 199, "paths": ["/a", "/b"]}}}}"#, at: "199",
                "services.web: 2 hosts and 4 path patterns need 4 rules with priorities 199 to 202, but services.admin has 200"
            ),
            .full(
                "E-RTE-03", "shadowed-route",
                #"{"services": {"docs": {"image_repository": "a/b", "routing": {"priority": 400, "paths": ["/api/docs"]}}}}"#,
                at: #""routing""#, #"services.api (100, "/api") hides services.docs (400, "/api/docs")"#),
            .full(
                "E-RTE-04", "duplicate-route",
                #"{"services": {"api2": {"image_repository": "a/b", "routing": {"priority": 400, "paths": ["/api"]}}}}"#,
                at: #""routing""#, "services.api and services.api2 both match path /api"),
            .full(
                "E-RTE-05", "illegal-condition", #"{"services": {"api": {"routing": {"paths": ["api"]}}}}"#,
                at: #""api""#,
                #"services.api.routing.paths[0]: "api" must start with "/""#),
            .full(
                "E-RTE-05", "illegal-condition",
                #"{"services": {"api": {"routing": {"paths": ["/api?x=1"]}}}}"#,
                at: #""/api?x=1""#, "has a query string"),
            .full(
                "E-RTE-06", "ambiguous-default", #"{"services": {"admin": {"routing": {"default": true}}}}"#,
                at: "true",
                "services.admin and services.web are both default"),
            .full(
                "W-RTE-07", "missing-default", #"{"services": {"web": {"routing": {"default": false}}}}"#,
                at: #""services""#, "no default service: unknown requests get 404"),
            .small(
                "E-RTE-08", "unrouted-service", #"{"services": {"batch": {"image_repository": "a/b"}}}"#,
                at: #""batch""#,
                #"services.batch has exposure "alb" but no route"#),
            .small(
                "E-RTE-10", "excessive-wildcards",
                #"{"services": {"web": {"routing": {"priority": 1, "exact": true, "paths": ["/*/*/*", "/a/*/*/*/*"]}}}}"#,
                at: #""routing""#, "services.web: 7 wildcards in one rule"),
            .full(
                "E-CAN-01", "illegal-percentage", #"{"services": {"web": {"canary": {"percentage": 150}}}}"#,
                at: "150",
                "services.web.canary.percentage: 150 is out of range"),
            .full(
                "W-CAN-02", "ineffective-canary", #"{"services": {"web": {"canary": {"enabled": false}}}}"#,
                at: "15",
                "services.web.canary: percentage 15 has no effect while enabled is false"),
            .full(
                "E-CAN-03", "identical-canary", #"{"services": {"web": {"canary": {"image_tag": "v1"}}}}"#,
                at: #""v1""#,
                #"the canary has the tag "v1" of the current version"#),
            .full(
                "E-CAN-04", "unrouted-canary",
                #"{"services": {"job": {"image_repository": "a/b", "exposure": "none", "canary": {}}}}"#,
                at: #""canary""#,
                "services.job.canary: a canary shares the requests"),
            .full(
                "E-CAN-05", "blue-green-canary",
                #"{"services": {"api": {"canary": {}, "pipeline": {"deployment": "blue_green"}}}}"#,
                at: #""canary""#,
                "services.api.canary: a blue/green deployment owns both target groups"),
            .full(
                "W-CAN-06", "complete-canary", #"{"services": {"web": {"canary": {"percentage": 100}}}}"#,
                at: "100",
                "services.web.canary.percentage: the canary gets all requests"),
            .full(
                "W-CAN-07", "overloaded-canary", #"{"services": {"web": {"canary": {"percentage": 50}}}}"#,
                at: "1",
                "1 canary task for 50 % of the requests of 3 tasks"),
            .full(
                "E-PIP-01", "illegal-blue-green",
                #"{"services": {"job": {"image_repository": "123456789012.dkr.ecr.us-east-1.amazonaws.com/a/b", "exposure": "none", "pipeline": {"source": {"type": "codecommit", "repository": "job"}, "deployment": "blue_green"}}}}"#,
                at: #""blue_green""#, #""blue_green" needs a route on the application load balancer"#),
            .full(
                "W-PIP-02", "unused-image-tag",
                #"{"environments": {"staging": {"overrides": {"services": {"api": {"image_tag": "v9"}}}}}}"#,
                at: #""v9""#,
                "environment staging: services.api.image_tag: the pipeline deploys its own image"),
            .full(
                "", "unpushable-image",
                #"{"services": {"api": {"image_repository": "public.ecr.aws/shop/api"}}}"#,
                at: #""public.ecr.aws/shop/api""#,
                "the pipeline pushes to \"public.ecr.aws/shop/api\", which is no private repository"),
            .full(
                "E-PIP-03", "illegal-connection",
                #"{"services": {"api": {"pipeline": {"source": {"connection_arn": null}}}}}"#,
                at: #""source""#,
                #"services.api.pipeline.source.connection_arn is required for type "connection""#),
            .full(
                "E-PIP-03", "illegal-connection",
                #"{"services": {"api": {"pipeline": {"source": {"connection_arn": "arn:aws:codeconnections:eu-west-1:123456789012:connection/1"}}}}}"#,
                at: #""arn:aws:codeconnections:eu-west-1:123456789012:connection/1""#,
                "the connection is in eu-west-1, the pipeline in us-east-1"),
        ] as [RuleCase])
    func routing(_ rule: RuleCase) throws { try rule.check() }

    /// E-RTE-09.
    @Test func quotasAreCounted() throws {
        let services = (0..<51).map { index in
            #""s\#(index)": {"image_repository": "a/b", "routing": {"priority": \#(index + 1), "paths": ["/s\#(index)"]}}"#
        }
        let patch =
            #"{"services": {\#(services.joined(separator: ", "))}, "regions": [{"name": "us-east-1", "network": {"vpc_cidr": "10.0.0.0/16", "public_subnets": ["10.0.0.0/20", "10.0.16.0/20"], "private_subnets": ["10.0.64.0/18", "10.0.128.0/18"]}}]}"#
        try RuleCase.small(
            "E-RTE-09", "excessive-rules", patch, at: #""services""#,
            "52 services need 103 listener rules, the quota is 100"
        ).check()
    }

    @Test(
        arguments: [
            (["/api"], [], 0, [["/api", "/api/*"]]),
            (["/a", "/b", "/c"], [], 0, [["/a", "/a/*", "/b", "/b/*", "/c"], ["/c/*"]]),
            (["/a", "/b"], [], 2, [["/a", "/a/*", "/b"], ["/b/*"]]),
            ([], ["a.b", "b.b", "c.b", "d.b"], 2, [["a.b", "b.b", "c.b"], ["d.b"]]),
            (["/*"], ["a.b", "b.b", "c.b"], 2, [["/*", "a.b", "b.b"], ["/*", "c.b"]]),
        ] as [([String], [String], Int, [[String]])])
    func rulesAreSplitWhereTheyHoldTooMuch(
        paths: [String], hosts: [String], headerValues: Int, expected: [[String]]
    ) throws {
        let text = JSONWriter.pretty([
            "project": "demo", "regions": [["name": "us-east-1"]],
            "services": [
                "web": [
                    "image_repository": "a/b",
                    "routing": [
                        "priority": 10, "paths": .array(paths.map { .string($0) }),
                        "hosts": .array(hosts.map { .string($0) }),
                    ],
                ]
            ],
        ])
        let service = try #require(read(text).reading.base?.services.first)
        let rules = service.listenerRules(headerValues: headerValues)
        #expect(rules.map { $0.paths + $0.hosts } == expected)
        #expect(rules.map(\.priority) == Array(10..<10 + expected.count))
    }
}
