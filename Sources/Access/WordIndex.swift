import Kernel
import Store

/// The full-text index of concerns, as it is written.
struct WordIndex {
    let transaction: any Transaction
    private static let rowsAtOnce = 64

    /// Puts these words in the place of those that the concern had.
    func replace(_ words: String, of concern: ID<Concern>, in partnership: ID<Partnership>) throws {
        let day = try transaction.value("SELECT received_on FROM concerns WHERE id = \(concern)", as: Day.self)
        guard let day else { throw AccessError.notVisible }
        switch transaction.dialect {
        case .sqlite:
            try transaction.run(
                """
                DELETE FROM concern_words
                WHERE rowid = (SELECT word_row FROM concern_word_rows WHERE concern_id = \(concern))
                """)
            try transaction.run("DELETE FROM concern_word_rows WHERE concern_id = \(concern)")
        case .postgres:
            try transaction.run("DELETE FROM concern_words WHERE concern_id = \(concern)")
        }
        try add([NewWords(concern: concern.sqlValue, receivedOn: day, words: words)], in: partnership)
    }

    /// Adds concerns that have no words yet.
    func add(_ entries: [NewWords], in partnership: ID<Partnership>) throws {
        guard !entries.isEmpty else { return }
        switch transaction.dialect {
        case .sqlite: try addRows(entries, in: partnership)
        case .postgres:
            let lexemes = WordLexemes(of: partnership)
            for start in stride(from: 0, to: entries.count, by: WordIndex.rowsAtOnce) {
                let words = entries[start..<min(start + WordIndex.rowsAtOnce, entries.count)].map { entry -> Statement in
                    """
                    (\(entry.concern), \(partnership), \(entry.receivedOn),
                        array_to_tsvector(string_to_array(\(lexemes.text(of: entry.words)), ' ')))
                    """
                }
                try transaction.run(
                    "INSERT INTO concern_words (concern_id, partnership_id, received_on, words) VALUES \(joined: words)")
            }
        }
    }

    private func addRows(_ entries: [NewWords], in partnership: ID<Partnership>) throws {
        let partition = try partition(of: partnership)
        var next: [Day: Int] = [:]
        var numbered: [(row: Int, entry: NewWords)] = []
        for entry in entries {
            let row = try next[entry.receivedOn] ?? lastFreeRow(partition: partition, on: entry.receivedOn)
            next[entry.receivedOn] = row - 1
            numbered.append((row, entry))
        }
        // The index writes out what it holds in memory as soon as a row comes before the last one.
        numbered.sort { $0.row < $1.row }
        for start in stride(from: 0, to: numbered.count, by: WordIndex.rowsAtOnce) {
            let some = numbered[start..<min(start + WordIndex.rowsAtOnce, numbered.count)]
            try transaction.run(
                "INSERT INTO concern_words (rowid, concern_id, words) VALUES \(placesForRow: 3)",
                each: some.flatMap { row, entry in
                    [row.sqlValue, entry.concern, FoldedText(entry.words).key.sqlValue]
                })
            try transaction.run(
                "INSERT INTO concern_word_rows (concern_id, word_row) VALUES \(placesForRow: 2)",
                each: some.flatMap { row, entry in [entry.concern, row.sqlValue] })
        }
    }

    private func lastFreeRow(partition: Int, on day: Day) throws -> Int {
        let rows = WordRow.rows(ofPartition: partition, on: day)
        let first = try transaction.value(
            "SELECT MIN(word_row) FROM concern_word_rows WHERE word_row BETWEEN \(rows.lowerBound) AND \(rows.upperBound)",
            as: Int?.self)
        return (first ?? nil).map { $0 - 1 } ?? rows.upperBound
    }

    private func partition(of partnership: ID<Partnership>) throws -> Int {
        let number: Statement = "SELECT number FROM concern_word_partitions WHERE partnership_id = \(partnership)"
        if let known = try transaction.value(number, as: Int.self) { return known }
        try transaction.run("INSERT INTO concern_word_partitions (partnership_id) VALUES (\(partnership))")
        guard let number = try transaction.value(number, as: Int.self) else {
            throw StoreError.failed("the search index has no place for the partnership")
        }
        return number
    }
}

/// The number of a concern's row in SQLite's full-text index: the partnership, the day on which the concern was received
/// and a running number, both counted backwards: read forwards, which is the faster way, the index gives the newest first.
enum WordRow {
    private static let dayBits = 17
    private static let runningBits = 26
    /// 31 December 2199; later days share its number, and so do those before 1841 theirs.
    private static let lastDay = 84_005

    static func rows(ofPartition number: Int) -> ClosedRange<Int> {
        let first = number << (dayBits + runningBits)
        return first...(first + (1 << (dayBits + runningBits)) - 1)
    }

    static func rows(ofPartition number: Int, on day: Day) -> ClosedRange<Int> {
        let until = min(max(lastDay - day.number, 0), (1 << dayBits) - 1)
        let first = ((number << dayBits) + until) << runningBits
        return first...(first + (1 << runningBits) - 1)
    }
}

/// The words by which a new concern can be found.
package struct NewWords {
    let concern: SQLValue
    let receivedOn: Day
    let words: String

    package init(concern: SQLValue, receivedOn: Day, words: String) {
        self.concern = concern
        self.receivedOn = receivedOn
        self.words = words
    }
}
