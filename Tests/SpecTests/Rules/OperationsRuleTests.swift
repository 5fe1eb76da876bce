import Testing

@Suite struct OperationsRuleTests {
    @Test(
        arguments: [
            .small(
                "E-CDN-01", "cdn-without-certificate", #"{"cdn": {"enabled": true}}"#, at: "true",
                "cdn.enabled: CloudFront needs dns.zone and a certificate"),
            .full(
                "E-CDN-02", "illegal-alias", #"{"cdn": {"aliases": ["example.com", "shop.example.org"]}}"#,
                at: #""shop.example.org""#,
                #"cdn.aliases[1]: "shop.example.org" is not in the zone example.com"#),
            .full(
                "E-CDN-02", "illegal-alias", #"{"cdn": {"aliases": ["example.com", "example.com"]}}"#,
                at: #""example.com""#, "is there twice"),
            .full(
                "E-CDN-03", "illegal-failover-code", #"{"cdn": {"failover_status_codes": [401]}}"#, at: "401",
                "cdn.failover_status_codes[0]: 401 is not a value"),
            .small(
                "E-CDN-04", "ingress-without-cdn", #"{"load_balancer": {"ingress": "cloudfront"}}"#,
                at: #""cloudfront""#,
                #"load_balancer.ingress: "cloudfront" needs cdn.enabled"#),
            .full(
                "E-CDN-05", "unreachable-health-check", #"{"cdn": {"health_check": {"mode": "http"}}}"#,
                at: #""http""#,
                "Route 53 cannot reach a load balancer that admits CloudFront only"),
            .full(
                "E-CDN-05", "unreachable-health-check",
                #"{"load_balancer": {"ingress": "cidr"}, "cdn": {"health_check": {"mode": "http"}}}"#,
                at: #""http""#, "a load balancer that admits only CloudFront's secret header refuses Route 53"
            ),
            .full(
                "E-CDN-06", "reversed-cache-ttl", #"{"cdn": {"cache_ttl": {"default": 100, "max": 50}}}"#,
                at: "100",
                "cdn.cache_ttl: default 100 is above max 50"),
            .full(
                "", "illegal-geo-restriction", #"{"cdn": {"geo_restriction": {"type": "blacklist"}}}"#,
                at: #""blacklist""#, "blacklist of no countries"),
            .full(
                "E-CDN-07", "unreachable-origin",
                #"{"certificate": {"subject_alternative_names": ["www.example.com", "admin.example.com"]}}"#,
                at: #"["www.example.com", "admin.example.com"]"#,
                "the certificate does not cover origin-us-east-1.example.com"),
            .full(
                "E-CDN-07", "unreachable-origin", #"{"load_balancer": {"internal": true}}"#, at: "true",
                "CloudFront cannot reach an internal load balancer"),
            .full(
                "W-CDN-08", "costly-web-acl",
                #"{"cdn": {"waf": {"extra_rule_groups": {"AWSManagedRulesLinuxRuleSet": 41, "AWSManagedRulesWindowsRuleSet": 42}}}}"#,
                at: #""extra_rule_groups""#, "the web ACL needs about 1527 capacity units, 1500 are included"),
            .full(
                "W-CDN-09", "plain-origin", #"{"cdn": {"origin_protocol": "http-only"}}"#,
                at: #""http-only""#,
                "traffic between CloudFront and the load balancer is not encrypted"),
            .full(
                "W-CDN-10", "failover-on-missing-page", #"{"cdn": {"failover_status_codes": [404, 500]}}"#,
                at: "404",
                "every request that gets 404 is asked twice"),
            .full(
                "E-CDN-11", "excessive-behaviors", #"{"cdn": {"dynamic_paths": ["/api/*", "/static/*"]}}"#,
                at: #""/static/*""#, #""/static/*" has a behavior already"#),
            .full(
                "", "illegal-rule-group",
                #"{"cdn": {"waf": {"extra_rule_groups": {"AWSManagedRulesLinuxRules": 41}}}}"#,
                at: #""AWSManagedRulesLinuxRules""#, "AWS has no managed rule group of this name"),
        ] as [RuleCase])
    func cdn(_ rule: RuleCase) throws { try rule.check() }

    @Test(
        arguments: [
            .full(
                "E-LOG-01", "illegal-retention", #"{"services": {"web": {"log_retention_days": 45}}}"#,
                at: "45",
                "services.web.log_retention_days: 45 is not a value"),
            .full(
                "E-MON-01", "illegal-threshold", #"{"monitoring": {"thresholds": {"cpu_percent": 180}}}"#,
                at: "180",
                "monitoring.thresholds.cpu_percent: 180 is out of range"),
            .full(
                "W-MON-02", "unheard-alarm",
                #"{"notifications": {"email": {"critical": null}, "pagerduty": []}}"#,
                at: #""notifications""#, "no receiver for critical alarms"),
            .small(
                "E-MON-03", "blind-alarm", #"{"cluster": {"container_insights": "disabled"}}"#,
                at: #""disabled""#,
                #"cluster.container_insights: "disabled" removes the metric"#),
            .full(
                "E-NOT-01", "illegal-receiver", ##"{"notifications": {"slack": {"channel_id": "#ops"}}}"##,
                at: ##""#ops""##,
                ##"notifications.slack.channel_id: "#ops" is no id of a channel"##),
            .full(
                "E-NOT-01", "illegal-receiver",
                #"{"notifications": {"email": {"urgent": ["a@example.com"]}}}"#,
                at: #""urgent""#, #"notifications.email: "urgent" is not one of the choices"#),
            .full(
                "E-NOT-01", "illegal-receiver", #"{"notifications": {"email": {"info": ["ops"]}}}"#,
                at: #""ops""#,
                #"notifications.email.info[0]: "ops" is no mail address"#),
            .full(
                "E-NOT-02", "duplicate-receiver",
                #"{"notifications": {"email": {"info": ["ops@example.com", "ops@example.com"]}}}"#,
                at: #""ops@example.com""#, "notifications.email.info[1]: ops@example.com is there twice"),
            .full(
                "E-CST-01", "illegal-budget", #"{"cost": {"monthly_limit_usd": 0}}"#, at: "0",
                "cost.monthly_limit_usd: a budget must be above 0"),
            .full(
                "W-CST-01", "missing-budget",
                #"{"cost": null, "environments": {"dev": null, "staging": null}}"#, at: "{",
                "no budget"),
            .small(
                "W-CST-02", "estimate-above-budget", #"{"cost": {"monthly_limit_usd": 70}}"#, at: "70",
                "environment production: estimated 100 $ a month, the budget is 70 $"),
            .full(
                "E-CST-03", "unheard-anomaly",
                #"{"cost": {"anomaly_frequency": "DAILY"}, "notifications": {"email": {"info": null}}}"#,
                at: #""DAILY""#,
                #"cost.anomaly_frequency: "DAILY" is told by mail"#),
            .full(
                "W-SEC-01", "shared-detectors",
                #"{"environments": {"staging": {"overrides": {"security": {"guardduty": true}}}}}"#,
                at: "true",
                "guardduty is on in staging and production"),
            .full(
                "W-SEC-02", "disabled-detector",
                #"{"environments": {"dev": null, "staging": null}, "security": {"config": false, "guardduty": false}}"#,
                at: "false", "security: GuardDuty and Config are off"),
            .full(
                "W-REG-01", "shared-replication", #"{"registry": {"namespace": "platform"}}"#,
                at: #""platform""#,
                #"registry.namespace: "platform" is not the project"#),
            .full(
                "E-TAG-01", "illegal-tag", #"{"tags": {"aws:team": "x"}}"#, at: #""aws:team""#,
                #"tags."aws:team": "aws:team" uses the reserved prefix aws:"#),
            .full(
                "E-TAG-01", "illegal-tag", #"{"tags": {"Environment": "x"}}"#, at: #""Environment""#,
                #"infragen sets "Environment" itself"#),
        ] as [RuleCase])
    func operations(_ rule: RuleCase) throws { try rule.check() }
}
