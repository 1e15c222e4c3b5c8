/// Which columns of a file hold what, and which fields two records are compared by.
package struct RecordLayout: Sendable {
    /// One column of a file.
    package struct Column: Hashable, Sendable {
        package let name: String
        package let kind: FieldKind

        package init(name: String, kind: FieldKind) {
            self.name = name
            self.kind = kind
        }
    }

    /// The columns as they stand in the file.
    package let columns: [Column]
    /// The columns whose values are codes, in the order in which they are compared.
    package let codes: [Column]

    /// At most so many columns of codes are compared.
    package static let mostCodes = PairEvidence.Comparison.most - PairEvidence.Comparison.codes

    package init(_ columns: [Column]) {
        self.columns = columns
        codes = Array(columns.filter(\.kind.isCode).prefix(Self.mostCodes))
    }

    /// The names of the comparisons, in their order.
    var comparisons: [String] { ["forename", "surname", "date_of_birth", "gender", "nationality"] + codes.map(\.name) }
}
