import Kernel
import Store

/// Full-text search over concerns, the same on both databases: every word must begin a word of the concern.
package struct WordSearch: Sendable {
    /// The words as they are looked for: folded, at most twelve.
    package let words: [String]

    package init(_ text: String) {
        words = FoldedText(text).words.prefix(12).map { String($0.prefix(60)) }
    }

    /// Looks for exactly these keys, such as that of a telephone number.
    package init(key: String) {
        words = key.isEmpty ? [] : [key]
    }

    package var isEmpty: Bool { words.isEmpty }

    /// The word that every concern of a partnership carries, so that a search touches no other partnership's entries.
    static func partnershipWord(_ partnership: ID<Partnership>) -> String {
        "p" + partnership.text.filter { $0 != "-" }
    }

    func query(in partnership: ID<Partnership>?, dialect: Dialect) -> String {
        let own = partnership.map { [WordSearch.partnershipWord($0)] } ?? []
        switch dialect {
        case .sqlite: return (own.map { "\"\($0)\"" } + words.map { "\"\($0)\"*" }).joined(separator: " AND ")
        case .postgres: return (own.map { "'\($0)'" } + words.map { "'\($0)':*" }).joined(separator: " & ")
        }
    }
}

extension Reading {
    /// A condition on a concern's identifier: its words hold all that is looked for.
    package func contains(_ search: WordSearch, concern: Statement) -> Statement {
        if search.isEmpty { return "1 = 0" }
        let query = search.query(in: viewer.partnership, dialect: dialect)
        let match: Statement = """
            SELECT w.concern_id FROM concern_words w
            WHERE \(sqlite: "w.concern_words MATCH ", postgres: "w.words @@ to_tsquery('simple', ")\(query)\(
                sqlite: "", postgres: ")")
            """
        return "\(concern) IN (\(match.vouched()))"
    }
}

extension Change {
    /// Makes a concern findable by these words; what was there before is replaced.
    package func indexWords(_ words: String, of concern: ID<Concern>, in partnership: ID<Partnership>) throws {
        let text = "\(WordSearch.partnershipWord(partnership)) \(FoldedText(words).key)"
        let table = table(.concernWords)
        switch dialect {
        case .sqlite:
            let rows = self.table(.concernWordRows)
            try run("DELETE FROM \(table) WHERE rowid = (SELECT word_row FROM \(rows) WHERE concern_id = \(concern))")
            try run("INSERT INTO \(table) (concern_id, words) VALUES (\(concern), \(text))")
            try run(
                """
                INSERT INTO \(rows) (concern_id, word_row) VALUES (\(concern), last_insert_rowid())
                ON CONFLICT (concern_id) DO UPDATE SET word_row = excluded.word_row
                """)
        case .postgres:
            try run(
                """
                INSERT INTO \(table) (concern_id, words) VALUES (\(concern), to_tsvector('simple', \(text)))
                ON CONFLICT (concern_id) DO UPDATE SET words = excluded.words
                """)
        }
    }

    /// Makes new concerns findable, many at a time: none of them has words yet.
    package func indexNewWords(_ entries: [(concern: SQLValue, words: String)], in partnership: ID<Partnership>) throws {
        guard !entries.isEmpty else { return }
        let start = "\(WordSearch.partnershipWord(partnership)) "
        let table = table(.concernWords)
        switch dialect {
        case .sqlite:
            let last = try value("SELECT w.rowid FROM \(table) w ORDER BY w.rowid DESC LIMIT 1", as: Int.self) ?? 0
            let words = entries.enumerated().map { index, entry -> Statement in
                "(\(last + 1 + index), \(entry.concern), \(start + FoldedText(entry.words).key))"
            }
            let rows = entries.enumerated().map { index, entry -> Statement in "(\(entry.concern), \(last + 1 + index))" }
            try run("INSERT INTO \(table) (rowid, concern_id, words) VALUES \(joined: words)")
            try run("INSERT INTO \(self.table(.concernWordRows)) (concern_id, word_row) VALUES \(joined: rows)")
        case .postgres:
            let words = entries.map { entry -> Statement in
                "(\(entry.concern), to_tsvector('simple', \(start + FoldedText(entry.words).key)))"
            }
            try run("INSERT INTO \(table) (concern_id, words) VALUES \(joined: words)")
        }
    }
}
