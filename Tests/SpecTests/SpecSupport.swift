import Diagnostics
import Foundation
import JSON
import Spec
import TestSupport

/// Reads a spec that stands in a text.
func read(_ text: String, options: SpecOptions = SpecOptions()) -> (reading: SpecReading, sources: SourceMap)
{
    var sources = SourceMap()
    let file = sources.add(path: "spec.json", bytes: Array(text.utf8))
    return (SpecReader.read(file, in: sources, options: options), sources)
}

/// The diagnostics as their author reads them.
func texts(_ result: (reading: SpecReading, sources: SourceMap)) -> [String] {
    result.reading.diagnostics.map { $0.text(in: result.sources) }
}

/// A spec of the scaffold.
func scaffold(_ name: String) throws -> String {
    try String(contentsOfFile: folder() + "/../../Templates/scaffold/\(name)", encoding: .utf8)
}
