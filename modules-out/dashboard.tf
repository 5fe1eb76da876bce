# The dashboard shows every region; it is drawn once, because dashboard names are global to an account.
locals {
  dashboard = {
    name = local.name

    services = concat(
      [{ name = "admin", region = "us-east-1", name_prefix = local.us_east_1_prefix, cluster_name = module.ecs_cluster_us_east_1.cluster_name, service_name = module.ecs_service_admin_us_east_1.service_names["current"] }],
      [{ name = "api", region = "us-east-1", name_prefix = local.us_east_1_prefix, cluster_name = module.ecs_cluster_us_east_1.cluster_name, service_name = module.ecs_service_api_us_east_1.service_names["current"] }],
      [{ name = "web", region = "us-east-1", name_prefix = local.us_east_1_prefix, cluster_name = module.ecs_cluster_us_east_1.cluster_name, service_name = module.ecs_service_web_us_east_1.service_names["current"] }],
      [for service in module.ecs_service_admin_us_west_2 : { name = "admin", region = "us-west-2", name_prefix = local.us_west_2_prefix, cluster_name = module.ecs_cluster_us_west_2[0].cluster_name, service_name = service.service_names["current"] }],
      [for service in module.ecs_service_api_us_west_2 : { name = "api", region = "us-west-2", name_prefix = local.us_west_2_prefix, cluster_name = module.ecs_cluster_us_west_2[0].cluster_name, service_name = service.service_names["current"] }],
      [for service in module.ecs_service_web_us_west_2 : { name = "web", region = "us-west-2", name_prefix = local.us_west_2_prefix, cluster_name = module.ecs_cluster_us_west_2[0].cluster_name, service_name = service.service_names["current"] }],
      []
    )

    load_balancers = concat(
      [{ region = "us-east-1", arn_suffix = module.alb_us_east_1.alb_arn_suffix }],
      [{ region = "us-east-1", arn_suffix = module.application_us_east_1.alb_arn_suffix }],
      [for balancer in module.alb_us_west_2 : { region = "us-west-2", arn_suffix = balancer.alb_arn_suffix }],
      [for balancer in module.application_us_west_2 : { region = "us-west-2", arn_suffix = balancer.alb_arn_suffix }],
      []
    )

    databases = concat(
      [{ region = "us-east-1", cluster_identifier = module.database_us_east_1.cluster_identifier }],
      [for database in module.database_us_west_2 : { region = "us-west-2", cluster_identifier = database.cluster_identifier }],
      []
    )
  }
}
