import Access
import Kernel

/// What is known of somebody that says nothing of who they are: codes of the code lists.
package struct VictimFacts: Sendable, Hashable {
    package var nation: Nation
    package var town: ID<Term>?
    /// As the Home Office form spells it, for the figures; empty where it is not known.
    package var localAuthority: String
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
        nation: Nation = .england, town: ID<Term>? = nil, localAuthority: String = "",
        age: AgeStanding = AgeStanding(basis: .known, group: .adult),
        childAtExploitation: String = "", gender: String = "", nationality: String = "unknown",
        secondNationality: String = "", language: String = "unknown", interpreter: String = "",
        capacity: RouteFacts.Capacity = .notInDoubt, exploitation: [String] = []
    ) {
        self.nation = nation
        self.town = town
        self.localAuthority = localAuthority
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
