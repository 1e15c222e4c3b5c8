import Access
import Concerns
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import PageTestSupport
import Partnerships
import Schema
import Store
import TestSupport
import Web

@testable import Subjects

/// A partnership with a coordinator and three members, whose records mention the same.
struct SubjectGround {
    let engine: any Engine
    let clock = TestWorld()
    let concerns: ConcernDesk
    let subjects: SubjectDesk
    let partnership: ID<Partnership>
    let town: ID<Term>
    let council: ID<Organisation>
    let police: ID<Organisation>
    let charity: ID<Organisation>
    let housing: ID<Organisation>
    private let people: [ID<Organisation>: ID<Person>]

    static let phone = "07700 900123"

    var coordinator: Viewer { viewer(council, [.coordinator]) }
    var machine: Viewer { .operator(of: partnership, request: "test") }

    init(_ engine: any Engine) async throws {
        self.engine = engine
        let world = clock.world
        let vault = try Vault(keyBytes: [UInt8](repeating: 9, count: 32))
        let desk = Desk(
            engine: engine, vault: vault, world: world,
            journal: clock.journal(on: engine, vault: vault, server: "test"))
        let partnership = world.newID(Partnership.self)
        let town = world.newID(Term.self)
        let members = [("Council", Role.coordinator), ("Police", .member), ("Hope Charity", .member), ("Housing", .member)].map {
            (agency: TestAgency(world.newID(), $0, "other", isEnforcement: $0 == "Police"), person: world.newID(Person.self), role: $1)
        }
        try await engine.write { transaction in
            try transaction.addShippedLists()
            try transaction.found([(partnership, "sandwell")], of: members.map(\.agency))
            try transaction.addTown(town, "Oldbury", to: partnership)
            for (agency, person, role) in members { try transaction.addContact(person, of: agency, as: role, in: partnership) }
        }
        self.partnership = partnership
        self.town = town
        council = members[0].agency.id
        police = members[1].agency.id
        charity = members[2].agency.id
        housing = members[3].agency.id
        people = Dictionary(members.map { ($0.agency.id, $0.person) }) { first, _ in first }
        let lists = try await desk.readOffice { try $0.codeLists() }
        concerns = ConcernDesk(desk: desk, lists: lists, indicators: IndicatorCatalogue([]))
        subjects = SubjectDesk(desk: desk, lists: lists)
    }

    func viewer(_ organisation: ID<Organisation>, _ roles: Set<Role> = [.member]) -> Viewer {
        Viewer(
            person: people[organisation] ?? clock.world.newID(), name: "Somebody", organisation: organisation,
            organisationName: "An organisation", partnership: partnership, roles: roles, town: nil, agreementInForce: true,
            request: "test")
    }

    /// What an agency tells of a place with these mentions.
    func draft(_ mentions: [MentionDraft], place: String = "", postcode: String = "") -> ConcernDraft {
        var draft = ConcernDraft(receivedOn: clock.now.day)
        draft.source = "agency"
        draft.seen = "Workers arrive by minibus before five."
        draft.locationType = "factory"
        draft.place = place
        draft.postcode = postcode
        draft.town = town
        draft.mentions = mentions
        return draft
    }

    /// Raises a concern that mentions a telephone.
    func raise(phone: String = SubjectGround.phone, by organisation: ID<Organisation>) async throws -> ID<Concern> {
        try await raise([MentionDraft(kind: "phone", value: phone)], by: organisation)
    }

    func raise(
        _ mentions: [MentionDraft], place: String = "", postcode: String = "", by organisation: ID<Organisation>
    ) async throws -> ID<Concern> {
        clock.advance(seconds: 60)
        let outcome = try await concerns.raise(
            draft(mentions, place: place, postcode: postcode), channel: .agencyForm, by: viewer(organisation), key: nil)
        guard let id = outcome.result else { throw Refused(problems: outcome.problems) }
        return id
    }

    func read<Result: Sendable>(
        as viewer: Viewer, _ body: @escaping @Sendable (Reading) throws -> Result
    ) async throws -> Result {
        try await subjects.desk.read(as: viewer, Consultation("test", "concerns"), body)
    }

    func change(_ statement: Statement) async throws {
        _ = try await engine.write { try $0.run(statement) }
    }

    func texts(_ statement: Statement) async throws -> [String] {
        try await engine.read { try $0.rows(statement) { try $0.next(String.self) } }
    }

    func reference(_ concern: ID<Concern>) async throws -> String {
        try await read(as: coordinator) { try $0.concern(concern).reference }
    }

    // MARK: Pages

    func get(_ path: String, as viewer: Viewer) async throws -> PageAnswer { try await send(.get, path, as: viewer, body: []) }

    func post(_ path: String, _ fields: [(String, String)], as viewer: Viewer) async throws -> PageAnswer {
        try await send(.post, path, as: viewer, body: PageAsking.form(fields, number: clock.world.newToken()))
    }

    /// As a script of the page asks.
    func fetch(_ path: String, _ fields: [(String, String)], as viewer: Viewer) async throws -> PageAnswer {
        var headers = HTTPFields()
        if let name = HTTPField.Name("X-Requested-With") { headers[name] = "fetch" }
        return try await send(
            .post, path, as: viewer, headers: headers, body: PageAsking.form(fields, number: clock.world.newToken()))
    }

    /// Sends a file of encodings to the page of a comparison.
    func upload(
        _ path: String, _ content: [UInt8], as viewer: Viewer, secret: String = "secret", cut: Int = 0
    ) async throws -> PageAnswer {
        func part(_ name: String, _ value: String) -> String {
            "--XX\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        var body = Array((part("form_secret", secret) + part("form_token", clock.world.newToken())).utf8)
        body += Array("--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"e.json\"\r\n\r\n".utf8)
        body += content + Array("\r\n--XX--\r\n".utf8)
        body.removeLast(cut)
        return try await send(
            .post, "\(path)/file", as: viewer, headers: [.contentType: "multipart/form-data; boundary=XX"], body: body)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, as viewer: Viewer, headers: HTTPFields = [:], body: [UInt8]
    ) async throws -> PageAnswer {
        let (subjects, concerns) = (subjects, concerns)
        let parts = ConcernPageParts { reading, concern, context, _ in
            (Markup(), try ConcernLinksCard(reading, concern: concern.id, slug: context.place.slug).markup)
        }
        let known = KnownParts { draft, context in
            KnownAlreadyCard(try await subjects.lookUp(draft, by: context.viewer), slug: context.place.slug).markup
        }
        return try await PageAsking(as: viewer) { router in
            let group = router.group("sandwell", context: SignedIn.self)
            group.addRoutes(ConcernRoutes(concerns: concerns, parts: parts, known: known).routes)
            group.addRoutes(SubjectRoutes(subjects: subjects).routes)
        }.ask(method, "/sandwell\(path)", headers: headers, body: body)
    }
}

/// What a refusal says, for a test that expected none.
struct Refused: Error {
    let problems: [Problem]
}

/// Runs a test on a database of its own with a partnership in it.
func withSubjects(_ kind: EngineKind, _ body: (SubjectGround) async throws -> Void) async throws {
    try await withDatabase(kind) { try await body(try await SubjectGround($0)) }
}
