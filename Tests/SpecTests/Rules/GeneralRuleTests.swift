import Testing

@Suite struct GeneralRuleTests {
    @Test(
        arguments: [
            .small(
                "E-GEN-02", "unknown-field", #"{"services": {"web": {"desired_cout": 2}}}"#,
                at: #""desired_cout""#,
                "services.web.desired_cout: unknown field"),
            .small("E-GEN-02", "unknown-field", #"{"vpc": {}}"#, at: #""vpc""#, "vpc: unknown field"),
            .small(
                "E-GEN-04", "wrong-type", #"{"services": {"web": {"cpu": "256"}}}"#, at: #""256""#,
                #"services.web.cpu: expected an integer, found the string "256""#),
            .small(
                "E-GEN-04", "wrong-type", #"{"services": {"web": {"command": "run"}}}"#, at: #""run""#,
                #"services.web.command: expected a list, found the string "run""#),
            .small(
                "E-GEN-04", "wrong-type", #"{"services": []}"#, at: "[]",
                "services: expected an object, found an array"),
            .small(
                "E-GEN-04", "wrong-type", #"{"services": {"web": {"port": {"$null": true}}}}"#, at: "null",
                "services.web.port: expected an integer, found null"),
            .small(
                "E-GEN-05", "missing-field", #"{"regions": [{"role": "primary"}]}"#, at: "{",
                "regions[0].name is required"),
            .small(
                "E-GEN-05", "missing-field", #"{"services": {"web": {"image_repository": null}}}"#, at: "{",
                "services.web.image_repository is required"),
            .small(
                "E-GEN-06", "number-out-of-range", #"{"services": {"web": {"stop_timeout": 30.5}}}"#,
                at: "30.5",
                "services.web.stop_timeout: 30.5 is not a whole number"),
            .small(
                "E-GEN-06", "number-out-of-range", #"{"services": {"web": {"stop_timeout": 1e99}}}"#,
                at: "1e99",
                "services.web.stop_timeout: 1e99 is too large"),
            .small(
                "E-GEN-06", "number-out-of-range", #"{"services": {"web": {"stop_timeout": 1}}}"#, at: "1",
                "services.web.stop_timeout: 1 is out of range"),
            .small(
                "E-GEN-07", "unknown-schema-version", #"{"schema_version": 2}"#, at: "2",
                "schema_version 2 is newer than this infragen understands (1)"),
            .small(
                "E-GEN-08", "control-character", #"{"services": {"web": {"user": "a\nb"}}}"#, at: #""a\nb""#,
                "services.web.user: the text holds the control character U+000A"),
            .small(
                "E-GEN-08", "control-character", #"{"services": {"web": {"environment": {"A\u0007": "x"}}}}"#,
                at: #""A\u0007""#, "control character U+0007"),
            .small(
                "W-GEN-09", "ineffective-field", #"{"cdn": {"waf": {"rate_limit": 100}}}"#, at: #""waf""#,
                "cdn.waf has no effect while cdn.enabled is false"),
            .full(
                "W-GEN-09", "ineffective-field", #"{"load_balancer": {"ingress_cidrs": ["10.0.0.0/8"]}}"#,
                at: #"["10.0.0.0/8"]"#, "load_balancer.ingress_cidrs has no effect"),
            .full(
                "W-GEN-09", "ineffective-field", #"{"backend": {"lock_table": "locks"}}"#, at: #""locks""#,
                "backend.lock_table has no effect"),
            .small(
                "W-GEN-09", "ineffective-field",
                #"{"services": {"job": {"image_repository": "a/b", "exposure": "none", "routing": {"default": true}}}}"#,
                at: #""routing""#, "services.job.routing has no effect"),
            .small(
                "", "unknown-choice", #"{"services": {"web": {"exposure": "albb"}}}"#, at: #""albb""#,
                #"services.web.exposure: "albb" is not one of the choices"#),
            .full(
                "", "unknown-rule", #"{"ignore": ["local-stat"]}"#, at: #""local-stat""#,
                "there is no warning"),
            .full(
                "", "unknown-rule", #"{"ignore": ["illegal-port"]}"#, at: #""illegal-port""#,
                "cannot be ignored"),
        ] as [RuleCase])
    func general(_ rule: RuleCase) throws { try rule.check() }

    @Test(
        arguments: [
            .small(
                "E-NAME-01", "illegal-project-name", #"{"project": "My_Shop"}"#, at: #""My_Shop""#,
                #"project: "My_Shop" is not a legal name"#),
            .small(
                "E-NAME-02", "long-name-prefix",
                #"{"project": "longer-project", "regions": [{"name": "ap-northeast-2"}]}"#,
                at: #""longer-project""#,
                #"give "longer-project-stag-apne2" (25 characters); the limit is 24"#),
            .small(
                "E-NAME-03", "reserved-project-name", #"{"project": "ecs-shop"}"#, at: #""ecs-shop""#,
                #"project: "ecs-shop" starts with "ecs""#),
            .small(
                "E-NAME-04", "long-application-prefix", #"{"project": "longer-proje", "application": {}}"#,
                at: #""longer-proje""#, "has 22 characters, 20 are the limit"),
            .small(
                "E-NAME-05", "illegal-service-name",
                #"{"services": {"Payments_API": {"image_repository": "a/b", "exposure": "none"}}}"#,
                at: #""Payments_API""#, #"services.Payments_API: "Payments_API" is not a legal name"#),
            .small(
                "E-NAME-06", "reserved-service-name",
                #"{"services": {"web-canary": {"image_repository": "a/b", "exposure": "none"}}}"#,
                at: #""web-canary""#,
                "services.web-canary: names ending in -canary are reserved"),
            .small(
                "E-NAME-06", "reserved-service-name",
                #"{"services": {"alb": {"image_repository": "a/b", "exposure": "none"}}}"#, at: #""alb""#,
                "services.alb: the name is reserved"),
            .small(
                "E-NAME-07", "colliding-name", #"{"functions": {"web-exec": {"image_uri": "a/b:1"}}}"#,
                at: #""web-exec""#, "functions.web-exec and services.web would both have a role"),
            .small(
                "E-NAME-08", "illegal-short-name",
                #"{"environments": {"dev": {}, "develop": {"short_name": "dev"}}}"#, at: #""dev""#,
                #"environments dev and develop share the short name "dev""#),
            .small(
                "E-NAME-08", "illegal-short-name", #"{"environments": {"qa": {"short_name": "devel"}}}"#,
                at: #""devel""#, #""devel" is not a legal short name"#),
            .full(
                "E-NAME-09", "illegal-bucket-name", #"{"backend": {"bucket": "Shop.State"}}"#,
                at: #""Shop.State""#,
                #"backend.bucket: "Shop.State" is no bucket name"#),
            .full(
                "E-NAME-09", "illegal-bucket-name", #"{"backend": {"bucket": "shop-s3alias"}}"#,
                at: #""shop-s3alias""#,
                "are reserved"),
            .small(
                "E-NAME-10", "stray-hyphen", #"{"project": "shop-"}"#, at: #""shop-""#, #"would hold "--""#),
            .small(
                "", "illegal-environment-name", #"{"environments": {"Prod": {}}}"#, at: #""Prod""#,
                #"environments.Prod: "Prod" is not a legal name"#),
            .small(
                "", "illegal-environment-name", #"{"environments": {}}"#, at: #""environments""#,
                "there is no environment"),
        ] as [RuleCase])
    func names(_ rule: RuleCase) throws { try rule.check() }

    @Test(
        arguments: [
            .full(
                "E-TF-01", "old-terraform", #"{"terraform": {"required_version": ">= 1.0.0"}}"#,
                at: #"">= 1.0.0""#,
                "admits versions before 1.9"),
            .full(
                "E-TF-01", "old-terraform", #"{"terraform": {"required_version": "~> 1.8.0"}}"#,
                at: #""~> 1.8.0""#, "admits versions before 1.9"),
            .full(
                "E-TF-01", "old-terraform", #"{"terraform": {"required_version": "newest"}}"#,
                at: #""newest""#,
                "is no version constraint"),
            .full(
                "E-TF-02", "old-provider", #"{"terraform": {"aws_provider_version": "~> 5.0"}}"#,
                at: #""~> 5.0""#,
                #"terraform.aws_provider_version: "~> 5.0" admits no 6.x"#),
            .full(
                "W-TF-03", "unbounded-provider", #"{"terraform": {"aws_provider_version": ">= 6.0"}}"#,
                at: #"">= 6.0""#,
                "also admits 7.0"),
            .full(
                "E-BCK-02", "unsupported-lock-file", #"{"terraform": {"required_version": ">= 1.9"}}"#,
                at: #""s3""#,
                #"backend.locking: "s3" needs Terraform 1.10"#),
            .full("W-BCK-01", "local-state", #"{"backend": null}"#, at: "{", "no backend"),
            .full(
                "E-BCK-03", "unsupported-write-only", #"{"terraform": {"write_only_secrets": true}}"#,
                at: "true",
                "write-only arguments need Terraform 1.11"),
            .full(
                "W-BCK-04", "deprecated-locking",
                #"{"terraform": {"required_version": ">= 1.11"}, "backend": {"locking": "dynamodb"}}"#,
                at: #""dynamodb""#, "DynamoDB locking is deprecated"),
        ] as [RuleCase])
    func terraform(_ rule: RuleCase) throws { try rule.check() }

    @Test(
        arguments: [
            .full(
                "E-ENV-01", "missing-primary-region",
                #"{"environments": {"dev": {"regions": ["us-west-2"]}}}"#,
                at: #"["us-west-2"]"#, "environments.dev.regions does not hold the primary region us-east-1"),
            .full(
                "E-ENV-02", "undeclared-region",
                #"{"environments": {"dev": {"regions": ["us-east-1", "us-west-9"]}}}"#,
                at: #""us-west-9""#, #"environments.dev.regions[1]: "us-west-9" is not in regions"#),
            .full(
                "E-ENV-02", "undeclared-region",
                #"{"services": {"web": {"region_desired_count": {"us-west-1": 2}}}}"#,
                at: #""us-west-1""#,
                #"services.web.region_desired_count.us-west-1: "us-west-1" is not in regions"#),
            .full(
                "E-ENV-03", "structural-override",
                #"{"environments": {"dev": {"overrides": {"cdn": {"enabled": false}}}}}"#, at: #""enabled""#,
                "environments.dev.overrides.cdn.enabled: structure must be the same in every environment"),
            .full(
                "E-ENV-03", "structural-override",
                #"{"environments": {"dev": {"overrides": {"services": {"job": {"cpu": 256}}}}}}"#,
                at: #""job""#,
                #"environments.dev.overrides.services.job: the spec itself has no "job""#),
            .full(
                "E-ENV-03", "structural-override",
                #"{"environments": {"dev": {"overrides": {"cache": {"nodes": 1}}}}}"#,
                at: #""cache""#, "environments.dev.overrides.cache: structure must be"),
            .full(
                "E-ENV-03", "structural-override",
                #"{"environments": {"dev": {"overrides": {"regions": [{"name": "us-east-1", "role": "secondary"}]}}}}"#,
                at: #""role""#, "environments.dev.overrides.regions[0].role: structure must be"),
            .full(
                "E-ENV-03", "structural-override",
                #"{"environments": {"dev": {"overrides": {"regions": [{"name": "us-west-1"}]}}}}"#,
                at: #""us-west-1""#, #"the spec itself has no region "us-west-1""#),
            .full(
                "E-ENV-03", "structural-override",
                #"{"terraform": {"layout": "directories"}, "environments": {"dev": {"overrides": {"project": "shop2"}}}}"#,
                at: #""project""#, "environments.dev.overrides.project: structure must be"),
            .full(
                "E-ENV-03", "structural-override",
                #"{"terraform": {"layout": "directories"}, "environments": {"dev": {"overrides": {"terraform": {"layout": "workspaces"}}}}}"#,
                at: #""layout""#, "environments.dev.overrides.terraform.layout: structure must be"),
            .full(
                "E-GEN-02", "unknown-field",
                #"{"environments": {"dev": {"overrides": {"database": {"instances": 1}}}}}"#,
                at: #""instances""#, "environments.dev.overrides.database.instances: unknown field"),
            .full(
                "E-SCL-01", "reversed-capacity",
                #"{"environments": {"dev": {"overrides": {"services": {"web": {"autoscaling": {"min_capacity": 3}}}}}}}"#,
                at: "3", "environment dev: services.web.autoscaling: min_capacity 3 is above max_capacity 2"),
            .full(
                "", "shared-domain",
                #"{"environments": {"dev": {"overrides": {"dns": {"zone": "example.com"}}}}}"#,
                at: #""example.com""#,
                "environments dev and production would write the same records for example.com",
                also: ["unreachable-origin"]),
            .small(
                "", "shared-alias",
                #"{"dns": {"zone": "example.com"}, "cdn": {"aliases": ["www.example.com"]}}"#,
                at: #""www.example.com""#, "environments dev, staging and production share the alias"),
            .full(
                "W-ENV-05", "fragile-production",
                #"{"environments": {"production": {"overrides": {"network": {"single_nat_gateway": true}}}}}"#,
                at: "true",
                "environment production: regions[0].network.single_nat_gateway: one zone is a single point of failure"
            ),
            .full(
                "W-ENV-05", "fragile-production",
                #"{"environments": {"production": {"overrides": {"load_balancer": {"deletion_protection": false}}}}}"#,
                at: "false", "environment production: load_balancer.deletion_protection: the load balancers"),
        ] as [RuleCase])
    func environments(_ rule: RuleCase) throws { try rule.check() }
}
