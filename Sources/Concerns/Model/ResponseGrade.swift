import Store

/// The graded response to a concern.
package enum ResponseGrade: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    /// One agency looks into it and reports back to the coordinator.
    case single
    /// A team made for this place and this concern.
    case joint
    /// A planning meeting scopes it and plans a tactical approach before anybody visits.
    case significant

    package var label: String {
        switch self {
        case .single: "Single agency"
        case .joint: "Joint"
        case .significant: "Significant"
        }
    }
}
