import Access
import Documents
import Figures
import HTTPTypes
import Kernel
import PageTestSupport
import Partnerships
import Reviews
import Store
import TestSupport
import Testing

@testable import Publications

@Suite("Published statistics in a publication")
struct PublishedStatisticSectionTests {
    private static let header = "Year,Quarter,Total\n"

    private func bring(_ rows: String, _ ground: PublicationGround, published day: String) async throws {
        let lists = try await ground.desk.readOffice { try $0.codeLists() }
        let report = try await PublishedStatistics(desk: ground.desk, lists: lists).importFile(
            Array((Self.header + rows).utf8), from: .init(fileName: "reports.csv", publishedOn: Day(day)), isDryRun: false, request: "test")
        #expect(report.problems.isEmpty)
    }

    @Test("a section of every kind can be kept", arguments: EngineKind.available)
    func everyKind(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let publication = try await ground.draft()
            for section in SectionKind.allCases {
                var draft = SectionDraft(section, title: "A heading")
                switch section {
                case .figures: draft = SectionDraft(section, source: "in-figures")
                case .chart, .table: draft = SectionDraft(section, source: "concerns-by-source")
                case .publishedStatistics: draft = SectionDraft(section, source: StatisticChoice(.dutyToNotify).text)
                case .statedFigures: draft.source = "people-trained"
                default: break
                }
                let outcome = try await ground.publications.add(draft, to: publication, by: ground.coordinator, key: nil)
                #expect(outcome.problems.isEmpty, "\(section): \(outcome.problems)")
            }
        }
    }

    @Test(
        "print what stands up to the last day of the document, live until it is locked, and nothing of it enters the ledger",
        arguments: EngineKind.available)
    func section(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let publication = try await ground.draft()
            let path = "/\(publication)/sections/new"
            let form = try await ground.get("\(path)?kind=published-statistics", as: ground.coordinator)
            #expect(form.body.contains("Duty to notify reports") && form.body.contains("West Midlands"))
            let fields = [("kind", "published-statistics"), ("source", "duty-to-notify")]
            let refused = try await ground.post(path, fields + [("forces", "E23000014")], as: ground.coordinator)
            #expect(refused.status == .unprocessableContent && refused.body.contains("of the whole country alone"))
            #expect(try await ground.post(path, fields, as: ground.coordinator).status == .seeOther)

            // Nothing was imported yet: a draft says so, and cannot be locked.
            #expect(try await ground.get("/\(publication)/preview", as: ground.coordinator).body.contains("Nothing was imported of this"))
            let early = try await ground.publications.lock(publication, by: ground.coordinator, key: nil)
            #expect(early.problems.map(\.message).contains { $0.hasPrefix("“Duty to notify reports”: Nothing was imported") })

            try await bring("2019,Q2,1204\n2019,Q3,1377\n2020,Q2,1999\n2019,Q4,1400\n2020,Q1,1500\n", ground, published: "2020-05-01")
            let live = try await ground.get("/\(publication)/preview", as: ground.coordinator)
            #expect(live.body.contains("1,377") && live.body.contains("reports.csv"))
            // A quarter after the document is none of its.
            #expect(!live.body.contains("1,999"))

            try await ground.publish(publication)
            try await bring("2019,Q2,1304\n2019,Q3,1477\n2019,Q4,1400\n2020,Q1,1500\n2020,Q2,1999\n", ground, published: "2020-06-01")
            let document = try await ground.open("/sandwell/1/document.html")
            #expect(document.body.contains("1,377") && !document.body.contains("1,477"))
            #expect(document.body.contains("These figures were published by others"))
            let edition = try await ground.publications.edition(1, of: publication, as: ground.coordinator)
            #expect(edition.document.allSections.contains { $0.id == "statistics-duty-to-notify" })
            let ledger = try await ground.desk.read(as: ground.coordinator, Consultation("check-publication", "publications")) {
                try $0.ledger()
            }
            let stated = ledger.flatMap(\.stated)
            #expect(!stated.isEmpty && stated.allSatisfy { counts in !counts.rows.contains { $0.value == 1377 } })
            // Its own table is out as CSV.
            let page = try await ground.open("/sandwell/1")
            #expect(page.body.contains("published-duty-to-notify"))
        }
    }
}
