/// How good a referral is for whoever decides on it: a score, and how it comes about. It is advice and decides nothing.
package struct ReferralQuality: Sendable, Hashable, Codable {
    /// What is looked at, and how many points it can bring; together they bring 100.
    package enum Mark: String, Sendable, Codable, CaseIterable {
        case completeness
        case unknowns
        case action
        case means
        case purpose
        case indicators
        case chronology
        case sources
        case lateDisclosure = "late_disclosure"
        case secondContact = "second_contact"
        case documents
        /// Text that does not stand in earlier referrals.
        case ownWords = "own_words"

        package var most: Int {
            switch self {
            case .completeness: 14
            case .unknowns, .indicators, .chronology: 10
            case .action, .means, .purpose, .sources: 8
            case .lateDisclosure, .secondContact, .documents, .ownWords: 6
            }
        }
    }

    /// What one mark brought.
    package struct Reason: Sendable, Hashable, Codable {
        package let mark: Mark
        /// Points given, from 0 to the most that the mark can bring.
        package let points: Int
        /// Why, and what would raise it.
        package let message: String
    }

    /// The sum of the points: 0 to 100.
    package let score: Int
    /// Every mark in its order.
    package let reasons: [Reason]

    init(reasons: [Reason]) {
        self.reasons = reasons
        score = reasons.reduce(0) { $0 + $1.points }
    }
}
