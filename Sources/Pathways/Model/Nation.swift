import Store

/// The nation in which somebody is met: law and support differ.
package enum Nation: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case england
    case wales
    case scotland
    case northernIreland = "northern-ireland"

    package var label: String {
        switch self {
        case .england: "England"
        case .wales: "Wales"
        case .scotland: "Scotland"
        case .northernIreland: "Northern Ireland"
        }
    }

    /// Whether the duty to notify of section 52 of the Modern Slavery Act 2015 is in force here. Section 38 of the Scottish
    /// Act of 2015 and section 13 of the Northern Irish one are enacted and, when last looked at, not in operation.
    package var hasDutyToNotify: Bool { self == .england || self == .wales }
}
