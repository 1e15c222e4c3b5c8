import Documents
import Foundation
import Kernel
import Testing

@testable import Reviews

@Suite("A review whose sections somebody ordered")
struct ReviewPartTests {
    private func words(_ place: ReviewText.Place, _ title: String) -> ReviewPart {
        .words(ReviewText.Part(place: place, title: title, text: "Said plainly."))
    }

    @Test("keeps their order, says at its end how the figures were made, and names each section, chart and table once")
    func order() {
        let parts: [ReviewPart] = [
            .chart("concerns-by-town"), words(.caseStudy, "One"), words(.caseStudy, "Two"), words(.section, "Next"),
            .figures(.places), words(.section, "Next"), words(.caseStudy, "Three"), .table("concerns-by-town"), .table("concerns-by-town"),
            .chart("nothing-of-this-name"), words(.foreword, "Foreword"),
        ]
        let document = Review(.local, InventedYear.figures(), parts: parts).publication(title: "Ours", state: "Locked.")
        #expect(
            document.sections.map(\.id) == [
                "one-chart-concerns-by-town", "case-studies", "text-next", "places", "text-next-2", "case-studies-2",
                "one-table-concerns-by-town", "one-table-concerns-by-town-2", "text-foreword", "method",
            ])
        #expect((document.cover.title, document.cover.state) == ("Ours", "Locked."))
        var names: [String] = []
        for block in document.allSections.flatMap(\.blocks) {
            switch block {
            case .chart(let chart): names.append(chart.id)
            case .table(let table): names.append(table.id)
            default: break
            }
        }
        #expect(Set(names).count == names.count)
        #expect(names.contains("table-concerns-by-town"))
    }

    @Test("is what its template is, where the parts are those of the template")
    func template() {
        for kind in ReviewKind.allCases {
            let figures = InventedYear.figures()
            let parts = Review.figureSections(of: kind).map(ReviewPart.figures)
            #expect(Review(kind, figures, parts: parts).publication() == Review(kind, figures).publication())
        }
    }

    @Test("states in counts what it states in tables, sentences and large, withheld ones as withheld")
    func stated() throws {
        let stated = Review(.local, InventedYear.figures()).statedCounts
        func rows(_ caption: String) -> [String: Int?] {
            Dictionary(
                stated.filter { $0.caption == caption && $0.within.isEmpty }.flatMap(\.rows).map {
                    ("\($0.label?.text ?? $0.days.text)", $0.value)
                }
            ) { first, _ in first }
        }
        #expect(rows("Concerns by town") == ["Ferrowick": 150, "Quillmoor": 21])
        #expect(rows("Concerns by month")["1 April 2030 to 30 April 2030"] == 8)
        #expect(rows("Concerns raised by quarter").count == 4)
        // What a sentence names, with all others together.
        let towns = try #require(stated.first { $0.within == [.init("Type of exploitation", "Labour")] })
        #expect(towns.rows.map(\.value) == [120, 9, 0] && towns.total?.value == 129)
        #expect(stated.contains { $0.total?.value == 47 && $0.total?.days.from == Day("2029-04-01") })
        // What it does not show it does not state.
        let brief = Review(.local, InventedYear.figures(), parts: [words(.section, "Words")]).statedCounts
        #expect(brief.allSatisfy { $0.rows.isEmpty } && brief.contains { $0.total?.value == 171 })
        #expect(YearSheet(of: Review(.local, InventedYear.figures(), parts: [])).infographic().charts.isEmpty)
    }

    @Test("comes back from text as it was, with its figures")
    func kept() throws {
        let figures = InventedYear.figures()
        let document = Review(.programme, figures).publication()
        #expect(try JSONDecoder().decode(Publication.self, from: JSONEncoder().encode(document)) == document)
        let again = try JSONDecoder().decode(RecordedFigures.self, from: JSONEncoder().encode(figures))
        #expect(Review(.programme, again).publication() == document)
    }
}
