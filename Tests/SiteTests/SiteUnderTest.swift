import Access
import Accounts
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import NIOCore
import Schema
import Store
import TestSupport
import Web

@testable import Site

/// The whole site over a database of its own, asked as a browser or a program asks it.
struct SiteUnderTest: Sendable {
    let installation: Installation
    let clock: TestWorld
    let client: any TestClientProtocol
    /// Every address that the site answers, as its router knows it.
    let routes: [Route]

    /// One address with its parameters.
    struct Route: Sendable {
        struct Segment: Sendable {
            let text: String
            /// The name between the braces.
            let parameter: String?
            /// What follows the parameter, such as ".csv".
            let suffix: String
        }

        let method: String
        /// "/{partnership}/concerns/{concern}".
        let path: String
        let segments: [Segment]
        var isOfPartnership: Bool { path.hasPrefix("/{partnership}") }

        init(method: String, path: String) {
            self.method = method
            segments = path.split(separator: "/").map { part in
                if part.hasPrefix(":") { return Segment(text: "", parameter: String(part.dropFirst()), suffix: "") }
                guard part.hasPrefix("{"), let end = part.firstIndex(of: "}") else {
                    return Segment(text: String(part), parameter: nil, suffix: "")
                }
                return Segment(
                    text: "", parameter: String(part[part.index(after: part.startIndex)..<end]),
                    suffix: String(part[part.index(after: end)...]))
            }
            let parts = segments.map { segment in segment.parameter.map { "{\($0)}\(segment.suffix)" } ?? segment.text }
            self.path = "/" + parts.joined(separator: "/")
        }
    }

    /// A browser in which somebody is signed in.
    struct Session: Sendable {
        let cookie: String
        /// What every form of this session carries.
        let secret: String
    }

    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]
        var body: String { String(decoding: bytes, as: UTF8.self) }
        var type: String { headers[.contentType] ?? "" }
    }

    static func vault() throws -> Vault { try Vault(keyBytes: [UInt8](repeating: 5, count: 32)) }

    /// Runs a test on the site over a migrated database.
    static func run(
        over engine: any Engine, vault: Vault, clock: TestWorld = TestWorld(), isDemonstration: Bool = false,
        _ body: @escaping @Sendable (SiteUnderTest) async throws -> Void
    ) async throws {
        if !(try await ReferenceLoader.isCurrent(in: engine)) { try await ReferenceLoader.load(into: engine) }
        let installation = try await Installation.assemble(
            engine: engine, vault: vault, world: clock.world,
            passwords: PasswordHasher(cost: .trifling, world: clock.world), server: "test")
        let router = try SiteRouter(
            installation: installation, isSecure: false, isDemonstration: isDemonstration
        ).router()
        let routes = router.routes.map { Route(method: $0.method.rawValue, path: "\($0.path)") }
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        try await Application(router: router, logger: logger).test(.router) { client in
            try await body(
                SiteUnderTest(installation: installation, clock: clock, client: client, routes: routes))
        }
    }

    // MARK: Who asks

    /// Begins a session as signing in does, without the password.
    func signIn(_ person: ID<Person>) async throws -> Session {
        let (cookie, secret) = (clock.world.newToken(), clock.world.newToken())
        let now = clock.now
        _ = try await installation.engine.write { transaction in
            try transaction.run(
                """
                INSERT INTO sessions (token_hash, person_id, form_secret, second_factor_passed, created_at, seen_at,
                    expires_at)
                VALUES (\(SecretHash.of(token: cookie)), \(person), \(secret), 0, \(now), \(now), \(now.adding(hours: 12)))
                """)
        }
        return Session(cookie: cookie, secret: secret)
    }

    /// Makes an API token for somebody and answers its text.
    func token(
        for person: ID<Person>, in place: ID<Partnership>, scopes: Set<TokenScope> = Set(TokenScope.allCases)
    ) async throws -> String {
        let text = "ps_" + clock.world.newToken()
        let id: ID<APIToken> = clock.world.newID()
        let now = clock.now
        _ = try await installation.engine.write { transaction in
            try transaction.run(
                """
                INSERT INTO api_tokens (id, token_hash, person_id, partnership_id, label, scope, created_at, ends_at)
                VALUES (\(id), \(SecretHash.of(token: text)), \(person), \(place), 'test', \(TokenScope.text(scopes)),
                    \(now), \(now.adding(days: 1)))
                """)
        }
        return text
    }

    // MARK: Asking

    func get(_ path: String, as session: Session? = nil) async throws -> Answer {
        var headers = HTTPFields()
        if let session { headers[.cookie] = "\(SessionCookie.name)=\(session.cookie)" }
        return try await send(path, .get, headers, nil)
    }

    func post(
        _ path: String, _ body: [UInt8], as session: Session? = nil,
        type: String = "application/x-www-form-urlencoded", cookies: String? = nil
    ) async throws -> Answer {
        var headers = HTTPFields()
        let own = session.map { "\(SessionCookie.name)=\($0.cookie)" }
        let all = [own, cookies].compactMap { $0 }
        if !all.isEmpty { headers[.cookie] = all.joined(separator: "; ") }
        headers[.contentType] = type
        return try await send(path, .post, headers, body)
    }

    /// Asks the interface.
    func api(
        _ path: String, token: String?, method: HTTPRequest.Method = .get, body: String? = nil, key: String? = nil
    ) async throws -> Answer {
        var headers = HTTPFields()
        if let token { headers[.authorization] = "Bearer \(token)" }
        if let key, let name = HTTPField.Name("Idempotency-Key") { headers[name] = key }
        if body != nil { headers[.contentType] = "application/json" }
        return try await send(path, method, headers, body.map { Array($0.utf8) })
    }

    func send(
        _ path: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: [UInt8]?
    ) async throws -> Answer {
        try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) }
        ) { response in
            Answer(
                status: Int(response.status.code), headers: response.headers,
                bytes: Array(response.body.readableBytesView))
        }
    }
}
