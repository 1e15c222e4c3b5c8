import Access
import Accounts
import Kernel
import Partnerships
import Schema
import Site
import Store

/// Opens the installation for one command, runs it, and closes the database whatever happens.
func withInstallation<Result>(
    _ settings: Settings, _ body: (Installation) async throws -> Result
) async throws -> Result {
    let world = World.real
    let installation: Installation
    do {
        installation = try await Installation.open(
            settings, world: world, passwords: PasswordHasher(world: world), server: "command")
    } catch let error as StoreError {
        throw CommandFailure("The database \(settings.database) cannot be used: \(error)")
    } catch let error as KeyFileError {
        throw CommandFailure("\(error)")
    } catch let error as MigrationError {
        throw CommandFailure("\(error)")
    }
    do {
        let result = try await body(installation)
        await installation.engine.close()
        return result
    } catch {
        await installation.engine.close()
        throw error
    }
}

extension Installation {
    /// After much was written: what was written stands whether or not this succeeds, so a failure is said and is none of the command.
    func takeStock() async {
        do {
            try await engine.takeStock()
        } catch {
            note("The database was not told to look at its tables anew (\(error)). It does so by itself; until then pages can be slow.")
        }
    }
}

/// The partnership with this slug, for the operator.
func findPartnership(_ slug: String, _ installation: Installation) async throws -> ID<Partnership> {
    let found = try await installation.desk.readOffice { office in try office.partnership(slug: slug)?.id }
    guard let found else {
        let known = try await installation.desk.readOffice { office in try office.allPartnerships().map(\.slug) }
        throw CommandFailure(
            "There is no partnership \(slug). "
                + (known.isEmpty
                    ? "None exists yet: run plainsight demo, or add one." : "Known: \(known.joined(separator: ", "))."))
    }
    return found
}
