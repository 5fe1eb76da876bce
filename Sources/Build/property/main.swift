// Renders and checks random specs: `property COUNT [FIRST]` checks COUNT seeds from FIRST on and says which fail;
// `property --write FOLDER COUNT [FIRST]` writes COUNT specs of one region or two, each in a folder of its own;
// `property --mistakes COUNT [FIRST]` says which rules specs break before they are repaired.

let arguments = Array(CommandLine.arguments.dropFirst())
let isWriting = arguments.first == "--write"
let numbers = arguments.dropFirst(isWriting ? 2 : 0).compactMap { UInt64($0) }
let count = numbers.first ?? 100
let first = numbers.dropFirst().first ?? 1
exitProgram(
    isWriting
        ? write(count, to: arguments.count > 1 ? arguments[1] : ".", from: first)
        : await check(count, from: first, isTelling: arguments.contains("--mistakes")))
