/// One power to enter premises, or the statement that a kind of organisation has none.
///
/// A power serves the purpose it was given for: it suggests who may lead a visit, and decides nothing.
package struct PowerOfEntry: Sendable, Equatable {
    /// Whether the power can be used without a warrant.
    package enum WithoutWarrant: String, Sendable {
        case yes
        case no
        /// Only when its conditions are met, as the note says.
        case partly
    }

    /// Whether those who enter may use force.
    package enum Force: String, Sendable {
        case yes
        case no
        /// Only under the warrant named in `warrantRoute`.
        case warrant
    }

    /// The stable code, `fire-inspection`.
    package let code: String
    /// The codes of the kinds of organisation that hold it, from the list `organisation_kind`.
    package let organisationKinds: [String]
    /// The agency as people call it.
    package let agency: String
    /// The Act and the section; nothing for a kind of organisation that has no power.
    package let statute: String?
    /// The codes of the premises it covers, from the list `premises_kind`; empty when there is no power.
    package let premises: [String]
    /// The notice to be given, in hours; 0 when none is fixed.
    package let noticeHours: Int
    /// To whom notice goes, and when it is not needed.
    package let notice: String
    package let withoutWarrant: WithoutWarrant
    package let force: Force
    /// Where a warrant or an order comes from, if there is such a way.
    package let warrantRoute: String?
    /// What the power is for, to follow "may enter".
    package let purpose: String
    /// What to bear in mind.
    package let note: String?
    /// Whether a published page was read for this row; otherwise it is shown as "to be confirmed".
    package let confirmed: Bool
    /// Where the row comes from.
    package let source: String
    /// The first day on which the power existed here, `2026-04-07`.
    package let validFrom: String
    /// The last day; nothing while it exists.
    package let validUntil: String?

    /// Whether there is a power at all.
    package var isPower: Bool { !premises.isEmpty }

    /// Whether the power reaches a place that is of `kinds`, codes from the list `premises_kind`.
    package func covers(_ kinds: [String]) -> Bool {
        guard !kinds.isEmpty else { return false }
        return premises.contains("any") || kinds.contains(where: premises.contains)
    }

    /// Whether the row applies to a visit on `day`, `2019-04-01`.
    package func isValid(on day: String) -> Bool {
        validFrom <= day && day <= (validUntil ?? day)
    }
}
