import Documents
import Kernel
import Testing

@testable import Reviews

@Suite("A review")
struct ReviewTests {
    /// Every figure that a document states in tables, charts and large.
    private func stated(_ publication: Publication) -> [MarkedFigure] {
        publication.allSections.flatMap(\.blocks).flatMap { block -> [MarkedFigure] in
            switch block {
            case .headlines(let headlines): headlines.map(\.figure)
            case .chart(let chart): chart.bars.map(\.figure)
            case .table(let table): table.rows.flatMap(\.figures)
            default: []
            }
        }
    }

    private func table(_ id: String, in publication: Publication) -> StatisticalTable? {
        publication.allSections.flatMap(\.blocks).compactMap { block in
            if case .table(let table) = block, table.id == id { table } else { nil }
        }.first
    }

    @Test("states no count from one to four, whatever the records hold")
    func small() {
        var state: UInt64 = 20_300_401
        func next(_ most: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % most)
        }
        for _ in 0..<300 {
            let months = (0..<12).map { _ in next(4) == 0 ? next(6) : next(30) }
            let total = months.reduce(0, +)
            let first = total > 0 ? next(UInt64(total) + 1) : 0
            let figures = InventedYear.figures(months: months, towns: [("Ferrowick", first), ("Quillmoor", total - first)])
            for kind in ReviewKind.allCases {
                let figures = stated(Review(kind, figures).publication())
                #expect(!figures.contains { if case .number(let number) = $0.value { (1..<5).contains(number) } else { false } })
            }
        }
    }

    @Test("of a borough withholds a single child, and the adults from whom the child would follow")
    func secondary() throws {
        let publication = Review(.local, InventedYear.figures()).publication()
        let figures = ProtectedFigures(InventedYear.figures(), protection: ProvedProtection())
        #expect(figures.table("screened-by-age-group")?.rows.map(\.value) == [.withheld, .withheld])
        let towns = try #require(table("table-concerns-by-town", in: publication))
        #expect(towns.rows.map { $0.figures.map(\.text) } == [["150", "88%"], ["21", "12%"], ["171", "100%"]])
    }

    @Test("withholds two of the types of exploitation where the total says how many the smallest has at least")
    func overlapping() {
        func values(_ rows: [RecordedFigures.Row]) -> [FigureValue]? {
            let figures = RecordedFigures(
                partnership: "Northmoor partnership", period: InventedYear.period, countedOn: Day(number: 30_000), totals: [.concerns: 171],
                before: nil,
                tables: [
                    .init(
                        id: "types", heading: "Types", dimension: "Type", unit: .concerns, unitText: "Concerns", rows: rows, addsUp: false)
                ])
            return ProtectedFigures(figures, protection: ProvedProtection()).table("types")?.rows.map(\.value)
        }
        #expect(values([.init("Labour", 129), .init("Sexual", 45), .init("Criminal", 2)]) == [.number(129), .number(45), .withheld])
        #expect(values([.init("Labour", 124), .init("Sexual", 45), .init("Criminal", 2)]) == [.number(124), .withheld, .withheld])
    }

    @Test("leaves out a table of referrals from which a small group could be read")
    func referrals() {
        let publication = Review(.local, InventedYear.figures()).publication()
        #expect(table("table-referrals-by-age-group", in: publication) == nil)
        let words = publication.sections.first { $0.id == "referrals" }?.blocks
        #expect("\(words ?? [])".contains("fewer than 5 referrals") && "\(words ?? [])".contains("6 duty to notify reports"))
    }

    @Test("names the unit and the source of every table and chart")
    func units() {
        for kind in ReviewKind.allCases {
            for block in Review(kind, InventedYear.figures()).publication().allSections.flatMap(\.blocks) {
                switch block {
                case .table(let table): #expect(!table.unit.isEmpty && !table.source.isEmpty, "\(table.id)")
                case .chart(let chart): #expect(!chart.unit.isEmpty && !chart.source.isEmpty, "\(chart.id)")
                default: break
                }
            }
        }
    }

    @Test("says where a type of exploitation is found only as far as nobody follows from the rest")
    func themes() {
        let words = Commentary(figures: ProtectedFigures(InventedYear.figures(), protection: ProvedProtection()))
        let themes = InventedYear.figures().themes
        #expect(
            words.theme(themes[0]) == "Labour: 129 concerns (75%), which led to 70 visits, 280 people screened and 300 agency "
                + "interventions. The places were most often in Ferrowick (120, 93%) and Quillmoor (9, 7%).")
        #expect(words.theme(themes[1]) == "Sexual: 45 concerns (26%), which led to 128 people screened and 144 agency interventions.")
    }

    @Test("compares with the year before, and says nothing where the records hold none")
    func before() {
        func words(_ before: [Counted: Int]?) -> String {
            "\(Review(.local, InventedYear.figures(before: before)).publication().sections.flatMap(\.blocks))"
        }
        #expect(words([.concerns: 47]).contains("171 concerns were raised, against 47 in the same days a year earlier."))
        #expect(!words([.concerns: 0]).contains("year earlier") && !words(nil).contains("The year before"))
    }

    @Test("marks every figure as provisional while the period is not over")
    func provisional() {
        let open = Review(.local, InventedYear.figures(countedOn: "2031-02-01")).publication()
        #expect(stated(open).filter { $0.value.number != nil }.allSatisfy { $0.marks == [.provisional] })
        #expect(open.cover.state.contains("provisional"))
        #expect(stated(Review(.local, InventedYear.figures()).publication()).allSatisfy { $0.marks.isEmpty })
    }

    @Test("sets objectives out as its template does: item, objectives and progress, or why, how and outcomes")
    func objectives() throws {
        let file = """
            {"title":"Review of the strategy","objectives":[
            {"number":"1.1","item":"Pathways","objective":"Embed them.","status":"Met","progress":"Taught.","measures":["visits"],"why":"Need.","how":"Work.","outcomes":"Support."},
            {"number":"1.2","item":"Pathways","objective":"Test them.","status":"Carried forward"}]}
            """
        let objectives = try #require(ObjectiveFile.reading(Array(file.utf8)).result)
        let regional = Review(.regional, InventedYear.figures(), objectives: objectives).publication()
        let blocks = try #require(regional.sections.first { $0.id == "objectives" }).blocks
        guard case .words(let table) = blocks.first else { throw ReviewTestError.noTable }
        #expect(table.columns == ["Item", "Objectives", "Progress and outcomes"])
        #expect(
            table.rows == [
                [
                    ["Pathways"], ["1.1 Embed them.", "1.2 Test them."],
                    ["1.1 Met. Taught. Visits made: 98.", "1.2 Carried forward."],
                ]
            ])
        let programme = Review(.programme, InventedYear.figures(), objectives: objectives).publication()
        guard case .objective(let first) = programme.sections.first(where: { $0.id == "objectives" })?.blocks.first else {
            throw ReviewTestError.noTable
        }
        #expect((first.why, first.how, first.outcomes) == (["Need."], ["Work."], ["Support."]))
        #expect(first.progress == ["Taught.", "Visits made: 98."])
    }

    @Test("of a stretch without records has a cover, a method and no figure")
    func empty() {
        let none = RecordedFigures(
            partnership: "Northmoor partnership", period: InventedYear.period, countedOn: Day(number: 30_000), totals: [:], before: nil,
            tables: [])
        for kind in ReviewKind.allCases {
            #expect(Review(kind, none).publication().sections.map(\.id) == ["in-figures", "method"])
        }
        #expect(MonitoringReport(none).publication().sections.count == 2)
        #expect(YearSheet(none).infographic().charts.isEmpty)
    }

    private enum ReviewTestError: Error { case noTable }
}

