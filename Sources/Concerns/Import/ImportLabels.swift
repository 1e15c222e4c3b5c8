import Kernel
import Partnerships

/// Finds the code of a label of one code list, however it is written.
package struct ImportLabels: Sendable {
    private let list: CodeList
    private let namesCodes: Bool
    private var known: [String: String] = [:]

    /// - Parameter namesCodes: whether advice names the codes, where those are what the format asks for.
    package init(_ list: CodeList, namesCodes: Bool = false) {
        self.list = list
        self.namesCodes = namesCodes
    }

    /// The code whose label, or which itself, is this text in any case; nil when the list has neither.
    package mutating func code(_ text: String) -> String? {
        if let code = known[text] { return code }
        let code = list.code(label: text) ?? list.values.first { $0.code == text.lowercased() }?.code
        if let code { known[text] = code }
        return code
    }

    /// What to do about a text that is in neither form in the list.
    package func advice(for text: String) -> String {
        let labels = list.values.map(namesCodes ? \.code : \.label)
        let all = labels.map { $0.lowercased() }.joined(separator: ", ")
        if text.isEmpty {
            return labels.count <= 12
                ? "The value is missing. Write one of: \(all)" : "The value is missing\(orUnknown)"
        }
        let start = "\(ImportText.quoted(text)) is not in the list"
        if labels.count <= 12 { return "\(start). Write one of: \(all)" }
        if let near = nearest(to: text) { return "\(start). Did you mean \(ImportText.quoted(near.lowercased()))?" }
        return "\(start)\(orUnknown)"
    }

    private var orUnknown: String {
        let first = list.values.prefix(3).map { $0.label.lowercased() }.joined(separator: ", ")
        let unknown = list.contains("unknown") ? ", or unknown" : ""
        return ". Write a value of the list, such as \(first)\(unknown)"
    }

    /// The label with the fewest letters to change, when those are few.
    private func nearest(to text: String) -> String? {
        let wanted = Array(FoldedText(text).key.unicodeScalars.prefix(60))
        guard wanted.count >= 3 else { return nil }
        let scored = list.values.map { value in
            (distance: ImportLabels.distance(wanted, Array(FoldedText(value.label).key.unicodeScalars)), value.label)
        }
        guard let best = scored.min(by: { $0.distance < $1.distance }), best.distance <= max(1, wanted.count / 4)
        else { return nil }
        return best.1
    }

    /// How many letters have to be changed, added or left out to get from one text to the other.
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var row = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var corner = row[0]
            row[0] = index + 1
            for (place, second) in other.enumerated() {
                let above = row[place + 1]
                row[place + 1] = min(above + 1, row[place] + 1, corner + (letter == second ? 0 : 1))
                corner = above
            }
        }
        return row[other.count]
    }
}
