locals {
  name = "${var.name_prefix}-alb"

  # A target group cannot be renamed or lose its port in place. The hash changes the name exactly when one of these
  # arguments forces a replacement, so that the new group exists before the old one leaves its rules.
  target_group_names = {
    for key, group in var.target_groups : key => format(
      "%s-%s",
      trimsuffix(substr("${var.name_prefix}-${key}", 0, 23), "-"),
      substr(sha1(jsonencode([var.name_prefix, key, group.port, group.protocol, group.target_type])), 0, 8)
    )
  }
}

resource "aws_lb" "this" {
  #checkov:skip=CKV2_AWS_28:The web ACL stands at CloudFront; load_balancer.web_acl_arns adds a regional one.
  #checkov:skip=CKV2_AWS_76:The web ACL stands at CloudFront; load_balancer.web_acl_arns adds a regional one.
  name                       = local.name
  load_balancer_type         = "application"
  internal                   = false
  subnets                    = var.public_subnets
  security_groups            = [aws_security_group.this.id]
  idle_timeout               = var.idle_timeout
  drop_invalid_header_fields = true
  desync_mitigation_mode     = "defensive"
  enable_deletion_protection = var.enable_deletion_protection
  tags                       = merge(var.tags, { Name = local.name })

  access_logs {
    enabled = true
    bucket  = var.access_logs_bucket
    prefix  = local.name
  }
}

resource "aws_lb_target_group" "this" {
  for_each = var.target_groups

  name                 = local.target_group_names[each.key]
  vpc_id               = var.vpc_id
  target_type          = each.value.target_type
  port                 = each.value.port
  protocol             = each.value.protocol
  deregistration_delay = each.value.deregistration_delay
  tags                 = merge(var.tags, { Name = "${var.name_prefix}-${each.key}" })

  health_check {
    enabled             = true
    protocol            = each.value.protocol
    path                = each.value.health_check.path
    port                = "traffic-port"
    interval            = each.value.health_check.interval
    timeout             = each.value.health_check.timeout
    healthy_threshold   = each.value.health_check.healthy_threshold
    unhealthy_threshold = each.value.health_check.unhealthy_threshold
    matcher             = each.value.health_check.matcher
  }

  lifecycle {
    create_before_destroy = true
  }
}
