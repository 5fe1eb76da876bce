resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = var.ssl_policy
  certificate_arn   = var.certificate_arn
  tags              = merge(var.tags, { Name = "${local.name}-https" })

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "Forbidden"
      status_code  = "403"
    }
  }
}

resource "aws_lb_listener" "redirect" {
  load_balancer_arn = aws_lb.this.arn
  port              = 80
  protocol          = "HTTP"
  tags              = merge(var.tags, { Name = "${local.name}-redirect" })

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

locals {
  listener_arn = aws_lb_listener.https.arn
}

# The default action refuses whoever does not send the secret header, so that the default target has a rule of its own,
# behind every other.
resource "aws_lb_listener_rule" "default" {
  count = var.default_target_group == null ? 0 : 1

  listener_arn = local.listener_arn
  priority     = 50000
  tags         = merge(var.tags, { Name = "${var.name_prefix}-default" })

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[var.default_target_group].arn
  }

  condition {
    http_header {
      http_header_name = var.origin_verify.header
      values           = var.origin_verify.values
    }
  }
}

# ECS refuses a target group that no listener knows, and the rule with the public route comes only after the service
# is up. A direct rule attaches the group before that without public requests, and lets a canary be tried by its header
# before it has a share. The priorities are given, not counted, so that a new service moves no other.
resource "aws_lb_listener_rule" "direct" {
  for_each = { for key, group in var.target_groups : key => group if group.direct_priority != null }

  listener_arn = local.listener_arn
  priority     = each.value.direct_priority
  tags         = merge(var.tags, { Name = "${var.name_prefix}-direct-${each.key}" })

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.this[each.key].arn
  }

  condition {
    http_header {
      http_header_name = var.direct_header
      values           = [each.key]
    }
  }

  condition {
    http_header {
      http_header_name = var.origin_verify.header
      values           = var.origin_verify.values
    }
  }
}
