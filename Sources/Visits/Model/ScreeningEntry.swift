import Access
import Kernel
import Store

/// One person who was met on a visit, without their identity: that is sealed and opened by its own verb.
package struct ScreeningEntry: Sendable, Hashable {
    package let id: ID<Screening>
    package let reference: String
    package let visit: ID<Visit>
    package let organisation: ID<Organisation>?
    package let organisationName: String
    package let person: ID<Person>?
    package let recordedAt: Moment
    package let answers: ScreeningAnswers
    /// Whether a name is kept in the sealed compartment.
    package let hasIdentity: Bool
}

/// What is answered about somebody met: codes of the code lists, and a note without names.
package struct ScreeningAnswers: Sendable, Hashable {
    /// A code of "gender".
    package var gender: String
    /// A code of "age_group".
    package var ageGroup: String
    /// A code of "nationality"; "unknown" when it is not known.
    package var nationality: String
    /// A code of "language"; "unknown" when it is not known.
    package var language: String
    /// Codes of the indicator catalogue, in its order.
    package var indicators: [String]
    /// A code of "screening_outcome".
    package var outcome: String
    /// A code of "conversation_consent".
    package var consent: String
    /// A code of "screening_next_step".
    package var nextStep: String
    package var note: String

    package init(
        gender: String = "", ageGroup: String = "", nationality: String = "", language: String = "",
        indicators: [String] = [], outcome: String = "", consent: String = "", nextStep: String = "", note: String = ""
    ) {
        self.gender = gender
        self.ageGroup = ageGroup
        self.nationality = nationality
        self.language = language
        self.indicators = indicators
        self.outcome = outcome
        self.consent = consent
        self.nextStep = nextStep
        self.note = note
    }

    /// Everything answered in one text: a correction names it, so that a second one made meanwhile is noticed.
    package var stamp: String {
        ([gender, ageGroup, nationality, language, outcome, consent, nextStep, note] + indicators.sorted())
            .map { "\($0.utf8.count):\($0)" }.joined()
    }
}

/// The bands of a screening that the software itself acts on; the list "screening_outcome" holds them all.
package enum ScreeningBand: String, Sendable, CaseIterable, Comparable {
    case noIndicators = "no-indicators"
    case someIndicators = "some-indicators"
    case strongIndicators = "strong-indicators"
    case disclosure

    package static func < (one: ScreeningBand, other: ScreeningBand) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .noIndicators: 0
        case .someIndicators: 1
        case .strongIndicators: 2
        case .disclosure: 3
        }
    }
}
