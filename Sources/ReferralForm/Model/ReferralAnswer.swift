/// One answer as it was given.
package enum ReferralAnswer: Sendable, Hashable, Codable {
    case text(String)
    case ticked(Bool)
    case several([String])
    case nothing
    /// Something that no field of the form takes, as a number or an object.
    case unfit

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .nothing
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let ticked = try? container.decode(Bool.self) {
            self = .ticked(ticked)
        } else if let several = try? container.decode([String].self) {
            self = .several(several)
        } else {
            self = .unfit
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .ticked(let ticked): try container.encode(ticked)
        case .several(let several): try container.encode(several)
        case .nothing, .unfit: try container.encodeNil()
        }
    }

    /// Whether nothing was said: no text, an empty list, a box that is not ticked.
    package var isEmpty: Bool {
        switch self {
        case .text(let text):
            if let first = text.utf8.first, first > 0x20, first < 0x80 { false } else { text.allSatisfy(\.isWhitespace) }
        case .ticked(let ticked): !ticked
        case .several(let several): several.isEmpty
        case .nothing: true
        case .unfit: false
        }
    }
}
