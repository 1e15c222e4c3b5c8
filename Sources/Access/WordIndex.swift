import Kernel
import Store

/// The full-text index of concerns, as it is written.
struct WordIndex {
    let transaction: any Transaction

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
            let words = entries.map { entry -> Statement in
                """
                (\(entry.concern), \(partnership), \(entry.receivedOn), to_tsvector('simple', \(FoldedText(entry.words).key)))
                """
            }
            try transaction.run(
                "INSERT INTO concern_words (concern_id, partnership_id, received_on, words) VALUES \(joined: words)")
        }
    }

    private func addRows(_ entries: [NewWords], in partnership: ID<Partnership>) throws {
        let partition = try partition(of: partnership)
        var next: [Day: Int] = [:]
        var words: [Statement] = []
        var rows: [Statement] = []
        // The index writes out what it holds in memory as soon as a row comes before the last one.
        for entry in entries.sorted(by: { $0.receivedOn < $1.receivedOn }) {
            let row = try next[entry.receivedOn] ?? firstFreeRow(partition: partition, on: entry.receivedOn)
            next[entry.receivedOn] = row + 1
            words.append("(\(row), \(entry.concern), \(FoldedText(entry.words).key))")
            rows.append("(\(entry.concern), \(row))")
        }
        try transaction.run("INSERT INTO concern_words (rowid, concern_id, words) VALUES \(joined: words)")
        try transaction.run("INSERT INTO concern_word_rows (concern_id, word_row) VALUES \(joined: rows)")
    }

    private func firstFreeRow(partition: Int, on day: Day) throws -> Int {
        let rows = WordRow.rows(ofPartition: partition, on: day)
        let last = try transaction.value(
            "SELECT MAX(word_row) FROM concern_word_rows WHERE word_row BETWEEN \(rows.lowerBound) AND \(rows.upperBound)",
            as: Int?.self)
        return (last ?? nil).map { $0 + 1 } ?? rows.lowerBound
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
/// and a running number, so that the index itself is in the order of the answers.
enum WordRow {
    private static let dayBits = 17
    private static let runningBits = 26
    /// 1 January 1900; days past 2258 would share the last number.
    private static let firstDay = -25_567

    static func rows(ofPartition number: Int) -> ClosedRange<Int> {
        let first = number << (dayBits + runningBits)
        return first...(first + (1 << (dayBits + runningBits)) - 1)
    }

    static func rows(ofPartition number: Int, on day: Day) -> ClosedRange<Int> {
        let since = min(max(day.number - firstDay, 0), (1 << dayBits) - 1)
        let first = ((number << dayBits) + since) << runningBits
        return first...(first + (1 << runningBits) - 1)
    }
}

/// The words by which a new concern can be found.
package struct NewWords {
    let concern: SQLValue
    package let receivedOn: Day
    let words: String

    package init(concern: SQLValue, receivedOn: Day, words: String) {
        self.concern = concern
        self.receivedOn = receivedOn
        self.words = words
    }
}
