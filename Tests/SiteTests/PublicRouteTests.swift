import HTTPTypes
import Kernel
import Store
import TestSupport
import Testing

@testable import Site

/// What can be reached without signing in is written here by hand: a new public address is a decision.
@Suite("Public addresses")
struct PublicRouteTests {
    /// Open to anybody.
    private static let open: Set<String> = [
        "GET /", "GET /help", "GET /accessibility", "GET /privacy", "GET /assets/{name}", "GET /favicon.ico", "GET /health/live",
        "GET /health/ready", "GET /api/openapi.json", "GET /report", "GET /report/{area}", "POST /report/{area}",
        "GET /sign-in", "POST /sign-in", "GET /sign-in/code", "POST /sign-in/code", "GET /sign-in/password",
        "POST /sign-in/password", "POST /sign-out",
        "GET /published", "GET /published/feed.atom", "GET /published/{area}/{number}", "GET /published/{area}/{number}/{file}",
    ]

    /// Outside any partnership, and open to whoever is signed in or has a token.
    private static let own: Set<String> = [
        "GET /partnerships", "GET /account", "GET /account/password", "POST /account/password",
        "GET /account/changes", "POST /account/changes", "POST /account/sessions/end", "GET /account/second-factor",
        "POST /account/second-factor",
        "POST /account/second-factor/begin", "POST /account/second-factor/codes", "POST /account/second-factor/remove",
        "POST /account/tokens/{token}/show", "POST /account/tokens/{token}/end",
        "GET /api/v1/concerns", "POST /api/v1/concerns", "GET /api/v1/concerns/{id}", "GET /api/v1/answers",
        "POST /api/v1/answers/{id}", "GET /api/v1/visits", "POST /api/v1/visits", "GET /api/v1/visits/{id}",
        "GET /api/v1/visits/{id}/screenings", "POST /api/v1/screenings", "GET /api/v1/dashboard",
    ]

    @Test("are these and no others")
    func frozen() async throws {
        try await withDatabase(.sqlite) { engine in
            try await SiteUnderTest.run(over: engine, vault: try SiteUnderTest.vault()) { site in
                let outside = Set(site.routes.filter { !$0.isOfPartnership }.map { "\($0.method) \($0.path)" })
                #expect(outside.subtracting(Self.open).subtracting(Self.own) == [])
                #expect(Self.open.union(Self.own).subtracting(outside) == [])
                #expect(site.routes.count(where: \.isOfPartnership) > 50)
            }
        }
    }

    @Test("leave everything else closed to whoever is not signed in", arguments: EngineKind.available)
    func closed(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let clock = TestWorld()
            let vault = try SiteUnderTest.vault()
            let world = CaseWorldMaker.make(seed: 1, size: 3, clock: clock)
            try await CaseWorldWriter(world: world, vault: vault, now: clock.now).write(to: engine)
            try await SiteUnderTest.run(over: engine, vault: vault, clock: clock) { site in
                for route in site.routes where !Self.open.contains("\(route.method) \(route.path)") {
                    let path =
                        "/"
                        + route.segments.map { segment in
                            guard let name = segment.parameter else { return segment.text }
                            return (name == "partnership" ? "alder" : world.cases[0].id.text) + segment.suffix
                        }.joined(separator: "/")
                    let answer =
                        route.method == "GET"
                        ? try await site.get(path) : try await site.post(path, Array("form_token=t&seen=text".utf8))
                    if route.path.hasPrefix("/api/") {
                        #expect(answer.status == 401, "\(route.method) \(path) is \(answer.status)")
                        #expect(answer.type.hasPrefix("application/problem+json"), "\(path)")
                    } else if route.method == "GET" {
                        #expect(answer.status == 303, "GET \(path) is \(answer.status)")
                        #expect(answer.headers[.location]?.hasPrefix("/sign-in") == true, "GET \(path)")
                    } else {
                        #expect(answer.status == 401, "POST \(path) is \(answer.status)")
                    }
                    #expect(PageReader.marks(in: answer.bytes) == [], "\(path)")
                }
                let before = try await engine.read { try $0.value("SELECT COUNT(*) FROM journal_entries", as: Int.self) }
                #expect(before == 0, "somebody who is not signed in reads or changes something")
            }
        }
    }
}
