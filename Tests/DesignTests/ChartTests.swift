import HTML
import Testing

@testable import Design

@Suite("Charts and tables")
struct ChartTests {
    @Test(
        "a bar is as long as its part of the greatest, and never nothing when something was counted",
        arguments: [
            (0, 100, 0), (1, 1000, 1), (50, 100, 50), (100, 100, 100), (1, 3, 33), (-5, 10, 0), (5, 0, 0),
            (Int.max, Int.max, 100),
        ])
    func widths(value: Int, greatest: Int, expected: Int) {
        #expect(BarChart.width(value, of: greatest) == expected)
    }

    @Test("the rest beyond the shown bars is one bar with their sum, and the table has all")
    func rest() {
        let bars = (1...20).map { BarChart.Bar("Kind \($0)", $0) }
        let chart = BarChart("Kinds", kind: "Kind", unit: "Concerns", bars: bars, shown: 5, others: "other kinds")
        #expect(chart.drawn.count == 6)
        #expect(chart.drawn.last?.name == "15 other kinds")
        #expect(chart.drawn.map(\.value).reduce(0, +) == 210)
        for bar in bars { #expect(chart.markup.string.contains("<th scope=\"row\">\(bar.name)</th>")) }
    }

    @Test("a rest of one is shown as itself")
    func restOfOne() {
        let chart = BarChart("Kinds", kind: "Kind", unit: "Concerns", bars: [.init("A", 2), .init("B", 1)], shown: 1)
        #expect(chart.drawn.map(\.name) == ["A", "B"])
    }

    @Test("every chart says what it counts and offers its table and its CSV")
    func furniture() {
        let column = ColumnChart(
            "By month", kind: "Month", unit: "Concerns received",
            columns: [
                .init("April 2019", short: "Apr", group: "2019", 3), .init("May 2019", short: "May", group: "2019", 5),
            ],
            csv: "/figures/months.csv")
        let text = column.markup.string
        #expect(text.contains("<p class=\"unit\">Concerns received</p>"))
        #expect(text.contains("href=\"/figures/months.csv\""))
        #expect(text.contains("<th scope=\"row\">May 2019</th>"))
        #expect(column.spoken.contains("Highest 5 in May 2019, lowest 3 in April 2019"))
        #expect(ReadMarkup(column.markup).elements.filter { $0.name == "rect" }.count == 2)
    }

    @Test("an empty chart and an empty table say so instead of drawing")
    func empty() {
        let chart = ColumnChart("By month", kind: "Month", unit: "Concerns", columns: [], empty: "No concern yet.")
        #expect(chart.markup.string.contains("No concern yet."))
        #expect(!chart.markup.string.contains("<svg"))
        let table = DataTable("Concerns", columns: [.init("Where")], rows: [], empty: "No concern is open.")
        #expect(table.markup.string == "<p class=\"empty\">No concern is open.</p>")
    }

    @Test("a cell carries the name of its column for narrow screens, the heading of a row does not need it")
    func cellLabels() {
        let table = DataTable(
            "Concerns",
            columns: [.init("Reference", .rowHeading), .init("Age", .number), .init("Do", isHeadingShown: false)],
            rows: [["SW-1", "2 d", "Remind"]])
        let text = table.markup.string
        #expect(text.contains("<th scope=\"row\">SW-1</th>"))
        #expect(text.contains("<td class=\"n\" data-label=\"Age\">2 d</td>"))
        #expect(text.contains("<td>Remind</td>"))
        #expect(text.contains("<caption class=\"unseen\">Concerns</caption>"))
    }

    @Test(
        "whole numbers are grouped by thousands",
        arguments: [
            (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1000, "−1,000"), (-5, "−5"),
            (Int.min, "−9,223,372,036,854,775,808"),
        ])
    func grouping(number: Int, expected: String) {
        #expect(number.grouped == expected)
    }
}
