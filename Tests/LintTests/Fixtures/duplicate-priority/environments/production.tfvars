services = {
  admin = { priority = 100 }
  api   = { priority = 100 }
  web   = { priority = 300 }
}
