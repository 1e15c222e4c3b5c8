import Kernel

/// One power to enter premises, or the statement that a kind of organisation has none: a row of the reference data.
///
/// A power serves the purpose that it was given for. It suggests who may lead a visit, and decides nothing.
package struct EntryPower: Sendable, Hashable {
    /// Whether the power can be used without a warrant.
    package enum WithoutWarrant: String, Sendable {
        case yes
        case no
        /// Only when the conditions in the note are met.
        case partly
    }

    /// The stable code, "fire-inspection".
    package let code: String
    /// The codes of "organisation_kind" that hold it.
    package let organisationKinds: [String]
    /// The agency as people call it.
    package let agency: String
    /// The Act and section; empty where there is no power.
    package let statute: String
    /// The codes of "premises_kind" it covers; empty where there is no power.
    package let premises: [String]
    /// The notice to be given, in hours; 0 when none is fixed.
    package let noticeHours: Int
    /// To whom notice goes, and when it is not needed.
    package let notice: String
    package let withoutWarrant: WithoutWarrant
    /// Whether force is allowed, in the words "yes", "no" or "warrant".
    package let force: String
    /// Where a warrant or an order comes from; empty when there is no such way.
    package let warrantRoute: String
    /// What the power is for, to follow "may enter".
    package let purpose: String
    /// What to bear in mind.
    package let note: String
    /// False for a row that a practitioner has yet to check: pages say "to be confirmed".
    package let isConfirmed: Bool
    /// The days on which the power exists.
    package let validity: Period

    package init(
        code: String, organisationKinds: [String], agency: String, statute: String, premises: [String],
        noticeHours: Int, notice: String, withoutWarrant: WithoutWarrant, force: String, warrantRoute: String,
        purpose: String, note: String, isConfirmed: Bool, validity: Period
    ) {
        self.code = code
        self.organisationKinds = organisationKinds
        self.agency = agency
        self.statute = statute
        self.premises = premises
        self.noticeHours = noticeHours
        self.notice = notice
        self.withoutWarrant = withoutWarrant
        self.force = force
        self.warrantRoute = warrantRoute
        self.purpose = purpose
        self.note = note
        self.isConfirmed = isConfirmed
        self.validity = validity
    }

    /// Whether there is a power at all.
    package var isPower: Bool { !premises.isEmpty }

    /// How much of a place of these kinds the power reaches.
    package func reach(over kinds: [String]) -> Reach {
        guard isPower, !kinds.isEmpty else { return .none }
        if premises.contains("any") || kinds.allSatisfy(premises.contains) { return .all }
        return kinds.contains(where: premises.contains) ? .part : .none
    }

    package enum Reach: Int, Sendable, Comparable {
        case none, part, all

        package static func < (one: Reach, other: Reach) -> Bool { one.rawValue < other.rawValue }
    }
}

/// The directory of powers of entry, and what kinds of premises a place of each location type usually is.
package struct PowersOfEntry: Sendable {
    package let powers: [EntryPower]
    /// Codes of "premises_kind" by code of "location_type".
    package let premisesOfLocation: [String: [String]]
    private let byCode: [String: EntryPower]

    package init(powers: [EntryPower], premisesOfLocation: [String: [String]]) {
        self.powers = powers
        self.premisesOfLocation = premisesOfLocation
        byCode = Dictionary(powers.map { ($0.code, $0) }) { first, _ in first }
    }

    package subscript(_ code: String) -> EntryPower? { byCode[code] }

    /// A power by its code as a page names it; other words stay as they are.
    package func name(_ code: String) -> String { byCode[code]?.statute ?? code }

    /// What this kind of organisation may rely on, on this day; a row without a power says so in words.
    package func powers(of kind: String, on day: Day) -> [EntryPower] {
        powers.filter { $0.organisationKinds.contains(kind) && $0.validity.contains(day) }
    }

    /// The kinds of premises that a place is. Where people sleep, part of it is a home.
    package func premises(locationType: String, occupancy: Occupancy) -> [String] {
        var kinds = premisesOfLocation[locationType] ?? []
        if occupancy == .living, !kinds.contains("dwelling") { kinds.append("dwelling") }
        return kinds
    }
}
