import Kernel

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
