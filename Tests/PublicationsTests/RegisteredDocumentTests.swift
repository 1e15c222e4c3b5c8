import Access
import HTTPTypes
import Kernel
import PageTestSupport
import Reviews
import Store
import TestSupport
import Testing

@testable import Publications

@Suite("What was published otherwise")
struct RegisteredDocumentTests {
    private static let heading = "table,what is counted,from,to,characteristic,category,value\n"

    private func stated(_ rows: String) throws -> [StatedCounts] {
        let outcome = PublicationDesk.stated(in: Array((Self.heading + rows).utf8))
        return try #require(outcome.result, "\(outcome.problems)")
    }

    /// The year of the ground, as somebody printed it, with one concern less.
    private func report() throws -> [StatedCounts] {
        try stated(
            """
            Concerns by town,Concerns raised,2019-04-01,2020-03-31,Town,Oldbury,40
            Concerns by town,concerns raised,2019-04-01,2020-03-31,town,Tipton,19
            Concerns by town,Concerns raised,2019-04-01,2020-03-31,,,59
            """)
    }

    private var day: Day { PublicationGround.year.last.adding(days: 20) }

    @Test("is remembered by the next check, and the list says so", arguments: EngineKind.available)
    func registered(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            _ = try ground.done(
                try await ground.publications.register(
                    try report(), title: "Printed report", publishedOn: day, by: ground.machine, key: nil))
            let refused = try await ground.publications.lock(try await ground.draft(), by: ground.coordinator, key: nil)
            #expect(
                refused.problems.contains {
                    $0.message.contains("is another in “Printed report”") && $0.message.contains("the change is exactly 1")
                }, "\(refused.problems.map(\.message))")
            let list = try await ground.get("", as: ground.chair)
            #expect(list.body.contains("Published otherwise") && list.body.contains("Printed report"))
            #expect(!list.body.contains("Strike out"))
            let entries = try await ground.texts("SELECT verb FROM journal_entries WHERE verb = 'register-document'")
            #expect(entries == ["register-document"])
            // Of another partnership nothing is known here.
            let elsewhere = try await ground.publications.registered(as: ground.stranger)
            #expect(elsewhere.isEmpty)
        }
    }

    @Test("is registered once, not before its day, and not against itself", arguments: EngineKind.available)
    func problems(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let desk = ground.publications
            let early = try await desk.register(
                try report(), title: "Printed report", publishedOn: Day(number: 30_000), by: ground.machine, key: nil)
            #expect(early.problems.map(\.field) == ["published-on"])
            _ = try ground.done(
                try await desk.register(try report(), title: "Printed report", publishedOn: day, by: ground.machine, key: nil))
            let again = try await desk.register(try report(), title: "Printed report", publishedOn: day, by: ground.machine, key: nil)
            #expect(again.problems.map(\.field) == ["title"])
            let torn = try stated(
                """
                One table,Concerns raised,2019-04-01,2020-03-31,,,59
                Another,Concerns raised,2019-04-01,2020-03-31,,,66
                """)
            let against = try await desk.register(torn, title: "Torn", publishedOn: day, by: ground.machine, key: nil)
            #expect(against.problems.first?.message.contains("contradict each other") == true)
            #expect(try await ground.texts("SELECT title FROM registered_documents") == ["Printed report"])
            await #expect(throws: AccessError.denied) {
                try await desk.register(try report(), title: "Other", publishedOn: day, by: ground.chair, key: nil)
            }
        }
    }

    @Test("is struck out with a reason, as long as nothing was locked beside it", arguments: EngineKind.available)
    func struck(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            func register(_ title: String, _ stated: [StatedCounts]) async throws -> ID<RegisteredDocument> {
                ground.clock.advance(seconds: 60)
                return try ground.done(
                    try await ground.publications.register(stated, title: title, publishedOn: day, by: ground.machine, key: nil))
            }
            let wrong = try await register("Printed report", try report())
            let path = "/registered/\(wrong)/strike"
            #expect(try await ground.get("", as: ground.coordinator).body.contains("Strike out"))
            #expect(try await ground.get(path, as: ground.coordinator).body.contains("Why is it struck out?"))
            #expect(try await ground.post(path, [], as: ground.coordinator).status == .unprocessableContent)
            #expect(try await ground.post(path, [("reason", "Typed wrongly")], as: ground.chair).status == .forbidden)
            #expect(try await ground.post(path, [("reason", "Typed wrongly")], as: ground.coordinator).status == .seeOther)
            #expect(try await ground.get("", as: ground.chair).body.contains("Typed wrongly"))
            // It is not in the way any more; what is locked now was checked beside the next one, which stays.
            let right = try await register(
                "Printed report, put right",
                try stated("Concerns raised,Concerns raised,2019-04-01,2020-03-31,,,60"))
            ground.clock.advance(seconds: 60)
            let locked = try await ground.publications.lock(try await ground.draft(), by: ground.coordinator, key: nil)
            _ = try ground.done(locked)
            let late = try await ground.post("/registered/\(right)/strike", [("reason", "A reason")], as: ground.coordinator)
            #expect(late.status == .unprocessableContent && late.body.contains("A publication was locked since"))
        }
    }
}

@Suite("A correction that is given up")
struct GivenUpCorrectionTests {
    @Test("leaves the edition before as the newest, with the sections that it was made of", arguments: EngineKind.available)
    func givenUp(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let publication = try await ground.draft()
            let first = try await ground.post("/\(publication)/give-up", [], as: ground.coordinator)
            #expect(first.status == .unprocessableContent)
            try await ground.publish(publication)
            _ = try ground.done(
                try await ground.publications.correct(
                    publication, because: "A sentence was wrong", keepsFigures: true, by: ground.coordinator, key: nil))
            let sections = try await ground.publications.one(publication, as: ground.coordinator).sections
            var draft = sections[0].draft
            draft.body = "Words that nobody will read."
            _ = try ground.done(
                try await ground.publications.change(
                    sections[0].id, of: publication, to: draft, version: 1, by: ground.coordinator, key: nil))
            _ = try ground.done(
                try await ground.publications.remove(sections[1].id, of: publication, by: ground.coordinator, key: nil))
            #expect(try await ground.get("/\(publication)", as: ground.coordinator).body.contains("Give the correction up"))
            #expect(try await ground.post("/\(publication)/give-up", [], as: ground.chair).status == .forbidden)
            let done = try await ground.post("/\(publication)/give-up", [], as: ground.coordinator)
            #expect(done.status == .seeOther && done.location.contains("given-up"))

            let file = try await ground.publications.one(publication, as: ground.coordinator)
            #expect(file.publication.state == .published && file.publication.edition == 1 && file.publication.reason.isEmpty)
            #expect(file.sections.map(\.draft) == sections.map(\.draft))
            #expect(file.sections[0].writer?.name == "Ada Quill")
            #expect(try await ground.open("/sandwell/1").body.contains("There is a newer edition") == false)
            #expect(
                try await ground.texts("SELECT verb FROM journal_entries WHERE verb = 'give-up-correction'") == ["give-up-correction"])
            // The next correction is edition 2 again.
            let next = try await ground.publications.correct(
                publication, because: "Another", keepsFigures: true, by: ground.coordinator, key: nil)
            #expect(next.result == 2)
        }
    }
}
