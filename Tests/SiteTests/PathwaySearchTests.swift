import Access
import Kernel
import Store
import TestSupport
import Testing

@testable import Site

/// A pathway and a referral are found by their references.
@Suite("Searching for the reference of a pathway")
struct PathwaySearchTests {
    @Test("finds it in any case for whoever sees it, and is silent to everybody else", arguments: EngineKind.available)
    func references(kind: EngineKind) async throws {
        try await InstalledDemonstration.run(kind) { demonstration in
            let site = demonstration.site
            let found = try await site.installation.engine.read { transaction in
                try transaction.rows(
                    """
                    SELECT v.id, v.reference, r.id, r.reference, r.home_office_reference FROM potential_victims v
                    JOIN referrals r ON r.victim_id = v.id WHERE r.home_office_reference IS NOT NULL ORDER BY r.id LIMIT 1
                    """
                ) { row in try (0..<5).map { _ in try row.next(String.self) } }
            }
            let row = try #require(found.first)
            let (pathway, referral) = ("/sandwell/pathways/\(row[0])", "/sandwell/pathways/\(row[0])/referrals/\(row[2])")
            let searches = [(row[1], pathway), (row[3], referral), (row[4], referral)]
            func search(_ words: String, as session: SiteUnderTest.Session) async throws -> String {
                let page = try await site.get("/sandwell/search?q=\(words)", as: session)
                #expect(page.status == 200)
                return page.body.replacing(words, with: "WORDS")
            }
            var seers = 0
            for email in ["coordinator", "police", "hope", "glaa"] {
                let session = try await demonstration.signIn("\(email)@sandwell.example")
                let sees = try await site.get(pathway, as: session).status == 200
                seers += sees ? 1 : 0
                for (reference, link) in searches {
                    for words in [reference, reference.lowercased()] {
                        let page = try await search(words, as: session)
                        #expect(page.contains("href=\"\(link)\"") == sees, "\(email), \(words)")
                        if !sees { #expect(page == (try await search("X-0000000", as: session)), "\(email), \(words)") }
                    }
                    // A part of a reference finds nothing.
                    #expect(!(try await search(String(reference.dropLast()), as: session)).contains(link), "\(email)")
                }
            }
            #expect(seers > 0 && seers < 4, "\(seers) of four see it: the test says nothing")
            let elsewhere = try await demonstration.signIn("coordinator@gloucestershire.example")
            let page = try await site.get("/gloucestershire/search?q=\(row[1])", as: elsewhere)
            #expect(page.status == 200 && !page.body.contains(row[0]))
        }
    }
}
