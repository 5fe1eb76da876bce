output "load_balancer_dns_names" {
  description = "DNS name of the load balancer of each region."
  value = {
    us-east-1 = module.alb_us_east_1.alb_dns_name
    us-west-2 = one(module.alb_us_west_2[*].alb_dns_name)
  }
}

output "urls" {
  description = "Public addresses of the site."
  value       = module.cdn.urls
}
