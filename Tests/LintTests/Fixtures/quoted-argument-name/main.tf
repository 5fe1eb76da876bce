# expect below: quoted-argument-name
"a" = 1
