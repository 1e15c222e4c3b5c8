import Access
import Kernel

/// A subject as another page names it.
package struct NamedSubject: Sendable, Hashable {
    package let id: ID<Subject>
    package let kind: MentionedKind
    package let reference: String
    /// What it is written as; empty for a person, whose name is sealed.
    package let name: String
}

/// A licence that somebody holds at a place, or an order that was made against it.
package struct LicenceDetail: Sendable {
    package let id: ID<LicenceOrOrder>
    package let version: Int
    /// A code of the list `licence_or_order`.
    package let kind: String
    package let number: String
    /// The company or body that holds it, as the register has it.
    package let holder: String
    /// Who holds it, where the viewer sees them.
    package let holderSubject: NamedSubject?
    package let authority: String
    package let from: Day?
    package let until: Day?
    /// A code of the list `licence_state`.
    package let state: String
    package let source: String
    package let organisation: ID<Organisation>?
    package let organisationName: String
    package let recordedAt: Moment
}

/// Who owns, lets or runs a place.
package struct PartyOfPlace: Sendable {
    package let id: ID<PremisesParty>
    package let subject: NamedSubject
    /// A code of the list `premises_role`.
    package let role: String
    package let from: Day?
    package let until: Day?
    package let source: String
    package let organisation: ID<Organisation>?
}

/// Somebody who was met on a visit to a place and of whom it was said that they were met elsewhere too.
package struct MetAtPlace: Sendable {
    package let screening: ID<Screening>
    package let visit: ID<Visit>
    package let reference: String
    package let subject: ID<Subject>
    package let subjectReference: String
    /// Where else, of the records that the viewer may see.
    package let elsewhere: [MentionLine]
}

/// What is known of a place beside the records that mention it; of what its viewer may see, and nothing else is counted.
package struct PlaceHistory: Sendable {
    package let licences: [LicenceDetail]
    package let parties: [PartyOfPlace]
    /// For each owner, landlord or licence holder, their other places.
    package let otherPremises: [ID<Subject>: [NamedSubject]]
    /// How many people were met on visits here.
    package let met: Int
    package let metAgain: [MetAtPlace]
}
