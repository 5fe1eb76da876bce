import Testing

@Suite struct NetworkRuleTests {
    @Test(
        arguments: [
            .small(
                "E-REG-01", "unknown-region", #"{"regions": [{"name": "us-west2"}]}"#, at: #""us-west2""#,
                #"regions[0].name: unknown region "us-west2""#),
            .small(
                "E-REG-01", "unknown-region", #"{"regions": [{"name": "cn-north-1"}]}"#, at: #""cn-north-1""#,
                "is in another partition of AWS"),
            .small(
                "E-REG-02", "duplicate-region",
                #"{"regions": [{"name": "us-east-1"}, {"name": "us-east-1"}]}"#, at: #""us-east-1""#,
                "regions: us-east-1 appears twice"),
            .small(
                "E-REG-03", "ambiguous-primary",
                #"{"regions": [{"name": "us-east-1", "role": "primary"}, {"name": "us-west-2", "role": "primary"}]}"#,
                at: #""primary""#, #"exactly one region needs role "primary", found 2"#),
            .small(
                "E-REG-03", "ambiguous-primary",
                #"{"regions": [{"name": "us-east-1", "role": "secondary"}]}"#,
                at: #""regions""#, "found 0"),
            .small(
                "W-REG-04", "opt-in-region", #"{"regions": [{"name": "eu-south-2"}]}"#, at: #""eu-south-2""#,
                "eu-south-2 must be enabled in the account before use"),
            .small(
                "", "illegal-region-count", #"{"regions": []}"#, at: "[]", "expected 1-11 entries, found 0"),
        ] as [RuleCase])
    func regions(_ rule: RuleCase) throws { try rule.check() }

    @Test(
        arguments: [
            .small(
                "E-NET-01", "illegal-cidr",
                #"{"regions": [{"name": "us-east-1", "network": {"vpc_cidr": "10.0.0.5/16"}}]}"#,
                at: #""10.0.0.5/16""#,
                #"regions[0].network.vpc_cidr: "10.0.0.5/16" has bits set behind its prefix"#),
            .small(
                "E-NET-01", "illegal-cidr", #"{"load_balancer": {"ingress_cidrs": ["10.0.0.256/32"]}}"#,
                at: #""10.0.0.256/32""#, "is no IPv4 range"),
            .small(
                "E-NET-02", "illegal-vpc-size",
                #"{"regions": [{"name": "us-east-1", "network": {"vpc_cidr": "10.0.0.0/8"}}]}"#,
                at: #""10.0.0.0/8""#, "10.0.0.0/8 is not of a size that AWS allows"),
            .small(
                "E-NET-02", "illegal-vpc-size",
                #"{"regions": [{"name": "us-east-1", "network": {"vpc_cidr": "10.0.0.0/25"}}], "services": {"web": {"autoscaling": {"max_capacity": 2}}}}"#,
                at: #""10.0.0.0/25""#, "too small for the subnets of a preset"),
            .full(
                "E-NET-03", "overlapping-regions",
                #"{"regions": [{"name": "us-east-1"}, {"name": "us-west-2", "network": {"vpc_cidr": "10.0.128.0/17"}}]}"#,
                at: #""10.0.128.0/17""#, "us-east-1 10.0.0.0/16 and us-west-2 10.0.128.0/17 overlap"),
            .small(
                "E-NET-04", "subnet-outside-vpc",
                #"{"regions": [{"name": "us-east-1", "network": {"private_subnets": ["10.0.11.0/24", "10.1.12.0/24"]}}]}"#,
                at: #""10.1.12.0/24""#, "private_subnets[1] 10.1.12.0/24 is not inside 10.0.0.0/16"),
            .small(
                "E-NET-05", "overlapping-subnets",
                #"{"regions": [{"name": "us-east-1", "network": {"private_subnets": ["10.0.1.0/25", "10.0.12.0/24"]}}]}"#,
                at: #""10.0.1.0/25""#,
                "public_subnets[0] 10.0.1.0/24 and private_subnets[0] 10.0.1.0/25 overlap"),
            .small(
                "E-NET-06", "illegal-zone-count",
                #"{"regions": [{"name": "us-east-1", "network": {"azs": ["us-east-1a"]}}]}"#,
                at: #"["us-east-1a"]"#,
                "at least 2 availability zones are needed, found 1"),
            .small(
                "E-NET-07", "unknown-zone",
                #"{"regions": [{"name": "us-west-2", "network": {"azs": ["us-west-2a", "us-east-1a"]}}]}"#,
                at: #""us-east-1a""#, #""us-east-1a" is not a zone of us-west-2"#),
            .small(
                "E-NET-07", "unknown-zone",
                #"{"regions": [{"name": "us-west-2", "network": {"azs": ["us-west-2a", "us-west-2a"]}}]}"#,
                at: #""us-west-2a""#, "is listed twice"),
            .small(
                "E-NET-08", "subnet-count-mismatch",
                #"{"regions": [{"name": "us-east-1", "network": {"preset": "three_az", "private_subnets": ["10.0.1.0/24", "10.0.2.0/24"]}}]}"#,
                at: #"["10.0.1.0/24", "10.0.2.0/24"]"#, "private_subnets: 2 entries for 3 zones"),
            .small(
                "E-NET-09", "small-subnet",
                #"{"regions": [{"name": "us-east-1", "network": {"private_subnets": ["10.0.11.0/28", "10.0.12.0/24"]}}], "services": {"web": {"autoscaling": {"max_capacity": 14}}}}"#,
                at: #""10.0.11.0/28""#,
                "10.0.11.0/28 has 11 usable addresses, up to 14 may be needed in the zone"),
            .small(
                "E-NET-09", "small-subnet",
                #"{"regions": [{"name": "us-east-1", "network": {"public_subnets": ["10.0.1.0/28", "10.0.2.0/24"]}}]}"#,
                at: #""10.0.1.0/28""#, "too small for a load balancer"),
            .small(
                "E-NET-09", "small-subnet",
                #"{"regions": [{"name": "us-east-1", "network": {"database_subnets": ["10.0.21.0/29", "10.0.22.0/24"]}}]}"#,
                at: #""10.0.21.0/29""#, "smaller than AWS allows"),
            .small(
                "W-NET-10", "public-vpc-range",
                #"{"regions": [{"name": "us-east-1", "network": {"vpc_cidr": "8.8.0.0/16"}}]}"#,
                at: #""8.8.0.0/16""#, "8.8.0.0/16 is public address space"),
            .small(
                "E-NET-11", "unchosen-zones", #"{"regions": [{"name": "ap-northeast-1"}]}"#,
                at: #""ap-northeast-1""#,
                "not every account has the same zones in ap-northeast-1"),
            .small(
                "E-NET-12", "misplaced-network-source",
                #"{"regions": [{"name": "us-east-1", "network": {"mode": "existing"}}]}"#,
                at: #""existing""#, #""existing" needs vpc_id or vpc_tags"#),
            .small(
                "E-NET-12", "misplaced-network-source",
                #"{"regions": [{"name": "us-east-1", "network": {"vpc_id": "vpc-1"}}]}"#,
                at: #""vpc-1""#, "is for an existing network"),
            .small(
                "W-NET-13", "unreachable-images",
                #"{"regions": [{"name": "us-east-1", "network": {"nat": false}}]}"#,
                at: "false", "without NAT the tasks cannot pull images"),
            .small(
                "E-NET-14", "missing-ipv6-acl-rule",
                #"{"regions": [{"name": "us-east-1", "network": {"ipv6": true, "private_acl_rules": {"in": {"egress": false, "rule_number": 100, "protocol": "-1", "ipv6_cidr_block": "::/0"}}}}]}"#,
                at: #""private_acl_rules""#, "no rule admits IPv6 traffic that leaves"),
            .small(
                "E-NET-15", "duplicate-acl-rule",
                #"{"regions": [{"name": "us-east-1", "network": {"private_acl_rules": {"a": {"egress": false, "rule_number": 110, "protocol": "-1"}, "b": {"egress": false, "rule_number": 110, "protocol": "-1"}}}}]}"#,
                at: "110", "private_acl_rules: rule number 110 is used twice for ingress"),
            .small(
                "E-NET-16", "docker-bridge-range",
                #"{"regions": [{"name": "us-east-1", "network": {"vpc_cidr": "172.17.0.0/16"}}], "cluster": {"ec2_capacity": {}}}"#,
                at: #""172.17.0.0/16""#, "172.17.0.0/16 collides with Docker's bridge"),
        ] as [RuleCase])
    func networks(_ rule: RuleCase) throws { try rule.check() }

    @Test(
        arguments: [
            .full(
                "E-DNS-01", "illegal-domain-name",
                #"{"cdn": {"extra_origins": {"x": {"domain_name": "exa mple.com", "path_patterns": ["/x/*"]}}}}"#,
                at: #""exa mple.com""#, #""exa mple.com" is not a domain name"#),
            .small(
                "E-DNS-01", "illegal-domain-name",
                #"{"dns": {"zone": "localhost"}, "certificate": {"$null": true}}"#,
                at: #""localhost""#, #"dns.zone: "localhost" is not a domain name"#, ),
            .small(
                "E-DNS-02", "name-outside-zone",
                #"{"dns": {"zone": "example.com", "domain": "example.org"}}"#,
                at: #""example.org""#, #"dns.domain: "example.org" is not in the zone example.com"#),
            .full(
                "E-DNS-02", "name-outside-zone",
                #"{"services": {"api": {"routing": {"hosts": ["api.example.org"]}}}}"#,
                at: #""api.example.org""#,
                #"services.api.routing.hosts[0]: "api.example.org" is not in the zone example.com"#),
            .full(
                "E-DNS-02", "name-outside-zone",
                #"{"certificate": {"subject_alternative_names": ["*.example.com", "*.example.org"]}}"#,
                at: #""*.example.org""#, "is not in the zone example.com"),
            .full(
                "E-TLS-02", "uncovered-name",
                #"{"services": {"admin": {"routing": {"hosts": ["a.b.example.com"]}}}}"#,
                at: #""a.b.example.com""#, #""a.b.example.com" is not covered by example.com, *.example.com"#),
            .full(
                "E-TLS-03", "foreign-certificate",
                #"{"certificate": {"existing_arns": {"us-east-1": "arn:aws:acm:us-east-1:123456789012:certificate/a", "us-west-2": "arn:aws:acm:us-east-1:123456789012:certificate/a"}}}"#,
                at: #""arn:aws:acm:us-east-1:123456789012:certificate/a""#,
                "certificate.existing_arns.us-west-2 is an ARN of us-east-1"),
            .full(
                "E-TLS-04", "missing-cdn-certificate",
                #"{"certificate": {"existing_arns": {"us-west-2": "arn:aws:acm:us-west-2:123456789012:certificate/a"}}}"#,
                at: #""existing_arns""#, "CloudFront needs a certificate in us-east-1"),
            .full(
                "W-TLS-01", "missing-certificate",
                #"{"certificate": {"$null": true}, "cdn": null, "application": {"paths": null}, "environments": {"dev": null, "staging": null}, "load_balancer": {"ingress": null}}"#,
                at: "null",
                "no certificate: the load balancer listens on port 80 without TLS"),
            .full(
                "E-TLS-05", "weak-tls-policy",
                #"{"load_balancer": {"ssl_policy": "ELBSecurityPolicy-2016-08"}}"#,
                at: #""ELBSecurityPolicy-2016-08""#, #""ELBSecurityPolicy-2016-08" allows TLS 1.0"#),
            .full(
                "E-TLS-05", "weak-tls-policy",
                #"{"load_balancer": {"ssl_policy": "ELBSecurityPolicy-TLS13-1-2-2021"}}"#,
                at: #""ELBSecurityPolicy-TLS13-1-2-2021""#, "is no TLS policy"),
            .full(
                "E-TLS-06", "excessive-certificate-names",
                #"{"certificate": {"subject_alternative_names": ["*.example.com","a.example.com","b.example.com","c.example.com","d.example.com","e.example.com","f.example.com","g.example.com","h.example.com","i.example.com"]}}"#,
                at: #"["#, "certificate: 11 names, the default quota is 10"),
        ] as [RuleCase])
    func names(_ rule: RuleCase) throws { try rule.check() }
}
