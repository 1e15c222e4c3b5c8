import Access
import Kernel
import Schema
import Store
import TestSupport

@testable import Concerns

/// A partnership with two members and the code lists, on which imports are tried.
struct ImportGround {
    let engine: any Engine
    let desk: Desk
    let partnership: ID<Partnership>
    let police: ID<Organisation>
    let charity: ID<Organisation>

    init(_ engine: any Engine) async throws {
        let clock = TestWorld()
        let world = clock.world
        let vault = try Vault(keyBytes: [UInt8](repeating: 7, count: 32))
        self.engine = engine
        desk = Desk(
            engine: engine, vault: vault, world: world,
            journal: clock.journal(on: engine, vault: vault, server: "test"))
        let partnership = world.newID(Partnership.self)
        let police = world.newID(Organisation.self)
        let charity = world.newID(Organisation.self)
        self.partnership = partnership
        self.police = police
        self.charity = charity
        try await ReferenceLoader.load(into: engine)
        try await desk.changeOffice { office in
            try office.run(
                """
                INSERT INTO partnerships (id, slug, name, reference_prefix, next_reference, next_visit_reference,
                    requires_second_factor, is_demonstration, scoping_hours, sharing_agreement, created_at)
                VALUES (\(partnership), 'test', 'Test partnership', 'TE', 1, 1, 0, 0, 48, '', 0)
                """)
            for (position, member) in [(police, "Police", true), (charity, "Hope for Justice", false)].enumerated() {
                try office.run(
                    """
                    INSERT INTO organisations (id, name, name_key, kind, is_enforcement)
                    VALUES (\(member.0), \(member.1), \(FoldedText(member.1).key), 'other', \(member.2))
                    """)
                try office.run(
                    """
                    INSERT INTO partnership_members (partnership_id, organisation_id, position, joined_on)
                    VALUES (\(partnership), \(member.0), \(position), '2019-01-01')
                    """)
            }
        }
    }

    /// Imports concerns from a text.
    func concerns(_ text: String, isDryRun: Bool = false) async throws -> ImportReport {
        try await ConcernImport(desk: desk).run(
            Array(text.utf8), into: partnership, isDryRun: isDryRun, request: "test")
    }

    /// The first column of the first row, straight from the database.
    func value<Value: ColumnDecodable & Sendable>(_ statement: Statement, as type: Value.Type = Value.self) async throws
        -> Value?
    {
        try await engine.read { try $0.value(statement, as: Value.self) }
    }

    /// How many rows a table has.
    func count(_ table: StaticString) async throws -> Int {
        try await value("SELECT COUNT(*) FROM \(Statement(stringLiteral: table))", as: Int.self) ?? -1
    }
}
