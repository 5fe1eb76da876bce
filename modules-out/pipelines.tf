# One pipeline per service that has one; it deploys the same image to every region.

module "pipeline_api" {
  source = "./modules/pipeline"

  providers = { aws = aws.us_east_1 }

  name_prefix        = local.us_east_1_prefix
  service_name       = "api"
  region             = "us-east-1"
  deployment         = "rolling"
  container_port     = 8080
  cpu_architecture   = "X86_64"
  repository_url     = replace(var.services["api"].image_repository, "{region}", "us-east-1")
  manual_approval    = true
  approval_topic_arn = module.notifications_us_east_1.topic_arns["info"]
  kms_key_arn        = module.kms_us_east_1.key_arn

  source_settings = {
    type           = "connection"
    connection_arn = "arn:aws:codeconnections:us-east-1:123456789012:connection/11111111-2222-3333-4444-555555555555"
    repository     = "shop/api"
    branch         = "main"
  }

  targets = merge(
    { us-east-1 = {
      cluster_name   = module.ecs_cluster_us_east_1.cluster_name
      service_name   = module.ecs_service_api_us_east_1.service_names["current"]
      task_role_arns = [module.ecs_service_api_us_east_1.task_role_arn, module.ecs_service_api_us_east_1.execution_role_arn]
    } },
    { for service in module.ecs_service_api_us_west_2 : "us-west-2" => {
      cluster_name   = module.ecs_cluster_us_west_2[0].cluster_name
      service_name   = service.service_names["current"]
      task_role_arns = [service.task_role_arn, service.execution_role_arn]
    } },
  )

  artifact_stores = merge(
    { us-east-1 = module.pipeline_artifacts_us_east_1.store },
    { for artifacts in module.pipeline_artifacts_us_west_2 : "us-west-2" => artifacts.store },
  )
}
