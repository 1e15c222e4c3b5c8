import HTML

/// Records in rows. On a phone each row becomes a block in which every value stands behind the name of its column.
package struct DataTable: Component {
    /// One column.
    package struct Column: Sendable {
        /// How the cells of a column are set.
        package enum Kind: Sendable {
            case text
            /// Numbers, set to the right in figures of equal width.
            case number
            /// Short text of our own, such as a date, that is not broken into lines.
            case unbroken
            /// The name of the row, read out with its other cells.
            case rowHeading
        }

        let heading: String
        let kind: Kind
        let isHeadingShown: Bool

        /// A column; a heading that is not shown is read out all the same.
        package init(_ heading: String, _ kind: Kind = .text, isHeadingShown: Bool = true) {
            self.heading = heading
            self.kind = kind
            self.isHeadingShown = isHeadingShown
        }

        var className: Attribute {
            switch kind {
            case .text, .rowHeading: .none
            case .number: .class("n")
            case .unbroken: .class("nowrap")
            }
        }
    }

    let caption: String
    let isCaptionShown: Bool
    let columns: [Column]
    let rows: [[Markup]]
    let sums: [Markup]
    let stacks: Bool
    let empty: Markup

    /// A table; `caption` says what it shows, `sums` is a last row of totals, `empty` says what would fill an empty table
    /// and how. `stacks: false` lets a table of many figures scroll sideways on a phone instead.
    package init(
        _ caption: String, isCaptionShown: Bool = false, columns: [Column], rows: [[Markup]], sums: [Markup] = [],
        stacks: Bool = true, empty: Markup = "Nothing is recorded yet."
    ) {
        self.caption = caption
        self.isCaptionShown = isCaptionShown
        self.columns = columns
        self.rows = rows
        self.sums = sums
        self.stacks = stacks
        self.empty = empty
    }

    package var markup: Markup {
        if rows.isEmpty {
            p(.class("empty")) { empty }
        } else if stacks {
            wholeTable(.class("stack"))
        } else {
            div(.class("scroll"), .role("region"), .aria("label", caption), .tabindex(0)) { wholeTable(.none) }
        }
    }

    private func wholeTable(_ attribute: Attribute) -> Markup {
        table(attribute) {
            HTML.caption(.classes("unseen", if: !isCaptionShown)) { caption }
            thead {
                tr {
                    for column in columns {
                        th(.scope("col"), column.className) {
                            if column.isHeadingShown {
                                column.heading
                            } else {
                                span(.class("unseen")) { column.heading }
                            }
                        }
                    }
                }
            }
            tbody { lines(rows) }
            if !sums.isEmpty { tfoot { lines([sums]) } }
        }
    }

    /// The rows, written into one piece: a page has hundreds of cells.
    private func lines(_ rows: [[Markup]]) -> Markup {
        let tags = columns.map { column -> (start: Markup, end: Markup) in
            if column.kind == .rowHeading { return (.void("th", [.scope("row")]), .end("th")) }
            let label = stacks && column.isHeadingShown ? column.heading : nil
            return (.void("td", [column.className, .data("label", label)]), .end("td"))
        }
        let start = Markup.void("tr")
        let end = Markup.end("tr")
        var lines = Markup()
        for row in rows {
            lines += start
            for (tag, cell) in zip(tags, row) {
                lines += tag.start
                lines += cell
                lines += tag.end
            }
            lines += end
        }
        return lines
    }

    package static var examples: [Example] {
        let columns = [
            Column("Reference", .rowHeading), Column("Where"), Column("Due", .unbroken), Column("Age", .number),
            Column("Do", isHeadingShown: false),
        ]
        let rows: [[Markup]] = [
            [
                a(.href("/sandwell/concerns/SW-0168")) { "SW-0168" }, "Factory, Oldbury",
                Tag("Today 12:00", .warn).markup, "2 d", "Remind",
            ],
            [a(.href("/sandwell/concerns/SW-0164")) { "SW-0164" }, "Car wash, Smethwick", "Tomorrow", "6 d", ""],
        ]
        let hostile = Markup.text(Example.hostileText)
        let long = Markup.text(Example.longText)
        return [
            Example(.usual) { DataTable("Open concerns", columns: columns, rows: rows) },
            Example(.usual) {
                DataTable(
                    "Concerns by town", isCaptionShown: true,
                    columns: [Column("Town", .rowHeading), Column("Concerns", .number)],
                    rows: [["Oldbury", "15"], ["Tipton", "13"]], sums: ["All towns", "28"], stacks: false)
            },
            Example(.empty) {
                DataTable(
                    "Open concerns", columns: columns, rows: [], empty: "No concern is open. New ones appear here.")
            },
            Example(.long) {
                DataTable(Example.longText, columns: columns, rows: [[long, long, "Today", "2 d", long]])
            },
            Example(.hostile) {
                DataTable(
                    Example.hostileText, isCaptionShown: true, columns: [Column(Example.hostileText), Column("Where")],
                    rows: [[hostile, hostile]])
            },
        ]
    }
}

extension StyleSheet {
    static let tables = """
        table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.6; } form + table { margin-top: 1.25rem; }
        caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
        th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; \
        border-bottom: 1px solid var(--line-soft); overflow-wrap: anywhere; }
        thead th { overflow-wrap: break-word; }
        th { color: var(--ink-soft); font-weight: 600; } thead th { border-bottom-color: var(--line); }
        tbody th { color: var(--ink); }
        tbody tr:last-child > * { border-bottom: 0; } tfoot > tr > * { border-top: 1px solid var(--line); border-bottom: 0; font-weight: 600; color: var(--ink); }
        td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; padding-right: 0; padding-left: .75rem; \
        white-space: nowrap; }
        @media (min-width: 40.01rem) { td.n:not(:last-child), th.n:not(:last-child) { padding-right: 1.5rem; } }
        .scroll { overflow-x: auto; } .scroll th, .scroll td { overflow-wrap: normal; }
        .empty { color: var(--ink-soft); margin: 0; padding: .25rem 0; }
        @media (max-width: 40rem) {
        table.stack, table.stack tbody, table.stack tfoot, table.stack tr, table.stack caption { display: block; }
        table.stack thead { position: absolute; left: -999px; width: 1px; overflow: hidden; }
        table.stack tr { padding: .6rem 0; border-bottom: 1px solid var(--line); }
        table.stack tbody tr:last-child { border-bottom: 0; } table.stack tbody tr:first-child { padding-top: 0; }
        table.stack td, table.stack th { display: block; border: 0; padding: .1rem 0; text-align: left; white-space: normal; }
        table.stack tbody th { font-size: 1rem; }
        table.stack td[data-label]::before { content: attr(data-label) ": "; color: var(--ink-soft); }
        table.stack td:empty { display: none; }
        }

        """
}
