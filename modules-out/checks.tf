# Terraform has no notion of which variable file belongs to which workspace, so a mix-up is said aloud.
check "workspace" {
  assert {
    condition     = contains(["default", var.environment], terraform.workspace)
    error_message = "Workspace ${terraform.workspace} does not match environment ${var.environment}: give -var-file=environments/${terraform.workspace}.tfvars."
  }
}
