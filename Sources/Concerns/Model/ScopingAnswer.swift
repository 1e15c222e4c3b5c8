import Access
import Kernel
import Store

/// What an agency says when it is asked what it holds.
package enum ScopingAnswer: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case nothingHeld = "nothing-held"
    case held
    /// Something is held that cannot be shared: somebody to speak to is named.
    case cannotShare = "cannot-share"
    /// The agency has a live operation there.
    case conflict

    package var label: String {
        switch self {
        case .nothingHeld: "Nothing held"
        case .held: "Held"
        case .cannotShare: "Held, cannot share"
        case .conflict: "Live operation"
        }
    }
}

/// One question to one agency, with its answer where there is one.
package struct ScopingRequestDetail: Sendable {
    package let id: ID<ScopingRequest>
    package let round: ID<ScopingRound>
    package let concern: ID<Concern>
    package let organisation: ID<Organisation>
    package let organisationName: String
    package let version: Int
    package let sentAt: Moment
    package let dueAt: Moment
    package let remindedAt: Moment?
    package let reminders: Int
    package let answer: ScopingAnswer?
    package let summary: String
    package let grading: String
    package let conditions: String
    package let speakTo: String
    package let answeredAt: Moment?
    package let isWaiting: Bool

    package func isOverdue(at moment: Moment) -> Bool { isWaiting && dueAt < moment }

    /// Hours from sending to answering, rounded.
    package var hoursToAnswer: Int? { answeredAt.map { Int(($0.seconds(since: sentAt) + 1800) / 3600) } }
}

/// One round of asking.
package struct ScopingRoundDetail: Sendable {
    package let id: ID<ScopingRound>
    package let number: Int
    package let question: String
    package let openedAt: Moment
    package let dueAt: Moment
    package let closedAt: Moment?
    package let closingSummary: String
    package var requests: [ScopingRequestDetail] = []

    package var answered: Int { requests.count { $0.answer != nil } }
}
