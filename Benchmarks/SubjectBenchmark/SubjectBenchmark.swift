import Access
import Accounts
import Concerns
import Foundation
import Kernel
import Partnerships
import Site
import Store
import Subjects

/// What one question costs through the database: somebody or something typed, against a million mentions.
///
///     SubjectBenchmark DATABASE KEYFILE MENTIONS PARTNERSHIPS QUESTIONS
///
/// The database is empty at first and is filled with invented mentions. Each question is asked as the form of a concern asks it,
/// with its entries in the journal; what it should answer is known. Prints one JSON object. Processor time is that of this process
/// and, on PostgreSQL, of the connections' own processes, where they run on this machine.
@main
enum SubjectBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 6, let mentions = Int(arguments[3]), let partnerships = Int(arguments[4]),
            let questions = Int(arguments[5])
        else {
            FileHandle.standardError.write(Data("SubjectBenchmark DATABASE KEYFILE MENTIONS PARTNERSHIPS QUESTIONS\n".utf8))
            exit(2)
        }
        let world = World.real
        let settings = try await Settings.read(options: ["database": arguments[1], "key-file": arguments[2]], environment: [:], file: nil)
        let installation = try await Installation.open(settings, world: world, passwords: PasswordHasher(world: world), server: "benchmark")
        let began = ProcessUse().cpuSeconds
        let places = try await InventedMentions(
            engine: installation.engine, vault: installation.vault, world: world, mentions: mentions, partnerships: partnerships
        ).fill()
        let filled = ProcessUse().cpuSeconds - began
        var measure = LookUpMeasure(installation: installation, places: places)
        try await measure.lookUps(questions)
        try await measure.hotSpots()
        await installation.engine.close()
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys]
        let report = Report(
            engine: installation.engine.dialect == .sqlite ? "SQLite" : "PostgreSQL", mentions: mentions, partnerships: partnerships,
            fillSeconds: filled, rows: measure.rows)
        print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }

    private struct Report: Encodable {
        let engine: String
        let mentions: Int
        let partnerships: Int
        let fillSeconds: Double
        let rows: [LookUpMeasure.Row]
    }
}
