import Foundation
import Reviews

/// Values that are kept as text: the same value is always the same text.
enum StoredJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}

/// A section is kept with one text: what was written or, of objectives, all of them.
extension SectionDraft {
    var keptText: String {
        get throws { kind == .objectives ? (objectives.isEmpty ? "" : try StoredJSON.text(objectives)) : body }
    }

    /// The section with this text. Throws where objectives cannot be read: nothing of them is left out in silence.
    init(_ kind: SectionKind, title: String, source: String, keptText: String, accepted: String) throws {
        let isOfObjectives = kind == .objectives
        self.init(
            kind, title: title, source: source, body: isOfObjectives ? "" : keptText, accepted: accepted,
            objectives: isOfObjectives && !keptText.isEmpty ? try StoredJSON.value(keptText) : [])
    }
}
