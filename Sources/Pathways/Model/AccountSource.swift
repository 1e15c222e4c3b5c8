import Store

/// How an account was come by.
package enum AccountSource: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    case firstHand = "first-hand"
    case toldByAnother = "told-by-another"
    case inferred

    package var label: String {
        switch self {
        case .firstHand: "Told by themselves"
        case .toldByAnother: "Told by somebody else"
        case .inferred: "Inferred"
        }
    }
}
