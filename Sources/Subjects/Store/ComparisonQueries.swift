import Access
import Kernel
import Store

extension Reading {
    /// The comparisons that the viewer may see, the newest first.
    package func comparisons(size: Int = 100) throws -> [ComparisonLine] {
        try comparisonLines(where: "c.partnership_id = \(try ownPartnership)", limit: size)
    }

    /// One comparison as the ledger has it; throws `AccessError.notVisible` where the viewer sees none.
    func comparisonLine(_ id: ID<BlindComparison>) throws -> ComparisonLine {
        guard let line = try comparisonLines(where: "c.id = \(id)", limit: 1).first else { throw AccessError.notVisible }
        return line
    }

    private func comparisonLines(where condition: Statement, limit: Int) throws -> [ComparisonLine] {
        try rows(
            """
            SELECT c.id, c.reference, c.one_id, a.name, c.other_id, b.name, c.status, c.purpose, c.agreement, c.compared,
                c.proposed_at, c.answered_at, c.compared_at, c.ended_at, c.ended_organisation_id, c.reason, c.valid_until
            FROM \(visible(.blindComparisons)) c JOIN organisations a ON a.id = c.one_id JOIN organisations b ON b.id = c.other_id
            WHERE \(condition) ORDER BY c.proposed_at DESC, c.id LIMIT \(limit)
            """
        ) { row in
            ComparisonLine(
                id: try row.next(), reference: try row.next(),
                one: ComparedAgency(id: try row.next(), name: try row.next()),
                other: ComparedAgency(id: try row.next(), name: try row.next()), status: try row.next(), purpose: try row.next(),
                agreement: try row.next(), compared: try row.next(), proposedAt: try row.next(), answeredAt: try row.next(),
                comparedAt: try row.next(), endedAt: try row.next(), endedBy: try row.next(), reason: try row.next(),
                validUntil: try row.next())
        }
    }

    /// How many comparisons of two agencies were begun on a day.
    func comparisons(between one: ID<Organisation>, _ other: ID<Organisation>, on day: Day) throws -> Int {
        try value(
            """
            SELECT COUNT(*) FROM \(visible(.blindComparisons)) c WHERE c.partnership_id = \(try ownPartnership) AND c.sent_on = \(day)
            AND ((c.one_id = \(one) AND c.other_id = \(other)) OR (c.one_id = \(other) AND c.other_id = \(one)))
            """) ?? 0
    }

    /// One comparison with what the viewer's own side may know; throws `AccessError.notVisible`.
    package func comparison(_ id: ID<BlindComparison>) throws -> ComparisonDetail {
        let line = try comparisonLine(id)
        let facts = try first(
            "SELECT c.encoding_schema, c.bit_count, c.threshold FROM \(visible(.blindComparisons)) c WHERE c.id = \(id)"
        ) { row in (schema: try row.next(String.self), bits: try row.next(Int.self), threshold: try row.next(Int.self)) }
        guard let facts else { throw AccessError.notVisible }
        return ComparisonDetail(
            line: line, schema: facts.schema, bitCount: facts.bits, threshold: facts.threshold, own: try ownSide(of: line))
    }

    private func ownSide(of line: ComparisonLine) throws -> ComparisonDetail.OwnSide? {
        let side = try first(
            """
            SELECT s.records, s.empty_records, s.sent_at, s.agreed_at FROM \(visible(.comparisonSides)) s
            WHERE s.comparison_id = \(line.id) AND s.organisation_id = \(viewer.organisation)
            """
        ) { row in
            (
                records: try row.next(Int?.self), empty: try row.next(Int?.self), sent: try row.next(Moment?.self),
                agreed: try row.next(Moment?.self)
            )
        }
        guard let side else { return nil }
        let contact = try first(
            """
            SELECT p.name, p.email FROM \(visible(.comparisonSides)) s JOIN people p ON p.id = s.agreed_by
            WHERE s.comparison_id = \(line.id) AND s.organisation_id <> \(viewer.organisation)
            """
        ) { ComparisonDetail.Contact(name: try $0.next(), address: try $0.next()) }
        let matches = try value(
            "SELECT COUNT(*) FROM \(visible(.comparisonMatches)) m WHERE m.comparison_id = \(line.id)", as: Int.self)
        return ComparisonDetail.OwnSide(
            records: side.records, empty: side.empty ?? 0, sentAt: side.sent, agreedAt: side.agreed, matches: matches ?? 0,
            rows: try matchedRows(of: line.id, limit: 200), contact: contact)
    }

    /// Which of the viewer's own records match, in the order of their file.
    package func matchedRows(of id: ID<BlindComparison>, limit: Int = 100_000) throws -> [ComparisonDetail.MatchedRow] {
        try rows(
            """
            SELECT m.place, m.pair FROM \(visible(.comparisonMatches)) m WHERE m.comparison_id = \(id)
            ORDER BY m.place LIMIT \(limit)
            """
        ) { ComparisonDetail.MatchedRow(place: try $0.next(), pair: try $0.next()) }
    }

    /// What waits for the viewer's own side in comparisons.
    package func comparisonWork() throws -> [ComparisonWork] {
        guard ProposeComparison.speaksForOwn(viewer), let own = viewer.organisation else { return [] }
        return try rows(
            """
            SELECT c.id, c.reference, c.status, c.proposed_at, c.answered_at, c.compared_at
            FROM \(visible(.blindComparisons)) c JOIN \(visible(.comparisonSides)) s
                ON s.comparison_id = c.id AND s.organisation_id = \(own)
            WHERE c.partnership_id = \(try ownPartnership) AND ((c.status = 'proposed' AND c.other_id = \(own))
                OR (c.status = 'accepted' AND s.sent_at IS NULL)
                OR (c.status = 'matched' AND s.agreed_at IS NULL AND EXISTS (SELECT 1 FROM \(visible(.comparisonMatches)) m
                    WHERE m.comparison_id = c.id)))
            ORDER BY c.proposed_at, c.id LIMIT 20
            """
        ) { row in
            let (id, reference) = (try row.next(ID<BlindComparison>.self), try row.next(String.self))
            let (status, proposed) = (try row.next(ComparisonStatus.self), try row.next(Moment.self))
            let (answered, compared) = (try row.next(Moment?.self), try row.next(Moment?.self))
            return ComparisonWork(id: id, reference: reference, status: status, since: compared ?? answered ?? proposed)
        }
    }
}

/// A comparison in which one side has something to do.
package struct ComparisonWork: Sendable {
    package let id: ID<BlindComparison>
    package let reference: String
    package let status: ComparisonStatus
    package let since: Moment

    /// A verb first.
    package var what: String {
        switch status {
        case .proposed: "Answer whether you compare records blindly"
        case .accepted: "Send the encodings of your records"
        default: "Say whether you talk about the records that match"
        }
    }
}
