/// A code list as it is written down: its name, where its values come from, and its rows as text.
///
/// A row is `code|label|valid from|valid until|note`. The code is stable and is what a record stores; the label is
/// what people read, type and import. A day left out as `valid until` means that the value is still in use.
package struct CodeListSource: Sendable {
    /// The name under which records refer to the list, in `snake_case`.
    package let list: String
    /// What the list is called on a page.
    package let title: String
    /// Where the values come from.
    package let source: String
    /// Whether a practitioner has nothing left to confirm; otherwise pages show the list as "to be confirmed".
    package let confirmed: Bool
    /// The rows, one a line.
    package let rows: String

    package init(list: String, title: String, source: String, confirmed: Bool = true, rows: String) {
        self.list = list
        self.title = title
        self.source = source
        self.confirmed = confirmed
        self.rows = rows
    }

    /// The values in the order in which they are offered.
    ///
    /// Throws for a row of the wrong shape, a day that does not exist, and a code or a label that occurs twice;
    /// labels are compared without regard to case, because people and files write them in any case.
    package func parsed() throws(ReferenceDataProblem) -> [CodeRow] {
        var values: [CodeRow] = []
        var codes: Set<String> = []
        var labels: Set<String> = []
        for row in try ReferenceRow.rows(of: rows, list: list, columns: 5) {
            let code = try row.code(0)
            let label = try row.text(1)
            let validity = try row.validity(2)
            guard codes.insert(code).inserted else { throw row.problem("the code \(code) occurs twice") }
            guard labels.insert(label.lowercased()).inserted else {
                throw row.problem("the label \(label) occurs twice")
            }
            values.append(
                CodeRow(
                    code: code, label: label, validFrom: validity.from, validUntil: validity.until,
                    note: row.optionalText(4), position: row.number))
        }
        return values
    }
}
