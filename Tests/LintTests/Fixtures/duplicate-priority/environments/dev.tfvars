services = {
  api = { priority = 100 }
  web = { priority = 200 }
}
