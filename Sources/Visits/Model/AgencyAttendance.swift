import Access
import Kernel
import Store

/// One agency on one visit: what it was asked to do, and what it did on the day.
package struct AgencyAttendance: Sendable, Hashable {
    package let organisation: ID<Organisation>
    package let name: String
    /// A code of "organisation_kind".
    package let kind: String
    /// Counts up with each change, so that two people recording at once are noticed.
    package let version: Int
    /// A code of "visit_role"; empty when none was given.
    package let role: String
    /// The code of the power of entry it means to rely on; empty for none.
    package let power: String
    /// How many officers it brings.
    package let officers: Int?
    package let attended: Attended
    /// Minutes spent on the visit.
    package let minutes: Int?
    /// The power it used on the day, as a code or in its own words.
    package let powerUsed: String
    package let entry: EntryObtained
    package let found: String
    package let did: String

    /// Whether it still has to say what happened.
    package var isMissing: Bool { attended == .notSaid }

    package init(
        organisation: ID<Organisation>, name: String, kind: String, version: Int, role: String, power: String,
        officers: Int?, attended: Attended, minutes: Int?, powerUsed: String, entry: EntryObtained, found: String,
        did: String
    ) {
        self.organisation = organisation
        self.name = name
        self.kind = kind
        self.version = version
        self.role = role
        self.power = power
        self.officers = officers
        self.attended = attended
        self.minutes = minutes
        self.powerUsed = powerUsed
        self.entry = entry
        self.found = found
        self.did = did
    }
}

/// Whether an agency came; empty until it is said.
package enum Attended: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case notSaid = ""
    case yes
    case no

    /// As a page names it.
    package var label: String {
        switch self {
        case .notSaid: "Not recorded yet"
        case .yes: "Attended"
        case .no: "Did not attend"
        }
    }
}

/// How an agency got in.
package enum EntryObtained: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case notSaid = ""
    case power
    case consent
    case refused
    case notNeeded = "not-needed"

    /// As a page names it.
    package var label: String {
        switch self {
        case .notSaid: "Not recorded"
        case .power: "Entered by a power or a warrant"
        case .consent: "Entered by consent"
        case .refused: "Entry was refused"
        case .notNeeded: "Did not need to enter"
        }
    }
}
