import Access
import Kernel
import Store

/// Another record of the same person.
package struct MetAgainLine: Sendable, Hashable {
    package enum Status: String, Sendable, Bindable, ColumnDecodable {
        /// By name and date of birth; nobody has looked at it yet.
        case noticed
        case confirmed
        case notTheSame = "not-the-same"
    }

    package let id: ID<MetAgain>
    package let other: ID<PotentialVictim>
    package let reference: String
    package let openedOn: Day
    /// Whether the other record is the earlier one.
    package let isEarlier: Bool
    package let status: Status
    /// Whether the last decision about the earlier record was positive when the later one was begun.
    package let isAfterPositiveDecision: Bool
    /// Whether somebody linked the two by hand, rather than that their names and dates of birth agreed.
    package let isByHand: Bool
}

/// How many people were met again: people, not records.
package struct MetAgainCount: Sendable, Hashable {
    package let people: Int
    /// How often, counted by the records after their first.
    package let times: Int
    package let afterPositiveDecision: Int
}

extension Reading {
    /// The other records of somebody's that the viewer sees as well.
    func metAgain(_ victim: ID<PotentialVictim>) throws -> [MetAgainLine] {
        let earlier = try rows(
            """
            SELECT m.id, v.id, v.reference, v.opened_on, m.status, CASE WHEN \(isAfterPositive) THEN 1 ELSE 0 END, m.is_by_hand
            FROM \(visible(.metAgain)) m JOIN \(visible(.potentialVictims)) v ON v.id = m.earlier_id
            JOIN \(visible(.potentialVictims)) l ON l.id = m.later_id WHERE m.later_id = \(victim) ORDER BY m.earlier_id
            """
        ) { try Reading.metAgainLine($0, isEarlier: true) }
        let later = try rows(
            """
            SELECT m.id, v.id, v.reference, v.opened_on, m.status, CASE WHEN \(isAfterPositive) THEN 1 ELSE 0 END, m.is_by_hand
            FROM \(visible(.metAgain)) m JOIN \(visible(.potentialVictims)) v ON v.id = m.later_id
            JOIN \(visible(.potentialVictims)) l ON l.id = m.later_id WHERE m.earlier_id = \(victim) ORDER BY m.later_id
            """
        ) { try Reading.metAgainLine($0, isEarlier: false) }
        return earlier + later
    }

    /// A positive decision on the earlier record, which no later one had replaced by the day on which the later record, `l`,
    /// was begun. What is reversed is a negative decision or a disqualification: somebody is a victim again by it.
    private var isAfterPositive: Statement {
        """
        EXISTS (SELECT 1 FROM \(standingDecisions) d WHERE d.victim_id = m.earlier_id AND d.decided_on <= l.opened_on
            AND d.outcome IN \(in: [DecisionOutcome.positive, .reversed])
            AND NOT EXISTS (SELECT 1 FROM \(standingDecisions) n WHERE n.referral_id = d.referral_id
                AND n.decided_on <= l.opened_on
                AND (n.decided_on, n.recorded_at, n.id) > (d.decided_on, d.recorded_at, d.id)))
        """
    }

    private static func metAgainLine(_ row: any Row, isEarlier: Bool) throws -> MetAgainLine {
        MetAgainLine(
            id: try row.next(), other: try row.next(), reference: try row.next(), openedOn: try row.next(),
            isEarlier: isEarlier, status: try row.next(), isAfterPositiveDecision: try row.next(), isByHand: try row.next())
    }

    /// The link of two records, whichever is the earlier; nil where there is none.
    func link(between one: ID<PotentialVictim>, and other: ID<PotentialVictim>) throws -> ID<MetAgain>? {
        try first(
            """
            SELECT m.id FROM \(visible(.metAgain)) m
            WHERE m.earlier_id = \(min(one, other)) AND m.later_id = \(max(one, other))
            """
        ) { try $0.next(ID<MetAgain>.self) }
    }

    /// How many people were met again, of those of whom the viewer sees both records.
    package func metAgainCount() throws -> MetAgainCount {
        let found = try first(
            """
            SELECT COUNT(DISTINCT CASE WHEN EXISTS (SELECT 1 FROM \(visible(.metAgain)) n
                    WHERE n.later_id = m.earlier_id AND n.status <> 'not-the-same') THEN NULL ELSE m.earlier_id END),
                COUNT(DISTINCT m.later_id),
                COUNT(DISTINCT CASE WHEN \(isAfterPositive) THEN m.later_id ELSE NULL END)
            FROM \(visible(.metAgain)) m JOIN \(visible(.potentialVictims)) l ON l.id = m.later_id
            WHERE m.status <> 'not-the-same'
            """
        ) { row in
            MetAgainCount(people: try row.next(), times: try row.next(), afterPositiveDecision: try row.next())
        }
        return found ?? MetAgainCount(people: 0, times: 0, afterPositiveDecision: 0)
    }

    /// The record with a reference such as P-4F9A01BC; nil where the viewer sees none.
    func victim(reference: String) throws -> ID<PotentialVictim>? {
        try first(
            """
            SELECT v.id FROM \(visible(.potentialVictims)) v
            WHERE v.partnership_id = \(try ownPartnership) AND v.reference = \(reference.uppercased())
            """
        ) { try $0.next(ID<PotentialVictim>.self) }
    }
}

extension VictimIdentity {
    /// The words by which somebody is recognised when they are met again: a name and the date of birth together, whatever
    /// the order of the names, for the name and for each other spelling. None where either is not known.
    var recognisedBy: [FoldedText] {
        guard let bornOn else { return [] }
        let others = otherNames.split { ",;\n".contains($0) }.map(String.init)
        return (["\(firstName) \(lastName)"] + others).compactMap { name in
            let words = FoldedText(name).words.sorted()
            return words.isEmpty ? nil : FoldedText("\(words.joined(separator: " ")) \(bornOn.iso)")
        }
    }
}
