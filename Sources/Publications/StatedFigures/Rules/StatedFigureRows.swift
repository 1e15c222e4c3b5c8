import Kernel

/// Rows of figures from elsewhere, out of a file or pasted out of a spreadsheet: values with commas or tabs between them, and the
/// names of the columns in the first row.
struct StatedFigureRows {
    /// One row that can be kept.
    struct Row: Sendable {
        let number: Int
        let draft: StatedFigureDraft
    }

    /// The most rows that are taken in at once.
    static let mostRows = 500

    private(set) var rows: [Row] = []
    /// What is wrong, row by row.
    private(set) var problems: [Problem] = []

    /// - Parameter mayChoose: whether a measure may be chosen for a new figure.
    init(_ text: String, measures: [String: StatedMeasure], mayChoose: (String) -> Bool) {
        var reader = CSVReader(Array(StatedFigureRows.commas(text).utf8))
        guard let columns = heading(&reader) else { return }
        read(&reader, columns, measures, mayChoose)
    }

    private mutating func add(_ row: Int, _ message: String) { problems.append(Problem("rows", "Row \(row): \(message)")) }

    /// Where each column stands; nil where the rows cannot be read.
    private mutating func heading(_ reader: inout CSVReader) -> [StatedFigureEntry.Field: Int]? {
        var columns: [StatedFigureEntry.Field: Int] = [:]
        do {
            guard try reader.next() else {
                problems.append(Problem("rows", "Paste the rows, with the names of the columns in the first"))
                return nil
            }
            for place in 0..<reader.count {
                let name = FoldedText(reader.trimmed(place)).words.joined(separator: "-")
                guard let field = StatedFigureEntry.Field(rawValue: name) else {
                    add(reader.row, "“\(reader.trimmed(place).prefix(60))” is no column. Remove it, or name it as one of those below")
                    continue
                }
                if columns.updateValue(place, forKey: field) != nil { add(reader.row, "The column \(name) stands twice. Remove one") }
            }
            let missing = StatedFigureEntry.Field.allCases.filter { $0.isNeeded && columns[$0] == nil }.map(\.rawValue)
            if !missing.isEmpty { add(reader.row, "These columns are missing: \(missing.joined(separator: ", "))") }
        } catch {
            add(error.row, error.message)
        }
        return problems.isEmpty ? columns : nil
    }

    private mutating func read(
        _ reader: inout CSVReader, _ columns: [StatedFigureEntry.Field: Int], _ measures: [String: StatedMeasure],
        _ mayChoose: (String) -> Bool
    ) {
        var keys: Set<String> = []
        while true {
            do {
                guard try reader.next() else { break }
            } catch {
                add(error.row, error.message)
                continue
            }
            if rows.count >= StatedFigureRows.mostRows {
                add(reader.row, "Take in \(StatedFigureRows.mostRows) rows at once and the others after them")
                break
            }
            let entry = StatedFigureEntry(measures: measures, mayChoose: mayChoose) { field in
                columns[field].map { reader.trimmed($0) } ?? ""
            }
            for problem in entry.problems { add(reader.row, "\(problem.field): \(problem.message)") }
            guard var draft = entry.draft else { continue }
            if !keys.insert(draft.key).inserted {
                if columns[.key].map({ reader.trimmed($0).isEmpty }) ?? true {
                    draft.key = StatedFigureRows.free(draft.key, keys)
                    keys.insert(draft.key)
                } else {
                    add(reader.row, "key: \(draft.key) stands in an earlier row")
                    continue
                }
            }
            rows.append(Row(number: reader.row, draft: draft))
        }
        if rows.isEmpty, problems.isEmpty { add(reader.row, "There is no row under the names of the columns") }
    }

    /// The key with a number behind it that nobody has yet.
    static func free(_ key: String, _ taken: Set<String>) -> String {
        var number = 2
        while taken.contains("\(key)-\(number)") { number += 1 }
        return "\(key)-\(number)"
    }

    /// What a spreadsheet gives has tabs between its values.
    private static func commas(_ text: String) -> String {
        guard let first = text.split(whereSeparator: \.isNewline).first, first.contains("\t") else { return text }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map { value in
                value.contains { $0 == "," || $0 == "\"" } && !(value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 1)
                    ? "\"\(value.replacing("\"", with: "\"\""))\"" : String(value)
            }.joined(separator: ",")
        }.joined(separator: "\n")
    }
}
