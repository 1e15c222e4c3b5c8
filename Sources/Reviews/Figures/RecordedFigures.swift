import Kernel

/// What the records of a partnership hold for one period, counted and not yet protected. Never leaves the process as it is.
package struct RecordedFigures: Sendable, Codable {
    /// One row of a table.
    package struct Row: Hashable, Sendable, Codable {
        package let label: String
        package let count: Int
        /// The quarter that a month lies in.
        package let quarter: String?

        package init(_ label: String, _ count: Int, quarter: String? = nil) {
            self.label = label
            self.count = count
            self.quarter = quarter
        }
    }

    /// One table of one unit.
    package struct Table: Sendable, Codable {
        /// "concerns-by-town".
        package let id: String
        /// "Concerns by town".
        package let heading: String
        /// "Town".
        package let dimension: String
        package let unit: Counted
        /// What the figures count, for whoever reads the table.
        package let unitText: String
        package let rows: [Row]
        /// Whether each record stands in exactly one row, so that the rows add up to the total of the unit.
        package let addsUp: Bool

        package init(
            id: String, heading: String, dimension: String, unit: Counted, unitText: String, rows: [Row], addsUp: Bool = true
        ) {
            self.id = id
            self.heading = heading
            self.dimension = dimension
            self.unit = unit
            self.unitText = unitText
            self.rows = rows
            self.addsUp = addsUp
        }
    }

    /// A part of the period with its totals: a quarter.
    package struct Stretch: Sendable, Codable {
        package let label: String
        package let totals: [Counted: Int]

        package init(_ label: String, _ totals: [Counted: Int]) {
            self.label = label
            self.totals = totals
        }
    }

    /// The work of one type of exploitation, in units that overlap with those of other types.
    package struct Theme: Sendable, Codable {
        /// "Sexual".
        package let label: String
        package let totals: [Counted: Int]
        /// Its concerns by town.
        package let towns: [Row]
        /// The people screened because of it, by nationality.
        package let nationalities: [Row]

        package init(_ label: String, _ totals: [Counted: Int], towns: [Row] = [], nationalities: [Row] = []) {
            self.label = label
            self.totals = totals
            self.towns = towns
            self.nationalities = nationalities
        }
    }

    /// A table of referrals and what became of them: several numbers in a row.
    package struct ReferralTable: Sendable, Codable {
        /// One row: what it is, and its numbers.
        package struct NumbersRow: Hashable, Sendable, Codable {
            package let label: String
            package let numbers: [Int?]
        }

        package let id: String
        package let heading: String
        /// What the rows are, then what each number is.
        package let columns: [String]
        package let unitText: String
        package let rows: [NumbersRow]
        /// Which numbers are counts; the others are shown where the first count of the row may be.
        package let counts: Int
        /// Whether the rows of each count add up to a total that the document states.
        package let totals: [Counted]

        package init(
            id: String, heading: String, columns: [String], unitText: String, rows: [(label: String, numbers: [Int?])],
            counts: Int, totals: [Counted]
        ) {
            self.id = id
            self.heading = heading
            self.columns = columns
            self.unitText = unitText
            self.rows = rows.map { NumbersRow(label: $0.label, numbers: $0.numbers) }
            self.counts = counts
            self.totals = totals
        }
    }

    /// What lies in one part of the partnership.
    package struct Part: Sendable, Codable {
        /// "Tipton".
        package let label: String
        package let totals: [Counted: Int]
        /// For each table by its name the count of each row by its label; what is not named is nought.
        package let tables: [String: [String: Int]]

        package init(_ label: String, totals: [Counted: Int], tables: [String: [String: Int]]) {
            self.label = label
            self.totals = totals
            self.tables = tables
        }
    }

    /// A town that a document is about, with all parts of the partnership: every town, and what lies in none.
    package struct Town: Sendable, Codable {
        /// The label of its part.
        package let label: String
        package let parts: [Part]

        package init(_ label: String, parts: [Part]) {
            self.label = label
            self.parts = parts
        }
    }

    package let partnership: String
    package let period: Period
    /// The day on which the records were counted.
    package let countedOn: Day
    package let totals: [Counted: Int]
    /// The same days a year earlier; nil where there is no such comparison.
    package let before: [Counted: Int]?
    package let tables: [Table]
    package let quarters: [Stretch]
    package let themes: [Theme]
    package let referralTables: [ReferralTable]
    /// What counts as one, a sentence for each unit.
    package let definitions: [String]
    /// The town that the document is about; nil where it is about the whole partnership.
    package let town: Town?

    /// The tables of published statistics that the document prints; nil where nobody asked for one.
    package var statistics: [StatisticExtract]?

    package init(
        partnership: String, period: Period, countedOn: Day, totals: [Counted: Int], before: [Counted: Int]?, tables: [Table],
        quarters: [Stretch] = [], themes: [Theme] = [], referralTables: [ReferralTable] = [], definitions: [String] = [],
        town: Town? = nil
    ) {
        self.partnership = partnership
        self.period = period
        self.countedOn = countedOn
        self.totals = totals
        self.before = before
        self.tables = tables
        self.quarters = quarters
        self.themes = themes
        self.referralTables = referralTables
        self.definitions = definitions
        self.town = town
    }

    func total(_ unit: Counted) -> Int { totals[unit] ?? 0 }

    func table(_ id: String) -> Table? { tables.first { $0.id == id } }

    /// Whether something of it can still happen.
    var isOpen: Bool { period.to.map { $0 >= countedOn } ?? true }
}
