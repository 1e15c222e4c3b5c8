import Access
import HTTPTypes
import Kernel
import Store
import TestSupport
import Testing
import Web

@testable import Site

/// Addresses that exist and do not take the method of the request.
@Suite("An address with another method")
struct WrongMethodTests {
    /// A site with the cases of a few partnerships, and somebody with every role in one of them.
    private static func run(_ body: @escaping @Sendable (SiteUnderTest, CaseWorld) async throws -> Void) async throws {
        try await withDatabase(.sqlite) { engine in
            let clock = TestWorld()
            let vault = try SiteUnderTest.vault()
            let world = CaseWorldMaker.make(seed: 1, size: 3, clock: clock)
            try await CaseWorldWriter(world: world, vault: vault, now: clock.now).write(to: engine)
            try await SiteUnderTest.run(over: engine, vault: vault, clock: clock) { try await body($0, world) }
        }
    }

    private static func send(
        _ site: SiteUnderTest, _ path: String, _ method: HTTPRequest.Method, _ session: SiteUnderTest.Session? = nil
    ) async throws -> SiteUnderTest.Answer {
        var headers = HTTPFields()
        if let session { headers[.cookie] = "\(SessionCookie.name)=\(session.cookie)" }
        return try await site.send(path, method, headers, nil)
    }

    @Test("is told 405 and what it takes")
    func told() async throws {
        try await Self.run { site, _ in
            for (path, method, allowed) in [
                ("/", .delete, "GET, HEAD"), ("/help", .post, "GET, HEAD"), ("/sign-in", .put, "GET, HEAD, POST"),
                ("/account", .delete, "GET, HEAD"), ("/health/live", .post, "GET, HEAD"),
                ("/sign-out", .get, "POST"),
            ] as [(String, HTTPRequest.Method, String)] {
                let answer = try await Self.send(site, path, method)
                #expect(answer.status == 405, "\(method) \(path) is \(answer.status)")
                #expect(answer.headers[.allow] == allowed, "\(method) \(path)")
                #expect(answer.type.hasPrefix("text/html"))
                #expect(answer.headers[.contentSecurityPolicy] != nil)
            }
        }
    }

    @Test("is told by the interface in a problem document")
    func interface() async throws {
        try await Self.run { site, _ in
            for (path, allowed) in [
                ("/api/v1/concerns", "GET, HEAD, POST"), ("/api/v1/dashboard", "GET, HEAD"), ("/api/v1/screenings", "POST"),
                ("/api/v1/answers/0170e7e3-a220-780e-9dbd-5c23b75ceafc", "POST"), ("/api/openapi.json", "GET, HEAD"),
            ] {
                let answer = try await Self.send(site, path, .delete)
                #expect(answer.status == 405, "DELETE \(path) is \(answer.status)")
                #expect(answer.headers[.allow] == allowed, "DELETE \(path)")
                #expect(answer.type.hasPrefix("application/problem+json"))
            }
            #expect(try await Self.send(site, "/api/v1/nothing", .delete).status == 404)
        }
    }

    @Test("of a partnership exists for those alone who hold a role there")
    func partnership() async throws {
        try await Self.run { site, world in
            let place = world.places[0]
            let insider = try #require(world.people.first { PolicyOracle.Actor($0, in: place)?.roles.isEmpty == false })
            let outsider = world.people.first { (PolicyOracle.Actor($0, in: place)?.roles ?? []).isEmpty }
            let session = try await site.signIn(insider.id)
            let concern = world.cases[0].id.text
            for (path, allowed) in [
                ("concerns/new", "GET, HEAD, POST"), ("concerns/\(concern)", "GET, HEAD"),
                ("concerns/\(concern)/compare/\(concern)/join", "POST"), ("figures/by-town.csv", "GET, HEAD"),
            ] {
                let own = try await Self.send(site, "/\(place.slug)/\(path)", .delete, session)
                #expect(own.status == 405 || path.hasSuffix(".csv"), "\(path) is \(own.status)")
                if own.status == 405 { #expect(own.headers[.allow] == allowed, "\(path)") }
                let nobody = try await Self.send(site, "/\(place.slug)/\(path)", .delete)
                #expect(nobody.status == 404, "\(path) is \(nobody.status) for a visitor")
                #expect(nobody.headers[.allow] == nil)
                if let outsider {
                    let strange = try await Self.send(site, "/\(place.slug)/\(path)", .delete, try await site.signIn(outsider.id))
                    #expect(strange.status == 404, "\(path) is \(strange.status) for an outsider")
                }
            }
            #expect(try await Self.send(site, "/nowhere/concerns/new", .delete, session).status == 404)
            #expect(try await Self.send(site, "/\(place.slug)/nothing/here", .delete, session).status == 404)
        }
    }
}
