locals {
  registry_host = split("/", var.repository_url)[0]

  # 123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/web: account, region, and the name behind the host.
  registry        = split(".", local.registry_host)
  repository_name = trimprefix(var.repository_url, "${local.registry_host}/")

  # What the build does when the repository has no build specification of its own: image, push, and for each region the
  # file that its deployment reads. Tags are immutable, so a second run for one commit takes the image that is there,
  # and replication takes a moment, so a region without the image is waited for.
  build_script = <<-EOT
    set -euo pipefail
    tag="$${CODEBUILD_RESOLVED_SOURCE_VERSION:0:12}"
    has_image() {
      aws ecr describe-images --region "$1" --repository-name "$REPOSITORY_NAME" --image-ids "imageTag=$tag" > /dev/null 2>&1
    }
    aws ecr get-login-password | docker login --username AWS --password-stdin "$${REPOSITORY_URL%%/*}"
    if ! has_image "$AWS_REGION"; then
      docker build --tag "$REPOSITORY_URL:$tag" .
      docker push "$REPOSITORY_URL:$tag"
    fi
    mkdir handover
    for region in $(jq --raw-output 'keys[]' <<< "$DEPLOY_TARGETS"); do
      image="$${REPOSITORY_URL/.$AWS_REGION./.$region.}:$tag"
      for attempt in $(seq 1 60); do
        if has_image "$region"; then break; fi
        if [ "$attempt" = 60 ]; then echo "no image $image after ten minutes" >&2; exit 1; fi
        sleep 10
      done
      jq --null-input --arg name "$CONTAINER_NAME" --arg image "$image" '[{name: $name, imageUri: $image}]' \
        > "handover/imagedefinitions-$region.json"
    done
  EOT

  buildspec = {
    version = 0.2
    env     = { shell = "bash" }
    phases  = { build = { commands = [local.build_script] } }
    artifacts = {
      base-directory = "handover"
      files          = ["**/*"]
    }
  }
}

resource "aws_cloudwatch_log_group" "build" {
  #checkov:skip=CKV_AWS_338:Application logs are kept for 7 to 90 days; audit logs are kept for a year.
  name              = "/aws/codebuild/${local.name}-build"
  retention_in_days = var.log_retention_in_days
  kms_key_id        = var.kms_key_arn
  tags              = merge(var.tags, { Name = "${local.name}-build" })
}

resource "aws_codebuild_project" "this" {
  #checkov:skip=CKV_AWS_316:Docker builds need privileged mode.
  name           = "${local.name}-build"
  description    = "Builds and pushes the image of ${local.name}"
  service_role   = aws_iam_role.build.arn
  encryption_key = var.kms_key_arn
  build_timeout  = 30
  tags           = merge(var.tags, { Name = "${local.name}-build" })

  artifacts {
    type = "CODEPIPELINE"
  }

  environment {
    type            = var.cpu_architecture == "ARM64" ? "ARM_CONTAINER" : "LINUX_CONTAINER"
    compute_type    = "BUILD_GENERAL1_SMALL"
    image           = var.cpu_architecture == "ARM64" ? "aws/codebuild/amazonlinux-aarch64-standard:3.0" : "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    privileged_mode = true

    # What a build specification of the repository's own can rely on. For each region of DEPLOY_TARGETS it leaves
    # imagedefinitions-<region>.json.
    dynamic "environment_variable" {
      for_each = {
        CONTAINER_NAME  = var.service_name
        CONTAINER_PORT  = tostring(var.container_port)
        DEPLOYMENT      = var.deployment
        DEPLOY_TARGETS  = jsonencode({ for region, target in var.targets : region => { cluster = target.cluster_name, service = target.service_name } })
        REPOSITORY_NAME = local.repository_name
        REPOSITORY_URL  = var.repository_url
      }

      content {
        name  = environment_variable.key
        value = environment_variable.value
      }
    }
  }

  logs_config {
    cloudwatch_logs {
      group_name = aws_cloudwatch_log_group.build.name
    }
  }

  source {
    type      = "CODEPIPELINE"
    buildspec = var.buildspec == null ? yamlencode(local.buildspec) : var.buildspec
  }

  lifecycle {
    precondition {
      condition     = can(regex("^[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com/[a-z0-9][a-z0-9._/-]*$", var.repository_url))
      error_message = "A pipeline pushes to a private ECR repository: <account>.dkr.ecr.<region>.amazonaws.com/<name>, without tag."
    }
  }
}
