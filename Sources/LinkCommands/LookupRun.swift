import DelimitedText
import Foundation
import Kernel
import Linkage

/// Asks of every so manieth record of a file whether it is known among all of them, and measures what an answer costs.
package struct LookupRun: Sendable {
    /// What the questions cost.
    package struct Report: Codable, Hashable, Sendable {
        package let records: Int
        package let questions: Int
        /// How many of the questions found the record itself.
        package let found: Int
        /// How many matches were answered in all.
        package let matches: Int
        package let cpuMillisecondsPerQuestion: Double
        package let buildCPUSeconds: Double
        package let peakMemoryBytes: Int

        /// The report as text.
        package func json() throws -> String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            encoder.keyEncodingStrategy = .convertToSnakeCase
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    package var input: String
    package var map = FieldMap()
    package var questions = 1_000

    package init(input: String) { self.input = input }

    /// Runs. Throws `LinkProblem`.
    package func run() throws(LinkProblem) -> Report {
        let file = try PeopleFile(paths: [input], map: map, truth: nil) { _ in }
        let model = Linker(file.records).run().model
        let before = ProcessUse().cpuSeconds
        var known = KnownRecords(file.records, model: model)
        let step = max(1, file.records.count / max(1, questions))
        let asked = try rows(every: step, count: file.columns.count)
        // The first question pays for making the tables this value's own.
        _ = known.known(TextRow([]))
        let start = ProcessUse().cpuSeconds
        var found = 0
        var matches = 0
        for (place, row) in asked.enumerated() {
            let answers = known.known(row)
            matches += answers.count
            if answers.contains(where: { $0.record == place * step }) { found += 1 }
        }
        let use = ProcessUse()
        return Report(
            records: file.records.count, questions: asked.count, found: found, matches: matches,
            cpuMillisecondsPerQuestion: (use.cpuSeconds - start) * 1_000 / Double(max(1, asked.count)), buildCPUSeconds: start - before,
            peakMemoryBytes: use.peakMemoryBytes)
    }

    /// Every so manieth record of the file, as texts.
    private func rows(every step: Int, count: Int) throws(LinkProblem) -> [TextRow] {
        try InputFile(input).withBytes { bytes in
            var rows = RowReader(bytes, longestValue: PersonRecords.longestValue)
            var asked: [TextRow] = []
            var place = -1
            while true {
                switch rows.next() {
                case .end: return asked
                case .fault: continue
                case .row where rows.isBlank: continue
                case .row:
                    if place >= 0, rows.count == count, place % step == 0 { asked.append(TextRow(rows.trimmedTexts)) }
                    if place < 0 || rows.count == count { place += 1 }
                }
            }
        }
    }
}
