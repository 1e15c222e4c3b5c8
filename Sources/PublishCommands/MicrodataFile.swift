import DelimitedText
import Disclosure
import Foundation

/// Records in a CSV file with a heading: each row is one, or counts for the number in a column.
struct MicrodataFile {
    let columns: [CategoryColumn]
    let counts: [Int32]?

    /// The name of the category of records that say nothing.
    static let unrecorded = "Not recorded"

    /// Throws `PublishProblem.input` naming the file, and the row and the column where one is at fault.
    ///
    /// - Parameters:
    ///   - needed: the columns that are read.
    ///   - optional: columns that are read where the file has them.
    ///   - count: the column that says how many a row counts for. Rows of totals are then left out, once they were checked.
    init(_ path: String, needed: [String], optional: [String] = [], count: String?) throws(PublishProblem) {
        let data: Data
        do { data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) } catch {
            throw .input(path: path, message: "The file cannot be read")
        }
        guard !data.isEmpty else { throw .input(path: path, message: "The file is empty") }
        let result: Result<(columns: [CategoryColumn], counts: [Int32]?), PublishProblem> = data.withUnsafeBytes { bytes in
            do throws(PublishProblem) {
                return .success(
                    try MicrodataFile.read(
                        bytes.bindMemory(to: UInt8.self), path: path, needed: needed, optional: optional, count: count))
            } catch { return .failure(error) }
        }
        (columns, counts) = try result.get()
    }

    private static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, path: String, needed: [String], optional: [String], count: String?
    ) throws(PublishProblem) -> (columns: [CategoryColumn], counts: [Int32]?) {
        var reader = RowReader(bytes)
        guard case .row = reader.next() else { throw .input(path: path, message: "The heading cannot be read. Save the file as CSV UTF-8") }
        let heading = (0..<reader.count).map { reader.text($0) }
        for name in needed + (count.map { [$0] } ?? []) where !heading.contains(name) {
            throw .input(path: path, message: "There is no column “\(name)”. The columns are \(heading.joined(separator: ", "))")
        }
        guard Set(heading).count == heading.count else { throw .input(path: path, message: "Two columns have the same name") }
        // Totals may stand in columns that no table uses.
        let wanted = count == nil ? heading.filter { needed.contains($0) || optional.contains($0) } : heading.filter { $0 != count }
        let places = wanted.map { heading.firstIndex(of: $0) ?? 0 }
        let countPlace = count.flatMap { heading.firstIndex(of: $0) }
        let interned = wanted.map { _ in Labels() }
        var codes = [[UInt16]](repeating: [], count: wanted.count)
        var counts: [Int32] = []
        var lines: [Int32] = []
        reading: while true {
            switch reader.next() {
            case .end: break reading
            case .fault(let fault): throw .input(path: path, message: "Line \(fault.line): \(fault.message)")
            case .row:
                guard reader.count == heading.count else {
                    throw .input(
                        path: path, message: "Line \(reader.line) has \(reader.count) values and not \(heading.count), as the heading has")
                }
                for (index, place) in places.enumerated() {
                    guard let code = interned[index].number(of: reader.value(place)) else {
                        throw .input(
                            path: path,
                            message:
                                "The column “\(wanted[index])” has more than 65,000 different values (line \(reader.line)). It is no column of categories"
                        )
                    }
                    codes[index].append(code)
                }
                if let countPlace {
                    let text = reader.text(countPlace)
                    guard let number = Double(text), number == number.rounded(), abs(number) < 1e9 else {
                        throw .input(
                            path: path,
                            message: "Line \(reader.line): the count “\(text)” in the column “\(heading[countPlace])” is not a whole number"
                        )
                    }
                    guard number >= 0 else {
                        throw .input(
                            path: path,
                            message: "Line \(reader.line): the count \(text) in the column “\(heading[countPlace])” is below zero")
                    }
                    counts.append(Int32(number))
                    lines.append(Int32(reader.line))
                }
            }
        }
        let rowCount = codes.first?.count ?? counts.count
        guard rowCount > 0 else { throw .input(path: path, message: "The file has a heading and no rows") }
        let categories = interned.map { $0.categories() }
        let labels = categories.map(\.labels)
        for index in wanted.indices where categories[index].codes.count != labels[index].count {
            for row in codes[index].indices { codes[index][row] = categories[index].codes[Int(codes[index][row])] }
        }
        if count == nil {
            return (wanted.indices.map { CategoryColumn(name: wanted[$0], labels: labels[$0], codes: codes[$0]) }, nil)
        }
        let isTotal = labels.map { $0.map { Self.isTotal($0) } }
        var leaves: [Int] = []
        var totals: [Int] = []
        for row in 0..<rowCount {
            if wanted.indices.contains(where: { isTotal[$0][Int(codes[$0][row])] }) { totals.append(row) } else { leaves.append(row) }
        }
        if !totals.isEmpty {
            try check(totals, leaves, codes, labels, isTotal, wanted, counts, lines, path)
        }
        let kept = wanted.indices.filter { needed.contains(wanted[$0]) || optional.contains(wanted[$0]) }
        return (
            kept.map { index in
                // Categories that only rows of totals have are none.
                var rank = [UInt16](repeating: .max, count: labels[index].count)
                var used: [String] = []
                let own = leaves.map { row in
                    let code = Int(codes[index][row])
                    if rank[code] == .max {
                        rank[code] = UInt16(used.count)
                        used.append(labels[index][code])
                    }
                    return rank[code]
                }
                return CategoryColumn(name: wanted[index], labels: used, codes: own)
            }, leaves.map { counts[$0] }
        )
    }

    private static func isTotal(_ label: String) -> Bool {
        let small = label.lowercased()
        return small == "total" || small.hasSuffix(" total")
    }

    /// Every row of totals against the rows that it sums up.
    private static func check(
        _ totals: [Int], _ leaves: [Int], _ codes: [[UInt16]], _ labels: [[String]], _ isTotal: [[Bool]], _ names: [String],
        _ counts: [Int32], _ lines: [Int32], _ path: String
    ) throws(PublishProblem) {
        guard !leaves.isEmpty else { throw .input(path: path, message: "Every row is a total: there is nothing to add up") }
        var patterns: [[Bool]: [Int]] = [:]
        for row in totals { patterns[names.indices.map { isTotal[$0][Int(codes[$0][row])] }, default: []].append(row) }
        var faults: [(line: Int32, text: String)] = []
        for (pattern, rows) in patterns {
            let open = names.indices.filter { !pattern[$0] }
            var sums: [[UInt16]: Int] = [:]
            for row in leaves { sums[open.map { codes[$0][row] }, default: 0] += Int(counts[row]) }
            for row in rows {
                let sum = sums[open.map { codes[$0][row] }] ?? 0
                guard sum != Int(counts[row]) else { continue }
                let place = open.map { "\(names[$0]) \(labels[$0][Int(codes[$0][row])])" }.joined(separator: ", ")
                faults.append(
                    (
                        lines[row],
                        "line \(lines[row]) says \(counts[row]) for \(place.isEmpty ? "all" : place), and its parts add up to \(sum)"
                    ))
            }
        }
        guard !faults.isEmpty else { return }
        let told = faults.sorted { $0.line < $1.line }.prefix(10).map(\.text).joined(separator: "; ")
        let more = faults.count > 10 ? "; and \(faults.count - 10) more" : ""
        throw .input(path: path, message: "Totals do not add up: \(told)\(more)")
    }

    /// The different values of a column, with the one that was met last remembered.
    private final class Labels {
        private var table = ByteTable(capacity: 64)

        func number(of bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
            let number = table.number(of: bytes).number
            return number < 65_000 ? UInt16(number) : nil
        }

        /// The categories as they are shown, and which of them each value is.
        func categories() -> (labels: [String], codes: [UInt16]) {
            var labels: [String] = []
            var known: [String: UInt16] = [:]
            let codes = (0..<table.count).map { index in
                let text = table.text(index).trimmingCharacters(in: .whitespaces)
                // A spreadsheet would take these for a formula.
                let isFormula = text.first.map { "=+-@".contains($0) } ?? false
                let label = text.isEmpty ? MicrodataFile.unrecorded : isFormula ? "'" + text : text
                if let code = known[label] { return code }
                let code = UInt16(labels.count)
                known[label] = code
                labels.append(label)
                return code
            }
            return (labels, codes)
        }
    }
}
