import Foundation
import TestSupport
import Testing

@testable import CommandLineTool

/// The help text of every command, as it is printed.
@Suite struct HelpTextTests {
    static let isRecording = ProcessInfo.processInfo.environment["UPDATE_FIXTURES"] != nil
    static let folder = TestSupport.folder() + "/Fixtures/help"

    @Test(arguments: ["overview"] + Infragen.commands.map(\.name))
    func helpTextIsAsRecorded(name: String) throws {
        let run = TestWorld().run(name == "overview" ? "--help" : "help " + name)
        let path = Self.folder + "/" + name.replacingOccurrences(of: " ", with: "-") + ".txt"
        if Self.isRecording {
            try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
            try run.output.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let recorded = try? String(contentsOfFile: path, encoding: .utf8)
        #expect(run.output == recorded, "read the new text, then record it: UPDATE_FIXTURES=1 swift test")
        for line in run.output.split(separator: "\n") { #expect(line.count <= 88, "\(line)") }
    }

    @Test(.disabled(if: isRecording, "the texts are being recorded"))
    func everyRecordedHelpTextHasItsCommand() throws {
        let names = ["overview"] + Infragen.commands.map { $0.name.replacingOccurrences(of: " ", with: "-") }
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
        #expect(Set(files) == Set(names.map { $0 + ".txt" }))
    }

    @Test func sentencesEndWithAFullStop() {
        for command in Infragen.commands {
            let sentences =
                [command.summary] + command.positionals.map(\.help) + command.options.map(\.help)
            for sentence in sentences { #expect(sentence.hasSuffix("."), "\(command.name): \(sentence)") }
        }
    }
}
