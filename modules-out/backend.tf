# The bucket, its key and its lock come from bootstrap/, which is applied once per account.
terraform {
  backend "s3" {
    bucket               = "shop-terraform-state-123456789012"
    key                  = "infrastructure.tfstate"
    region               = "us-east-1"
    workspace_key_prefix = "env"
    encrypt              = true
    kms_key_id           = "alias/shop-state"
    use_lockfile         = true
  }
}
