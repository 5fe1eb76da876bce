import CommandLineTool

Infragen.main()
