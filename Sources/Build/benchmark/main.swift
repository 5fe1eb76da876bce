// Measures the HCL room on a tree of Terraform files, beside Terraform on the same tree in the same run:
// `benchmark FOLDER [INFRAGEN]`, where INFRAGEN is the program to run as a whole. Then how rendering grows with the
// system.
import Diagnostics
import HCL

let tree = Tree(folder: CommandLine.arguments.dropFirst().first ?? ".")
print("\(tree.folder): \(tree.files.count) files that parse, \(tree.byteCount) bytes")

print("\nin process, one core, processor time, best of \(Rounds.count) rounds:")
let file = FileID(index: 0)
let measurements: [(name: String, goal: String, work: ([UInt8]) -> Int)] = [
    ("lex", "", { Lexer.tokens(of: $0, file: file).tokens.count }),
    ("lex + parse", "goal 100", { ConfigFile.parse($0, file: file).0.body.range.bytes.count }),
    ("format", "goal 60", { Formatter.format($0, file: file).bytes.count }),
]
for measurement in measurements {
    let seconds = Rounds.best { tree.files.reduce(0) { $0 + measurement.work($1) } }
    printRow(measurement.name, tree.megabytesASecond(seconds), measurement.goal)
}

print("\nas a process, with its start and reading the files, best of \(Rounds.processCount):")
var programs = [("terraform fmt -check", ["terraform", "fmt", "-check", "-recursive", tree.folder])]
if CommandLine.arguments.count > 2 {
    let infragen = CommandLine.arguments[2]
    programs.append(("infragen format --check", [infragen, "format", "--check", tree.folder]))
}
for (program, seconds) in zip(programs, Rounds.bestOfProcesses(programs.map(\.1))) {
    if let seconds {
        printRow(program.0, tree.megabytesASecond(seconds), "\(Int(seconds * 1000)) ms")
    } else {
        print("  \(program.0): not found")
    }
}

Growth.report()

/// Prints a line of the table.
func printRow(_ name: String, _ speed: Double, _ remark: String) {
    let hundredths = Int(speed * 100)
    let digits = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
    let number = "\(hundredths / 100).\(digits)"
    let gap = String(repeating: " ", count: max(1, 34 - name.count - number.count))
    print("  \(name)\(gap)\(number) MB/s  \(remark)")
}
