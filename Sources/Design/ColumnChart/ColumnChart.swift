import HTML

/// A number over time: one column for each month, quarter or year, in one hue, with its table.
package struct ColumnChart: Component {
    /// One stretch of time with its number.
    package struct Column: Sendable {
        let name: String
        let short: String
        let group: String
        let value: Int

        /// A stretch of time: `name` stands in the table ("April 2019"), `short` under the column ("Apr"), `group` once
        /// under the first of those that share it ("2019").
        package init(_ name: String, short: String, group: String = "", _ value: Int) {
            self.name = name
            self.short = short
            self.group = group
            self.value = value
        }
    }

    private static let width = 480.0
    private static let ground = 156.0
    private static let top = 22.0

    let heading: String
    let kind: String
    let unit: String
    let columns: [Column]
    let csv: Link?
    let empty: String
    let id: String?
    let whole: DataTable?

    /// A chart; `kind` heads the column of times in the table ("Month"), `unit` says what is counted. `id`
    /// is what a link of the same page leads to; `whole` stands in place of its table, where that has more to say.
    package init(
        _ heading: String, kind: String, unit: String, columns: [Column], csv: Link? = nil,
        empty: String = "Nothing to count in this period.", id: String? = nil, whole: DataTable? = nil
    ) {
        self.heading = heading
        self.kind = kind
        self.unit = unit
        self.columns = columns
        self.csv = csv
        self.empty = empty
        self.id = id
        self.whole = whole
    }

    /// What the drawing shows, in one sentence, for those who do not see it.
    var spoken: String {
        guard let first = columns.first, let last = columns.last,
            let highest = columns.max(by: { $0.value < $1.value }),
            let lowest = columns.min(by: { $0.value < $1.value })
        else { return heading }
        return
            "\(heading), \(first.name) to \(last.name). \(unit). Highest \(highest.value.grouped) in \(highest.name), "
            + "lowest \(lowest.value.grouped) in \(lowest.name). The numbers are in the table."
    }

    package var markup: Markup {
        let numbers = DataTable(
            heading, columns: [.init(kind, .rowHeading), .init("Number", .number)],
            rows: columns.map { [.text($0.name), .text($0.value.grouped)] }, stacks: false)
        return ChartFrame(heading: heading, unit: unit, table: whole ?? numbers, csv: csv, id: id)
            .markup(columns.isEmpty ? p(.class("empty")) { empty } : drawing)
    }

    private var drawing: Markup {
        let step = ColumnChart.width / Double(columns.count)
        let greatest = Double(columns.reduce(1) { max($0, $1.value) })
        let labelled = max(1, (columns.count + 12) / 13)
        return SVG.drawing(
            viewBox: "0 0 480 200", .class("columns"), .classes("many", if: columns.count > 13), .role("img"),
            .aria("label", spoken)
        ) {
            SVG.line(
                x1: 0, y1: ColumnChart.ground, x2: ColumnChart.width, y2: ColumnChart.ground)
            for (position, column) in columns.enumerated() {
                let middle = (Double(position) + 0.5) * step
                let height =
                    Double(max(column.value, 0)) / greatest * (ColumnChart.ground - ColumnChart.top)
                SVG.rectangle(
                    x: middle - step * 0.36, y: ColumnChart.ground - height, width: step * 0.72, height: height)
                if column.value > 0, labelled == 1 || columns.count <= 26 {
                    SVG.text(x: middle, y: ColumnChart.ground - height - 5, .class("value")) { column.value.grouped }
                }
                if position % labelled == 0 {
                    SVG.text(x: middle, y: ColumnChart.ground + 19, .class("soft")) { column.short }
                }
                if position == 0 || columns[position - 1].group != column.group {
                    SVG.text(x: middle, y: ColumnChart.ground + 39, .class("soft")) { column.group }
                }
            }
        }
    }

    package static var examples: [Example] {
        let months = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]
        let values = [9, 12, 14, 11, 0, 16, 23, 18, 12, 15, 17, 13]
        let year = zip(months, values).enumerated().map { position, month in
            let group = position < 9 ? "2019" : "2020"
            return Column("\(month.0) \(group)", short: month.0, group: group, month.1)
        }
        return [
            Example(.usual) {
                ColumnChart(
                    "Concerns by month", kind: "Month", unit: "Concerns, by the month they were received",
                    columns: year,
                    csv: "/sandwell/figures/months.csv")
            },
            Example(.empty) { ColumnChart("Concerns by month", kind: "Month", unit: "Concerns", columns: []) },
            Example(.long) {
                ColumnChart(Example.longText, kind: "Month", unit: "Concerns", columns: year + year + year + year)
            },
            Example(.hostile) {
                ColumnChart(
                    Example.hostileText, kind: Example.hostileText, unit: Example.hostileText,
                    columns: [
                        Column(Example.hostileText, short: Example.hostileText, group: Example.hostileText, .max),
                        Column("Wrong", short: "W", -4),
                    ])
            },
        ]
    }
}
