import Foundation
import Linkage

/// What the columns of the files hold, where their names do not say it or say something else.
package struct FieldMap: Hashable, Sendable {
    /// The kind of each column named.
    package let kinds: [String: FieldKind]

    package init(_ kinds: [String: FieldKind] = [:]) { self.kinds = kinds }

    /// Reads a JSON object from column to kind. Throws `LinkProblem`.
    package init(contentsOf path: String) throws(LinkProblem) {
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path: path) }
        let words: [String: String]
        do { words = try JSONDecoder().decode([String: String].self, from: data) } catch { throw .unreadableMap(path: path) }
        var kinds: [String: FieldKind] = [:]
        for (column, word) in words.sorted(by: { $0.key < $1.key }) {
            guard let kind = FieldKind(rawValue: word) else { throw .unknownKind(word, column: column) }
            kinds[column] = kind
        }
        self.kinds = kinds
    }

    /// The kinds of the columns of a file, and the names of those that nobody knows. Throws `LinkProblem`.
    ///
    /// Columns that the map names have its kind, and the others the kind that their name usually stands for; a first column of
    /// unknown name is the identifier. The column of the truth is never compared.
    func columns(_ names: [String], truth: String?, path: String) throws(LinkProblem) -> (columns: [RecordLayout.Column], unknown: [String])
    {
        for column in kinds.keys.sorted() where !names.contains(column) { throw .noSuchColumn(column, path: path) }
        if let truth, !names.contains(truth) { throw .noSuchColumn(truth, path: path) }
        var columns: [RecordLayout.Column] = []
        var unknown: [String] = []
        var hasIdentifier = kinds.values.contains(.id)
        for (place, name) in names.enumerated() {
            var kind = kinds[name]
            if name == truth { kind = .ignore }
            if kind == nil {
                kind = FieldKind.recognised(from: name)
                if kind == .id, hasIdentifier { kind = .ignore }
                if kind == nil, place == 0, !hasIdentifier { kind = .id }
            }
            if kind == .id { hasIdentifier = true }
            if kind == nil { unknown.append(name) }
            columns.append(RecordLayout.Column(name: name, kind: kind ?? .ignore))
        }
        guard columns.contains(where: { $0.kind != .ignore && $0.kind != .id }) else { throw .nothingToCompare(path: path) }
        if columns.count(where: \.kind.isCode) > RecordLayout.mostCodes { throw .tooManyColumns(most: RecordLayout.mostCodes) }
        return (columns, unknown)
    }
}
