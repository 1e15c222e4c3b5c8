/// A document for publication: what it says, without a word on how it looks.
package struct Publication: Hashable, Sendable, Codable {
    /// The first page.
    package struct Cover: Hashable, Sendable, Codable {
        /// Who publishes it.
        package var publisher: String
        /// "Annual report".
        package var title: String
        /// What it is about, under the title; empty where the title says so.
        package var subject: String
        /// "1 April 2019 to 31 March 2020".
        package var period: String
        /// Where the document stands: "Draft. Figures are provisional".
        package var state: String
        /// The heights of a row of columns that decorates the page; empty for none.
        package var columns: [Int]

        package init(publisher: String, title: String, subject: String = "", period: String, state: String, columns: [Int] = []) {
            self.publisher = publisher
            self.title = title
            self.subject = subject
            self.period = period
            self.state = state
            self.columns = columns
        }
    }

    package var cover: Cover
    /// One sentence on what the document is, for catalogues.
    package var summary: String
    package var sections: [Section]
    /// The tables behind the charts, each with all its figures.
    package var tables: [StatisticalTable]
    /// Notes on the whole document, numbered as they stand.
    package var notes: [String]
    package var corrections: [Correction]

    package init(
        cover: Cover, summary: String, sections: [Section], tables: [StatisticalTable] = [], notes: [String] = [],
        corrections: [Correction] = []
    ) {
        self.cover = cover
        self.summary = summary
        self.sections = sections
        self.tables = tables
        self.notes = notes
        self.corrections = corrections
    }

    /// "Annual report, 1 April 2019 to 31 March 2020, Sandwell".
    package var fullTitle: String { "\(cover.title), \(cover.period), \(cover.publisher)" }

    /// The sections with those that follow from the rest: tables, notes and corrections.
    package var allSections: [Section] {
        var all = sections
        if !tables.isEmpty {
            all.append(
                Section(
                    id: "tables", title: "The figures in full", beginsPage: true,
                    [.lead("Every table behind the charts, with what it counts and where it comes from.")]
                        + tables.map(Block.table)))
        }
        if !notes.isEmpty { all.append(Section(id: "notes", title: "Notes", [.list(notes)])) }
        if !corrections.isEmpty {
            let rows = corrections.map { [[$0.day], [$0.was], [$0.isNow], [$0.why]] }
            let table = TextTable(
                id: "corrections-made", caption: "What changed since this was first published",
                columns: ["Day", "It said", "It says", "Why"], rows: rows)
            all.append(Section(id: "corrections", title: "Corrections", [.words(table)]))
        }
        return all
    }

    /// Every table of figures, in the order in which they stand.
    package var statisticalTables: [StatisticalTable] {
        allSections.flatMap(\.blocks).compactMap { block in if case .table(let table) = block { table } else { nil } }
    }

    /// The numbers of tables and charts, in the order in which they stand.
    package var numbering: Numbering { Numbering(allSections) }

    /// Which number each table and each chart carries.
    package struct Numbering: Sendable {
        private var tables: [String: Int] = [:]
        private var charts: [String: Int] = [:]

        init(_ sections: [Section]) {
            for block in sections.flatMap(\.blocks) {
                switch block {
                case .table(let table): tables[table.id] = tables.count + 1
                case .words(let table): tables[table.id] = tables.count + 1
                case .chart(let chart): charts[chart.id] = charts.count + 1
                default: break
                }
            }
        }

        package func table(_ id: String) -> Int? { tables[id] }

        package func chart(_ id: String) -> Int? { charts[id] }
    }
}
