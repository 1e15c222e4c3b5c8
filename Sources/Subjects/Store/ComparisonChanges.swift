import Access
import Kernel
import Store

extension Change where V == ProposeComparison {
    func insert(
        _ draft: ComparisonDraft, between own: ID<Organisation>, and other: ID<Organisation>, until: Day, threshold: Int,
        schema: (text: String, bitCount: Int), in partnership: ID<Partnership>
    ) throws {
        try run(
            """
            INSERT INTO \(target) (id, partnership_id, reference, one_id, other_id, status, purpose, agreement, compared,
                encoding_schema, bit_count, threshold, valid_until, proposed_at, proposed_by, reason)
            VALUES (\(record), \(partnership), \("B-\(record.text.suffix(8).uppercased())"), \(own), \(other),
                \(ComparisonStatus.proposed), \(draft.purpose), \(draft.agreement), \(draft.compared), \(schema.text),
                \(schema.bitCount), \(threshold), \(until), \(moment), \(viewer.person), '')
            """)
        for side in [own, other] {
            try run(
                """
                INSERT INTO \(table(.comparisonSides)) (comparison_id, organisation_id, partnership_id)
                VALUES (\(record), \(side), \(partnership))
                """)
        }
    }
}

extension Change where V == AnswerComparison {
    func answer(accepts: Bool, reason: String) throws {
        try run(
            """
            UPDATE \(target) SET status = \(accepts ? ComparisonStatus.accepted : .declined), answered_at = \(moment),
                answered_by = \(viewer.person), reason = \(reason)
            WHERE id = \(record)
            """)
    }
}

extension Change where V == SendEncodings {
    func keepSent(records: Int, empty: Int) throws {
        try run(
            """
            UPDATE \(table(.comparisonSides)) SET records = \(records), empty_records = \(empty), sent_at = \(moment),
                sent_by = \(viewer.person)
            WHERE comparison_id = \(record) AND organisation_id = \(viewer.organisation)
            """)
    }

    func awaitMatching() throws {
        try run("UPDATE \(target) SET status = \(ComparisonStatus.matching), sent_on = \(moment.day) WHERE id = \(record)")
    }
}

extension Change where V == MatchComparison {
    /// Keeps which records of each side match. Pairs are numbered by chance, so that a number tells nothing of the place that the
    /// other record has in its file.
    func keep(_ pairs: [(one: Int, other: Int)], of line: ComparisonLine) throws {
        let partnership = try reading.ownPartnership
        let shuffled = pairs.map { ($0, newID(BlindComparison.self).text.suffix(12)) }.sorted { $0.1 < $1.1 }.map(\.0)
        var values: [Statement] = []
        for (number, pair) in shuffled.enumerated() {
            values.append("(\(record), \(line.one.id), \(pair.one + 1), \(partnership), \(number + 1))")
            values.append("(\(record), \(line.other.id), \(pair.other + 1), \(partnership), \(number + 1))")
        }
        for start in stride(from: 0, to: values.count, by: 1000) {
            try insert(
                Array(values[start..<min(values.count, start + 1000)]),
                into: "\(table(.comparisonMatches)) (comparison_id, organisation_id, place, partnership_id, pair)")
        }
        try run("UPDATE \(target) SET status = \(ComparisonStatus.matched), compared_at = \(moment) WHERE id = \(record)")
    }
}

extension Change where V == AgreeToTalk {
    func agree() throws {
        try run(
            """
            UPDATE \(table(.comparisonSides)) SET agreed_at = \(moment), agreed_by = \(viewer.person)
            WHERE comparison_id = \(record) AND organisation_id = \(viewer.organisation) AND agreed_at IS NULL
            """)
    }
}

extension Change where V.Record == BlindComparison {
    /// Removes what came of it: which records match, how many each side sent, and who agreed to talk.
    func removeResult() throws {
        try erases("result")
        try run("DELETE FROM \(table(.comparisonMatches)) WHERE comparison_id = \(record)")
        try run(
            """
            UPDATE \(table(.comparisonSides)) SET records = NULL, empty_records = NULL, sent_by = NULL, agreed_at = NULL,
                agreed_by = NULL
            WHERE comparison_id = \(record)
            """)
    }

    func end(as status: ComparisonStatus, reason: String) throws {
        try run(
            """
            UPDATE \(target) SET status = \(status), ended_at = \(moment), ended_by = \(viewer.person),
                ended_organisation_id = \(viewer.organisation), reason = \(reason)
            WHERE id = \(record)
            """)
    }
}
