# A service stands in that resource of its module which leaves to others what they own: the number of tasks to
# Application Auto Scaling, the image to the pipeline. Terraform would destroy it and make a new one when the spec gives
# either to somebody else; these blocks lead it from wherever it may have stood to where it stands now.

moved {
  from = module.ecs_service_admin_us_east_1.aws_ecs_service.pipeline_autoscaled["current"]
  to   = module.ecs_service_admin_us_east_1.aws_ecs_service.pipeline_fixed["current"]
}

moved {
  from = module.ecs_service_admin_us_east_1.aws_ecs_service.pipeline_fixed["current"]
  to   = module.ecs_service_admin_us_east_1.aws_ecs_service.autoscaled["current"]
}

moved {
  from = module.ecs_service_admin_us_east_1.aws_ecs_service.autoscaled["current"]
  to   = module.ecs_service_admin_us_east_1.aws_ecs_service.fixed["current"]
}

moved {
  from = module.ecs_service_admin_us_west_2[0].aws_ecs_service.pipeline_autoscaled["current"]
  to   = module.ecs_service_admin_us_west_2[0].aws_ecs_service.pipeline_fixed["current"]
}

moved {
  from = module.ecs_service_admin_us_west_2[0].aws_ecs_service.pipeline_fixed["current"]
  to   = module.ecs_service_admin_us_west_2[0].aws_ecs_service.autoscaled["current"]
}

moved {
  from = module.ecs_service_admin_us_west_2[0].aws_ecs_service.autoscaled["current"]
  to   = module.ecs_service_admin_us_west_2[0].aws_ecs_service.fixed["current"]
}

moved {
  from = module.ecs_service_api_us_east_1.aws_ecs_service.fixed["current"]
  to   = module.ecs_service_api_us_east_1.aws_ecs_service.autoscaled["current"]
}

moved {
  from = module.ecs_service_api_us_east_1.aws_ecs_service.autoscaled["current"]
  to   = module.ecs_service_api_us_east_1.aws_ecs_service.pipeline_fixed["current"]
}

moved {
  from = module.ecs_service_api_us_east_1.aws_ecs_service.pipeline_fixed["current"]
  to   = module.ecs_service_api_us_east_1.aws_ecs_service.pipeline_autoscaled["current"]
}

moved {
  from = module.ecs_service_api_us_west_2[0].aws_ecs_service.fixed["current"]
  to   = module.ecs_service_api_us_west_2[0].aws_ecs_service.autoscaled["current"]
}

moved {
  from = module.ecs_service_api_us_west_2[0].aws_ecs_service.autoscaled["current"]
  to   = module.ecs_service_api_us_west_2[0].aws_ecs_service.pipeline_fixed["current"]
}

moved {
  from = module.ecs_service_api_us_west_2[0].aws_ecs_service.pipeline_fixed["current"]
  to   = module.ecs_service_api_us_west_2[0].aws_ecs_service.pipeline_autoscaled["current"]
}

moved {
  from = module.ecs_service_web_us_east_1.aws_ecs_service.pipeline_fixed["current"]
  to   = module.ecs_service_web_us_east_1.aws_ecs_service.pipeline_autoscaled["current"]
}

moved {
  from = module.ecs_service_web_us_east_1.aws_ecs_service.pipeline_autoscaled["current"]
  to   = module.ecs_service_web_us_east_1.aws_ecs_service.fixed["current"]
}

moved {
  from = module.ecs_service_web_us_east_1.aws_ecs_service.fixed["current"]
  to   = module.ecs_service_web_us_east_1.aws_ecs_service.autoscaled["current"]
}

moved {
  from = module.ecs_service_web_us_west_2[0].aws_ecs_service.pipeline_fixed["current"]
  to   = module.ecs_service_web_us_west_2[0].aws_ecs_service.pipeline_autoscaled["current"]
}

moved {
  from = module.ecs_service_web_us_west_2[0].aws_ecs_service.pipeline_autoscaled["current"]
  to   = module.ecs_service_web_us_west_2[0].aws_ecs_service.fixed["current"]
}

moved {
  from = module.ecs_service_web_us_west_2[0].aws_ecs_service.fixed["current"]
  to   = module.ecs_service_web_us_west_2[0].aws_ecs_service.autoscaled["current"]
}
