import Kernel

extension Dashboard {
    /// The figures as plain aligned tables, each under its heading and its unit of count. Ends with a line end.
    package func text() -> String {
        var lines = ["Figures, \(period.text)", ""]
        let longest = UnitOfCount.allCases.map(\.heading.count).max() ?? 0
        for unit in UnitOfCount.allCases {
            lines.append(Dashboard.line(unit.heading, total(unit), label: longest, number: 0))
        }
        for unit in UnitOfCount.allCases {
            for table in unit.tables {
                lines += ["", table.heading, table.unitText]
                let rows = self[table].map { (table.text($0.key), $0.count) }
                let label = rows.map(\.0.count).max() ?? 0
                let number = rows.map { String($0.1).count }.max() ?? 0
                if rows.isEmpty { lines.append("  nothing to count") }
                lines += rows.map { "  " + Dashboard.line($0.0, $0.1, label: label, number: number) }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ label: String, _ count: Int, label width: Int, number: Int) -> String {
        let figure = String(count)
        return label + String(repeating: " ", count: max(0, width - label.count) + 2)
            + String(repeating: " ", count: max(0, number - figure.count)) + figure
    }
}
