import Concerns
import Kernel

/// A file of published statistics, read and checked: its leaves, told apart from its totals.
struct StatisticFile: Sendable {
    /// A leaf: a figure that no other figure of the file is part of.
    struct Cell: Hashable, Sendable {
        var responder = ""
        var exploitation = ""
        var age = ""
        var gender = ""
        var nationality = ""
        var secondNationality = ""
        var place = ""
        var outcome = ""
        var count = 0
        var mark = ""

        var key: String {
            [responder, exploitation, age, gender, nationality, secondNationality, place, outcome].joined(separator: "\u{1F}")
        }
    }

    /// The leaves of one quarter and, of referrals, one type of first responder: what a later release replaces as a whole.
    struct Part: Sendable {
        let quarter: CalendarQuarter
        let section: String
        /// Whether the figures are broken down by first responder.
        let hasDetail: Bool
        let cells: [Cell]
        let mark: String
        let row: Int
        let hash: String

        var total: Int { cells.reduce(0) { $0 + $1.count } }
    }

    var dataset: StatisticDataset?
    var rows = 0
    /// Figures that add up others, each found to be right.
    var totals = 0
    var parts: [Part] = []
    var problems: [ImportProblem] = []

    /// Reads a file of any known shape. Pure: the categories decide.
    ///
    /// - Parameter mark: for every quarter of the file, one of `FigureMark` without its brackets, or empty.
    static func read(_ bytes: [UInt8], categories: StatisticCategories, mark: String) -> StatisticFile {
        var reading = StatisticReading(categories: categories, mark: mark)
        bytes.withUnsafeBufferPointer { reading.read($0) }
        return reading.finished()
    }
}
