import Access
import Kernel
import Store

/// How far a blind comparison has come.
package enum ComparisonStatus: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    /// Waits for the other agency's answer.
    case proposed
    case declined
    /// Both agreed to compare; their files are awaited.
    case accepted
    /// Both files are here.
    case matching
    case matched
    /// The files could not be compared, and are destroyed.
    case failed
    case withdrawn
    /// Its time is over, and the result is removed.
    case over

    package var label: String {
        switch self {
        case .proposed: "Proposed"
        case .declined: "Declined"
        case .accepted: "Accepted"
        case .matching: "Being compared"
        case .matched: "Compared"
        case .failed: "Could not be compared"
        case .withdrawn: "Withdrawn"
        case .over: "Over"
        }
    }

    /// Whether either side can still withdraw.
    package var isOpen: Bool {
        switch self {
        case .proposed, .accepted, .matching, .matched: true
        case .declined, .failed, .withdrawn, .over: false
        }
    }
}

/// One side of a comparison.
package struct ComparedAgency: Sendable, Hashable {
    package let id: ID<Organisation>
    package let name: String
}

/// A line of the ledger: who compared what, when, on which agreement. What came of it is no part of it.
package struct ComparisonLine: Sendable {
    package let id: ID<BlindComparison>
    package let reference: String
    package let one: ComparedAgency
    package let other: ComparedAgency
    package let status: ComparisonStatus
    package let purpose: String
    package let agreement: String
    /// What the records are that are compared.
    package let compared: String
    package let proposedAt: Moment
    package let answeredAt: Moment?
    package let comparedAt: Moment?
    package let endedAt: Moment?
    /// Who withdrew it.
    package let endedBy: ID<Organisation>?
    /// Why it was declined or withdrawn, or could not be made.
    package let reason: String
    /// The last day on which its result is there.
    package let validUntil: Day

    package func hasSide(_ organisation: ID<Organisation>?) -> Bool { one.id == organisation || other.id == organisation }

    /// The side that is not this one.
    package func counterpart(of organisation: ID<Organisation>?) -> ComparedAgency { one.id == organisation ? other : one }
}

/// A comparison as one of its sides sees it, or the coordinator, who sees no side.
package struct ComparisonDetail: Sendable {
    package let line: ComparisonLine
    /// The linkage schema by which both sides encode, as JSON.
    package let schema: String
    package let bitCount: Int
    /// How alike two encodings have to be, in hundredths.
    package let threshold: Int
    /// Nil for a viewer who is no side of it.
    package let own: OwnSide?

    /// What one side did and what it may know.
    package struct OwnSide: Sendable {
        /// How many records the viewer's own file had; nil before it was sent, and when the result is removed.
        package let records: Int?
        /// How many of them had nothing to compare.
        package let empty: Int
        package let sentAt: Moment?
        package let agreedAt: Moment?
        package let matches: Int
        /// The first of the own records that match.
        package let rows: [MatchedRow]
        /// Whom to speak to at the other side, once both have agreed to talk.
        package let contact: Contact?
    }

    /// One of the own records that match, by its place in the own file; the first is 1.
    package struct MatchedRow: Sendable, Hashable {
        package let place: Int
        /// The number of the pair, which both sides can quote once both have agreed to talk.
        package let pair: Int?
    }

    package struct Contact: Sendable, Hashable {
        package let name: String
        package let address: String
    }
}
