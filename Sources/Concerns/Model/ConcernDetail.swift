import Access
import Kernel
import Store

/// One concern with all that its own record holds. Codes are those of the code lists; identities are not in it.
package struct ConcernDetail: Sendable {
    package let id: ID<Concern>
    package let reference: String
    package let version: Int
    package let receivedOn: Day
    package let receivedAt: Moment
    package let channel: String
    package let source: String
    package let sourceOrganisation: ID<Organisation>?
    package let sourceOrganisationName: String?
    package let recordedBy: String?
    package let status: ConcernStatus
    package let immediateDanger: Bool
    package let policeIncident: String?
    package let summary: String
    package let seen: String
    package let inferred: String
    package let happensWhen: String
    package let howKnown: String
    package let locationType: String
    package let place: String
    package let postcode: String
    package let placeKey: String
    package let townID: ID<Term>?
    package let town: String?
    package let wardID: ID<Term>?
    package let ward: String?
    package let residence: String
    package let residenceKey: String
    package let residenceTownID: ID<Term>?
    package let nationality: String
    package let peopleCount: Int?
    package let childrenPresent: String
    package let reporterContact: String
    package let reporterSafeWay: String
    package let thrive: Thrive
    package let triagedAt: Moment?
    package let response: ResponseGrade?
    package let responseDecidedAt: Moment?
    package let leadOrganisation: ID<Organisation>?
    package let leadOrganisationName: String?
    package let reportBackOn: Day?
    package let planningMeetingOn: Day?
    package let planningMeetingNotes: String
    package let tacticalPlan: String
    package let joinedTo: ID<Concern>?
    package let closingReason: String?
    package let closingSummary: String
    package let reportBack: String
    package let closedAt: Moment?
    package var exploitation: [String] = []
    package var indicators: [String] = []
    package var mentions: [MentionDetail] = []

    /// "Factory, Oldbury": where, as a heading says it; the label of the location type comes from the code list.
    package func heading(locationLabel: String) -> String {
        if let town, !town.isEmpty { return "\(locationLabel), \(town)" }
        return locationLabel
    }
}

/// The six headings of THRIVE; all empty until the concern is screened.
package struct Thrive: Sendable, Hashable {
    package var threat: String
    package var harm: String
    package var risk: String
    package var investigation: String
    package var vulnerability: String
    package var engagement: String
}

/// Somebody or something that a concern speaks of. A person's name, where given, is sealed and not in here.
package struct MentionDetail: Sendable, Hashable {
    package let id: ID<Mention>
    /// A code of "mention_kind".
    package let kind: String
    package let role: String
    package let description: String
    package let value: String
    package let valueKey: String
    package let hasName: Bool
}

/// What kind of match ties an earlier concern to this one.
package struct EarlierConcern: Sendable {
    package let line: ConcernLine
    /// "same place", "same telephone", "same vehicle", "same home".
    package let reasons: [String]
}
