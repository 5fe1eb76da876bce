data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

locals {
  name       = "${var.name_prefix}-${var.service_name}"
  account_id = data.aws_caller_identity.current.account_id
  partition  = data.aws_partition.current.partition

  source_action = {
    provider = "CodeStarSourceConnection"
    configuration = {
      ConnectionArn        = var.source_settings.connection_arn
      FullRepositoryId     = var.source_settings.repository
      BranchName           = var.source_settings.branch
      OutputArtifactFormat = "CODE_ZIP"
      DetectChanges        = "true"
    }
  }

  deploy_provider = "ECS"
  deploy_configurations = {
    for region, target in var.targets : region => {
      ClusterName = target.cluster_name
      ServiceName = target.service_name
      FileName    = "imagedefinitions-${region}.json"
    }
  }
}

resource "aws_codepipeline" "this" {
  name           = local.name
  role_arn       = aws_iam_role.pipeline.arn
  pipeline_type  = "V2"
  execution_mode = "QUEUED"
  tags           = merge(var.tags, { Name = local.name })

  artifact_store {
    location = var.artifact_stores[var.region].bucket
    type     = "S3"
    # The region is asked for when there are several and refused when there is one.
    region = length(var.artifact_stores) > 1 ? var.region : null

    encryption_key {
      id   = var.artifact_stores[var.region].kms_key_arn
      type = "KMS"
    }
  }

  dynamic "artifact_store" {
    for_each = { for region, store in var.artifact_stores : region => store if region != var.region }

    content {
      location = artifact_store.value.bucket
      type     = "S3"
      region   = artifact_store.key

      encryption_key {
        id   = artifact_store.value.kms_key_arn
        type = "KMS"
      }
    }
  }

  stage {
    name = "Source"

    action {
      name             = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = local.source_action.provider
      version          = "1"
      output_artifacts = ["source"]
      configuration    = local.source_action.configuration
    }
  }

  stage {
    name = "Build"

    action {
      name             = "Build"
      category         = "Build"
      owner            = "AWS"
      provider         = "CodeBuild"
      version          = "1"
      input_artifacts  = ["source"]
      output_artifacts = ["build"]
      configuration    = { ProjectName = aws_codebuild_project.this.name }
    }
  }

  dynamic "stage" {
    for_each = var.manual_approval ? [true] : []

    content {
      name = "Approval"

      action {
        name          = "Approve"
        category      = "Approval"
        owner         = "AWS"
        provider      = "Manual"
        version       = "1"
        configuration = { NotificationArn = var.approval_topic_arn }
      }
    }
  }

  # The primary region goes first: what fails there does not reach the others.
  stage {
    name = "Deploy"

    dynamic "action" {
      for_each = local.deploy_configurations

      content {
        name            = "Deploy-${action.key}"
        category        = "Deploy"
        owner           = "AWS"
        provider        = local.deploy_provider
        version         = "1"
        region          = length(var.artifact_stores) > 1 ? action.key : null
        run_order       = action.key == var.region ? 1 : 2
        input_artifacts = ["build"]
        configuration   = action.value
      }
    }
  }

  depends_on = [aws_iam_role_policy.pipeline]
}
