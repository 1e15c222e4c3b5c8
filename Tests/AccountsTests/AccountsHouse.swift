import Access
import Kernel
import Store
import TestSupport

@testable import Accounts

/// Two partnerships with invented people, on a database of its own.
struct AccountsHouse {
    let engine: any Engine
    let clock: TestWorld
    let desk: Desk
    let accounts: AccountDesk
    let sandwell: ID<Partnership>
    let gloucestershire: ID<Partnership>
    let police: ID<Organisation>
    let charity: ID<Organisation>
    let tipton: ID<Term>
    /// Keeps the accounts of Sandwell.
    let administrator: Viewer
    /// Runs commands for Sandwell.
    let operatorViewer: Viewer

    static let password = "copper lantern meadow"

    init(_ engine: any Engine, settings: AccountSettings = AccountSettings()) async throws {
        self.engine = engine
        let clock = TestWorld()
        let world = clock.world
        let vault = try Vault(keyBytes: [UInt8](repeating: 7, count: 32))
        let desk = Desk(
            engine: engine, vault: vault, world: world,
            journal: clock.journal(on: engine, vault: vault, server: "test"))
        let accounts = AccountDesk(
            desk: desk, passwords: PasswordHasher(cost: .trifling, world: world),
            commonPasswords: ["passwordpassword"], settings: settings)
        let sandwell: ID<Partnership> = world.newID()
        let gloucestershire: ID<Partnership> = world.newID()
        let police: ID<Organisation> = world.newID()
        let charity: ID<Organisation> = world.newID()
        let tipton: ID<Term> = world.newID()
        let keeper: ID<Person> = world.newID()
        let hash = try await PasswordHasher(cost: .trifling, world: world).hash(AccountsHouse.password)
        try await desk.changeOffice { office in
            for (id, name) in [(police, "Midland Constabulary"), (charity, "Safe Harbour")] {
                try office.run(
                    """
                    INSERT INTO organisations (id, name, name_key, kind, is_enforcement)
                    VALUES (\(id), \(name), \(FoldedText(name).key), 'police', 0)
                    """)
            }
            for (id, slug, name) in [
                (sandwell, "sandwell", "Sandwell"), (gloucestershire, "gloucestershire", "Gloucestershire"),
            ] {
                try office.run(
                    """
                    INSERT INTO partnerships (id, slug, name, reference_prefix, next_reference, next_visit_reference,
                        requires_second_factor, is_demonstration, scoping_hours, sharing_agreement,
                        agreement_valid_until, created_at)
                    VALUES (\(id), \(slug), \(name), 'X', 1, 1, 0, 0, 48, '', NULL, \(office.moment))
                    """)
                for (position, organisation) in [police, charity].enumerated() {
                    try office.run(
                        """
                        INSERT INTO partnership_members (partnership_id, organisation_id, position, joined_on)
                        VALUES (\(id), \(organisation), \(position), '2019-04-01')
                        """)
                }
            }
            try office.run(
                """
                INSERT INTO partnership_terms (id, partnership_id, kind, label, label_key, created_at)
                VALUES (\(tipton), \(sandwell), 'town', 'Tipton', 'tipton', \(office.moment))
                """)
            guard let email = EmailAddress("keeper@example.org") else { return }
            try office.insertPerson(
                keeper, name: "Kezia Arden", email: email, organisation: charity, password: StoredPassword(hash: hash))
            try office.setRoles([.administrator], town: nil, of: keeper, in: sandwell)
        }
        self.clock = clock
        self.desk = desk
        self.accounts = accounts
        self.sandwell = sandwell
        self.gloucestershire = gloucestershire
        self.police = police
        self.charity = charity
        self.tipton = tipton
        administrator = Viewer(
            person: keeper, name: "Kezia Arden", organisation: charity, organisationName: "Safe Harbour",
            partnership: sandwell, roles: [.administrator], town: nil, agreementInForce: true, request: "test")
        operatorViewer = .operator(of: sandwell, request: "test")
    }

    /// Adds somebody to Sandwell with a password of their own, as the operator does: the roles count at once.
    @discardableResult
    func add(
        _ email: String = "rowan@example.org", name: String = "Rowan Ashdown", roles: Set<Role> = [.coordinator],
        town: ID<Term>? = nil, password: String? = AccountsHouse.password
    ) async throws -> ID<Person> {
        let outcome = try await accounts.addPerson(
            NewPerson(
                name: name, email: email, organisation: police, roles: roles, town: town, password: password),
            by: operatorViewer, key: nil)
        guard let added = outcome.result else { throw HouseError.refused(outcome.problems.map(\.message)) }
        return added.id
    }

    func signIn(
        _ email: String = "rowan@example.org", _ password: String = AccountsHouse.password,
        address: String = "10.0.0.1",
        previous: String? = nil
    ) async throws -> SignInResult {
        try await accounts.signIn(
            SignInAttempt(
                email: email, password: password, address: address, previousToken: previous, request: "test"))
    }

    /// Signs in and answers the token of the session.
    func token(_ email: String = "rowan@example.org", _ password: String = AccountsHouse.password) async throws
        -> String
    {
        switch try await signIn(email, password) {
        case .complete(let token), .unfinished(let token, _): return token
        case .refused(let problem): throw HouseError.refused([problem.message])
        }
    }

    /// Sets up a second factor and answers its key, its recovery codes and the token of the session.
    func setUpSecondFactor(_ person: ID<Person>) async throws -> (code: TimeCode, recovery: [String], token: String) {
        try await accounts.beginSecondFactor(of: person)
        guard let code = try await accounts.waitingSecondFactor(of: person) else {
            throw HouseError.refused(["no key"])
        }
        let typed = code.code(step: TimeCode.step(at: clock.now))
        let outcome = try await accounts.confirmSecondFactor(code: typed, of: person, request: "test")
        guard let done = outcome.result else { throw HouseError.refused(outcome.problems.map(\.message)) }
        return (code, done.recoveryCodes, done.token)
    }

    func count(_ statement: Statement) async throws -> Int {
        try await engine.read { transaction in try transaction.value(statement, as: Int.self) ?? 0 }
    }

    func texts(_ statement: Statement) async throws -> [String] {
        try await engine.read { transaction in try transaction.rows(statement) { try $0.next(String.self) } }
    }

    func run(_ statement: Statement) async throws {
        _ = try await engine.write { transaction in try transaction.run(statement) }
    }
}

enum HouseError: Error {
    case refused([String])
}

extension SignInResult {
    var token: String? {
        switch self {
        case .complete(let token), .unfinished(let token, _): token
        case .refused: nil
        }
    }

    var problem: Problem? {
        if case .refused(let problem) = self { problem } else { nil }
    }

    var step: SignInStep? {
        if case .unfinished(_, let step) = self { step } else { nil }
    }

    var isComplete: Bool {
        if case .complete = self { true } else { false }
    }
}
