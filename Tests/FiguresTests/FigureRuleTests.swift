import Access
import Kernel
import Schema
import TestSupport
import Testing
import Web

@testable import Figures
@testable import Partnerships

@Suite("Choosing what to count")
struct FigureRuleTests {
    private let lists = CodeLists([
        CodeList(name: "location_type", values: [FigureRuleTests.value("car-wash", "Car wash")]),
        CodeList(name: "exploitation_type", values: [FigureRuleTests.value("labour", "Labour")]),
    ])
    private let world = TestWorld().world

    private static func value(_ code: String, _ label: String) -> CodeValue {
        CodeValue(code: code, label: label, validFrom: nil, validUntil: nil, note: "", isConfirmed: true)
    }

    private func choose(
        _ fields: [(String, String)], newest: String? = "2020-03-31", towns: [TermSummary] = []
    ) throws -> Outcome<FigureFilter> {
        let today = try #require(Day("2021-05-20"))
        return FigureChoice(FormData(fields: fields.map { (name: $0.0, value: $0.1) }))
            .filter(today: today, newest: newest.flatMap { Day($0) }, towns: towns, lists: lists)
    }

    @Test(
        "a period is chosen by its name or by its days",
        arguments: [
            ([], "2019-04-01", "2020-03-31"),
            ([("period", "newest-year")], "2019-04-01", "2020-03-31"),
            ([("period", "this-year")], "2021-04-01", "2022-03-31"),
            ([("period", "last-year")], "2020-04-01", "2021-03-31"),
            ([("period", "all")], "", ""),
            ([("from", "2019-07-01"), ("to", "2019-07-31")], "2019-07-01", "2019-07-31"),
            ([("from-day", "1"), ("from-month", "7"), ("from-year", "2019")], "2019-07-01", ""),
            ([("to-day", "31"), ("to-month", "july"), ("to-year", "19")], "", "2019-07-31"),
            ([("from-day", ""), ("from-month", ""), ("from-year", ""), ("to-day", "")], "", ""),
        ] as [([(String, String)], String, String)])
    func periods(fields: [(String, String)], from: String, to: String) throws {
        let period = try #require(try choose(fields).result).period
        #expect(period == Period(from: Day(from), to: Day(to)))
    }

    @Test("without a concern the page opens on the present financial year")
    func nothingRecorded() throws {
        let period = try #require(try choose([], newest: nil).result).period
        #expect(period == Period(from: Day("2021-04-01"), to: Day("2022-03-31")))
    }

    @Test(
        "what cannot be counted is told by its field",
        arguments: [
            ([("period", "<script>")], ["from"]),
            ([("from", "31-02-2019")], ["from"]),
            ([("from-day", "31"), ("from-month", "2"), ("from-year", "2019")], ["from"]),
            ([("from-day", "1"), ("to-day", "x")], ["from", "to"]),
            ([("from", "2020-01-02"), ("to", "2020-01-01")], ["to"]),
            ([("from", "1800-01-01"), ("to", "2020-01-01")], ["from"]),
            ([("town", "Oldbury' --")], ["town"]),
            ([("location", "\u{202E}car-wash")], ["location"]),
            ([("exploitation", "labour OR 1=1")], ["exploitation"]),
        ] as [([(String, String)], [String])])
    func problems(fields: [(String, String)], expected: [String]) throws {
        #expect(try choose(fields).problems.map(\.field) == expected)
    }

    @Test("a town is chosen only from those that the viewer is offered")
    func towns() throws {
        let own = TermSummary(id: world.newID(), kind: "town", label: "Oldbury", townID: nil)
        let other: ID<Term> = world.newID()
        let chosen = try choose([("town", own.id.text), ("location", "car-wash")], towns: [own])
        #expect(chosen.result?.towns == [own.id])
        #expect(chosen.result?.locationType == "car-wash")
        #expect(try choose([("town", other.text)], towns: [own]).problems.map(\.field) == ["town"])
    }

