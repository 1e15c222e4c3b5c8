import Access
import Accounts
import Kernel
import Schema
import Store
import TestSupport

@testable import Partnerships

/// Two partnerships founded as an operator founds them, with invented people, on a database of its own.
struct PartnershipGround {
    let engine: any Engine
    let clock: TestWorld
    let desk: Desk
    let partnerships: PartnershipDesk
    let accounts: AccountDesk
    let lists: CodeLists
    let sandwell: ID<Partnership>
    let gloucestershire: ID<Partnership>
    let council: ID<Organisation>
    let charity: ID<Organisation>
    let administrator: Viewer
    let coordinator: Viewer
    let member: Viewer
    let operatorViewer: Viewer

    static let password = "copper lantern meadow"

    init(_ engine: any Engine) async throws {
        self.engine = engine
        let clock = TestWorld()
        let world = clock.world
        let desk = Desk(
            engine: engine, vault: try Vault(keyBytes: [UInt8](repeating: 7, count: 32)), world: world,
            journal: Journal(
                engine: engine, vault: try Vault(keyBytes: [UInt8](repeating: 7, count: 32)), world: world,
                server: "test"))
        let kinds = try ReferenceData.organisationKinds.parsed()
        try await desk.changeOffice { office in
            for kind in kinds {
                try office.run(
                    """
                    INSERT INTO code_values (list, code, label, label_key, position, valid_from, valid_until, note,
                        source, confirmed)
                    VALUES ('organisation_kind', \(kind.code), \(kind.label), '', \(kind.position), \(kind.validFrom),
                        \(kind.validUntil), \(kind.note), '', 1)
                    """)
            }
        }
        let lists = try await desk.readOffice { try $0.codeLists() }
        let accounts = AccountDesk(
            desk: desk, passwords: PasswordHasher(cost: .trifling, world: world), commonPasswords: [])
        let founding = FoundPartnership(desk: desk)
        func found(_ slug: String) async throws -> ID<Partnership> {
            let outcome = try await founding.found(
                slug: slug, name: "The \(slug) partnership", prefix: "SW", agreement: "Agreement of 3 April 2018")
            guard let id = outcome.result else { throw GroundError.refused(outcome.problems.map(\.message)) }
            for (name, kind) in [("Midland Council", "council"), ("Safe Harbour", "charity")] {
                _ = try await founding.admit(organisation: name, kind: kind, into: id)
            }
            return id
        }
        let sandwell = try await found("sandwell")
        let gloucestershire = try await found("gloucestershire")
        let members = try await desk.readOffice { try $0.members(of: sandwell) }
        func add(_ name: String, _ email: String, _ organisation: OrganisationSummary, _ role: Role) async throws -> Viewer {
            let outcome = try await accounts.addPerson(
                name: name, email: email, organisation: organisation.name, roles: [role], town: nil,
                password: PartnershipGround.password, by: .operator(of: sandwell, request: "test"))
            guard let added = outcome.result else { throw GroundError.refused(outcome.problems.map(\.message)) }
            return Viewer(
                person: added.id, name: name, organisation: organisation.id, organisationName: organisation.name,
                partnership: sandwell, roles: [role], town: nil, agreementInForce: true, request: "test")
        }
        administrator = try await add("Kezia Arden", "keeper@example.org", members[0], .administrator)
        coordinator = try await add("Rowan Ashdown", "rowan@example.org", members[0], .coordinator)
        member = try await add("Imani Field", "imani@example.org", members[1], .member)
        operatorViewer = .operator(of: sandwell, request: "test")
        council = members[0].id
        charity = members[1].id
        self.clock = clock
        self.desk = desk
        self.lists = lists
        self.accounts = accounts
        self.sandwell = sandwell
        self.gloucestershire = gloucestershire
        partnerships = PartnershipDesk(desk: desk, lists: lists)
    }

    /// Somebody with one role, apart from those who have accounts.
    func viewer(_ role: Role) -> Viewer {
        Viewer(
            person: member.person ?? clock.world.newID(), name: "Imani Field", organisation: charity,
            organisationName: "Safe Harbour", partnership: sandwell, roles: [role], town: nil, agreementInForce: true,
            request: "test")
    }

    /// Signs in and answers the token of the session.
    func token(_ email: String) async throws -> String {
        let result = try await accounts.signIn(
            SignInAttempt(
                email: email, password: PartnershipGround.password, address: "10.0.0.1", previousToken: nil,
                request: "test"))
        switch result {
        case .complete(let token), .unfinished(let token, _): return token
        case .refused(let problem): throw GroundError.refused([problem.message])
        }
    }

    func texts(_ statement: Statement) async throws -> [String] {
        try await engine.read { transaction in try transaction.rows(statement) { try $0.next(String.self) } }
    }

    func count(_ statement: Statement) async throws -> Int {
        try await engine.read { transaction in try transaction.value(statement, as: Int.self) ?? 0 }
    }
}

enum GroundError: Error {
    case refused([String])
}
