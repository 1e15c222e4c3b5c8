import Access
import Documents
import Kernel
import Reviews
import TestSupport
import Testing

@testable import Figures

@Suite("Published statistics in a document")
struct PublishedExtractTests {
    private static let kent = "E23000032"
    private static let gwent = "W15000002"

    private func extracts(_ year: FigureYear, _ choices: [StatisticChoice], until last: String = "2023-12-31") async throws
        -> [StatisticExtract]
    {
        try await year.statistics.extracts(choices, until: try #require(Day(last)), for: year.viewer([.coordinator]))
    }

    private func rows(_ extract: StatisticExtract) -> [String: [String]] {
        Dictionary(extract.table.rows.map { ($0.label, $0.figures.map(\.text)) }) { first, _ in first }
    }

    @Test("print forces beside each other, with this year, the year before, rates and ranks", arguments: EngineKind.available)
    func forces(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            try await year.importEverything()
            let all = try #require(try await extracts(year, [StatisticChoice(.forces)]).first)
            #expect(all.chart == nil)
            #expect(rows(all)["Kent"] == ["62", "33", "25", "+8", "100,000", "62.0", "47.5", "79.5", "1 of 1"])
            #expect(rows(all)["Surrey"]?.first == "0")
            let one = try #require(try await extracts(year, [StatisticChoice(.forces, forces: [Self.gwent])]).first)
            #expect(one.table.rows.map(\.label) == ["Gwent"])
        }
    }

    @Test("count chosen forces together by quarter, up to the last day of the document", arguments: EngineKind.available)
    func trend(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            try await year.importEverything()
            let choice = StatisticChoice(.trend, forces: [Self.kent, Self.gwent])
            let extract = try #require(try await extracts(year, [choice], until: "2023-03-31").first)
            #expect(extract.choice == choice.text)
            #expect(extract.table.caption == "Referrals by quarter: Gwent and Kent")
            #expect(
                extract.table.rows.map { "\($0.label): \($0.figures[0].text)" } == [
                    "January to March 2023: 17", "October to December 2022: 16", "July to September 2022: 15", "April to June 2022: 14",
                ])
            let chart = try #require(extract.chart)
            #expect(chart.shape == .columns && chart.bars.map { $0.figure.value.number } == [14, 15, 16, 17])
            #expect(chart.table == extract.table.id)
        }
    }

    @Test("break figures down, and say in how many quarters nobody imported anything", arguments: EngineKind.available)
    func breakdowns(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            try await year.importEverything()
            let found = try await extracts(
                year, [.init(.exploitation), .init(.gender, forces: [Self.kent]), .init(.helpline), .init(.trend), .init(.dutyToNotify)])
            #expect(found.map { $0.table.id } == found.map { "table-published-" + $0.choice.lowercased().replacing(" ", with: "-") })
            #expect(rows(found[0])["Labour and criminal"]?.first == "62" && rows(found[0])["Sexual"]?.first == "8")
            #expect(rows(found[1])["Female"]?.first == "8")
            #expect(rows(found[2])["April to June 2023"] == ["7", "[x]"])
            #expect(found[3].table.columns.last == "All")
            #expect(
                found.allSatisfy {
                    $0.table.notes == ["These figures were published by others and are not counted from the partnership's records."]
                })
            // Before anything was published, there is nothing to print.
            #expect(try await extracts(year, [.init(.forces), .init(.helpline), .init(.trend)], until: "2019-03-31") == [])
        }
    }

    @Test("add up categories of fewer than five people, and whatever else keeps them from being told", arguments: EngineKind.available)
    func small(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            try await year.importEverything()
            // Up to June 2022: Kent 10 Albanian and 2 Albanian and Greek, Gwent 2 British.
            let of = try await extracts(
                year, [.init(.nationalities), .init(.nationalities, forces: [Self.kent]), .init(.nationalities, forces: [Self.gwent])],
                until: "2022-06-30")
            func told(_ extract: StatisticExtract) -> [String] { extract.table.rows.map { "\($0.label): \($0.figures[0].text)" } }
            #expect(told(of[0]) == ["All: 14"])
            #expect(told(of[1]) == ["All: 12"])
            #expect(told(of[2]) == ["All: 2"])
        }
    }

    @Test("are chosen by table and forces, and read as they are kept")
    func choices() throws {
        let choice = StatisticChoice(.trend, forces: [Self.gwent, Self.kent, Self.gwent])
        #expect(choice.text == "trend E23000032 W15000002")
        #expect(StatisticChoice(choice.text) == choice)
        #expect(StatisticChoice("forces") == StatisticChoice(.forces))
        for wrong in ["", "x", "trend kent", "trend;E23000032"] { #expect(StatisticChoice(wrong) == nil) }
    }
}
