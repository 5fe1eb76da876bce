db_password = "hunter2001" # expect: literal-secret
api_token   = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:a"
