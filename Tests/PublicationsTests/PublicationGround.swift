import Access
import Figures
import HTTPTypes
import Hummingbird
import Kernel
import PageTestSupport
import Partnerships
import Schema
import Store
import TestSupport
import Web

@testable import Publications

/// A partnership with two coordinators and a chair, and a year of sixty concerns: five in each month, forty in one town and
/// twenty in another.
struct PublicationGround {
    let engine: any Engine
    let clock = TestWorld(at: Moment(day: Day(number: 18_400), hour: 9))
    let desk: Desk
    let publications: PublicationDesk
    let partnership: ID<Partnership>
    let elsewhere: ID<Partnership>
    let council: ID<Organisation>
    let oldbury: ID<Term>
    let tipton: ID<Term>
    private let ada: ID<Person>
    private let bela: ID<Person>
    private let carys: ID<Person>

    static let year = (first: Day(number: 17_987), last: Day(number: 18_352))

    init(_ engine: any Engine, printer: DocumentPrinter? = nil, painter: SheetPainter? = nil) async throws {
        self.engine = engine
        let world = clock.world
        let vault = try Vault(keyBytes: [UInt8](repeating: 9, count: 32))
        desk = Desk(
            engine: engine, vault: vault, world: world,
            journal: Journal(engine: engine, vault: vault, world: world, server: "test"))
        let (place, other): (ID<Partnership>, ID<Partnership>) = (world.newID(), world.newID())
        let agency = TestAgency(world.newID(), "Council", "other")
        let people = ["Ada Quill", "Bela Marrow", "Carys Thorn"].map { (id: world.newID(Person.self), name: $0) }
        let (one, two): (ID<Term>, ID<Term>) = (world.newID(), world.newID())
        try await engine.write { transaction in
            try transaction.addShippedLists()
            try transaction.run("UPDATE code_values SET confirmed = 0 WHERE list = 'publication_licence'")
            try transaction.found([(place, "sandwell"), (other, "elsewhere")], of: [agency])
            for person in people {
                try transaction.run(
                    """
                    INSERT INTO people (id, organisation_id, name, email, email_key, created_at)
                    VALUES (\(person.id), \(agency.id), \(person.name), \(person.name), \(person.name), 0)
                    """)
            }
            try transaction.addTown(one, "Oldbury", to: place)
            try transaction.addTown(two, "Tipton", to: place)
        }
        (partnership, elsewhere, council, oldbury, tipton) = (place, other, agency.id, one, two)
        (ada, bela, carys) = (people[0].id, people[1].id, people[2].id)
        let lists = try await desk.readOffice { try $0.codeLists() }
        publications = PublicationDesk(
            desk: desk, figures: FigureDesk(desk: desk, lists: lists), lists: lists, printer: printer, painter: painter)
        try await engine.write { transaction in
            for number in 0..<60 {
                let (month, round) = (number % 12, number / 12)
                let day = Day(year: month < 9 ? 2019 : 2020, month: (month + 3) % 12 + 1, day: 10) ?? PublicationGround.year.first
                try PublicationGround.concern(
                    on: day, in: round == 0 || (round == 1 && month < 8) ? two : one, of: place, world, transaction)
            }
        }
    }

    private static func concern(
        on day: Day, in town: ID<Term>, of partnership: ID<Partnership>, _ world: World, _ transaction: any Transaction
    ) throws {
        let id = world.newID(Concern.self)
        try transaction.run(
            """
            INSERT INTO concerns (id, partnership_id, reference, version, received_on, received_at, channel, source, status, is_open,
                immediate_danger, summary, seen, inferred, happens_when, how_known, location_type, place, postcode, place_key, town_id,
                residence, residence_key, nationality, children_present, reporter_contact, reporter_safe_way, threat, harm, risk,
                investigation, vulnerability, engagement, planning_meeting_notes, tactical_plan, closing_summary, report_back, exploitation)
            VALUES (\(id), \(partnership), \(id), 1, \(day), 0, 'form', 'agency', 'raised', 1, 0, '', '', '', '', '',
                'private-dwelling', '', '', '', \(town), '', '', 'romanian', 'unknown', '', '', '', '', '', '', '', '', '', '', '', '',
                'labour')
            """)
        try transaction.run(
            """
            INSERT INTO concern_exploitation (concern_id, partnership_id, exploitation_type) VALUES (\(id), \(partnership), 'labour')
            """)
    }

    /// Records one more concern of the year.
    func addConcern(on day: Day, in town: ID<Term>) async throws {
        let (partnership, world) = (partnership, clock.world)
        try await engine.write { try PublicationGround.concern(on: day, in: town, of: partnership, world, $0) }
    }

    // MARK: Who

    private func viewer(_ person: ID<Person>, _ name: String, _ roles: Set<Role>, in place: ID<Partnership>? = nil) -> Viewer {
        Viewer(
            person: person, name: name, organisation: council, organisationName: "Council", partnership: place ?? partnership,
            roles: roles, town: nil, agreementInForce: true, request: "test")
    }

