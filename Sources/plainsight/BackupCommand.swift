import ArgumentParser
import Site
import Store

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the database to a new file while it is in use. The key file is not in it: keep that apart.")

    @OptionGroup var options: DatabaseOptions
    @Argument(help: "The file to make; it must not exist.")
    var file: String

    func run() async throws {
        let settings = try await options.read()
        let engine = try Installation.openEngine(settings)
        do {
            try await engine.backup(to: file)
            await engine.close()
        } catch let error as StoreError {
            await engine.close()
            throw CommandFailure("The backup was not made: \(BackupCommand.reason(error)).")
        }
        print("The database is copied to \(file).")
    }

    private static func reason(_ error: StoreError) -> String {
        switch error {
        case .unreachable(let text), .unsupported(let text), .failed(let text): text
        default: "\(error)"
        }
    }
}
