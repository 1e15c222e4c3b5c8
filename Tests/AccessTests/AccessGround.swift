import Kernel
import Store
import TestSupport

@testable import Access

/// Two partnerships, three agencies and a desk, on a database of its own.
struct AccessGround {
    let engine: any Engine
    let clock: TestWorld
    let vault: Vault
    let desk: Desk
    let sandwell: ID<Partnership>
    let stroud: ID<Partnership>
    let police: ID<Organisation>
    let charity: ID<Organisation>
    let council: ID<Organisation>

    /// - Parameter desk: the engine that the desk works through, where it is not the database itself.
    init(_ engine: any Engine, through watched: (any Engine)? = nil) async throws {
        let clock = TestWorld()
        let world = clock.world
        let vault = try Vault(keyBytes: [UInt8](repeating: 9, count: 32))
        let sandwell: ID<Partnership> = world.newID()
        let stroud: ID<Partnership> = world.newID()
        let police: ID<Organisation> = world.newID()
        let charity: ID<Organisation> = world.newID()
        let council: ID<Organisation> = world.newID()
        try await engine.write { transaction in
            for (id, name) in [(police, "Midland Constabulary"), (charity, "Safe Harbour"), (council, "Council")] {
                try transaction.run(
                    """
                    INSERT INTO organisations (id, name, name_key, kind, is_enforcement)
                    VALUES (\(id), \(name), \(FoldedText(name).key), 'police', \(id == police))
                    """)
            }
            for (id, slug) in [(sandwell, "sandwell"), (stroud, "stroud")] {
                try transaction.run(
                    """
                    INSERT INTO partnerships (id, slug, name, reference_prefix, next_reference, next_visit_reference,
                        requires_second_factor, is_demonstration, scoping_hours, sharing_agreement, created_at)
                    VALUES (\(id), \(slug), \(slug), 'X', 1, 1, 0, 0, 48, 'Agreement', 0)
                    """)
            }
        }
        self.engine = engine
        self.clock = clock
        self.vault = vault
        self.sandwell = sandwell
        self.stroud = stroud
        self.police = police
        self.charity = charity
        self.council = council
        desk = AccessGround.desk(over: watched ?? engine, vault: vault, world: world)
    }

    /// A desk with a journal of its own, as another server has one.
    static func desk(over engine: any Engine, vault: Vault, world: World, server: String = "test") -> Desk {
        Desk(
            engine: engine, vault: vault, world: world,
            journal: Journal(engine: engine, vault: vault, world: world, server: server))
    }

    func anotherServer() -> Desk {
        AccessGround.desk(over: engine, vault: vault, world: clock.world, server: "another")
    }

    func viewer(
        _ roles: Set<Role>, of organisation: ID<Organisation>? = nil, in partnership: ID<Partnership>? = nil,
        agreementInForce: Bool = true, mayChange: Bool = true
    ) -> Viewer {
        Viewer(
            person: clock.world.newID(), name: "Rowan Ashdown", organisation: organisation ?? council,
            organisationName: "Council", partnership: partnership ?? sandwell, roles: roles, town: nil,
            agreementInForce: agreementInForce, request: "test", mayChange: mayChange)
    }

    var coordinator: Viewer { viewer([.coordinator]) }

    func verified() async throws -> JournalVerification {
        try await JournalVerification.run(on: engine, vault: vault)
    }

    func count(_ statement: Statement) async throws -> Int {
        try await engine.read { transaction in try transaction.value(statement, as: Int.self) ?? 0 }
    }

    func text(_ statement: Statement) async throws -> String? {
        try await engine.read { transaction in try transaction.value(statement, as: String.self) }
    }

    func run(_ statement: Statement) async throws {
        _ = try await engine.write { transaction in try transaction.run(statement) }
    }

    /// Writes a concern beside the desk.
    func addConcern(in partnership: ID<Partnership>? = nil, reference: String = "X-0001") async throws -> ID<Concern> {
        let id: ID<Concern> = clock.world.newID()
        try await run(.concern(id, in: partnership ?? sandwell, reference: reference, into: "concerns"))
        return id
    }

