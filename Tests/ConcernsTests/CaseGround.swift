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
            journal: clock.journal(on: engine, vault: vault, server: "test"))
        let partnership = world.newID(Partnership.self)
        let town = world.newID(Term.self)
        let members = [
            ("Council", Role.coordinator), ("Police", .member), ("Fire service", .member), ("Hope Charity", .member), ("Housing", .member),
        ].map {
            (
                agency: TestAgency(world.newID(), $0, "other", isEnforcement: ["Police", "Fire service"].contains($0)),
                person: world.newID(Person.self), role: $1
            )
        }
        try await engine.write { transaction in
            try transaction.addShippedLists()
            try transaction.run(
                """
                INSERT INTO partnerships (id, slug, name, reference_prefix, next_reference, next_visit_reference,
                    requires_second_factor, is_demonstration, scoping_hours, sharing_agreement, created_at)
                VALUES (\(partnership), 'sandwell', 'Sandwell partnership', 'SW', 1, 1, 0, 0, 48,
                    'the Sandwell agreement of 2019', 0)
                """)
            try transaction.addTown(town, "Oldbury", to: partnership)
            for (position, member) in members.enumerated() {
                try transaction.addMember(member.agency, at: position, of: [partnership])
                try transaction.addContact(member.person, of: member.agency, as: member.role, in: partnership)
            }
        }
        self.partnership = partnership
        self.town = town
        council = members[0].agency.id
        police = members[1].agency.id
        fire = members[2].agency.id
        charity = members[3].agency.id
        housing = members[4].agency.id
        people = Dictionary(members.map { ($0.agency.id, $0.person) }) { first, _ in first }
        let lists = try await desk.readOffice { try $0.codeLists() }
        let catalogue = IndicatorCatalogue(
            try ReferenceData.indicators.map { .init(code: $0.code, set: $0.set, text: $0.text, weight: $0.weight) })
        concerns = ConcernDesk(desk: desk, lists: lists, indicators: catalogue)
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
