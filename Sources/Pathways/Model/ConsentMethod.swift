import Store

package enum ConsentMethod: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case written
    case spoken
    case interpreted

    package var label: String {
        switch self {
        case .written: "In writing"
        case .spoken: "Spoken, without an interpreter"
        case .interpreted: "Through an interpreter"
        }
    }
}
