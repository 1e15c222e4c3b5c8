import ArgumentParser
import Foundation
import Site

/// The command.
@main
struct PlainsightCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plainsight",
        abstract: "The shared system of an anti-slavery partnership.",
        subcommands: [
            ServeCommand.self, MigrateCommand.self, DemoCommand.self, ImportCommand.self, DashboardCommand.self,
            BackupCommand.self, JournalCommand.self, PartnershipCommand.self, UserCommand.self, TokenCommand.self,
            PathwayCommand.self, LinkCommand.self, PublishCommand.self,
        ])
}

/// What every command takes: where the records are, and a settings file.
struct DatabaseOptions: ParsableArguments {
    @Option(
        name: .long, help: "sqlite:PATH or postgresql://USER@HOST,HOST/NAME (default: sqlite:data/plainsight.sqlite).")
    var database: String?

    @Option(name: .long, help: "A JSON file with a member \"plainsight\" that holds settings.")
    var settings: String?

    func read(_ more: [String: String] = [:]) async throws -> Settings {
        var options = more
        if let database { options["database"] = database }
        do {
            return try await Settings.read(
                options: options, environment: ProcessInfo.processInfo.environment, file: settings)
        } catch let error as SettingsError {
            throw CommandFailure(error.description)
        }
    }
}

/// A command that could not do what it was asked, in words for the person who typed it. Ends with status 1.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Writes to standard error, where notes go that are no result.
func note(_ text: String) {
    FileHandle.standardError.write(Data("\(text)\n".utf8))
}
