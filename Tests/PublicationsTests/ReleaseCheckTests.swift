import Access
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing

@testable import Publications

@Suite("The check of a release")
struct ReleaseCheckTests {
    @Test(
        "refuses a second document that tells of one more person, says so plainly, and names what would be safe",
        arguments: EngineKind.available)
    func oneMore(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            try await ground.publish(try await ground.draft(title: "Annual report"))
            try await ground.addConcern(on: PublicationGround.year.first, in: ground.tipton)
            let second = try await ground.draft(title: "Second report")
            let page = try await ground.get("/\(second)/lock", as: ground.coordinator)
            #expect(
                page.body.contains(
                    "The figure for Concerns raised, from 1 April 2019 to 31 March 2020, Town Tipton is another in “Annual report”"))
            #expect(page.body.contains("the change is exactly 1: so few that it could point at a person"))
            #expect(page.body.contains("What would be safe"))
            let refused = try await ground.post("/\(second)/lock", [], as: ground.coordinator)
            #expect(refused.status == .unprocessableContent)
            #expect(try await ground.texts("SELECT state FROM publications WHERE title = 'Second report'") == ["draft"])
        }
    }

    @Test("takes a document of the same figures, and one of other days", arguments: EngineKind.available)
    func repeated(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            try await ground.publish(try await ground.draft(title: "Annual report"))
            try await ground.publish(try await ground.draft(title: "The same in brief"))
            try await ground.publish(
                try await ground.draft(
                    title: "The year before", first: PublicationGround.year.first.adding(days: -365),
                    last: PublicationGround.year.first.adding(days: -1)))
            #expect(try await ground.texts("SELECT title FROM open_releases ORDER BY number").count == 3)
        }
    }

    @Test(
        "counts what is locked as if it were out, so that two documents cannot be locked past each other", arguments: EngineKind.available)
    func locked(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let first = try await ground.draft(title: "Annual report")
            _ = try ground.done(try await ground.publications.lock(first, by: ground.coordinator, key: nil))
            try await ground.addConcern(on: PublicationGround.year.first, in: ground.tipton)
            let second = try await ground.draft(title: "Second report")
            let outcome = try await ground.publications.lock(second, by: ground.coordinator, key: nil)
            #expect(outcome.problems.contains { $0.message.contains("exactly 1") })
            _ = try ground.done(try await ground.publications.unlock(first, by: ground.coordinator, key: nil))
            _ = try ground.done(try await ground.publications.lock(second, by: ground.coordinator, key: nil))
        }
    }

    @Test("refuses what a withheld part of other days would follow from", arguments: EngineKind.available)
    func overlapping(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            try await ground.publish(try await ground.draft(title: "Annual report"))
            // Eleven months: what is left for the twelfth is five in all, four in one town and one in the other.
            let shorter = try await ground.draft(title: "Eleven months", last: Day(number: 18_352 - 31))
            let outcome = try await ground.publications.lock(shorter, by: ground.coordinator, key: nil)
            #expect(
                outcome.problems.contains {
                    $0.message
                        == "The figure for Concerns raised, from 1 March 2020 to 31 March 2020, Town Oldbury is not published, and tells of few people, but whoever puts this document beside “Annual report” can work out that it is exactly 4"
                }, "\(outcome.problems)")
            #expect(
                outcome.problems.contains { $0.message.hasPrefix("What would be safe: leave out the section “Concerns by town”") },
                "\(outcome.problems)")
        }
    }

    @Test(
        "of a case study counts how many of the records its facts fit, and refuses few until they are said more generally",
        arguments: EngineKind.available)
    func rareFacts(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            try await ground.engine.write { transaction in
                // Three of sixty: a church.
                try transaction.run(
                    """
                    UPDATE concerns SET location_type = 'church' WHERE id IN (SELECT id FROM concerns
                        WHERE received_on BETWEEN \(PublicationGround.year.first) AND \(PublicationGround.year.last) ORDER BY id LIMIT 3)
                    """)
            }
            let publication = try await ground.draft()
            let draft = SectionDraft(.caseStudy, title: "A story", body: "A Romanian told somebody in a church of forced labour.")
            let section = try ground.done(try await ground.publications.add(draft, to: publication, by: ground.coordinator, key: nil))
            let words = "“church” fits only 3 concerns"
            let approval = try await ground.publications.approve(
                section, of: publication, version: 1, by: ground.colleague, key: nil)
            #expect(approval.problems.contains { $0.message.contains(words) }, "\(approval)")
            // The chair reads no figures: what they approved is counted when it is locked.
            _ = try ground.done(
                try await ground.publications.approve(section, of: publication, version: 1, by: ground.chair, key: nil))
            let locked = try await ground.publications.lock(publication, by: ground.coordinator, key: nil)
            #expect(locked.problems.contains { $0.message.hasPrefix("Case study “A story”: \(words)") })

            var general = draft
            general.body = "A Romanian told somebody of forced labour."
            _ = try ground.done(
                try await ground.publications.change(
                    section, of: publication, to: general, version: 2, by: ground.coordinator, key: nil))
            _ = try ground.done(
                try await ground.publications.approve(section, of: publication, version: 3, by: ground.colleague, key: nil))
            _ = try ground.done(try await ground.publications.lock(publication, by: ground.coordinator, key: nil))
        }
    }

    @Test("of a case study finds names, places, days and ages, whoever approved it", arguments: EngineKind.available)
    func caseStudy(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let publication = try await ground.draft()
            let told = SectionDraft(
                .caseStudy, title: "A yard", body: "Zebedee worked in Oldbury. On 3 May a 34-year-old man rang 07700 900123.")
            let section = try ground.done(
                try await ground.publications.add(told, to: publication, by: ground.coordinator, key: nil))
            let approval = try await ground.publications.approve(section, of: publication, version: 1, by: ground.chair, key: nil)
            let said = approval.problems.map(\.message).joined(separator: " ")
            for words in ["Oldbury", "May", "34-year-old", "900123"] { #expect(said.contains(words), "\(words) in \(said)") }
            let locked = try await ground.publications.lock(publication, by: ground.coordinator, key: nil)
            #expect(locked.problems.contains { $0.message.hasPrefix("Case study “A yard”") })
            // A change ends an approval.
            var plain = told
            plain.body = "A worker was not paid."
            _ = try ground.done(
                try await ground.publications.change(section, of: publication, to: plain, version: 1, by: ground.coordinator, key: nil))
            _ = try ground.done(try await ground.publications.approve(section, of: publication, version: 2, by: ground.chair, key: nil))
            plain.body = "A worker was not paid for weeks."
            _ = try ground.done(
                try await ground.publications.change(section, of: publication, to: plain, version: 3, by: ground.colleague, key: nil))
            let again = try await ground.publications.lock(publication, by: ground.coordinator, key: nil)
            #expect(again.problems.map(\.message) == ["Case study “A yard”: somebody other than Bela Marrow has to approve it"])
        }
    }
}

