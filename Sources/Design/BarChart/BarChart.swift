import HTML

/// How often each of several kinds occurs: horizontal bars in one hue, longest as given first, the number written behind.
package struct BarChart: Component {
    /// One kind with its number.
    package struct Bar: Sendable {
        let name: String
        let value: Int
        let link: Link?

        /// A kind and how often it occurs; `link` leads to the records behind it.
        package init(_ name: String, _ value: Int, link: Link? = nil) {
            self.name = name
            self.value = value
            self.link = link
        }
    }

    let heading: String
    let kind: String
    let unit: String
    let bars: [Bar]
    let shown: Int
    let others: String
    let csv: Link?
    let empty: String
    let id: String?
    let whole: DataTable?

    /// A chart; `kind` heads the column of names in the table ("Town"), `unit` says what is counted. Beyond `shown` bars
    /// the rest is drawn as one, named by its number and `others` ("12 other types"); the table always has all. `id` is
    /// what a link of the same page leads to; `whole` stands in place of its table, where that has more to say.
    package init(
        _ heading: String, kind: String, unit: String, bars: [Bar], shown: Int = 12, others: String = "others",
        csv: Link? = nil, empty: String = "Nothing to count in this period.", id: String? = nil, whole: DataTable? = nil
    ) {
        self.heading = heading
        self.kind = kind
        self.unit = unit
        self.bars = bars
        self.shown = max(shown, 1)
        self.others = others
        self.csv = csv
        self.empty = empty
        self.id = id
        self.whole = whole
    }

    /// The bars that are drawn, with those beyond the limit as one.
    var drawn: [Bar] {
        guard bars.count > shown + 1 else { return bars }
        let rest = bars[shown...]
        return bars[..<shown] + [Bar("\(rest.count) \(others)", rest.reduce(0) { $0 + $1.value })]
    }

    /// The width of a bar in hundredths of the longest; a number that is not nothing is never drawn as nothing.
    static func width(_ value: Int, of greatest: Int) -> Int {
        guard value > 0, greatest > 0 else { return 0 }
        return min(100, max(1, Int(Double(value) / Double(greatest) * 100 + 0.5)))
    }

    package var markup: Markup {
        let drawn = drawn
        let greatest = drawn.reduce(0) { max($0, $1.value) }
        let chart =
            bars.isEmpty
            ? p(.class("empty")) { empty }
            : table(.class("bars")) {
                caption(.class("unseen")) { "\(heading). \(unit)" }
                colgroup {
                    col(.class("names"))
                    col()
                    col(.class("numbers"))
                }
                tbody {
                    for bar in drawn {
                        tr {
                            th(.scope("row")) {
                                if let link = bar.link { a(.href(link)) { bar.name } } else { bar.name }
                            }
                            td { span(.class("bar w\(BarChart.width(bar.value, of: greatest))")) {} }
                            td(.class("n")) { bar.value.grouped }
                        }
                    }
                }
            }
        let numbers = DataTable(
            heading, columns: [.init(kind, .rowHeading), .init("Number", .number)],
            rows: bars.map { [.text($0.name), .text($0.value.grouped)] }, stacks: false)
        return ChartFrame(heading: heading, unit: unit, table: whole ?? numbers, csv: csv, id: id).markup(chart)
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                BarChart(
                    "Town", kind: "Town", unit: "Concerns, by town",
                    bars: [
                        Bar("West Bromwich", 65, link: "/sandwell/figures/west-bromwich"), Bar("Smethwick", 60),
                        Bar("Oldbury", 15), Bar("Tipton", 13), Bar("Wednesbury", 10), Bar("Rowley Regis", 8),
                    ], csv: "/sandwell/figures/towns.csv")
            },
            Example(.usual) {
                BarChart(
                    "Nationality", kind: "Nationality", unit: "Concerns, by nationality of the people concerned",
                    bars: (1...20).reversed().map { Bar("Nationality \($0)", $0 * $0) }, shown: 7,
                    others: "other nationalities")
            },
            Example(.empty) { BarChart("Town", kind: "Town", unit: "Concerns", bars: []) },
            Example(.long) {
                BarChart(
                    Example.longText, kind: "Kind", unit: Example.longText,
                    bars: [Bar(Example.longText, .max), Bar("None", 0), Bar("Few", 1), Bar("Wrong", -5)])
            },
            Example(.hostile) {
                BarChart(
                    Example.hostileText, kind: Example.hostileText, unit: Example.hostileText,
                    bars: [Bar(Example.hostileText, 3)])
            },
        ]
    }
}

extension StyleSheet {
    static var charts: String {
        let widths = (0...100).map { ".w\($0){width:\($0)%}" }.joined()
        return """
            .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); \
            gap: 1.25rem; align-items: start; margin-bottom: 1.25rem; } .charts .card { margin: 0; }
            .bars th, .bars td { border: 0; padding: .14rem 0; vertical-align: middle; line-height: 1.5; }
            .bars { table-layout: fixed; }
            .bars .names { width: 10.5rem; } .bars .numbers { width: 3.5rem; }
            .bars th { padding-right: .75rem; font-weight: 400; color: var(--ink); \
            overflow-wrap: break-word; }
            .bars th a { display: inline-block; min-height: 24px; }
            .bars td.n { padding-left: .5rem; white-space: normal; }
            .bar { display: block; height: 1.05rem; background: var(--bar); border-radius: 0 2px 2px 0; }
            .unit { font-size: .875rem; color: var(--ink-soft); margin: .6rem 0 0; }
            .chart-table { display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: flex-start; font-size: .9375rem; }
            .chart-table details[open] { flex: 1 1 100%; order: 2; }
            .chart-table summary, .chart-table > a { display: inline-block; padding: .35rem 0; min-height: 32px; }
            .columns { display: block; width: 100%; height: auto; overflow: visible; }
            .columns rect { fill: var(--bar); } .columns line { stroke: var(--line); stroke-width: 1; }
            .columns text { fill: var(--ink); font-size: 11px; text-anchor: middle; font-variant-numeric: tabular-nums; }
            .columns .soft { fill: var(--ink-soft); }
            @media (max-width: 40rem) { .bars .names { width: 42%; } .bars .numbers { width: 2.75rem; } .columns text { font-size: 18px; } .columns.many .value { display: none; } }
            \(widths)

            """
    }
}