@Suite("Quarterly monitoring")
struct MonitoringTests {
    @Test("gives each unit by quarter with its total, and withholds what could be worked out")
    func quarters() throws {
        let report = MonitoringReport(InventedYear.figures()).publication()
        guard case .table(let table) = try #require(report.sections.first?.blocks.first) else { return }
        #expect(table.columns.count == 6)
        let rows = Dictionary(uniqueKeysWithValues: table.rows.map { ($0.label, $0.figures.map(\.text)) })
        #expect(rows["Concerns raised"] == ["27", "36", "45", "63", "171"])
        #expect(rows["Visits made"] == ["20", "30", "30", "18", "98"])
        #expect(rows["People referred or reported"] == nil)
        #expect(
            rows["Referrals to the National Referral Mechanism"] == nil
                || rows["Referrals to the National Referral Mechanism"]?.last == "[c]")
    }

    @Test("gives each objective its status, its progress and its measures")
    func objectives() throws {
        let csv = "number,objective,status,progress,measures\n1,Disrupt,On track,Visits are the rule.,visits\n2,Learn,,,\n"
        let file = try #require(ObjectiveFile.reading(Array(csv.utf8)).result)
        let report = MonitoringReport(InventedYear.figures(), objectives: file).publication()
        let first = try #require(report.sections.first)
        #expect(first.id == "objectives")
        let tables = first.blocks.compactMap { block in if case .table(let table) = block { table.caption } else { nil } }
        #expect(tables == ["Measures of objective 1"])
        #expect("\(first.blocks)".contains("Not reported"))
    }
}
