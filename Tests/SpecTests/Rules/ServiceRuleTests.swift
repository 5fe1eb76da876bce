import Testing

@Suite struct ServiceRuleTests {
    @Test(
        arguments: [
            .small("E-SVC-01", "nothing-to-run", #"{"services": null}"#, at: "{", "nothing to run"),
            .small(
                "E-SVC-02", "illegal-image-repository",
                #"{"services": {"web": {"image_repository": "nginx:1.27"}}}"#,
                at: #""nginx:1.27""#, #"services.web.image_repository: "nginx:1.27" has a tag"#),
            .small(
                "E-SVC-02", "illegal-image-repository",
                #"{"services": {"web": {"image_repository": "https://a/b"}}}"#,
                at: #""https://a/b""#, "has a scheme"),
            .small(
                "E-SVC-02", "illegal-image-repository",
                #"{"services": {"web": {"image_repository": "a/b@sha256:00"}}}"#,
                at: #""a/b@sha256:00""#, "has a digest"),
            .small(
                "E-SVC-03", "illegal-image-tag", #"{"services": {"web": {"image_tag": "v 1"}}}"#,
                at: #""v 1""#,
                #"services.web.image_tag: "v 1" is not a tag"#),
            .small(
                "E-SVC-04", "illegal-fargate-size", #"{"services": {"web": {"memory": 4096}}}"#, at: "4096",
                "services.web: cpu 256 allows memory 512, 1024 or 2048; found 4096"),
            .small(
                "E-SVC-04", "illegal-fargate-size", #"{"services": {"web": {"cpu": 300}}}"#, at: "300",
                "services.web.cpu: 300 is not a value this field can have"),
            .small(
                "W-SVC-05", "oversized-task", #"{"services": {"web": {"cpu": 8192, "memory": 16384}}}"#,
                at: "8192",
                "services.web.cpu: 8 vCPU are beyond the usual range"),
            .small(
                "E-SVC-06", "illegal-port", #"{"services": {"web": {"port": 70000}}}"#, at: "70000",
                "services.web.port: 70000 is out of range"),
            .small(
                "E-SVC-07", "deadlocked-deployment",
                #"{"services": {"web": {"deployment": {"maximum_percent": 100}}}}"#,
                at: "100",
                "services.web.deployment: minimum 100 with maximum 100 cannot replace a task"),
            .small(
                "W-SVC-08", "deployment-downtime",
                #"{"services": {"web": {"deployment": {"minimum_healthy_percent": 0}}}}"#, at: "0",
                "with a minimum of 0 % a deployment may stop every task first"),
            .small(
                "E-SVC-09", "mixed-capacity",
                #"{"cluster": {"ec2_capacity": {}}, "services": {"web": {"capacity_provider_strategy": {"EC2": {}, "FARGATE": {}}}}}"#,
                at: #""capacity_provider_strategy""#, "EC2 cannot be combined with FARGATE"),
            .small(
                "E-SVC-10", "illegal-capacity-strategy",
                #"{"services": {"web": {"capacity_provider_strategy": {"FARGATE": {"base": 1}, "FARGATE_SPOT": {"base": 1}}}}}"#,
                at: #""capacity_provider_strategy""#, "only one capacity provider may have a base"),
            .small(
                "E-SVC-10", "illegal-capacity-strategy",
                #"{"cluster": {"default_capacity_provider_strategy": {"FARGATE": {"weight": 0}}}}"#,
                at: #""default_capacity_provider_strategy""#, "one capacity provider needs a weight above 0"),
            .small(
                "E-SVC-11", "missing-ec2-capacity",
                #"{"services": {"web": {"capacity_provider_strategy": {"EC2": {"weight": 1}}}}}"#,
                at: #""capacity_provider_strategy""#, "EC2 needs cluster.ec2_capacity"),
            .small(
                "W-SVC-12", "latest-tag", #"{"services": {"web": {"image_tag": "latest"}}}"#,
                at: #""latest""#,
                #"deployments of "latest" cannot be repeated"#),
            .small(
                "W-SVC-13", "spot-only",
                #"{"services": {"web": {"desired_count": 1, "autoscaling": {"min_capacity": 1}, "capacity_provider_strategy": {"FARGATE_SPOT": {}}}}}"#,
                at: #""capacity_provider_strategy""#,
                "environment production: services.web runs one task in production, on Spot only",
                also: ["single-task"]),
            .small(
                "E-SVC-14", "illegal-container-definitions",
                #"{"services": {"web": {"container_definitions_file": "tasks/web.json"}}}"#,
                at: #""tasks/web.json""#,
                "tasks/web.json cannot be read"),
            .small(
                "E-SVC-14", "illegal-container-definitions",
                #"{"services": {"web": {"container_definitions_file": "web.json"}}}"#, at: #""web.json""#,
                #"web.json has no container "web""#, files: ["web.json": #"[{"name": "api"}]"#]),
            .small(
                "E-SVC-14", "illegal-container-definitions",
                #"{"services": {"web": {"container_definitions_file": "web.json"}}}"#, at: #""web.json""#,
                "web.json is not JSON", files: ["web.json": "[}"]),
            .small(
                "E-SVC-15", "architecture-mismatch",
                #"{"cluster": {"ec2_capacity": {}}, "services": {"web": {"cpu_architecture": "ARM64", "capacity_provider_strategy": {"EC2": {}}}}}"#,
                at: #""ARM64""#, "ARM64 tasks cannot run on t3.medium, which is X86_64"),
            .full(
                "E-SVC-16", "illegal-variable-name",
                #"{"services": {"api": {"environment": {"STRIPE_KEY": "arn:x"}}}}"#,
                at: #""STRIPE_KEY""#, #"services.api: "STRIPE_KEY" is both in environment and in secrets"#),
            .small(
                "E-SVC-16", "illegal-variable-name",
                #"{"services": {"web": {"environment": {"LOG-LEVEL": "info"}}}}"#,
                at: #""LOG-LEVEL""#, #""LOG-LEVEL" is no name of an environment variable"#),
            .full(
                "E-SVC-16", "illegal-variable-name",
                #"{"services": {"api": {"environment": {"DB_HOST": "x"}}}}"#,
                at: #""DB_HOST""#, #"infragen sets "DB_HOST" itself"#),
            .small(
                "E-SVC-17", "illegal-secret-source", #"{"services": {"web": {"secrets": {"X": {}}}}}"#,
                at: #""X""#,
                "services.web.secrets.X: there is no source"),
            .small(
                "E-SVC-17", "illegal-secret-source",
                #"{"services": {"web": {"secrets": {"X": {"secret": "a", "parameter": "b"}}}}}"#, at: #""X""#,
                "there are 2 sources"),
            .small(
                "W-SEC-03", "plaintext-secret",
                #"{"services": {"web": {"environment": {"DB_PASSWORD": "hunter2"}}}}"#,
                at: #""hunter2""#, "the value looks like a secret (its name ends in PASSWORD)"),
            .small(
                "W-SEC-03", "plaintext-secret",
                #"{"services": {"web": {"environment": {"A": "AKIAIOSFODNN7EXAMPLE"}}}}"#,
                at: #""AKIAIOSFODNN7EXAMPLE""#, "it is an AWS access key"),
            .small(
                "E-SVC-18", "excessive-permission",
                #"{"services": {"web": {"permissions": {"All": {"actions": ["s3:*"], "resources": ["*"]}}}}}"#,
                at: #""s3:*""#, "services.web.permissions.All allows s3:* on *"),
            .small(
                "E-SVC-18", "excessive-permission",
                #"{"services": {"web": {"permissions": {"All": {"actions": ["*"], "resources": ["bucket:files/*"]}}}}}"#,
                at: #""*""#, "allows every action"),
            .small(
                "E-SVC-19", "missing-part", #"{"services": {"web": {"connects_to": ["cache"]}}}"#,
                at: #""cache""#,
                "services.web.connects_to[0]: the spec has no cache"),
            .small(
                "E-SVC-19", "missing-part",
                #"{"services": {"web": {"permissions": {"R": {"actions": ["s3:GetObject"], "resources": ["bucket:fils/*"]}}}}}"#,
                at: #""bucket:fils/*""#, #"the spec has no bucket "fils""#),
            .small(
                "", "illegal-permission",
                #"{"services": {"web": {"permissions": {"Read files": {"actions": ["s3:GetObject"], "resources": ["*"]}}}}}"#,
                at: #""Read files""#, "is no id of a statement"),
            .small(
                "", "shared-listener-port",
                #"{"services": {"a1": {"image_repository": "a/b", "exposure": "nlb"}, "b1": {"image_repository": "a/b", "exposure": "nlb"}}}"#,
                at: #""b1""#, "services.a1 and services.b1 share port 3000 of the network load balancer"),
        ] as [RuleCase])
    func services(_ rule: RuleCase) throws { try rule.check() }

    @Test(
        arguments: [
            .small(
                "E-HC-01", "slow-health-check", #"{"services": {"web": {"health_check": {"timeout": 30}}}}"#,
                at: "30",
                "services.web.health_check: timeout 30 must be below interval 30"),
            .small(
                "E-HC-02", "illegal-health-check",
                #"{"services": {"web": {"health_check": {"healthy_threshold": 1}}}}"#,
                at: "1", "services.web.health_check.healthy_threshold: 1 is out of range"),
            .small(
                "E-HC-02", "illegal-health-check",
                #"{"services": {"web": {"health_check": {"matcher": "ok"}}}}"#,
                at: #""ok""#, "is no list of HTTP codes"),
            .small(
                "E-HC-03", "illegal-health-path",
                #"{"services": {"web": {"health_check": {"path": "health"}}}}"#,
                at: #""health""#, #"services.web.health_check.path: "health" must start with "/""#),
            .small(
                "W-HC-04", "short-grace-period", #"{"services": {"web": {"health_check_grace_period": 10}}}"#,
                at: "10",
                "services.web: the grace period of 10 s is shorter than one healthy verdict (60 s)"),
            .small(
                "E-SCL-01", "reversed-capacity",
                #"{"services": {"web": {"autoscaling": {"min_capacity": 5, "max_capacity": 2}}}}"#, at: "5",
                "services.web.autoscaling: min_capacity 5 is above max_capacity 2"),
            .full(
                "E-SCL-02", "desired-out-of-range",
                #"{"services": {"api": {"region_desired_count": {"us-west-2": 12}}}}"#,
                at: "12", "services.api us-west-2: desired_count 12 is outside 2-10"),
            .small(
                "E-SCL-03", "illegal-scaling-target",
                #"{"services": {"web": {"autoscaling": {"mode": "step", "cpu_scale_in": 75}}}}"#, at: "75",
                "services.web.autoscaling: cpu_scale_in 75 must be below cpu_target 70"),
            .small(
                "E-SCL-03", "illegal-scaling-target",
                #"{"services": {"web": {"autoscaling": {"cpu_target": 101}}}}"#,
                at: "101", "services.web.autoscaling.cpu_target: 101 is out of range"),
            .small(
                "E-SCL-04", "requests-without-route",
                #"{"services": {"job": {"image_repository": "a/b", "exposure": "none", "autoscaling": {"requests_per_target": 100}}}}"#,
                at: "100", "the service gets no requests"),
            .small(
                "E-SCL-05", "incomplete-scaling",
                #"{"services": {"web": {"autoscaling": {"enabled": false, "mode": "step"}}}}"#,
                at: #""step""#,
                #""step" does nothing while enabled is false"#),
            .small(
                "E-SCL-05", "incomplete-scaling",
                #"{"services": {"web": {"autoscaling": {"custom_metrics": {"queue": {"metric_name": "Depth", "target": 1}}}}}}"#,
                at: #""queue""#, "services.web.autoscaling.custom_metrics.queue: namespace is required"),
            .small(
                "W-SCL-06", "narrow-scaling-band",
                #"{"services": {"web": {"autoscaling": {"mode": "step", "cpu_scale_in": 65}}}}"#, at: "65",
                "cpu_target 70 and cpu_scale_in 65 will flap"),
            .small(
                "W-SCL-07", "single-task", #"{"services": {"web": {"autoscaling": {"min_capacity": 1}}}}"#,
                at: "1",
                "environment production: services.web may run one task only in production"),
        ] as [RuleCase])
    func scaling(_ rule: RuleCase) throws { try rule.check() }
}