    func addToCircle(_ organisation: ID<Organisation>, of concern: ID<Concern>) async throws {
        try await run(
            """
            INSERT INTO circles (concern_id, organisation_id, partnership_id, sees_answers, sees_victims, basis, added_at)
            VALUES (\(concern), \(organisation), \(sandwell), 0, 0, 'agreement', 0)
            """)
    }
}

extension Statement {
    /// A concern with as little in it as the table allows.
    static func concern(
        _ id: ID<Concern>, in partnership: ID<Partnership>?, reference: String, into table: Statement
    ) -> Statement {
        """
        INSERT INTO \(table) (id, partnership_id, reference, version, received_on, received_at, channel, source,
            status, is_open, immediate_danger, summary, seen, inferred, happens_when, how_known, location_type,
            place, postcode, place_key, residence, residence_key, nationality, children_present,
            reporter_contact, reporter_safe_way, threat, harm, risk, investigation, vulnerability, engagement,
            planning_meeting_notes, tactical_plan, closing_summary, report_back)
        VALUES (\(id), \(partnership), \(reference), 1, '2020-02-03', 0, 'form', 'agency', 'raised', 1, 0,
            'as raised', '', '', '', '', 'farm', '', '', '', '', '', '', 'unknown', '', '', '', '', '', '', '', '',
            '', '', '', '')
        """
    }
}

// MARK: Verbs of these tests

/// Makes a concern.
enum BeginConcern: Verb {
    typealias Record = Concern
    static let name = "begin-concern"
    static let relation = Relation.concerns
    static let roles: Set<Role> = [.coordinator, .member]
    static let event = JournalEvent.collection
}

extension Change where V == BeginConcern {
    func insert(reference: String) throws {
        try run(.concern(record, in: viewer.partnership, reference: reference, into: target))
    }
}

/// Changes one field of a concern.
enum RewriteSummary: Verb {
    typealias Record = Concern
    static let name = "rewrite-summary"
    static let relation = Relation.concerns
    static let roles: Set<Role> = [.coordinator]
}

extension Change where V == RewriteSummary {
    func write(_ summary: String) throws {
        try run("UPDATE \(target) SET summary = \(summary) WHERE id = \(record)")
    }
}

/// Another change of the same record.
enum NotePlace: Verb {
    typealias Record = Concern
    static let name = "note-place"
    static let relation = Relation.concerns
    static let roles: Set<Role> = [.coordinator, .member]
}

extension Change where V == NotePlace {
    func write(_ place: String) throws {
        try run("UPDATE \(target) SET place = \(place) WHERE id = \(record)")
    }
}

extension Desk {
    func begin(_ reference: String, by viewer: Viewer, key: IdempotencyKey? = nil) async throws -> Outcome<ID<Concern>> {
        try await create(BeginConcern.self, by: viewer, key: key) { change in
            try change.insert(reference: reference)
            return .done(change.record)
        }
    }

    @discardableResult
    func rewrite(
        _ concern: ID<Concern>, _ summary: String, by viewer: Viewer, expecting version: Int? = nil,
        key: IdempotencyKey? = nil
    ) async throws -> Outcome<String> {
        try await change(RewriteSummary.self, on: concern, by: viewer, expecting: version, key: key) { change in
            try change.write(summary)
            change.note("Rewritten")
            return .done(summary)
        }
    }

    @discardableResult
    func summary(of concern: ID<Concern>, as viewer: Viewer) async throws -> String {
        try await read(as: viewer, Consultation("open-concern", "concerns", concern.text)) { reading in
            guard
                let text = try reading.value(
                    "SELECT c.summary FROM \(reading.visible(.concerns)) c WHERE c.id = \(concern)", as: String.self)
            else { throw AccessError.notVisible }
            return text
        }
    }
}
