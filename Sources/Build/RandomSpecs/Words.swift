/// What texts and numbers a random spec takes, by field: the schema knows their form, not their meaning.
///
/// Keys are paths with `*` for a key of a map and `[]` for an element of a list; the longest ending that fits counts.
enum Words {
    /// The words of a field; nil where there are none.
    static func texts(_ path: String) -> [String]? { longest(texts, path) }

    /// The keys of a map that the schema leaves to the user.
    static func keys(_ path: String) -> [String]? { longest(keys, path) }

    /// The usual bounds of a whole number; nil where those of the schema serve.
    static func integers(_ path: String) -> ClosedRange<Int>? { longest(integers, path) }

    /// Texts that a random spec never writes: they need a file, a past render, or a record of one.
    static let unwritten: Set<String> = [
        "output", "ignore[]", "removed[]", "services.*.was", "functions.*.was",
    ]

    private static func longest<Value>(_ table: [String: Value], _ path: String) -> Value? {
        var names = path.split(separator: ".").map(String.init)
        while !names.isEmpty {
            if let value = table[names.joined(separator: ".")] { return value }
            names.removeFirst()
        }
        return nil
    }

    private static let anything = [
        "plain", "with \"quotes\"", "a ${b} and %{c}", "back\\slash", "größer ÄÖÜ 日本", "{\"json\": [1, 2]}",
        "# no comment", "EOT", "",
    ]

    private static let texts: [String: [String]] = [
        "project": ["demo", "shop", "my-app", "x1", "bills-eu"],
        "tags.*": ["retail", "platform team", "größer", "a=b/c:d@e"],
        "terraform.required_version": [">= 1.10", ">= 1.11", "~> 1.11", ">= 1.10, < 2.0"],
        "terraform.aws_provider_version": ["~> 6.0", ">= 6.0, < 7.0", "~> 6.2"],
        "backend.bucket": ["demo-terraform-state-123456789012"],
        "backend.region": ["us-east-1", "eu-west-1"],
        "backend.key": ["infrastructure.tfstate", "a/b/c.tfstate"],
        "backend.workspace_key_prefix": ["env", "environments"],
        "backend.lock_table": ["demo-locks"],
        "environments.*.short_name": ["dv", "pr", "qa", "st"],
        "network.interface_endpoints[]": ["ecr.api", "ecr.dkr", "logs", "secretsmanager"],
        "network.vpc_id": ["vpc-0123456789abcdef0"],
        "vpc_tags.*": ["main"], "public_subnet_tags.*": ["public"], "private_subnet_tags.*": ["private"],
        "database_subnet_tags.*": ["database"],
        "public_subnet_ids[]": ["subnet-0000000000000000a", "subnet-0000000000000000b"],
        "private_subnet_ids[]": ["subnet-0000000000000000c", "subnet-0000000000000000d"],
        "database_subnet_ids[]": ["subnet-0000000000000000e", "subnet-0000000000000000f"],
        "protocol": ["tcp", "udp"], "cidr_block": ["0.0.0.0/0", "203.0.113.0/24"],
        "ipv6_cidr_block": ["::/0"],
        "dns.zone_id": ["Z0123456789ABCDEFGHIJ"], "dns.zone_tags.*": ["platform"],
        "certificate.existing_tags.*": ["wildcard"],
        "dns.zone": ["example.com", "cloud.example.org"], "dns.domain": [],
        "certificate.domain_name": ["{domain}"],
        "certificate.subject_alternative_names[]": ["*.{domain}", "www.{domain}"],
        "load_balancer.ingress_cidrs[]": ["0.0.0.0/0", "203.0.113.0/24", "10.0.0.0/8"],
        "load_balancer.ssl_policy": [
            "ELBSecurityPolicy-TLS13-1-2-2021-06", "ELBSecurityPolicy-TLS13-1-3-2021-06",
        ],
        "instance_type": ["t3.medium", "m7g.large", "c6i.xlarge"],
        "image_repository": [
            "public.ecr.aws/demo/app", "123456789012.dkr.ecr.{region}.amazonaws.com/demo/app",
            "ghcr.io/demo/app",
        ],
        "image_tag": ["v1", "1.27", "2024-05-01_a"], "canary.image_tag": ["v2", "rc.3"],
        "command[]": ["serve", "--port=8080", "echo \"${HOME}\""], "user": ["1000:1000", "nobody"],
        "health_check.path": ["/", "/health", "/-/ready"],
        "health_check.matcher": ["200", "200-299", "200,302"],
        "custom_metrics.*.namespace": ["Demo", "Demo/Queues"], "metric_name": ["Waiting", "Lag in ms"],
        "dimensions.*": ["orders", "a b"], "environment.*": anything,
        "permissions.*.actions[]": ["s3:GetObject", "sqs:SendMessage", "dynamodb:Query"],
        "permissions.*.resources[]": [
            "bucket:files/*", "table:orders", "arn:aws:sqs:{region}:{account}:demo", "arn:aws:s3:::demo/*",
        ],
        "source.repository": ["demo/app"], "source.branch": ["main", "release/1"],
        "source.connection_arn": [], "pipeline.buildspec": ["ci/buildspec.yml"],
        "services.*.aws_name": [], "functions.*.aws_name": [],
        "application.ami_id": ["ami-0123456789abcdef0"], "application.paths[]": ["/legacy/*", "/reports/*"],
        "database.engine_version": [], "database.parameter_group_family": [],
        "database.database_name": ["app", "orders"], "database.master_username": ["dbadmin", "owner1"],
        "database.instance_class": ["db.r6g.large", "db.r7g.xlarge"],
        "database.backup_window": ["01:00-02:00", "23:30-00:15"],
        "database.maintenance_window": ["sun:04:00-sun:05:00", "tue:10:00-tue:11:30"],
        "cache.node_type": ["cache.t4g.small", "cache.r7g.large"],
        "cdn.aliases[]": ["{domain}", "www.{domain}", "shop.{domain}"],
        "cdn.dynamic_paths[]": ["/api/*", "/cart/*", "*.php"],
        "static_site.path": ["/static/*", "/assets/*"],
        "extra_origins.*.domain_name": ["abc.execute-api.us-east-1.amazonaws.com", "origin.example.net"],
        "extra_origins.*.origin_path": ["/prod"],
        "extra_origins.*.path_patterns[]": ["/upload/*", "/video/*"],
        "geo_restriction.locations[]": ["DE", "US", "KP"],
        "notifications.email.*[]": ["ops@example.com", "oncall@example.com", "a.b+c@example.org"],
        "slack.team_id": ["T0123456789"], "slack.channel_id": ["C0123456789"],
        "backup.schedule": ["cron(0 3 * * ? *)", "rate(12 hours)"],
        "cost.existing_monitor_arn": [
            "arn:aws:ce::123456789012:anomalymonitor/11111111-2222-3333-4444-555555555555"
        ],
        "storage.replicate[]": ["files", "backups"],
        "functions.*.runtime": ["python3.12", "nodejs22.x"],
        "functions.*.handler": ["main.handler", "index.run"],
        "functions.*.s3_bucket": ["demo-artifacts-123456789012"], "functions.*.s3_key": ["a/b.zip"],
        "functions.*.image_uri": ["123456789012.dkr.ecr.{region}.amazonaws.com/demo/job:v1"],
        "functions.*.schedule": ["rate(1 day)", "cron(0 6 * * ? *)"],
        "security.config_rules.*": ["ENCRYPTED_VOLUMES", "RESTRICTED_SSH", "VPC_FLOW_LOGS_ENABLED"],
        "registry.namespace": ["demo"],
        // Arranged with what they depend on.
        "encryption.keys.*": [], "encryption.key_tags.*": [], "topics.*.arn": [], "topics.*.name": [],
        "topics.*.tags.*": [], "repositories.*.name": [], "repositories.*.tags.*": [],
        "regions[].name": [], "network.vpc_cidr": [], "azs[]": [], "public_subnets[]": [],
        "private_subnets[]": [],
        "database_subnets[]": [], "environments.*.regions[]": [], "certificate.existing_arns.*": [],
        "web_acl_arns.*": [], "container_definitions_file": [], "user_data_file": [], "routing.paths[]": [],
        "routing.hosts[]": [], "secrets.*.secret": [], "secrets.*.key": [], "secrets.*.parameter": [],
    ]

