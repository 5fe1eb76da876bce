locals {
  # How many values there are is no secret, what they are is.
  header_values = nonsensitive(length(var.origin_verify.values))
}

resource "aws_lb_listener_rule" "this" {
  for_each = var.rules

  listener_arn = var.listener_arn
  priority     = each.value.priority
  tags         = merge(var.tags, { Name = "${var.name_prefix}-${var.service_name}" })

  action {
    type = "forward"

    forward {
      dynamic "target_group" {
        for_each = var.target_groups

        content {
          arn    = target_group.value.arn
          weight = target_group.value.weight
        }
      }

      # The duration must be given even where stickiness is off.
      stickiness {
        enabled  = var.stickiness_seconds > 0
        duration = max(var.stickiness_seconds, 1)
      }
    }
  }

  dynamic "condition" {
    for_each = length(each.value.path_patterns) > 0 ? [each.value.path_patterns] : []

    content {
      path_pattern {
        values = condition.value
      }
    }
  }

  dynamic "condition" {
    for_each = length(each.value.host_headers) > 0 ? [each.value.host_headers] : []

    content {
      host_header {
        values = condition.value
      }
    }
  }

  condition {
    http_header {
      http_header_name = var.origin_verify.header
      values           = var.origin_verify.values
    }
  }

  lifecycle {
    precondition {
      condition     = length(each.value.path_patterns) + length(each.value.host_headers) > 0
      error_message = "A rule needs at least one path pattern or host header."
    }

    precondition {
      condition     = length(each.value.path_patterns) + length(each.value.host_headers) + local.header_values <= 5
      error_message = "A rule holds at most five condition values, those of the secret header included."
    }
  }
}
