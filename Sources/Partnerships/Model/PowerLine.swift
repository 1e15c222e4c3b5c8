import Kernel

/// One power of entry as the directory shows it.
package struct PowerLine: Hashable, Sendable {
    /// Codes of the list "organisation_kind": who holds it.
    package let organisationKinds: [String]
    /// The agency as people call it.
    package let agency: String
    /// The Act and the section; empty for a kind of organisation that has no power.
    package let statute: String
    /// Codes of the list "premises_kind"; empty when there is no power.
    package let premises: [String]
    /// What it is for, to follow "may enter".
    package let purpose: String
    /// To whom notice goes and how long before.
    package let notice: String
    /// "yes", "no" or "partly".
    package let withoutWarrant: String
    /// "yes", "no" or "warrant".
    package let force: String
    /// Where a warrant or an order comes from; empty where there is no such way.
    package let warrantRoute: String
    /// What to bear in mind.
    package let note: String
    /// False where nobody has checked the row against the law itself.
    package let isConfirmed: Bool
    package let validity: Period

    package init(
        organisationKinds: [String], agency: String, statute: String, premises: [String], purpose: String,
        notice: String, withoutWarrant: String, force: String, warrantRoute: String, note: String, isConfirmed: Bool,
        validity: Period
    ) {
        self.organisationKinds = organisationKinds
        self.agency = agency
        self.statute = statute
        self.premises = premises
        self.purpose = purpose
        self.notice = notice
        self.withoutWarrant = withoutWarrant
        self.force = force
        self.warrantRoute = warrantRoute
        self.note = note
        self.isConfirmed = isConfirmed
        self.validity = validity
    }
}
