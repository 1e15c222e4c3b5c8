import Access
import Kernel
import Store
import TestSupport
import Testing
import Web

@testable import Site

/// Who has looked at a concern, for its coordinator.
@Suite("Who has looked at this")
struct JournalPageTests {
    private static func concern(_ site: SiteUnderTest, of email: String) async throws -> String {
        let found = try await site.installation.engine.read { transaction in
            try transaction.value(
                """
                SELECT c.id FROM concerns c JOIN partnerships g ON g.id = c.partnership_id
                JOIN circles k ON k.concern_id = c.id AND k.removed_at IS NULL
                JOIN people p ON p.organisation_id = k.organisation_id AND p.email = \(email)
                WHERE g.slug = 'sandwell' AND EXISTS (SELECT 1 FROM sealed_values s JOIN mentions m ON m.id = s.record_id
                    WHERE m.concern_id = c.id)
                ORDER BY c.id LIMIT 1
                """, as: String.self)
        }
        return try #require(found)
    }

    @Test("names every reader, and the reason where one was demanded, to the coordinator alone", arguments: EngineKind.available)
    func readers(kind: EngineKind) async throws {
        try await InstalledDemonstration.run(kind) { demonstration in
            let site = demonstration.site
            let concern = try await Self.concern(site, of: "police@sandwell.example")
            let path = "/sandwell/concerns/\(concern)"
            let coordinator = try await demonstration.signIn("coordinator@sandwell.example")
            let police = try await demonstration.signIn("police@sandwell.example")
            #expect(try await site.get(path, as: police).status == 200)
            let reason = "The ward meeting asked whether both are one person"
            let form = FormData(fields: [
                (name: FormFields.secret, value: coordinator.secret), (name: FormFields.token, value: "open-1"),
                (name: "reason", value: reason),
            ])
            #expect(try await site.post("\(path)/identities", form.bytes, as: coordinator).status == 200)

            let page = try await site.get("\(path)/journal", as: coordinator)
            #expect(page.status == 200)
            for words in [
                reason, "Opened the sealed names", "Read the concern", "Police",
            ] { #expect(page.bytes.holds(words), "\(words)") }
            // The reading of this page stands in it from the next time on.
            let again = try await site.get("\(path)/journal", as: coordinator)
            #expect(again.bytes.holds("Read who has looked at it"))
            let linked = try await site.get(path, as: coordinator)
            #expect(linked.bytes.holds("\(path)/journal"))

            #expect(try await site.get("\(path)/journal", as: police).status == 403)
            let own = try await site.get(path, as: police)
            #expect(!own.bytes.holds("\(path)/journal"))
            for email in ["administrator@sandwell.example", "analyst@sandwell.example", "visits@sandwell.example"] {
                let answer = try await site.get("\(path)/journal", as: try await demonstration.signIn(email))
                #expect([403, 404].contains(answer.status), "\(email) is answered \(answer.status)")
                #expect(!answer.bytes.holds(reason))
            }
            let elsewhere = try await demonstration.signIn("coordinator@gloucestershire.example")
            #expect(try await site.get("/gloucestershire/concerns/\(concern)/journal", as: elsewhere).status == 404)
        }
    }

    @Test("goes on page by page, and names no entry twice", arguments: EngineKind.available)
    func pages(kind: EngineKind) async throws {
        try await InstalledDemonstration.run(kind) { demonstration in
            let site = demonstration.site
            let concern = try await Self.concern(site, of: "police@sandwell.example")
            let coordinator = try await demonstration.signIn("coordinator@sandwell.example")
            let path = "/sandwell/concerns/\(concern)"
            for _ in 0..<60 { #expect(try await site.get("\(path)/timeline", as: coordinator).status == 200) }
            let all = try await site.installation.engine.read {
                try $0.value("SELECT COUNT(*) FROM journal_entries WHERE verb = 'read-timeline' AND record_id = \(concern)", as: Int.self)
            }
            #expect(all == 60)
            var next: String? = "\(path)/journal"
            var found = 0
            var pages = 0
            while let link = next, pages < 20 {
                let page = try await site.get(link, as: coordinator)
                #expect(page.status == 200)
                found += page.body.ranges(of: "Read the timeline").count
                next = PageReader(page.bytes).links.first { $0.contains("/journal?after=") }
                pages += 1
            }
            #expect(found == 60)
            #expect(pages > 1)
            for cursor in ["x", "1.2.3", "'", "9999999999999999999.x.1"] {
                #expect(try await site.get("\(path)/journal?after=\(cursor)", as: coordinator).status == 200)
            }
        }
    }
}
