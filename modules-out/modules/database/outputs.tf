output "cluster_arn" {
  description = "ARN of the cluster."
  value       = aws_rds_cluster.this.arn
}

output "cluster_identifier" {
  description = "Identifier of the cluster."
  value       = aws_rds_cluster.this.cluster_identifier
}

output "endpoint" {
  description = "Writer endpoint of the cluster; that of a secondary answers once the cluster is promoted."
  value       = aws_rds_cluster.this.endpoint
}

output "global_cluster_identifier" {
  description = "Global database, available once the primary has instances so that secondaries wait for them; null in a secondary."
  value       = one(aws_rds_global_cluster.this[*].id)

  depends_on = [aws_rds_cluster_instance.this]
}

output "port" {
  description = "Port of the database."
  value       = local.port
}

output "reader_endpoint" {
  description = "Reader endpoint of the cluster."
  value       = aws_rds_cluster.this.reader_endpoint
}

output "secret_arn" {
  description = "Secret with the master credentials; null in a secondary."
  value       = one(aws_secretsmanager_secret.connection[*].arn)
}

output "secret_replica_arns" {
  description = "ARN of the credentials in each further region."
  value = {
    for region in keys(var.secret_replicas) : region => join(":", [
      for index, part in split(":", one(aws_secretsmanager_secret.connection[*].arn)) : index == 3 ? region : part
    ])
  }
}

output "security_group_id" {
  description = "Security group of the cluster."
  value       = aws_security_group.this.id
}