@Suite("Corrections and withdrawals")
struct CorrectionTests {
    @Test("a correction says what was, what is now, why and when, and leaves the old edition readable", arguments: EngineKind.available)
    func corrected(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let publication = try await ground.draft()
            try await ground.publish(publication)
            try await ground.addConcern(on: PublicationGround.year.first, in: ground.tipton)
            _ = try ground.done(
                try await ground.publications.correct(
                    publication, because: "A sentence was wrong", keepsFigures: true, by: ground.coordinator, key: nil))
            let unchanged = try await ground.publications.lock(publication, by: ground.coordinator, key: nil)
            #expect(unchanged.problems.map(\.message) == ["Nothing is said otherwise than in edition 1: there is nothing to correct"])
            let section = try #require(try await ground.publications.one(publication, as: ground.coordinator).sections.first)
            var draft = section.draft
            draft.body = "A warm welcome to all."
            _ = try ground.done(
                try await ground.publications.change(section.id, of: publication, to: draft, version: 1, by: ground.coordinator, key: nil))
            try await ground.publish(publication)

            let newer = try await ground.open("/sandwell/2")
            for words in ["Foreword: A welcome to all.", "Foreword: A warm welcome to all.", "A sentence was wrong"] {
                #expect(newer.body.contains(words), "\(words)")
            }
            let document = try await ground.open("/sandwell/2/document.html")
            #expect(document.body.contains("Corrections") && document.body.contains("A sentence was wrong"))
            // The figures are those that are out.
            #expect(document.body.contains("60 concerns were raised") && !document.body.contains("61 concerns"))
            let older = try await ground.open("/sandwell/1")
            #expect(older.body.contains("There is a newer edition") && older.body.contains("/published/sandwell/2"))
            #expect(try await ground.open("/sandwell/1/document.html").status == .ok)
            let former = try await ground.get("/\(publication)/editions/1", as: ground.chair)
            #expect(former.body.contains("A welcome to all."))
        }
    }

    @Test(
        "figures that are counted again are refused where one person more would show, and keeping the old ones is offered",
        arguments: EngineKind.available)
    func countedAgain(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let publication = try await ground.draft()
            try await ground.publish(publication)
            try await ground.addConcern(on: PublicationGround.year.first, in: ground.tipton)
            _ = try ground.done(
                try await ground.publications.correct(
                    publication, because: "A concern was added", keepsFigures: false, by: ground.coordinator, key: nil))
            let outcome = try await ground.publications.lock(publication, by: ground.coordinator, key: nil)
            #expect(
                outcome.problems.contains { $0.message == "What would be safe: keep the figures of edition 1, and correct the words alone" }
            )
            // Many more are no danger.
            for _ in 0..<12 { try await ground.addConcern(on: PublicationGround.year.first, in: ground.tipton) }
            for _ in 0..<12 { try await ground.addConcern(on: PublicationGround.year.first, in: ground.oldbury) }
            try await ground.publish(publication)
            let newer = try await ground.open("/sandwell/2")
            #expect(newer.body.contains("Concerns by town, Tipton, Concerns raised: 20"))
            #expect(newer.body.contains("Concerns by town, Tipton, Concerns raised: 33"))
        }
    }

    @Test("what is withdrawn says so and why, and its files are gone", arguments: EngineKind.available)
    func withdrawn(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let publication = try await ground.draft()
            try await ground.publish(publication)
            let silent = try await ground.post("/\(publication)/withdraw", [], as: ground.chair)
            #expect(silent.status == .unprocessableContent)
            let done = try await ground.post("/\(publication)/withdraw", [("reason", "A table was wrong")], as: ground.chair)
            #expect(done.status == .seeOther)
            let page = try await ground.open("/sandwell/1")
            #expect(page.status == .ok && page.body.contains("This was withdrawn on") && page.body.contains("A table was wrong"))
            #expect(try await ground.open("/sandwell/1/document.html").status == .gone)
            #expect(try await ground.open().body.contains("Withdrawn"))
            #expect(try await ground.open("/feed.atom").body.contains("Withdrawn on"))
            #expect(try await ground.texts("SELECT name FROM open_files") == [])
            // It is remembered by the next check all the same.
            try await ground.addConcern(on: PublicationGround.year.first, in: ground.tipton)
            let next = try await ground.draft(title: "Another")
            let outcome = try await ground.publications.lock(next, by: ground.coordinator, key: nil)
            #expect(outcome.problems.contains { $0.message.contains("exactly 1") })
        }
    }
}
