import DelimitedText
import Disclosure
import Foundation

/// The tables of a release as they lie in a directory: every CSV file with a column `value`, and its metadata where it has some.
struct PublishedDirectory {
    let path: String
    let tables: [PublishedTable]
    /// The least threshold that the metadata name.
    let threshold: Int?

    /// What stands for a hidden figure in releases of other makers too.
    private static let hidden: Set<String> = ["[c]", "c", "*", "..", ".", "-", "x", "", "s", "suppressed", "[x]"]

    /// Throws `PublishProblem.input` naming the file, the line and the column.
    init(_ path: String) throws(PublishProblem) {
        self.path = path
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: path).sorted() } catch {
            throw .input(path: path, message: "The directory cannot be read")
        }
        var tables: [PublishedTable] = []
        var threshold: Int?
        for name in names where name.hasSuffix(".csv") {
            let (table, own) = try PublishedDirectory.read(path + "/" + name, name: String(name.dropLast(4)))
            tables.append(table)
            if let own { threshold = min(threshold ?? own, own) }
        }
        guard !tables.isEmpty else { throw .input(path: path, message: "There is no CSV file in this directory") }
        self.tables = tables
        self.threshold = threshold
    }

    private static func read(_ path: String, name: String) throws(PublishProblem) -> (PublishedTable, Int?) {
        guard let data = FileManager.default.contents(atPath: path) else { throw .input(path: path, message: "The file cannot be read") }
        var parents: [String: [String: String]] = [:]
        var within: [String: String] = [:]
        var base = 1
        var threshold: Int?
        if let metadata = FileManager.default.contents(atPath: path + "-metadata.json") {
            guard let root = (try? JSONSerialization.jsonObject(with: metadata)) as? [String: Any] else {
                throw .input(path: path + "-metadata.json", message: "This is not a JSON object")
            }
            for case let note as [String: Any] in root["notes"] as? [Any] ?? [] {
                parents = note["hierarchies"] as? [String: [String: String]] ?? parents
                within = note["within"] as? [String: String] ?? within
                threshold = note["threshold"] as? Int ?? threshold
                if note["method"] as? String == "round" { base = threshold ?? 5 }
            }
        }
        let cells: Result<(dimensions: [String], cells: [PublishedTable.Cell]), PublishProblem> = data.withUnsafeBytes { bytes in
            var reader = RowReader(bytes.bindMemory(to: UInt8.self))
            guard case .row = reader.next() else { return .failure(.input(path: path, message: "The heading cannot be read")) }
            let heading = (0..<reader.count).map { reader.text($0) }
            guard let value = heading.firstIndex(of: "value") ?? heading.indices.last, heading.count > 1 else {
                return .failure(.input(path: path, message: "A table needs a column for each dimension and a column “value”"))
            }
            let dimensions = heading.indices.filter { $0 != value }
            var cells: [PublishedTable.Cell] = []
            var lines: [[String]: Int] = [:]
            while true {
                switch reader.next() {
                case .end:
                    return cells.isEmpty
                        ? .failure(.input(path: path, message: "The table has no rows")) : .success((dimensions.map { heading[$0] }, cells))
                case .fault(let fault): return .failure(.input(path: path, message: "Line \(fault.line): \(fault.message)"))
                case .row:
                    guard reader.count == heading.count else {
                        return .failure(
                            .input(path: path, message: "Line \(reader.line) has \(reader.count) values and not \(heading.count)"))
                    }
                    let text = reader.text(value).trimmingCharacters(in: .whitespaces)
                    let number = Double(text.filter { $0 != "," })
                    guard let figure = number.map({ Int($0) }) ?? (hidden.contains(text.lowercased()) ? Optional(-1) : nil) else {
                        return .failure(
                            .input(
                                path: path,
                                message: "Line \(reader.line): “\(text)” in the column “\(heading[value])” is neither a number nor [c]"))
                    }
                    guard number == nil || figure >= 0 else {
                        return .failure(.input(path: path, message: "Line \(reader.line): the figure \(text) is below zero"))
                    }
                    let labels = dimensions.map { place in
                        let label = reader.text(place)
                        return ["total", "all"].contains(label.lowercased()) ? TableDimension.totalLabel : label
                    }
                    if let other = lines.updateValue(reader.line, forKey: labels) {
                        return .failure(.input(path: path, message: "Lines \(other) and \(reader.line) are about the same cell"))
                    }
                    cells.append(PublishedTable.Cell(labels: labels, value: number == nil ? nil : figure))
                }
            }
        }
        let (dimensions, read) = try cells.get()
        return (
            PublishedTable(
                name: name, dimensions: dimensions.map { within[$0] ?? $0 }, parents: dimensions.map { parents[$0] ?? [:] }, cells: read,
                base: base),
            threshold
        )
    }
}
