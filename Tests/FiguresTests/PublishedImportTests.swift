import Access
import Concerns
import Disclosure
import HTML
import Kernel
import PageTestSupport
import Partnerships
import Store
import TestSupport
import Testing

@testable import Figures

@Suite("Importing published statistics")
struct PublishedImportTests {
    private func take(
        _ year: FigureYear, _ text: String, name: String = "file.csv", on day: Day? = nil, isDryRun: Bool = false
    ) async throws -> StatisticReport {
        try await year.statistics.importFile(
            Array(text.utf8), from: .init(fileName: name, publishedOn: day), isDryRun: isDryRun, request: "test")
    }

    private func rows(_ engine: any Engine) async throws -> [Int] {
        try await engine.read { transaction in
            [
                try transaction.value("SELECT COUNT(*) FROM statistic_releases", as: Int.self) ?? 0,
                try transaction.value("SELECT COUNT(*) FROM statistic_parts", as: Int.self) ?? 0,
                try transaction.value("SELECT COUNT(*) FROM statistic_cells", as: Int.self) ?? 0,
            ]
        }
    }

    @Test("writes a release once, and nothing when the same file comes again", arguments: EngineKind.available)
    func again(kind: EngineKind) async throws {
        try await withYear(kind) { year, engine in
            let text = InventedStatistics.police(["2023 Q1", "2023 Q2"])
            let tried = try await take(year, text, isDryRun: true)
            #expect(tried.changes)
            #expect(tried.text.hasSuffix("This was a dry run: nothing was written."))
            #expect(try await rows(engine) == [0, 0, 0])
            let first = try await take(year, text)
            #expect(
                first.text == """
                    Referrals by first responder, exploitation, age, gender and nationality: 22 rows.
                    6 figures and 16 totals, each of which is what its parts add up to.
                    New: 2 quarters of a series.
                    """)
            #expect(try await rows(engine) == [1, 2, 6])
            let second = try await take(year, text, name: "again.csv")
            #expect(second.text.hasSuffix("Everything is there already and unchanged."))
            // A later file that says the same of these quarters and more brings only what is new.
            let third = try await take(year, InventedStatistics.police(["2023 Q1", "2023 Q2", "2023 Q3"]), name: "later.csv")
            #expect(third.notes.contains("Unchanged: 2."))
            #expect(try await rows(engine) == [2, 3, 9])
            let journal = try await engine.read { transaction in
                try transaction.rows("SELECT detail FROM journal_entries WHERE verb = 'import-statistics' ORDER BY number") {
                    try $0.next(String.self)
                }
            }
            #expect(journal == ["referrals 2", "referrals 1"])
        }
    }

    @Test("writes nothing where anything is wrong", arguments: EngineKind.available)
    func wrong(kind: EngineKind) async throws {
        try await withYear(kind) { year, engine in
            let text = InventedStatistics.police(["2023 Q1"]).replacing("Gwent Police,Sexual", with: "Gwent Police,Piracy")
            let report = try await take(year, text)
            #expect(report.problems.count == 1)
            #expect(report.text.hasSuffix("1 problem in 11 rows. Nothing was written."))
            #expect(try await rows(engine) == [0, 0, 0])
        }
    }

    @Test("replaces an outline by figures of each force, and never the other way round", arguments: EngineKind.available)
    func outlines(kind: EngineKind) async throws {
        try await withYear(kind) { year, engine in
            let quarters = ["2023 Q1", "2023 Q2"]
            #expect(try await take(year, InventedStatistics.policeOutline(quarters)).changes)
            let detailed = try await take(year, InventedStatistics.police(quarters), name: "forces.csv")
            #expect(detailed.notes.contains("Now by first responder, with the same totals: 2 quarters."))
            let same = try await take(year, InventedStatistics.policeOutline(quarters), name: "outline.csv")
            #expect(!same.changes)
            let other = try await take(year, InventedStatistics.policeOutline(quarters, kent: 11), name: "other.csv")
            #expect(other.problems.count == 2)
            #expect(other.problems.first?.message.contains("counts 15 and the figures by first responder that are here 14") == true)
            #expect(try await rows(engine) == [2, 4, 12])
        }
    }

    @Test("does not replace a release by an earlier one", arguments: EngineKind.available)
    func earlier(kind: EngineKind) async throws {
        try await withYear(kind) { year, engine in
            #expect(try await take(year, InventedStatistics.dutyToNotify, on: Day("2024-02-01")).changes)
            let before = try await take(
                year, "Year,Quarter,Total\n2022.0,Q4,7.0\n", name: "before.csv", on: Day("2023-11-02"))
            #expect(
                before.problems.map(\.text) == [
                    "row 2, column Quarter: October to December 2022: figures that were published later, on 2024-02-01, are here already. A release cannot be replaced by an earlier one"
                ])
            let after = try await take(year, "Year,Quarter,Total\n2022.0,Q4,7.0\n", name: "after.csv", on: Day("2024-05-02"))
            #expect(after.notes.contains("Revised: October to December 2022: 5 before, 7 now. The earlier figures stay readable."))
            #expect(try await rows(engine) == [2, 4, 4])
        }
    }

    @Test("counts authorities that are published by name, with a page of their own", arguments: EngineKind.available)
    func namedAuthorities(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            let areas = try await year.statistics.importAreas(
                .areas, Array(InventedStatistics.areas.utf8), from: .init(fileName: "areas.csv"), isDryRun: false, request: "test")
            #expect(areas.problems == [])
            let lines = ["2022 Q4", "2023 Q1", "2023 Q2", "2023 Q3"].map { quarter in
                "\(quarter),Local Authority,Inventham Borough Council,Labour,Child (17 or under),Male,UK,9"
            }
            #expect(try await take(year, ([InventedStatistics.header] + lines).joined(separator: "\n")).changes)
            let page = try await year.published("/authorities/E07000999", as: year.viewer([.coordinator]))
            #expect(page.body.contains("by Inventham as a local authority"))
            #expect(!page.body.contains("there is no figure of"))
            let all = try await year.published("/authorities", as: year.viewer([.coordinator]))
            #expect(all.body.contains("Referrals by local authority"))
        }
    }

    @Test("takes areas, populations and boundaries once, and says what is wrong with them", arguments: EngineKind.available)
    func areaFiles(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            func take(_ kind: PublishedStatistics.AreaFileKind, _ text: String) async throws -> StatisticReport {
                try await year.statistics.importAreas(kind, Array(text.utf8), from: .init(fileName: "x"), isDryRun: false, request: "test")
            }
            #expect(try await take(.areas, InventedStatistics.areas).changes)
            #expect(try await !take(.areas, InventedStatistics.areas).changes)
            #expect(try await take(.boundaries, InventedStatistics.boundaries).changes)
            #expect(try await take(.populations(year: 2020), InventedStatistics.populations).changes)
            let problems: [(PublishedStatistics.AreaFileKind, String, String)] = [
                (.areas, "", "row 1: The file is empty"), (.areas, "a,b\n1,2", "row 1: No columns name authorities"),
                (.areas, "ltla24_code,ltla24_name,pfa24_code\nE1,X,E23000032", "row 2, column ltla24_code: “E1” is no code of an area"),
                (
                    .areas, "ltla24_code,ltla24_name,pfa24_code\nE07000001,X,E23000999",
                    "row 2, column pfa24_code: “E23000999” is no police force"
                ),
                (
                    .areas, "ltla24_code,ltla24_name,pfa24_code\nE07000001,X,E23000032\nE07000001,X,E23000033",
                    "row 3, column ltla24_code: X stands with another force"
                ),
                (.populations(year: nil), "ltla21_code,total_population\nE07000001,5", "row 1: The file does not say of which year it is"),
                (
                    .populations(year: 2020), "ltla21_code,total_population\nE07000001,-5",
                    "row 2, column total_population: “-5” is not a whole number"
                ),
                (
                    .populations(year: 2020), "ltla21_code,total_population\nE07000001,5\nE07000001,5",
                    "row 1: E07000001 stands twice for 2020"
                ),
                (.populations(year: nil), "year,Atlantis\n2019,5", "row 1, column “Atlantis”: This is no police force"),
                (.boundaries, "{}", "row 1: This is no GeoJSON file of areas"),
                (
                    .boundaries, InventedStatistics.boundaries.replacing("[-3,51]", with: "[-33,51]"),
                    "row 3, column area 3: A corner of Gwent lies outside the United Kingdom"
                ),
            ]
            for (kind, text, words) in problems {
                let report = try await take(kind, text)
                #expect(report.problems.first?.text.hasPrefix(words) == true, "\(report.text)")
                #expect(!report.changes)
            }
        }
    }
}

