# Applied once per AWS account, before everything else: the backend of the other roots must exist before they do, so the
# state of this root is a local file. README.md says where to keep it.
module "state_backend" {
  source = "../modules/state-backend"

  name_prefix = "shop-state"
  environment = "shared"
  bucket_name = "shop-terraform-state-123456789012"
}
