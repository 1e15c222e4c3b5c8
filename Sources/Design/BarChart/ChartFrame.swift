import HTML

/// What stands around every chart: its heading, what it counts, its whole table and the same table as CSV.
struct ChartFrame {
    let heading: String
    let unit: String
    let table: DataTable
    let csv: Link?
    var id: String?

    func markup(_ chart: Markup) -> Markup {
        section(.class("card chart"), id.map(Attribute.id) ?? .none) {
            h2 { heading }
            chart
            p(.class("unit")) { unit }
            div(.class("chart-table")) {
                details {
                    summary {
                        "Table"
                        span(.class("unseen")) { " of \(heading)" }
                    }
                    table
                }
                if let csv {
                    a(.href(csv), .download("")) {
                        "CSV"
                        span(.class("unseen")) { " of \(heading)" }
                    }
                }
            }
        }
    }
}

/// Charts beside each other; below each other where there is no room.
package struct ChartGrid: Component {
    let content: Markup

    package init(@MarkupBuilder _ content: () -> Markup) {
        self.content = content()
    }

    package var markup: Markup {
        div(.class("charts")) { content }
    }

    package static var examples: [Example] {
        [
            Example(.usual) {
                ChartGrid {
                    for example in BarChart.examples where example.kind == .usual { example.markup }
                }
            },
            Example(.long) { ChartGrid { Example.longText } },
            Example(.hostile) { ChartGrid { Example.hostileText } },
        ]
    }
}