    @Test("the year before is the same days a year earlier, and only for a year or less")
    func yearBefore() throws {
        let leap = FigureFilter(period: Period(from: Day("2019-03-01"), to: Day("2020-02-29")))
        #expect(leap.yearBefore?.period == Period(from: Day("2018-03-01"), to: Day("2019-02-28")))
        #expect(leap.isWholeYear)
        let month = FigureFilter(period: Period(from: Day("2020-02-01"), to: Day("2020-02-29")))
        #expect(month.yearBefore?.period == Period(from: Day("2019-02-01"), to: Day("2019-02-28")))
        #expect(!month.isWholeYear)
        #expect(FigureFilter(period: Period(from: Day("2018-04-01"), to: Day("2020-03-31"))).yearBefore == nil)
        #expect(FigureFilter(period: Period(from: Day("2018-04-01"))).yearBefore == nil)
        #expect(FigureFilter().yearBefore == nil)
    }

    @Test("months without a record stand at nought where both ends are given, and nowhere in a period beyond reason")
    func emptyMonths() {
        func months(_ from: String?, _ to: String?) -> [FigureCount] {
            Dashboard(
                period: Period(from: from.flatMap { Day($0) }, to: to.flatMap { Day($0) }),
                tallies: [.concernsByMonth: [FigureCount("2019-12", 3)]])[.concernsByMonth]
        }
        #expect(
            months("2019-11-30", "2020-01-01")
                == [FigureCount("2019-11", 0), FigureCount("2019-12", 3), FigureCount("2020-01", 0)])
        #expect(months("2019-11-30", nil) == [FigureCount("2019-12", 3)])
        #expect(months("1600-01-01", "9999-12-31") == [FigureCount("2019-12", 3)])
        #expect(months("2020-01-01", "2019-01-01") == [FigureCount("2019-12", 3)])
    }

    @Test("a quarter is one of the calendar year")
    func quarters() {
        let months = (1...12).map { FigureCount("2019-\($0 < 10 ? "0" : "")\($0)", $0) }
        let dashboard = Dashboard(period: .everything, tallies: [.concernsByMonth: months])
        #expect(
            dashboard[.concernsByQuarter]
                == [
                    FigureCount("2019-Q1", 6), FigureCount("2019-Q2", 15), FigureCount("2019-Q3", 24),
                    FigureCount("2019-Q4", 33),
                ])
        #expect(FigureTable.concernsByQuarter.text("2019-Q2") == "April to June 2019")
        #expect(FigureTable.concernsByMonth.text("2019-04") == "April 2019")
    }

    @Test("labels in the document are escaped as JSON wants it")
    func escaping() {
        let dashboard = Dashboard(
            period: .everything, tallies: [.concernsByTown: [FigureCount("A\"b\\c\u{1}\nÉ</script>", 1)]])
        let text = String(decoding: dashboard.json(), as: UTF8.self)
        #expect(text.contains(#""by_town":{"A\"b\\c\u0001\u000aÉ</script>":1}"#))
    }

    @Test("the text form names the unit of every table and lines the numbers up")
    func text() {
        let dashboard = Dashboard(
            period: Period(from: Day("2019-04-01"), to: Day("2019-04-30")),
            tallies: [
                .concernsByMonth: [FigureCount("2019-04", 12)],
                .concernsByTown: [FigureCount("Oldbury", 10), FigureCount("West Bromwich", 2)],
            ])
        let text = dashboard.text()
        #expect(text.hasPrefix("Figures, 1 April 2019 to 30 April 2019\n\nConcerns         12\n"))
        #expect(
            text.contains(
                """

                Concerns by town
                Concerns, by the town of the place
                  Oldbury        10
                  West Bromwich   2

                """))
        for table in FigureTable.allCases { #expect(text.contains("\n\(table.heading)\n\(table.unitText)\n")) }
    }

    @Test(
        "a cell that a spreadsheet would take for a formula is made harmless",
        arguments: [
            ("=SUM(A1)", "'=SUM(A1)"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"),
            ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("Children's Trust", "Children's Trust"), ("a,b", "\"a,b\""),
            ("two\nlines", "\"two\nlines\""), ("", ""),
        ])
    func formulas(cell: String, written: String) {
        #expect(CSVTable(header: ["Town"], rows: [[cell]]).text == "Town\r\n\(written)\r\n")
    }

    @Test("the median of answers is the middle one, or half way between the two in the middle")
    func median() {
        #expect(AnswerFigures.median([]) == nil)
        #expect(AnswerFigures.median([5]) == 5)
        #expect(AnswerFigures.median([9, 1, 5]) == 5)
        #expect(AnswerFigures.median([9, 1, 5, 7]) == 6)
    }
}
