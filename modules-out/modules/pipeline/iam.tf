locals {
  # One image, replicated under the same name.
  repository_arns = [for region in distinct(concat([var.region], keys(var.targets))) : "arn:${local.partition}:ecr:${region}:${local.registry[0]}:repository/${local.repository_name}"]
  service_arns    = [for region, target in var.targets : "arn:${local.partition}:ecs:${region}:${local.account_id}:service/${target.cluster_name}/${target.service_name}"]
}

data "aws_iam_policy_document" "assume" {
  for_each = toset(["codebuild", "codepipeline"])

  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["${each.key}.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account_id]
    }
  }
}

# The build reads the source, pushes the image and hands over what the deployments read.
data "aws_iam_policy_document" "build" {
  statement {
    sid       = "WriteLogs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.build.arn}:*"]
  }

  statement {
    sid       = "Artifacts"
    actions   = ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"]
    resources = ["${var.artifact_stores[var.region].bucket_arn}/*"]
  }

  statement {
    sid       = "ArtifactKey"
    actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
    resources = distinct([var.artifact_stores[var.region].kms_key_arn, var.kms_key_arn])
  }

  # The token is that of the registry and knows no resource.
  statement {
    sid       = "RegistryToken"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    sid       = "FindImages"
    actions   = ["ecr:DescribeImages"]
    resources = local.repository_arns
  }

  statement {
    sid = "PushImages"
    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:CompleteLayerUpload",
      "ecr:GetDownloadUrlForLayer",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:UploadLayerPart",
    ]
    resources = [local.repository_arns[0]]
  }
}

resource "aws_iam_role" "build" {
  name               = "${local.name}-build"
  assume_role_policy = data.aws_iam_policy_document.assume["codebuild"].json
  tags               = merge(var.tags, { Name = "${local.name}-build" })
}

resource "aws_iam_role_policy" "build" {
  name   = "build"
  role   = aws_iam_role.build.id
  policy = data.aws_iam_policy_document.build.json
}

# The pipeline fetches the source, starts the build and deploys in every region.
data "aws_iam_policy_document" "pipeline" {
  statement {
    sid       = "Artifacts"
    actions   = ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"]
    resources = [for store in values(var.artifact_stores) : "${store.bucket_arn}/*"]
  }

  statement {
    sid       = "ArtifactBuckets"
    actions   = ["s3:GetBucketLocation", "s3:GetBucketVersioning", "s3:ListBucket"]
    resources = [for store in values(var.artifact_stores) : store.bucket_arn]
  }

  statement {
    sid       = "ArtifactKeys"
    actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
    resources = distinct(concat([for store in values(var.artifact_stores) : store.kms_key_arn], [var.kms_key_arn]))
  }

  statement {
    sid       = "Build"
    actions   = ["codebuild:BatchGetBuilds", "codebuild:StartBuild"]
    resources = [aws_codebuild_project.this.arn]
  }

  statement {
    sid       = "UseConnection"
    actions   = ["codeconnections:UseConnection", "codestar-connections:UseConnection"]
    resources = [var.source_settings.connection_arn]
  }

  dynamic "statement" {
    for_each = var.manual_approval ? [true] : []

    content {
      sid       = "AskForApproval"
      actions   = ["sns:Publish"]
      resources = [var.approval_topic_arn]
    }
  }

  # Task definitions cannot be named here.
  statement {
    sid       = "RegisterTaskDefinition"
    actions   = ["ecs:DescribeTaskDefinition", "ecs:RegisterTaskDefinition"]
    resources = ["*"]
  }

  statement {
    sid       = "WatchTasks"
    actions   = ["ecs:DescribeTasks"]
    resources = [for region, target in var.targets : "arn:${local.partition}:ecs:${region}:${local.account_id}:task/${target.cluster_name}/*"]
  }

  # Tasks on Fargate stand on no container instance that could be named, so the cluster limits the list.
  statement {
    sid       = "ListTasks"
    actions   = ["ecs:ListTasks"]
    resources = ["*"]

    condition {
      test     = "ArnEquals"
      variable = "ecs:cluster"
      values   = [for region, target in var.targets : "arn:${local.partition}:ecs:${region}:${local.account_id}:cluster/${target.cluster_name}"]
    }
  }

  statement {
    sid       = "TagTaskDefinition"
    actions   = ["ecs:TagResource"]
    resources = [for region in keys(var.targets) : "arn:${local.partition}:ecs:${region}:${local.account_id}:task-definition/*"]

    condition {
      test     = "StringEquals"
      variable = "ecs:CreateAction"
      values   = ["RegisterTaskDefinition"]
    }
  }

  statement {
    sid       = "PassTaskRoles"
    actions   = ["iam:PassRole"]
    resources = distinct(flatten([for target in values(var.targets) : target.task_role_arns]))

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["ecs.amazonaws.com", "ecs-tasks.amazonaws.com"]
    }
  }

  statement {
    sid       = "UpdateService"
    actions   = ["ecs:DescribeServices", "ecs:UpdateService"]
    resources = local.service_arns
  }
}

resource "aws_iam_role" "pipeline" {
  name               = "${local.name}-pipeline"
  assume_role_policy = data.aws_iam_policy_document.assume["codepipeline"].json
  tags               = merge(var.tags, { Name = "${local.name}-pipeline" })
}

resource "aws_iam_role_policy" "pipeline" {
  name   = "pipeline"
  role   = aws_iam_role.pipeline.id
  policy = data.aws_iam_policy_document.pipeline.json
}
