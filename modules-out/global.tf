# What exists once, whatever the number of regions.

module "dns" {
  source = "./modules/dns"

  providers = { aws = aws.us_east_1 }

  domain_name = var.dns.zone
}

module "cdn" {
  source = "./modules/cdn"

  providers = {
    aws           = aws.us_east_1
    aws.us_east_1 = aws.us_east_1
    aws.primary   = aws.us_east_1
  }

  name_prefix            = local.name
  environment            = var.environment
  domain_name            = var.dns.domain
  aliases                = var.cdn.aliases
  zone_id                = module.dns.zone_id
  primary_region         = "us-east-1"
  primary_alb_dns        = module.alb_us_east_1.alb_dns_name
  primary_alb_zone_id    = module.alb_us_east_1.alb_zone_id
  secondary_region       = local.us_west_2_enabled ? "us-west-2" : null
  secondary_alb_dns      = one(module.alb_us_west_2[*].alb_dns_name)
  secondary_alb_zone_id  = one(module.alb_us_west_2[*].alb_zone_id)
  alarm_topic_arns       = module.notifications_us_east_1.topic_arns
  certificate_arn        = module.certificate_us_east_1.certificate_arn
  access_logs_bucket_arn = module.storage_us_east_1.logs_bucket_arn
  cache_ttl              = var.cdn.cache_ttl
  price_class            = var.cdn.price_class
  us_east_1_kms_key_arn  = module.kms_us_east_1.key_arn
  waf_rate_limit         = var.cdn.waf_rate_limit
  static_site            = module.storage_us_east_1.static_site
  origin_verify          = { header = local.origin_verify_header, value = var.origin_verify_secrets[0] }

  application = {
    primary_dns       = module.application_us_east_1.alb_dns_name
    primary_zone_id   = module.application_us_east_1.alb_zone_id
    secondary_dns     = one(module.application_us_west_2[*].alb_dns_name)
    secondary_zone_id = one(module.application_us_west_2[*].alb_zone_id)
  }

  health_check_alarm_names = {
    primary   = module.monitoring_us_east_1.origin_health_alarm_name
    secondary = one(module.monitoring_us_west_2[*].origin_health_alarm_name)
  }

  health_check_alarm_revisions = {
    primary   = module.monitoring_us_east_1.origin_health_revision
    secondary = one(module.monitoring_us_west_2[*].origin_health_revision)
  }
}

module "slack" {
  source = "./modules/slack"
  count  = var.slack == null ? 0 : 1

  providers = { aws = aws.us_east_1 }

  name_prefix      = local.name
  environment      = var.environment
  slack_team_id    = var.slack.team_id
  slack_channel_id = var.slack.channel_id

  topic_arns = concat(
    [module.notifications_us_east_1.topic_arns["warning"]],
    [for topics in module.notifications_us_west_2 : topics.topic_arns["warning"]],
    []
  )
}

module "cost" {
  source = "./modules/cost"

  providers = { aws = aws.us_east_1 }

  name_prefix       = local.name
  environment       = var.environment
  monthly_limit_usd = var.cost.monthly_limit_usd
  email_addresses   = lookup(var.notifications.email, "info", [])
  topic_arn         = module.notifications_us_east_1.topic_arns["info"]

  notifications = merge(
    { for percent in var.cost.notify_at_percent : "actual-${percent}" => { type = "ACTUAL", percent = percent } },
    var.cost.forecast ? { forecasted-100 = { type = "FORECASTED", percent = 100 } } : {}
  )

  cost_allocation_tag = {
    key   = "Environment"
    value = var.environment
  }

  # An account holds one service monitor, so one environment makes it.
  anomaly_detection = {
    enabled       = var.owns_account_resources
    threshold_usd = var.cost.anomaly_threshold_usd
    frequency     = "IMMEDIATE"
  }
}

# Images are promoted from one environment to the next, so the repositories exist once per account.
module "registry" {
  source = "./modules/registry"
  count  = var.owns_account_resources ? 1 : 0

  providers = { aws = aws.us_east_1 }

  name_prefix        = local.us_east_1_prefix
  registry_namespace = "shop"
  repositories       = ["admin", "api", "web"]
  keep_images        = 30
  kms_key_arn        = module.kms_us_east_1.key_arn
  replica_regions    = ["us-west-2"]
}
