import Kernel

/// One value of a code list: reference data with its validity and whether a practitioner has confirmed it.
package struct CodeValue: Hashable, Sendable {
    package let code: String
    package let label: String
    package let validFrom: Day?
    package let validUntil: Day?
    package let note: String
    package let isConfirmed: Bool

    package init(code: String, label: String, validFrom: Day?, validUntil: Day?, note: String, isConfirmed: Bool) {
        self.code = code
        self.label = label
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.note = note
        self.isConfirmed = isConfirmed
    }

    package func isValid(on day: Day) -> Bool {
        Period(from: validFrom, to: validUntil).contains(day)
    }
}

/// One code list in its own order.
package struct CodeList: Sendable {
    package let name: String
    package let values: [CodeValue]
    private let byCode: [String: CodeValue]
    private let byLabel: [String: String]

    package init(name: String, values: [CodeValue]) {
        self.name = name
        self.values = values
        byCode = Dictionary(values.map { ($0.code, $0) }) { first, _ in first }
        byLabel = Dictionary(values.map { (FoldedText($0.label).key, $0.code) }) { first, _ in first }
    }

    /// The label of a code; the code itself where the list does not hold it.
    package func label(_ code: String) -> String { byCode[code]?.label ?? code }

    package func contains(_ code: String) -> Bool { byCode[code] != nil }

    package subscript(_ code: String) -> CodeValue? { byCode[code] }

    /// The code whose label this is, whatever its case and accents.
    package func code(label: String) -> String? { byLabel[FoldedText(label).key] }

    /// The values that may be chosen on this day.
    package func current(on day: Day) -> [CodeValue] { values.filter { $0.isValid(on: day) } }
}

/// Every code list of this installation, read once when the server starts.
package struct CodeLists: Sendable {
    private let lists: [String: CodeList]

    package init(_ lists: [CodeList]) {
        self.lists = Dictionary(lists.map { ($0.name, $0) }) { first, _ in first }
    }

    /// The list with this name; an empty one where there is none.
    package subscript(_ name: String) -> CodeList { lists[name] ?? CodeList(name: name, values: []) }
}
