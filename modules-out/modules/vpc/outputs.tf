output "database_subnet_ids" {
  description = "Subnet ids for databases in the order of azs: the database subnets, or the private ones where there are none."
  value       = [for az in var.azs : length(local.database_subnets) > 0 ? aws_subnet.database[az].id : aws_subnet.private[az].id]
}

output "nat_public_ips" {
  description = "Public addresses of the NAT gateways by availability zone."
  value       = { for az, address in aws_eip.nat : az => address.public_ip }
}

output "private_route_table_ids" {
  description = "Private route table ids by availability zone."
  value       = { for az, table in aws_route_table.private : az => table.id }
}

output "private_subnet_ids" {
  description = "Private subnet ids in the order of azs, available once they have a way out."
  value       = [for az in var.azs : aws_subnet.private[az].id]

  # A task that starts before its route exists cannot pull its image.
  depends_on = [aws_route.private_nat, aws_route_table_association.private]
}

output "public_subnet_ids" {
  description = "Public subnet ids in the order of azs, available once they have a way out."
  value       = [for az in var.azs : aws_subnet.public[az].id]

  depends_on = [aws_route.public_ipv4, aws_route_table_association.public]
}

output "vpc_cidr_block" {
  description = "IPv4 range of the VPC."
  value       = aws_vpc.this.cidr_block
}

output "vpc_id" {
  description = "Id of the VPC."
  value       = aws_vpc.this.id
}
