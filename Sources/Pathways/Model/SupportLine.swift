import Access
import Kernel

/// An entry as lists show it and as the database holds it: codes, days and numbers. Its texts are sealed.
package struct SupportLine: Sendable, Hashable {
    package let id: ID<SupportEntry>
    package let victim: ID<PotentialVictim>
    package let version: Int
    package let kind: SupportKind
    package let code: String
    package let status: SupportStatus
    package let score: RiskScore?
    /// Codes by the names of their questions.
    package let answers: [String: String]
    package let startsOn: Day
    /// A clock time, `14:30`; empty where it is not known.
    package let startsAt: String
    package let endsOn: Day?
    package let endsAt: String
    package let reviewOn: Day?
    package let doneOn: Day?
    /// When something is next to be done; nil where nothing is.
    package let dueOn: Day?
    package let organisation: ID<Organisation>?
    package let organisationName: String
    /// The service of the directory that it is about.
    package let service: ID<SupportService>?
    package let serviceName: String
    package let hasAddress: Bool
    package let recordedBy: String
    package let recordedAt: Moment

    package var isOpen: Bool { status.isOpen }

    /// Whether it was not entered in error.
    package var counts: Bool { status != .void }

    package func isLate(on today: Day) -> Bool { dueOn.map { $0 < today } ?? false }

    /// The days from being asked for to an answer, or to today while there is none.
    func daysWaited(today: Day) -> Int { max(0, (endsOn ?? today).number - startsOn.number) }
}

/// An entry with what is sealed of it, as the verb that opens it answers.
package struct OpenedSupport: Sendable, Codable, Hashable {
    /// By the names of the texts of its kind.
    package var words: [String: String]
    /// For a contact that is planned: how to reach them safely and what is said first.
    package var contact: SafeContact?
}

/// What somebody typed into the form of an entry.
package struct SupportDraft: Sendable, Hashable {
    package var kind: SupportKind
    package var code: String
    package var status: SupportStatus
    package var likelihood: Int?
    package var impact: Int?
    package var answers: [String: String]
    /// The day; nil where none was typed, and then the day on which it is recorded.
    package var startsOn: Day?
    package var startsAt: String
    package var endsOn: Day?
    package var endsAt: String
    package var reviewOn: Day?
    package var doneOn: Day?
    package var organisation: ID<Organisation>?
    package var service: ID<SupportService>?
    package var words: [String: String]
    /// Where they stay; empty where it is to be kept as it is.
    package var address: String
    package var removesAddress: Bool

    package init(
        _ kind: SupportKind, code: String = "", status: SupportStatus, likelihood: Int? = nil, impact: Int? = nil,
        answers: [String: String] = [:], startsOn: Day? = nil, startsAt: String = "", endsOn: Day? = nil, endsAt: String = "",
        reviewOn: Day? = nil, doneOn: Day? = nil, organisation: ID<Organisation>? = nil,
        service: ID<SupportService>? = nil, words: [String: String] = [:], address: String = "", removesAddress: Bool = false
    ) {
        self.kind = kind
        self.code = code
        self.status = status
        self.likelihood = likelihood
        self.impact = impact
        self.answers = answers
        self.startsOn = startsOn
        self.startsAt = startsAt
        self.endsOn = endsOn
        self.endsAt = endsAt
        self.reviewOn = reviewOn
        self.doneOn = doneOn
        self.organisation = organisation
        self.service = service
        self.words = words
        self.address = address
        self.removesAddress = removesAddress
    }

    package var score: RiskScore? { RiskScore(likelihood: likelihood, impact: impact) }
}
