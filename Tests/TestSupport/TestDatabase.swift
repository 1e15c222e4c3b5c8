import Foundation
import PostgresStore
import SQLiteStore
import Schema
import Store

/// A database of its own for one test.
package struct TestDatabase: Sendable {
    package let kind: EngineKind
    package let engine: any Engine
    /// Where it is, for opening it a second time.
    package let address: DatabaseAddress

    /// The file, where it is one.
    package var path: String? {
        if case .sqlite(let path) = address.place { path } else { nil }
    }

    /// Opens it a second time, as another server would.
    package func openAgain(connections: Int = 8) throws -> any Engine {
        try open(address, connections: connections)
    }
}

/// Runs a test on a database of its own, which is gone afterwards: with every table, or empty.
///
/// The database is a copy of a template that was migrated once in this process: a copied file, or a database made from a
/// template. At most four are in use at a time.
@discardableResult
package func withDatabase<Result: Sendable>(
    _ kind: EngineKind, migrated: Bool = true, _ body: (any Engine) async throws -> Result
) async throws -> Result {
    try await withTestDatabase(kind, migrations: migrated ? Migration.all : []) { try await body($0.engine) }
}

/// The same, for tests that bring their own migrations or open the database a second time.
@discardableResult
package func withTestDatabase<Result: Sendable>(
    _ kind: EngineKind, migrations: [Migration] = [], _ body: (TestDatabase) async throws -> Result
) async throws -> Result {
    await Turnstile.databases.enter()
    let address: DatabaseAddress
    do {
        address = try await TestTemplates.shared.copy(kind, migrations)
    } catch {
        await Turnstile.databases.leave()
        throw error
    }
    let outcome: Swift.Result<Result, any Error>
    do {
        let engine = try open(address, connections: 8)
        do {
            outcome = .success(try await body(TestDatabase(kind: kind, engine: engine, address: address)))
        } catch {
            outcome = .failure(error)
        }
        await engine.close()
    } catch {
        outcome = .failure(error)
    }
    await TestTemplates.shared.remove(address)
    await Turnstile.databases.leave()
    return try outcome.get()
}

func open(_ address: DatabaseAddress, connections: Int) throws -> any Engine {
    switch address.place {
    case .sqlite(let path): try SQLiteEngine(path: path)
    case .postgres(let address): try PostgresEngine(address: address, connections: connections)
    }
}

/// Lets so many through at a time.
private actor Turnstile {
    static let databases = Turnstile(places: 4)

    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) {
        self.places = places
    }

    func enter() async {
        if places > 0 {
            places -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func leave() {
        if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
    }
}
