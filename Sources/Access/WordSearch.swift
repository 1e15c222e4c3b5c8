import Kernel
import Store

/// Full-text search over concerns, the same on both databases: a concern is found when, of one alternative, every word
/// begins a word of the concern. The newest concerns come first.
package struct WordSearch: Sendable {
    /// The alternatives, each with its words as they are looked for: folded, at most twelve.
    package private(set) var alternatives: [[String]]

    package init(_ text: String) {
        let words = FoldedText(text).words.prefix(12).map { String($0.prefix(60)) }
        alternatives = words.isEmpty ? [] : [words]
    }

    /// Also finds what has exactly this key, or one that begins so, such as that of a telephone number.
    package mutating func orKey(_ key: String) {
        if !key.isEmpty { alternatives.append([key]) }
    }

    package var isEmpty: Bool { alternatives.isEmpty }
}

/// The parts of a statement that answers what a search finds: `FROM \(source) CROSS JOIN \(visible(.concerns)) c WHERE
/// c.id = w.concern_id AND \(condition) ORDER BY \(order)`. The rows come in this order; no more of them are worked out
/// than are asked for.
package struct WordMatches {
    package let source: Statement
    package let condition: Statement
    package let order: Statement
}

extension Reading {
    /// What a search finds in the viewer's partnership, from behind the concern `last` on.
    ///
    /// One after the other is asked until one gives as many rows as are wanted: each finds what the one before finds, and
    /// the last one finds all. Empty when nothing can have these words.
    package func matches(of search: WordSearch, after last: ID<Concern>?) throws -> [WordMatches] {
        guard !search.isEmpty, let partnership = viewer.partnership else { return [] }
        return switch dialect {
        case .sqlite: try rowMatches(of: search, in: partnership, after: last).map { [$0] } ?? []
        case .postgres: columnMatches(of: search, in: partnership, after: last)
        }
    }

    /// Words that many concerns have are soon found among the newest ones. Words that few of them have are looked up in the
    /// index, which has no order: all concerns with them are gathered, and those are few.
    private func columnMatches(
        of search: WordSearch, in partnership: ID<Partnership>, after last: ID<Concern>?
    ) -> [WordMatches] {
        let query = WordLexemes(of: partnership).query(of: search)
        let behind: Statement =
            last.map {
                """
                 AND (n.received_on, n.concern_id) <
                    (SELECT l.received_on, l.concern_id FROM concern_words l WHERE l.concern_id = \($0))
                """
            } ?? .none
        let newest: Statement = """
            (SELECT n.concern_id, n.received_on, n.words FROM concern_words n
            WHERE n.partnership_id = \(partnership)\(behind)
            ORDER BY n.received_on DESC, n.concern_id DESC LIMIT \(Reading.newest)) w
            """
        // OFFSET 0 makes it a list that is sorted first and then looked up, concern by concern, until there are enough.
        let all: Statement = """
            (SELECT n.concern_id, n.received_on FROM concern_words n
            WHERE n.partnership_id = \(partnership) AND n.words @@ CAST(\(query) AS tsquery)\(behind)
            ORDER BY n.received_on DESC, n.concern_id DESC OFFSET 0) w
            """
        let order: Statement = "w.received_on DESC, w.concern_id DESC"
        return [
            WordMatches(source: newest.vouched(), condition: "w.words @@ CAST(\(query) AS tsquery)", order: order),
            WordMatches(source: all.vouched(), condition: "1 = 1", order: order),
        ]
    }

    /// So many of the newest concerns are looked through one by one.
    private static let newest = 500

    /// A whole word's entries can be walked in the order of their rows; those of a beginning would all be gathered and
    /// sorted first. So the beginnings are looked up among the words that there are.
    private func rowMatches(
        of search: WordSearch, in partnership: ID<Partnership>, after last: ID<Concern>?
    ) throws -> WordMatches? {
        let alternatives = try search.alternatives.compactMap { words -> String? in
            let parts = try words.map { try completions(of: $0) }
            return parts.contains("") ? nil : parts.joined(separator: " AND ")
        }
        guard !alternatives.isEmpty, let rows = try wordRows(of: partnership) else { return nil }
        let query = alternatives.map { "(\($0))" }.joined(separator: " OR ")
        let behind: Statement =
            last.map { " AND w.rowid > (SELECT l.word_row FROM concern_word_rows l WHERE l.concern_id = \($0))" } ?? .none
        let condition: Statement =
            "w.concern_words MATCH \(query) AND w.rowid BETWEEN \(rows.lowerBound) AND \(rows.upperBound)\(behind)"
        return WordMatches(
            source: ("concern_words w" as Statement).vouched(), condition: condition.vouched(), order: "w.rowid")
    }

    /// The rows that the partnership has in the index; nil when it has none yet.
    private func wordRows(of partnership: ID<Partnership>) throws -> ClosedRange<Int>? {
        let number = try transaction.value(
            "SELECT number FROM concern_word_partitions WHERE partnership_id = \(partnership)", as: Int.self)
        return number.map { WordRow.rows(ofPartition: $0) }
    }

    /// The words that begin so, as an expression of SQLite's full-text search; empty when there is none.
    private func completions(of beginning: String) throws -> String {
        var found: [String] = []
        var from = beginning
        while let word = try transaction.value(
            "SELECT term FROM concern_vocabulary WHERE term >= \(from) LIMIT 1", as: String.self),
            word.hasPrefix(beginning)
        {
            if found.count == 24 { return "\"\(beginning)\"*" }
            found.append("\"\(word)\"")
            // No word holds a control character, so this stands before every other word.
            from = "\(word)\u{1}"
        }
        return found.count == 1 ? found[0] : found.isEmpty ? "" : "(\(found.joined(separator: " OR ")))"
    }
}

extension Change {
    /// Makes a concern findable by these words; what was there before is replaced.
    package func indexWords(_ words: String, of concern: ID<Concern>, in partnership: ID<Partnership>) throws {
        try WordIndex(transaction: transaction).replace(words, of: concern, in: partnership)
    }

    /// Makes new concerns findable, many at a time: none of them has words yet.
    package func indexNewWords(_ entries: [NewWords], in partnership: ID<Partnership>) throws {
        try WordIndex(transaction: transaction).add(entries, in: partnership)
    }
}
