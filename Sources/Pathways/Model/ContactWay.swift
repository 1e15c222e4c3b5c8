import Store

/// A way of reaching somebody.
package enum ContactWay: String, Sendable, CaseIterable, Codable, Bindable, ColumnDecodable {
    case call
    case message
    case email
    case post
    case visit

    package var label: String {
        switch self {
        case .call: "Telephone call"
        case .message: "Text message"
        case .email: "E-mail"
        case .post: "Post"
        case .visit: "Visit in person"
        }
    }
}