@Suite("What published statistics are shown with")
struct PublishedRuleTests {
    private func quarters(_ keys: String...) -> [CalendarQuarter] { keys.compactMap { CalendarQuarter($0) } }

    @Test("the newest four quarters in a row are the year, and those with a year before are compared")
    func periods() {
        let six = PublishedPeriods(quarters("2022-Q2", "2022-Q3", "2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3"))
        #expect(PublishedPeriods.words(six.latest) == "October 2022 to September 2023")
        #expect(PublishedPeriods.words(six.compared) == "April to September 2023")
        #expect(PublishedPeriods.words(six.before) == "April to September 2022")
        let gap = PublishedPeriods(quarters("2022-Q4", "2023-Q2", "2023-Q3"))
        #expect(PublishedPeriods.words(gap.latest) == "April to September 2023")
        #expect(gap.compared.isEmpty)
        let year = PublishedPeriods(quarters("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"))
        #expect(PublishedPeriods.words(year.latest) == "2023")
        #expect(PublishedPeriods.words(PublishedPeriods(quarters("2023-Q4")).latest) == "October to December 2023")
        #expect(PublishedPeriods([]).latest.isEmpty)
    }

    @Test("a population is the newest there is, made of predecessors and authorities where it has to be, and never of some of them")
    func populations() {
        let populations = AreaPopulations(
            [2019: ["E23000032": 95, "E07000026": 1], 2020: ["E07000999": 60, "E07000998": 40, "E07000026": 1, "E07000028": 2]],
            successors: ["E07000026": "E06000063", "E07000028": "E06000063", "E07000030": "E06000064"],
            authorities: [
                AuthorityLine(code: "E07000999", name: "", force: "E23000032", regionName: ""),
                AuthorityLine(code: "E07000998", name: "", force: "E23000032", regionName: ""),
                AuthorityLine(code: "E07000997", name: "", force: "E23000033", regionName: ""),
            ])
        #expect(populations.population(of: "E23000032") == AreaPopulation(people: 100, year: 2020))
        #expect(populations.population(of: "E06000063") == AreaPopulation(people: 3, year: 2020))
        #expect(populations.population(of: "E06000064") == nil)
        #expect(populations.population(of: "E23000033") == nil)
        #expect(populations.population(ofAll: ["E07000999", "E07000998"]) == AreaPopulation(people: 100, year: 2020))
        #expect(populations.population(ofAll: ["E07000999", "E23000033"]) == nil)
        #expect(populations.population(ofAll: []) == nil)
    }

