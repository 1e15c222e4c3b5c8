import Access
import Kernel

/// A potential victim as the partnership looks after them, without their identity: that is sealed and opened by its own
/// verb.
package struct VictimDetail: Sendable, Hashable {
    package let id: ID<PotentialVictim>
    /// "P-4F9A01BC", as pages name them: it counts nobody and says nothing.
    package let reference: String
    package let version: Int
    package let isOpen: Bool
    package let concern: ID<Concern>?
    package let screening: ID<Screening>?
    package let openedOn: Day
    package let organisation: ID<Organisation>?
    package let lead: ID<Organisation>?
    package let leadName: String
    package let facts: VictimFacts
    package let town: String
    /// The month in which they turn 18, `2027-03`; empty where the date of birth is not known.
    package let adultFromMonth: String
    package let hasIdentity: Bool
    package let contactRule: ContactRule
    /// Ways by which whoever exploits them may read along.
    package let unsafeWays: Set<ContactWay>
    package let closedOn: Day?
    package let closingReason: String

    /// "March 2027"; empty where the date of birth is not known.
    package var adultFromMonthText: String {
        guard let first = Day("\(adultFromMonth)-01") else { return "" }
        return String(first.text.drop { $0 != " " }.dropFirst())
    }
}

/// What is known of somebody that says nothing of who they are: codes of the code lists.
package struct VictimFacts: Sendable, Hashable {
    package var nation: Nation
    package var town: ID<Term>?
    package var age: AgeStanding
    /// "yes", "no", "not-sure" or empty: whether they were under 18 when it happened.
    package var childAtExploitation: String
    package var gender: String
    package var nationality: String
    package var secondNationality: String
    package var language: String
    /// "yes", "no" or empty.
    package var interpreter: String
    package var capacity: RouteFacts.Capacity
    /// Codes of "exploitation_type".
    package var exploitation: [String]

    package init(
        nation: Nation = .england, town: ID<Term>? = nil, age: AgeStanding = AgeStanding(basis: .known, group: .adult),
        childAtExploitation: String = "", gender: String = "", nationality: String = "unknown",
        secondNationality: String = "", language: String = "unknown", interpreter: String = "",
        capacity: RouteFacts.Capacity = .notInDoubt, exploitation: [String] = []
    ) {
        self.nation = nation
        self.town = town
        self.age = age
        self.childAtExploitation = childAtExploitation
        self.gender = gender
        self.nationality = nationality
        self.secondNationality = secondNationality
        self.language = language
        self.interpreter = interpreter
        self.capacity = capacity
        self.exploitation = exploitation
    }
}

/// Who somebody is. Kept sealed in the victims' compartment and nowhere else.
package struct VictimIdentity: Sendable, Hashable, Codable {
    package var firstName: String
    package var lastName: String
    package var otherNames: String
    package var bornOn: Day?
    package var homeOfficeReference: String

    package init(
        firstName: String = "", lastName: String = "", otherNames: String = "", bornOn: Day? = nil,
        homeOfficeReference: String = ""
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.otherNames = otherNames
        self.bornOn = bornOn
        self.homeOfficeReference = homeOfficeReference
    }

    package var isEmpty: Bool { self == VictimIdentity() }
}

/// A line of the list.
package struct VictimLine: Sendable, Hashable {
    package let id: ID<PotentialVictim>
    package let reference: String
    package let openedOn: Day
    package let age: AgeStanding
    package let gender: String
    package let leadName: String
    package let isOpen: Bool
    /// The stored status of their newest referral; nil where there is none.
    package let referralStatus: String?
    /// The last answer about a referral; nil while nobody asked.
    package let referralConsent: ConsentAnswer?
}

/// An organisation that works with somebody.
package struct VictimHelper: Sendable, Hashable {
    package let organisation: ID<Organisation>
    package let name: String
    package let isEnforcement: Bool
    package let addedAt: Moment
    package let removedAt: Moment?
}
