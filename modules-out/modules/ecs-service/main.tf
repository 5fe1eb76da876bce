data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  name       = "${var.name_prefix}-${var.service_name}"
  account_id = data.aws_caller_identity.current.account_id
  partition  = data.aws_partition.current.partition

  # The image of each variant that runs.
  canary_enabled = var.canary == null ? false : var.canary.enabled
  images = merge(
    { current = "${var.image_repository}:${var.image_tag}" },
    local.canary_enabled ? { canary = "${var.image_repository}:${var.canary.image_tag}" } : {}
  )

  # What the image may rely on; the spec may set these too.
  environment = merge(
    { APP_ENV = var.environment, LOG_FORMAT = "json", PORT = tostring(var.container_port) },
    var.environment_variables
  )

  log_configurations = {
    for variant in keys(local.images) : variant => {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.this.name
        awslogs-region        = var.region
        awslogs-stream-prefix = variant
        # A log service that does not answer must not stop the task.
        mode            = "non-blocking"
        max-buffer-size = "25m"
      }
    }
  }

  # Arguments without a value are left out, and lists are sorted: ECS returns them so, and a plan would never be empty.
  containers = {
    for variant, image in local.images : variant => {
      for argument, value in {
        name                   = var.service_name
        image                  = image
        essential              = true
        user                   = var.container_user
        readonlyRootFilesystem = var.readonly_root_filesystem
        command                = var.command
        stopTimeout            = var.stop_timeout
        linuxParameters        = { initProcessEnabled = true }
        environment            = [for name in sort(keys(local.environment)) : { name = name, value = local.environment[name] }]
        secrets                = [for name in sort(keys(var.secrets)) : { name = name, valueFrom = var.secrets[name] }]
        portMappings           = [{ containerPort = var.container_port, hostPort = var.container_port, protocol = "tcp" }]
        logConfiguration       = local.log_configurations[variant]
      } : argument => value if value != null
    }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  #checkov:skip=CKV_AWS_338:Application logs are kept for 7 to 90 days; audit logs are kept for a year.
  name              = "/ecs/${var.name_prefix}/${var.service_name}"
  retention_in_days = var.log_retention_in_days
  kms_key_id        = var.kms_key_arn
  tags              = merge(var.tags, { Name = local.name })
}

resource "aws_ecs_task_definition" "this" {
  for_each = local.images

  # The canary has a family of its own, so that its revisions do not mix with those of the current service.
  family                   = each.key == "current" ? local.name : "${local.name}-${each.key}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.cpu
  memory                   = var.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn
  container_definitions    = jsonencode([local.containers[each.key]])
  tags                     = merge(var.tags, { Name = each.key == "current" ? local.name : "${local.name}-${each.key}" })

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.cpu_architecture
  }

  # 20 GiB come with every task and cannot be asked for.
  dynamic "ephemeral_storage" {
    for_each = var.ephemeral_storage_gib > 20 ? [var.ephemeral_storage_gib] : []

    content {
      size_in_gib = ephemeral_storage.value
    }
  }

  lifecycle {
    create_before_destroy = true

    # Without its block the service would go. This tree was rendered for the lifecycles that the spec needs somewhere.
    precondition {
      condition = contains([
        "fixed",
        "autoscaled",
        "pipeline_autoscaled",
      ], local.block)
      error_message = "This tree has no service block ${local.block}: set autoscaling and pipelines in the spec and render again."
    }
  }
}
