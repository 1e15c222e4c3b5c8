import Access
import Kernel

/// One mention of somebody or something, with the record in which it stands. A person's name is not in it.
package struct MentionLine: Sendable {
    /// Where the mention stands.
    package enum Source: Sendable, Hashable {
        case concern(ID<Concern>)
        case visit(ID<Visit>)
        case screening(ID<Screening>, at: ID<Visit>)
        case pathway(ID<PotentialVictim>)
    }

    package let id: ID<Mention>
    package let kind: MentionedKind
    /// The number, the mark, the address; empty for a person.
    package let label: String
    package let notedOn: Day
    package let source: Source
    /// "SW-0012"
    package let reference: String
    package let town: String
    /// What the record says beside it: "driver, grey beard".
    package let words: String
    package let subject: ID<Subject>?
    package let subjectReference: String?
    /// When it was said to be of its subject.
    package let attachedAt: Moment?
    /// When what it is found by was last corrected in the record.
    package let correctedAt: Moment?

    /// As a page names it: the label, or of a person what is said of them.
    package var name: String {
        if !label.isEmpty { return label }
        return words.isEmpty ? "Somebody in \(reference)" : words
    }

    /// Whether the record was corrected after something was said of it at that moment.
    package func isCorrected(since said: Moment?) -> Bool {
        guard let said, let correctedAt else { return false }
        return correctedAt > said
    }
}

extension MentionedKind {
    /// "Telephone"
    package var title: String {
        switch self {
        case .person: "Person"
        case .premises: "Premises"
        case .vehicle: "Vehicle"
        case .phone: "Telephone"
        case .account: "Account"
        case .company: "Company"
        }
    }

    /// "this telephone number"
    package var inSentence: String {
        switch self {
        case .person: "this person"
        case .premises: "these premises"
        case .vehicle: "this vehicle"
        case .phone: "this telephone number"
        case .account: "this account"
        case .company: "this company"
        }
    }

    /// "a telephone number that was corrected or struck out since"
    package var noLongerThere: String {
        let thing =
            switch self {
            case .person: "a person"
            case .premises: "premises"
            case .vehicle: "a vehicle"
            case .phone: "a telephone number"
            case .account: "an account"
            case .company: "a company"
            }
        return "\(thing) that stood here and was corrected or struck out since"
    }

    /// "Premises", "Telephones"
    package var plural: String {
        switch self {
        case .person: "People"
        case .premises: "Premises"
        case .vehicle: "Vehicles"
        case .phone: "Telephones"
        case .account: "Accounts"
        case .company: "Companies"
        }
    }
}
