import Testing

/// Rules about what exists already and is only looked up.
@Suite struct ExistingRuleTests {
    @Test(
        arguments: [
            .small(
                "", "vague-reference", #"{"encryption": {"mode": "existing"}}"#, at: #""existing""#,
                "encryption.keys: nothing names the key of us-west-2"),
            .small(
                "", "vague-reference",
                #"{"encryption": {"mode": "existing", "keys": {"us-west-2": "arn:aws:kms:us-east-1:123456789012:key/1"}}}"#,
                at: #""arn:aws:kms:us-east-1:123456789012:key/1""#, "is no ARN of a key in us-west-2"),
            .small(
                "", "misplaced-reference", #"{"encryption": {"key_tags": {"Name": "x"}}}"#,
                at: #""key_tags""#, "encryption.key_tags is for an existing one, but a new one is made"),
            .small(
                "", "vague-reference",
                #"{"notifications": {"mode": "existing", "topics": {"critical": {"name": "a"}, "warning": {"name": "a"}}}}"#,
                at: #""topics""#, #"nothing names the topic "info""#),
            .small(
                "", "vague-reference",
                #"{"notifications": {"mode": "existing", "topics": {"critical": {"name": "a", "tags": {"a": "b"}}, "warning": {"name": "a"}, "info": {"name": "a"}}}}"#,
                at: #""critical""#, "notifications.topics.critical: name and tags both name it"),
            .small(
                "", "vague-reference",
                #"{"notifications": {"mode": "existing", "topics": {"critical": {"arn": "alerts"}, "warning": {"name": "a"}, "info": {"name": "a"}}}}"#,
                at: #""alerts""#, #""alerts" is no ARN of a topic"#),
            .small(
                "", "misplaced-reference", #"{"notifications": {"topics": {"info": {"name": "a"}}}}"#,
                at: #""topics""#, "notifications.topics is for an existing one"),
            .small(
                "", "misplaced-reference",
                #"{"registry": {"repositories": {"web": {"name": "a"}}}}"#, at: #""repositories""#,
                "registry.repositories is for an existing one"),
            .small(
                "", "vague-reference",
                #"{"registry": {"mode": "existing", "repositories": {"web": {}}}, "services": {"web": {"image_repository": "registry:web"}}}"#,
                at: #""web""#, "registry.repositories.web: nothing names it"),
            .small(
                "", "unknown-repository",
                #"{"registry": {"mode": "existing", "repositories": {"web": {"name": "a"}}}, "services": {"web": {"image_repository": "registry:wob"}}}"#,
                at: #""registry:wob""#, #"registry.repositories has no "wob""#),
            .small(
                "", "vague-reference",
                #"{"dns": {"zone": "example.com", "zone_id": "Z1", "zone_tags": {"a": "b"}}}"#, at: #""dns""#,
                "dns: zone_id and zone_tags both name it"),
            .small(
                "", "misplaced-reference",
                #"{"environments": {"production": {}}, "dns": {"zone": "example.com", "create_zone": true, "zone_id": "Z1"}}"#,
                at: #""Z1""#, "dns.zone_id is for an existing one"),
            .small(
                "", "vague-reference",
                #"{"dns": {"zone": "example.com"}, "certificate": {"existing_tags": {"a": "b"}, "existing_arns": {"us-west-2": "arn:aws:acm:us-west-2:123456789012:certificate/1", "us-east-1": "arn:aws:acm:us-east-1:123456789012:certificate/1"}}}"#,
                at: #""certificate""#, "certificate: existing_arns and existing_tags both name it"),
            .small(
                "", "vague-reference",
                #"{"regions": [{"name": "us-west-2", "network": {"mode": "existing", "vpc_id": "vpc-1", "private_subnet_ids": ["subnet-1"]}}]}"#,
                at: #"["subnet-1"]"#, "two subnets or more are needed, found 1"),
            .small(
                "E-ENV-03", "structural-override",
                #"{"dns": {"zone": "example.com"}, "environments": {"production": {}, "dev": {"overrides": {"certificate": {"existing_tags": {"a": "b"}}}}}}"#,
                at: #""existing_tags""#, "one environment looks a certificate up, another makes one"),
            .small(
                "E-ENV-03", "structural-override",
                #"{"environments": {"production": {}, "dev": {"overrides": {"services": {"web": {"image_repository": "registry:web"}}}}}, "registry": {"mode": "existing", "repositories": {"web": {"name": "a"}}}}"#,
                at: #""registry:web""#, "the image comes from another repository than in other environments"),
        ] as [RuleCase])
    func existing(_ rule: RuleCase) throws { try rule.check() }
}
