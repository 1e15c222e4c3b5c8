import Design
import HTML

/// A link chart as a drawing, and beside it the same as a table.
struct LinkChartDrawing: Component {
    let chart: LinkChart
    /// What the columns hold: "Subject", "Records", "What else they mention".
    let headings: [String]
    let links: SubjectLinks

    private static let step = 46.0
    private static let top = 40.0
    private static let lefts = [8.0, 330.0, 652.0]
    private static let width = 270.0

    var markup: Markup {
        if chart.isEmpty { return p(.class("empty")) { "Nothing is linked with it in the records that you may see." } }
        return Markup {
            // Wider than a telephone: it is moved sideways there, by keyboard too.
            div(.class("link-chart"), .attribute("tabindex", "0"), .role("region"), .aria("label", "Link chart, can be moved sideways")) {
                drawing
            }
            if chart.omitted > 0 {
                p(.class("soft")) { chart.omitted == 1 ? "1 more is not drawn." : "\(chart.omitted) more are not drawn." }
            }
            Details("The same as a table") { table }
        }
    }

    private func places() -> [String: (column: Int, y: Double)] {
        let tallest = Double(chart.columns.map(\.count).max() ?? 1)
        var places: [String: (column: Int, y: Double)] = [:]
        for (column, nodes) in chart.columns.enumerated() {
            let offset = (tallest - Double(nodes.count)) / 2 * Self.step
            for (row, node) in nodes.enumerated() { places[node.key] = (column, Self.top + offset + Double(row) * Self.step) }
        }
        return places
    }

    private var drawing: Markup {
        let places = places()
        let height = Int(Self.top + Double(chart.columns.map(\.count).max() ?? 1) * Self.step)
        return SVG.drawing(
            viewBox: "0 0 930 \(height)", .role("img"),
            .aria(
                "label", "\(headings.joined(separator: ", ")), with lines between what belongs together. The table has the same in words.")
        ) {
            for (column, heading) in headings.enumerated() {
                SVG.text(x: Self.lefts[column], y: 18, .class("heading")) { heading }
            }
            for edge in chart.edges {
                if let from = places[edge.from], let to = places[edge.to] {
                    SVG.line(
                        x1: Self.lefts[from.column] + Self.width, y1: from.y + 18, x2: Self.lefts[to.column], y2: to.y + 18)
                }
            }
            for node in chart.columns.joined() {
                if let place = places[node.key] {
                    SVG.group(.class(node.kind.rawValue)) {
                        SVG.rectangle(x: Self.lefts[place.column], y: place.y, width: Self.width, height: 36)
                        SVG.text(x: Self.lefts[place.column] + 10, y: place.y + 16) { Self.short(node.title, 34) }
                        SVG.text(x: Self.lefts[place.column] + 10, y: place.y + 30, .class("soft")) { Self.short(node.detail, 40) }
                    }
                }
            }
        }
    }

    private static func short(_ text: String, _ most: Int) -> String {
        text.count <= most ? text : "\(text.prefix(most - 1))…"
    }

    private var table: DataTable {
        var nodes: [String: LinkChart.Node] = [:]
        for node in chart.columns.joined() { nodes[node.key] = node }
        func cell(_ key: String) -> Markup {
            guard let node = nodes[key] else { return Markup() }
            return Markup {
                a(.href(links.target(node.target))) { node.title }
                span(.class("soft")) { " \(node.detail)" }
            }
        }
        return DataTable(
            "What is linked", columns: [.init("One end", .rowHeading), .init("Other end")],
            rows: chart.edges.map { [cell($0.from), cell($0.to)] })
    }
}