    var coordinator: Viewer { viewer(ada, "Ada Quill", [.coordinator]) }
    var colleague: Viewer { viewer(bela, "Bela Marrow", [.coordinator]) }
    var chair: Viewer { viewer(carys, "Carys Thorn", [.chair]) }
    /// Somebody who coordinates and chairs.
    var both: Viewer { viewer(ada, "Ada Quill", [.coordinator, .chair]) }
    var stranger: Viewer { viewer(bela, "Bela Marrow", [.coordinator, .chair], in: elsewhere) }

    /// Whoever runs commands on the machine.
    var machine: Viewer { .operator(of: partnership, request: "test") }

    func somebody(_ roles: Set<Role>) -> Viewer { viewer(bela, "Bela Marrow", roles) }

    // MARK: What

    /// A publication of the year with one written section and the year in figures by town.
    func draft(title: String = "Annual report", first: Day = year.first, last: Day = year.last) async throws -> ID<PartnershipPublication> {
        clock.advance(seconds: 60)
        let begun = try await publications.begin(
            PublicationFacts(kind: .strategy, title: title, first: first, last: last), by: coordinator, key: nil)
        let publication = try done(begun)
        for section in try await publications.one(publication, as: coordinator).sections {
            _ = try done(try await publications.remove(section.id, of: publication, by: coordinator, key: nil))
        }
        for draft in [
            SectionDraft(.foreword, title: "Foreword", body: "A welcome to all."),
            SectionDraft(.figures, source: "in-figures"), SectionDraft(.chart, source: "concerns-by-town"),
        ] {
            _ = try done(try await publications.add(draft, to: publication, by: coordinator, key: nil))
        }
        return publication
    }

    /// A profile of a town with the year in figures alone.
    func profile(of town: ID<Term>) async throws -> ID<PartnershipPublication> {
        clock.advance(seconds: 60)
        let year = PublicationGround.year
        let begun = try await publications.begin(
            PublicationFacts(kind: .townProfile, title: "A town", first: year.first, last: year.last, town: town), by: coordinator,
            key: nil)
        let publication = try done(begun)
        for section in try await publications.one(publication, as: coordinator).sections where section.draft.kind.isWritten {
            _ = try done(try await publications.remove(section.id, of: publication, by: coordinator, key: nil))
        }
        return publication
    }

    /// Locks a publication and signs it twice.
    func publish(_ publication: ID<PartnershipPublication>) async throws {
        clock.advance(seconds: 60)
        _ = try done(try await publications.lock(publication, by: coordinator, key: nil))
        let edition = try await publications.one(publication, as: coordinator).current?.id
        _ = try done(try await publications.sign(publication, edition: edition, as: .coordinator, by: coordinator, key: nil))
        _ = try done(try await publications.sign(publication, edition: edition, as: .chair, by: chair, key: nil))
    }

    func done<Result>(_ outcome: Outcome<Result>) throws -> Result {
        switch outcome {
        case .done(let result): return result
        case .refused(let problems): throw Refused(problems: problems)
        }
    }

    func texts(_ statement: Statement) async throws -> [String] {
        try await engine.read { try $0.rows(statement) { try $0.next(String.self) } }
    }

    // MARK: Pages

    func get(_ path: String, as viewer: Viewer) async throws -> PageAnswer {
        let publications = publications
        return try await PageAsking(as: viewer) { router in
            router.group("sandwell", context: SignedIn.self)
                .addRoutes(PublicationRoutes(publications: publications).routes, atPath: "publications")
        }.ask(.get, "/sandwell/publications\(path)")
    }

    func post(_ path: String, _ fields: [(name: String, value: String)], as viewer: Viewer) async throws -> PageAnswer {
        let publications = publications
        return try await PageAsking(as: viewer) { router in
            router.group("sandwell", context: SignedIn.self)
                .addRoutes(PublicationRoutes(publications: publications).routes, atPath: "publications")
        }.ask(.post, "/sandwell/publications\(path)", body: PageAsking.form(fields, number: clock.world.newToken()))
    }

    /// What anybody gets, without signing in.
    func open(_ path: String = "", headers: HTTPFields = [:]) async throws -> PageAnswer {
        let publications = publications
        return try await PageAsking(as: nil) { OpenRoutes(publications: publications, isSecure: true).add(to: $0) }
            .ask(.get, "/published\(path)", headers: headers)
    }
}

/// What a refusal says, for a test that expected none.
struct Refused: Error, CustomStringConvertible {
    let problems: [Problem]
    var description: String { problems.map(\.message).joined(separator: "; ") }
}

/// Runs a test on a database of its own with a partnership and its year in it.
func withPublications(
    _ kind: EngineKind, printer: DocumentPrinter? = nil, painter: SheetPainter? = nil, _ body: (PublicationGround) async throws -> Void
) async throws {
    try await withDatabase(kind) { try await body(try await PublicationGround($0, printer: printer, painter: painter)) }
}
