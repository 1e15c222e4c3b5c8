import ArgumentParser
import Schema
import Site
import Store

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Brings the database up to date; with --check only says whether it is.")

    @OptionGroup var options: DatabaseOptions
    @Flag(name: .long, help: "Changes nothing; ends with status 1 when migrations are missing.")
    var check = false

    func run() async throws {
        let settings = try await options.read()
        let engine = try Installation.openEngine(settings)
        do {
            let migrator = Migrator(Migration.all)
            if check {
                let missing = try await migrator.check(engine)
                await engine.close()
                guard missing.isEmpty else {
                    print(missing.map { "missing: \($0.number) \($0.name)" }.joined(separator: "\n"))
                    throw ExitCode(1)
                }
                print("The database is up to date.")
                return
            }
            let done = try await migrator.migrate(engine)
            try await ReferenceLoader.load(into: engine)
            await engine.close()
            print(
                done.isEmpty
                    ? "The database was up to date."
                    : done.map { "done: \($0.number) \($0.name)" }.joined(separator: "\n"))
        } catch let error as MigrationError {
            await engine.close()
            throw CommandFailure("\(error)")
        } catch {
            await engine.close()
            throw error
        }
    }
}