    @Test("ranks go by rate, equal rates share one, and fewer than ten have none")
    func ranks() throws {
        let periods = PublishedPeriods(quarters("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"))
        let quarter = try #require(CalendarQuarter("2023-Q1"))
        func standing(_ code: String, _ count: Int) -> AreaStanding {
            AreaStanding(
                PublishedArea(kind: .force, code: code, name: code), counts: [quarter: count], periods: periods,
                population: AreaPopulation(people: 100_000, year: 2020))
        }
        let ranked = AreaStanding.ranked([standing("a", 9), standing("b", 30), standing("c", 40), standing("d", 30), standing("e", 12)])
        #expect(ranked.map(\.rank) == [nil, 2, 1, 2, 4])
        #expect(AreaStanding.rankedCount(ranked) == 4)
        #expect(ranked[4].rate?.isUnreliable == true)
        let short = AreaStanding(
            PublishedArea(kind: .force, code: "f", name: "f"), counts: [quarter: 30], periods: PublishedPeriods([quarter]),
            population: AreaPopulation(people: 100_000, year: 2020))
        #expect(short.rate == nil)
    }

    @Test("borders are made simpler without a gap between neighbours, and small islands go")
    func boundaries() throws {
        let file = BoundaryFile(Array(InventedStatistics.boundaries.utf8), knownForces: ["E23000032", "E23000033", "W15000002"])
        #expect(file.problems == [])
        #expect(file.level == "force")
        let kent = try #require(file.shapes.first { $0.code == "E23000032" })
        let sussex = try #require(file.shapes.first { $0.code == "E23000033" })
        #expect(kent.outline.rings.map(\.count) == [4])
        #expect(sussex.outline.rings.map(\.count) == [4])
        #expect(Set(kent.outline.rings[0]).intersection(sussex.outline.rings[0]).count == 2)
        #expect(file.neighbours == [.init(one: "E23000032", other: "E23000033"), .init(one: "E23000033", other: "E23000032")])
    }

    @Test("an outline is written and read back, and nothing else is read")
    func outlines() throws {
        let outline = Outline(rings: [[.init(10, -4), .init(12, 6), .init(-3, 0)], [.init(0, 0), .init(1, 0), .init(0, 1)]])
        #expect(outline.text == "M10-4l2 10-15-6zM0 0l1 0-1 1z")
        #expect(Outline(outline.text) == outline)
        for wrong in ["x", "M", "M1", "M1 2", "M1 2l", "M1 2l3z", "M1 2l3 4", "M1 2l3 4z\"><script>", "m1 2l3 4z", "M1,2l3 4z"] {
            #expect(Outline(wrong) == nil, "\(wrong)")
        }
    }
}
