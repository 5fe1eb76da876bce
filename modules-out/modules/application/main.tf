locals {
  name       = "${var.name_prefix}-app"
  target_key = "app"

  # Graviton families carry a g behind the generation: t4g, m7gd, im4gn.
  architecture = can(regex("^(a1|[a-z]+[0-9]+[a-z]*g[a-z]*)\\.", var.instance_type)) ? "arm64" : "x86_64"
}

module "alb" {
  source = "../alb"

  name_prefix                = var.name_prefix
  tags                       = var.tags
  vpc_id                     = var.vpc_id
  public_subnets             = var.public_subnets
  origin_verify              = var.origin_verify
  certificate_arn            = var.certificate_arn
  idle_timeout               = var.idle_timeout
  enable_deletion_protection = var.enable_deletion_protection
  access_logs_bucket         = var.access_logs_bucket
  default_target_group       = local.target_key

  target_groups = {
    (local.target_key) = {
      port         = var.instance_port
      target_type  = "instance"
      health_check = var.health_check
    }
  }
}

# The newest Amazon Linux, unless the spec names an image: each apply that finds another one replaces the instances.
data "aws_ami" "this" {
  count = var.ami_id == null ? 1 : 0

  most_recent = true
  owners      = ["amazon"]

  filter {
    name   = "name"
    values = ["al2023-ami-2023.*-${local.architecture}"]
  }

  filter {
    name   = "architecture"
    values = [local.architecture]
  }
}

# Default tags reach neither the instances nor the volumes of an Auto Scaling group, so they are handed on.
data "aws_default_tags" "current" {}

resource "aws_launch_template" "this" {
  name_prefix            = "${local.name}-"
  image_id               = var.ami_id == null ? data.aws_ami.this[0].id : var.ami_id
  instance_type          = var.instance_type
  update_default_version = true
  vpc_security_group_ids = [aws_security_group.this.id]
  ebs_optimized          = true
  tags                   = merge(var.tags, { Name = local.name })

  iam_instance_profile {
    arn = aws_iam_instance_profile.this.arn
  }

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  monitoring {
    enabled = true
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = var.volume_size
      encrypted             = true
      kms_key_id            = var.kms_key_arn
      delete_on_termination = true
    }
  }

  tag_specifications {
    resource_type = "instance"
    # AWS Backup selects by this tag; the backup of an instance holds its volumes.
    tags = merge(data.aws_default_tags.current.tags, var.tags, { Name = local.name, Backup = "true" })
  }

  tag_specifications {
    resource_type = "volume"
    tags          = merge(data.aws_default_tags.current.tags, var.tags, { Name = local.name })
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_autoscaling_group" "this" {
  name                      = local.name
  min_size                  = var.min_size
  max_size                  = var.max_size
  desired_capacity          = var.desired_capacity
  vpc_zone_identifier       = var.private_subnets
  health_check_type         = "ELB"
  health_check_grace_period = var.health_check_grace_period
  target_group_arns         = [module.alb.target_group_arns[local.target_key]]
  termination_policies      = ["OldestLaunchTemplate", "Default"]
  max_instance_lifetime     = var.max_instance_lifetime
  enabled_metrics           = ["GroupDesiredCapacity", "GroupInServiceInstances", "GroupMaxSize", "GroupMinSize", "GroupTotalInstances"]

  launch_template {
    id      = aws_launch_template.this.id
    version = aws_launch_template.this.latest_version
  }

  # A new version of the template replaces the instances, a few at a time, and goes back when they stay unhealthy.
  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 90
      auto_rollback          = true
    }
  }

  dynamic "tag" {
    for_each = merge(data.aws_default_tags.current.tags, var.tags, { Name = local.name })

    content {
      key                 = tag.key
      value               = tag.value
      propagate_at_launch = true
    }
  }

  # The scaling policies own the number of instances.
  lifecycle {
    ignore_changes = [desired_capacity]
  }

  depends_on = [
    aws_iam_role_policy_attachment.this,
    aws_vpc_security_group_egress_rule.alb_to_instances,
    aws_vpc_security_group_egress_rule.web,
    aws_vpc_security_group_ingress_rule.from_alb,
  ]
}

resource "aws_autoscaling_policy" "cpu" {
  name                      = "${local.name}-cpu"
  autoscaling_group_name    = aws_autoscaling_group.this.name
  policy_type               = "TargetTrackingScaling"
  estimated_instance_warmup = var.health_check_grace_period

  target_tracking_configuration {
    target_value = var.cpu_target

    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
}

resource "aws_autoscaling_policy" "requests" {
  count = var.requests_per_target == null ? 0 : 1

  name                      = "${local.name}-requests"
  autoscaling_group_name    = aws_autoscaling_group.this.name
  policy_type               = "TargetTrackingScaling"
  estimated_instance_warmup = var.health_check_grace_period

  target_tracking_configuration {
    target_value = var.requests_per_target

    predefined_metric_specification {
      predefined_metric_type = "ALBRequestCountPerTarget"
      resource_label         = "${module.alb.alb_arn_suffix}/${module.alb.target_group_arn_suffixes[local.target_key]}"
    }
  }
}
