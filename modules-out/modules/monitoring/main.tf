# Every alarm sends to the topic of its severity and reports its end to the info topic.
locals {
  critical = [var.topic_arns["critical"]]
  warning  = [var.topic_arns["warning"]]
  info     = [var.topic_arns["info"]]
}
