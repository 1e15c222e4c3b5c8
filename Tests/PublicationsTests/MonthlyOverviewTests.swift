import HTTPTypes
import Kernel
import PageTestSupport
import TestSupport
import Testing

@testable import Publications

@Suite("A monthly overview")
struct MonthlyOverviewTests {
    @Test("shows one month beside the twelve before it, with a commentary that has to be written", arguments: EngineKind.available)
    func overview(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let facts: [(name: String, value: String)] = [("kind", "monthly-overview"), ("title", "March 2020"), ("first", "2020-03-01")]
            let wrong = try await ground.post("/new", facts + [("last", "2020-04-30")], as: ground.coordinator)
            #expect(wrong.status == .unprocessableContent && wrong.body.contains("A monthly overview is of one month"))
            let begun = try await ground.post("/new", facts + [("last", "2020-03-31")], as: ground.coordinator)
            #expect(begun.status == .seeOther)
            let publication = try #require(try await ground.publications.list(as: ground.coordinator).first).publication
            for _ in 0..<6 { try await ground.addConcern(on: PublicationGround.year.last, in: ground.oldbury) }
            let preview = try await ground.get("/\(publication.id)/preview", as: ground.coordinator)
            // March of the year before has none; every month of the year five; the last one eleven.
            #expect(
                preview.body.contains(
                    "11 concerns were raised in March 2020, against 5 a month on average in the twelve months before, which had from 0 to 5. That is more than in any of them."
                ))
            #expect(preview.body.contains("March 2020 beside the months before") && preview.body.contains("March 2019"))
            let empty = try await ground.post("/\(publication.id)/lock", [], as: ground.coordinator)
            #expect(empty.status == .unprocessableContent && empty.body.contains("“Commentary” is empty"))
            let section = try #require(
                try await ground.publications.one(publication.id, as: ground.coordinator).sections.first { $0.draft.kind.isWritten })
            var draft = section.draft
            draft.body = "A week of action raised the number."
            _ = try ground.done(
                try await ground.publications.change(
                    section.id, of: publication.id, to: draft, version: 1, by: ground.coordinator, key: nil))
            try await ground.publish(publication.id)
            let document = try await ground.open("/sandwell/1/document.html")
            #expect(document.body.contains("A week of action raised the number."))
            #expect(try await ground.open("/sandwell/1/concerns-by-month.csv").body.contains("March 2020,Concerns raised,11,"))
            #expect(
                try await ground.open("/sandwell/1/concerns-by-month.csv-metadata.json").body.contains("2019-03-01/2020-03-31"))
            #expect(try await ground.open("/sandwell/1/infographic.svg").status == .notFound)
        }
    }
}
