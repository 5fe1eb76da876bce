resource "aws_budgets_budget" "this" {}
