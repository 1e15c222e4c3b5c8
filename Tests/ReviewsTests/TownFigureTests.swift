import Documents
import Kernel
import Testing

@testable import Reviews

@Suite("The figures of a town")
struct TownFigureTests {
    /// A year of three towns; what lies in none is the rest.
    private func figures(
        town: String = "Quillmoor", sources: [String: [String: Int]], whole: [(String, Int)]
    ) -> RecordedFigures {
        let towns = ["Ferrowick", "Quillmoor", "Ashmere"]
        let totals = towns.map { name in sources.values.map { $0[name] ?? 0 }.reduce(0, +) }
        return RecordedFigures(
            partnership: "Northmoor partnership", period: InventedYear.period, countedOn: Day("2031-05-01") ?? Day(number: 0),
            totals: [.concerns: totals.reduce(0, +), .visits: 0, .interventions: 0, .screened: 0], before: nil,
            tables: [
                .init(
                    id: "concerns-by-town", heading: "Concerns by town", dimension: "Town", unit: .concerns, unitText: "Concerns, by town",
                    rows: zip(towns, totals).filter { $0.1 > 0 }.map { .init($0.0, $0.1) }),
                .init(
                    id: "concerns-by-source", heading: "Concerns by source", dimension: "Source", unit: .concerns,
                    unitText: "Concerns, each from one source", rows: whole.map { .init($0.0, $0.1) }),
            ],
            town: .init(
                town,
                parts: zip(towns, totals).map { name, total in
                    .init(
                        name, totals: [.concerns: total, .visits: 0, .interventions: 0, .screened: 0],
                        tables: ["concerns-by-source": sources.compactMapValues { $0[name] }])
                } + [.init("Not recorded", totals: [.concerns: 0], tables: [:])]))
    }

    private func made(_ figures: RecordedFigures, _ id: String) -> StatisticalTable? {
        Review(.town, figures, parts: [.chart(id)]).publication().statisticalTables.first { $0.id == "table-\(id)" }
    }

    @Test("stand beside those of the whole, with both shares")
    func beside() throws {
        let year = figures(
            sources: [
                "Police": ["Ferrowick": 30, "Quillmoor": 20, "Ashmere": 10], "Public": ["Ferrowick": 20, "Quillmoor": 10, "Ashmere": 10],
            ], whole: [("Police", 60), ("Public", 40)])
        let table = try #require(made(year, "concerns-by-source"))
        #expect(table.columns == ["Source", "Quillmoor", "Quillmoor, share", "Whole partnership", "Whole partnership, share"])
        #expect(
            table.rows.map { $0.figures.map(\.text) } == [
                ["20", "67%", "60", "60%"], ["10", "33%", "40", "40%"], ["30", "100%", "100", "100%"],
            ])
    }

    @Test("are withheld where the whole without them would be a small number, though they are none themselves")
    func difference() throws {
        // What is not Quillmoor of the public is two, in one town.
        let year = figures(
            sources: [
                "Police": ["Ferrowick": 30, "Quillmoor": 20, "Ashmere": 10], "Public": ["Ferrowick": 2, "Quillmoor": 38],
                "Charity": ["Ferrowick": 9, "Quillmoor": 9, "Ashmere": 9],
            ], whole: [("Police", 60), ("Public", 40), ("Charity", 27)])
        let table = try #require(made(year, "concerns-by-source"))
        let row = try #require(table.rows.first { $0.label == "Public" })
        #expect(row.figures[0].value == .withheld)
    }

    @Test("say nothing of a small town whose concerns are all of one kind")
    func allOfOneKind() throws {
        let year = figures(
            town: "Ashmere",
            sources: [
                "Police": ["Ferrowick": 30, "Quillmoor": 20, "Ashmere": 6], "Public": ["Ferrowick": 20, "Quillmoor": 30],
                "Charity": ["Ferrowick": 12, "Quillmoor": 14],
            ], whole: [("Police", 56), ("Public", 50), ("Charity", 26)])
        let table = made(year, "concerns-by-source")
        for row in table?.rows ?? [] where row.label == "Police" { #expect(row.figures[0].value == .withheld) }
    }

    @Test("are not there where a town has too few to be stated beside the others")
    func tooFew() throws {
        let year = figures(
            town: "Ashmere",
            sources: ["Police": ["Ferrowick": 30, "Quillmoor": 20, "Ashmere": 2], "Public": ["Ferrowick": 20, "Quillmoor": 30]],
            whole: [("Police", 52), ("Public", 50)])
        #expect(made(year, "concerns-by-source") == nil)
        let document = Review(.town, year, parts: [.figures(.inFigures)]).publication()
        let totals = try #require(document.statisticalTables.first { $0.id == "table-town-and-partnership" })
        #expect(totals.rows[0].figures.map(\.text) == ["[c]", "102", "[c]"])
    }

    @Test("are stated as the town's, beside the names of all others")
    func stated() throws {
        let year = figures(
            sources: [
                "Police": ["Ferrowick": 30, "Quillmoor": 20, "Ashmere": 10], "Public": ["Ferrowick": 20, "Quillmoor": 10, "Ashmere": 10],
            ], whole: [("Police", 60), ("Public", 40)])
        let stated = Review(.town, year, parts: [.chart("concerns-by-source")]).statedCounts
        let own = try #require(stated.first { $0.caption == "Concerns by source" && !$0.within.isEmpty })
        #expect(own.within == [.init("Town", "Quillmoor")] && own.others == ["Ferrowick", "Ashmere"])
        #expect(own.rows.map(\.value) == [20, 10] && own.total?.value == 30)
        let whole = try #require(stated.first { $0.caption == "Concerns by source" && $0.within.isEmpty })
        #expect(whole.rows.map(\.value) == [60, 40] && whole.total?.value == 100)
        #expect(!stated.contains { $0.counts == Counted.referrals.heading })
    }
}

