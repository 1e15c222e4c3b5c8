/// One pipe-separated row of reference data whose fields are read by position.
///
/// Spaces around a field and runs of spaces inside it do not count, so that a long row may be continued on a new
/// line.
struct ReferenceRow {
    let list: String
    /// The row inside the list, counted from 1; empty lines are not counted.
    let number: Int
    let fields: [String]

    /// The rows of `text`; throws when a row has another number of fields than `columns`.
    static func rows(of text: String, list: String, columns: Int) throws(ReferenceDataProblem) -> [ReferenceRow] {
        var rows: [ReferenceRow] = []
        for line in text.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            let row = ReferenceRow(list: list, number: rows.count + 1, fields: fields)
            guard fields.count == columns else {
                throw row.problem("\(fields.count) fields instead of \(columns)")
            }
            rows.append(row)
        }
        return rows
    }

    /// The field at `position`; an empty one is a fault.
    func text(_ position: Int) throws(ReferenceDataProblem) -> String {
        guard !fields[position].isEmpty else { throw problem("field \(position + 1) is empty") }
        return fields[position]
    }

    /// The field at `position`, nothing when it is empty.
    func optionalText(_ position: Int) -> String? {
        fields[position].isEmpty ? nil : fields[position]
    }

    /// The field at `position` as a code: `kebab-case`, or the letter and number of a published grading such as `A1`.
    func code(_ position: Int) throws(ReferenceDataProblem) -> String {
        let code = try text(position)
        guard Self.isCode(code) else { throw problem("\(code) is not a code") }
        return code
    }

    /// The codes separated by semicolons at `position`; `none` is the empty list.
    func codes(_ position: Int) throws(ReferenceDataProblem) -> [String] {
        let text = try text(position)
        guard text != "none" else { return [] }
        let codes = text.split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }
        guard codes.allSatisfy(Self.isCode) else { throw problem("\(text) is not a list of codes") }
        guard Set(codes).count == codes.count else { throw problem("\(text) names a code twice") }
        return codes
    }

    /// The field at `position` as a calendar day.
    func day(_ position: Int) throws(ReferenceDataProblem) -> String {
        let day = try text(position)
        guard Self.isDay(day) else { throw problem("\(day) is not a day of the calendar") }
        return day
    }

    /// The first and the last day at `position` and the position after it; the last one may be empty.
    func validity(_ position: Int) throws(ReferenceDataProblem) -> (from: String, until: String?) {
        let from = try day(position)
        guard optionalText(position + 1) != nil else { return (from, nil) }
        let until = try day(position + 1)
        guard from <= until else { throw problem("ends on \(until), before it begins on \(from)") }
        return (from, until)
    }

    /// The field at `position` as a whole number within `range`.
    func number(_ position: Int, in range: ClosedRange<Int>) throws(ReferenceDataProblem) -> Int {
        let text = try text(position)
        guard let number = Int(text), range.contains(number) else {
            throw problem("\(text) is not a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// The field at `position`, which says `yes` or `no`.
    func answer(_ position: Int) throws(ReferenceDataProblem) -> Bool {
        switch try text(position) {
        case "yes": return true
        case "no": return false
        case let other: throw problem("\(other) is neither yes nor no")
        }
    }

    /// A fault of this row.
    func problem(_ explanation: String) -> ReferenceDataProblem {
        ReferenceDataProblem(list: list, row: number, explanation: explanation)
    }

    private static func isCode(_ text: String) -> Bool {
        let words = text.split(separator: "-", omittingEmptySubsequences: false)
        let isKebabCase = words.allSatisfy { word in
            !word.isEmpty && word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
        }
        let digits = text.drop { $0.isASCII && $0.isUppercase }
        let isGrading = digits.count < text.count && digits.allSatisfy { $0.isASCII && $0.isNumber }
        return isKebabCase || isGrading
    }

    private static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month)
        else { return false }
        let isLeapYear = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let lengths = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...lengths[month - 1]).contains(day)
    }
}
