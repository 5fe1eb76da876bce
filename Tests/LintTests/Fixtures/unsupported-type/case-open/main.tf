# A version newer than the catalogue may be in use: only a slip is certain.
resource "aws_vcp" "slip" {} # expect: unsupported-type

resource "aws_quantum_toaster" "new" {} # expect: unsupported-type
