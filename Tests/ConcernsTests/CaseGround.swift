import Access
import Kernel
import Partnerships
import Schema
import Store
import TestSupport

@testable import Concerns

/// A partnership with a coordinator and four members with a contact each, on which cases are worked.
struct CaseGround {
    let engine: any Engine
    let clock = TestWorld()
    let concerns: ConcernDesk
    let partnership: ID<Partnership>
    let town: ID<Term>
    /// Coordinator's own, and members in this order: Police and Fire enforce, Charity and Housing do not.
    let council: ID<Organisation>
    let police: ID<Organisation>
    let fire: ID<Organisation>
    let charity: ID<Organisation>
    let housing: ID<Organisation>
    private let people: [ID<Organisation>: ID<Person>]

    var desk: Desk { concerns.desk }
    var coordinator: Viewer { viewer(council, [.coordinator]) }

    init(_ engine: any Engine) async throws {
        self.engine = engine
        let world = clock.world
        let vault = try Vault(keyBytes: [UInt8](repeating: 9, count: 32))
        let desk = Desk(
            engine: engine, vault: vault, world: world,
            journal: Journal(engine: engine, vault: vault, world: world, server: "test"))
        let partnership = world.newID(Partnership.self)
        let town = world.newID(Term.self)
        let members = ["Council", "Police", "Fire service", "Hope Charity", "Housing"].map {
            (id: world.newID(Organisation.self), person: world.newID(Person.self), name: $0)
        }
        try await desk.changeOffice { office in
            try Self.writeLists(office)
            try office.run(
                """
                INSERT INTO partnerships (id, slug, name, reference_prefix, next_reference, next_visit_reference,
                    requires_second_factor, is_demonstration, scoping_hours, sharing_agreement, created_at)
                VALUES (\(partnership), 'sandwell', 'Sandwell partnership', 'SW', 1, 1, 0, 0, 48,
                    'the Sandwell agreement of 2019', 0)
                """)
            try office.run(
                """
                INSERT INTO partnership_terms (id, partnership_id, kind, label, label_key, created_at)
                VALUES (\(town), \(partnership), 'town', 'Oldbury', 'oldbury', 0)
                """)
            for (position, member) in members.enumerated() {
                try Self.write(member, position: position, of: partnership, office)
            }
        }
        self.partnership = partnership
        self.town = town
        council = members[0].id
        police = members[1].id
        fire = members[2].id
        charity = members[3].id
        housing = members[4].id
        people = Dictionary(members.map { ($0.id, $0.person) }) { first, _ in first }
        let lists = try await desk.readOffice { try $0.codeLists() }
        let catalogue = IndicatorCatalogue(
            try ReferenceData.indicators.map { .init(code: $0.code, set: $0.set, text: $0.text, weight: $0.weight) })
        concerns = ConcernDesk(desk: desk, lists: lists, indicators: catalogue)
    }

    private static func writeLists(_ office: Office) throws {
        for source in ReferenceData.codeLists {
            for row in try source.parsed() {
                try office.run(
                    """
                    INSERT INTO code_values (list, code, label, label_key, position, valid_from, note, source, confirmed)
                    VALUES (\(source.list), \(row.code), \(row.label), \(FoldedText(row.label).key), \(row.position),
                        \(row.validFrom), \(row.note), '', 1)
                    """)
            }
        }
    }

    private static func write(
        _ member: (id: ID<Organisation>, person: ID<Person>, name: String), position: Int,
        of partnership: ID<Partnership>, _ office: Office
    ) throws {
        try office.run(
            """
            INSERT INTO organisations (id, name, name_key, kind, is_enforcement)
            VALUES (\(member.id), \(member.name), \(FoldedText(member.name).key), 'other',
                \(position == 1 || position == 2))
            """)
        try office.run(
            """
            INSERT INTO partnership_members (partnership_id, organisation_id, position, joined_on)
            VALUES (\(partnership), \(member.id), \(position), '2019-01-01')
            """)
        try office.run(
            """
            INSERT INTO people (id, organisation_id, name, email, email_key, created_at)
            VALUES (\(member.person), \(member.id), \("Contact at \(member.name)"), \(member.name), \(member.name), 0)
            """)
        try office.run(
            """
            INSERT INTO roles (person_id, partnership_id, role, granted_at)
            VALUES (\(member.person), \(partnership), \(position == 0 ? "coordinator" : "member"), 0)
            """)
    }

    /// A person of an organisation, in these roles.
    func viewer(_ organisation: ID<Organisation>, _ roles: Set<Role> = [.member]) -> Viewer {
        Viewer(
            person: people[organisation] ?? clock.world.newID(), name: "Somebody", organisation: organisation,
            organisationName: "An organisation", partnership: partnership, roles: roles, town: nil,
            agreementInForce: true, request: "test")
    }

    /// What an agency tells of a factory.
    func draft(seen: String = "Workers arrive by minibus before five.") -> ConcernDraft {
        var draft = ConcernDraft(receivedOn: clock.now.day)
        draft.source = "agency"
        draft.seen = seen
        draft.locationType = "factory"
        draft.place = "12 Anvil Street, Oldbury"
        draft.postcode = "B69 4AA"
        draft.town = town
        return draft
    }

    /// Raises a concern for an organisation.
    func raise(_ draft: ConcernDraft? = nil, by organisation: ID<Organisation>? = nil) async throws -> ID<Concern> {
        let outcome = try await concerns.raise(
            draft ?? self.draft(), channel: .agencyForm, by: viewer(organisation ?? housing), key: nil)
        return try outcome.get()
    }

    /// Reads as somebody.
    func read<Result: Sendable>(
        as viewer: Viewer, _ body: @escaping @Sendable (Reading) throws -> Result
    ) async throws -> Result {
        try await desk.read(as: viewer, Consultation("test", "concerns"), body)
    }

    /// Whether somebody sees a concern.
    func sees(_ concern: ID<Concern>, _ viewer: Viewer) async throws -> Bool {
        try await read(as: viewer) { reading in
            do {
                _ = try reading.concern(concern)
                return true
            } catch AccessError.notVisible {
                return false
            }
        }
    }

    /// The first column of the first row, straight from the database.
    func value<Value: ColumnDecodable & Sendable>(_ statement: Statement, as type: Value.Type = Value.self) async throws
        -> Value?
    {
        try await engine.read { try $0.value(statement, as: Value.self) }
    }
}

/// What a refusal says, for a test that expected none.
struct Refused: Error {
    let problems: [Problem]
}

extension Outcome {
    /// The result; throws the problems of a refusal.
    func get() throws -> Result {
        switch self {
        case .done(let result): result
        case .refused(let problems): throw Refused(problems: problems)
        }
    }

    /// The fields that a refusal names.
    var fields: [String] { problems.map(\.field) }
}

/// Runs a test on a database of its own with a partnership in it.
func withCases(_ kind: EngineKind, _ body: (CaseGround) async throws -> Void) async throws {
    try await withDatabase(kind) { try await body(try await CaseGround($0)) }
}