    private static let keys: [String: [String]] = [
        "tags": ["CostCenter", "Owner", "data:class", "with space"],
        "environments": ["dev", "staging", "production", "qa", "load-test"],
        "vpc_tags": ["Name"], "public_subnet_tags": ["Tier"], "private_subnet_tags": ["Tier"],
        "database_subnet_tags": ["Tier"], "zone_tags": ["Team"], "existing_tags": ["Name"],
        "public_acl_rules": ["in-a", "in-b", "out-all"], "private_acl_rules": ["in-a", "in-b", "out-all"],
        "services": ["web", "api", "admin", "worker", "mail-out", "payments-service-x1", "a1"],
        "custom_metrics": ["queue", "lag"], "dimensions": ["Queue", "Name of it"],
        "environment": ["LOG_LEVEL", "GREETING", "SETTINGS_JSON", "EMPTY"], "permissions": ["Read", "Send"],
        "secrets": ["TOKEN_REF", "FEATURES"], "functions": ["cleanup", "resize-images"],
        "extra_origins": ["upload", "video-cdn"],
        "extra_rule_groups": ["AWSManagedRulesLinuxRuleSet", "AWSManagedRulesAnonymousIpList"],
        "config_rules": ["encrypted-volumes", "no-ssh"],
        "encryption.keys": [], "encryption.key_tags": [], "topics.*.tags": [], "repositories": [],
        "repositories.*.tags": [], "region_desired_count": [], "existing_arns": [], "web_acl_arns": [],
    ]

    private static let integers: [String: ClosedRange<Int>] = [
        "desired_count": 1...4, "min_capacity": 1...3, "max_capacity": 4...8, "cpu_target": 60...80,
        "cpu_scale_in": 20...45, "memory_target": 60...80, "memory_scale_in": 20...45, "interval": 10...60,
        "timeout": 2...9, "min_size": 1...2, "max_size": 3...6, "desired_capacity": 2...3,
        "port": 1024...9000,
        "base": 0...0, "weight": 1...5, "log_glacier_days": 0...120, "log_expiration_days": 200...400,
        "min": 1...2, "max": 3...6, "instance_count": 1...3, "reserved_concurrency": 1...20,
        "requests_per_target": 100...2000, "rate_limit": 100...5000, "keep_images": 1...100,
        "cache_ttl.min": 0...0, "cache_ttl.default": 60...600, "cache_ttl.max": 3600...86400,
        "volume_size": 30...100, "notify_at_percent[]": 50...120,
        "minimum_healthy_percent": 50...100, "maximum_percent": 200...200,
        "performance_insights_retention_days": 465...465, "schema_version": 1...1,
    ]
}