@Suite("The work by type of exploitation")
struct ThemeFigureTests {
    private func figures(labourVisits: Int, criminalInTable: Int) -> ProtectedFigures {
        let year = InventedYear.figures()
        return ProtectedFigures(
            RecordedFigures(
                partnership: year.partnership, period: year.period, countedOn: year.countedOn, totals: year.totals, before: nil,
                tables: year.tables.filter { $0.id != "concerns-by-exploitation-type" } + [
                    .init(
                        id: "concerns-by-exploitation-type", heading: "Concerns by type of exploitation", dimension: "Type of exploitation",
                        unit: .concerns, unitText: "Concerns",
                        rows: [.init("Labour", 129), .init("Sexual", 30), .init("Criminal", criminalInTable)], addsUp: false)
                ],
                themes: [
                    .init("Labour", [.concerns: 129, .visits: labourVisits, .screened: 280, .interventions: 300]),
                    .init("Sexual", [.concerns: 30, .visits: 20, .screened: 128, .interventions: 144]),
                ]), protection: ProvedProtection())
    }

    @Test("is withheld where what the whole has besides is a small number")
    func rest() {
        #expect(figures(labourVisits: 70, criminalInTable: 20).themeFigures(.visits)["Labour"] == .number(70))
        // All visits but two.
        #expect(figures(labourVisits: 96, criminalInTable: 20).themeFigures(.visits)["Labour"] == .withheld)
        #expect(figures(labourVisits: 98, criminalInTable: 20).themeFigures(.visits)["Labour"] == .number(98))
    }

    @Test("states nothing that the table of concerns by type withholds")
    func sameAsTable() {
        let protected = figures(labourVisits: 70, criminalInTable: 3)
        let rows = protected.table("concerns-by-exploitation-type")?.rows ?? []
        #expect(rows.contains { $0.value == .withheld && $0.label != "Criminal" })
        for row in rows where row.label != "Criminal" {
            #expect(protected.themeFigures(.concerns)[row.label] == row.value, "\(row.label)")
        }
    }
}
