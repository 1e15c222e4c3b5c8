import BlindLinkage
import DelimitedText
import Foundation

/// `link encode PEOPLE.csv --schema SCHEMA.json --secret-file FILE --out CLKS`: turns people into encodings that another agency
/// can match without learning who they are.
package struct EncodePeople {
    package var people: String
    package var schema: String
    package var secretFile: String
    package var output: String
    /// Whether values are checked against the schema where encoding does not need it.
    package var checksValues = true
    /// The purpose for which a secret is derived from that in the file; nil for the secret of the file itself.
    package var purpose: String?
    /// How encodings are hardened; nil to leave them as clkhash makes them.
    package var hardening: Hardening?

    package init(people: String, schema: String, secretFile: String, output: String) {
        self.people = people
        self.schema = schema
        self.secretFile = secretFile
        self.output = output
    }

    /// What was done, for standard output as JSON.
    package struct Report: Encodable, Equatable {
        /// Encodings in the file: one for each row of people, in their order, whether it could be read or not.
        package var records = 0
        /// The rows that could not be encoded; each stands in the file as an encoding without any bit, which is like no other.
        package var unreadable: [UnreadableRow] = []
        package var unreadableCount = 0
        /// Columns of the file that the schema does not name.
        package var unknownColumns: [String] = []
        package var bits = 0
        package var remarks: [String] = []
    }

    /// Encodes the file. Throws `LinkProblem` where a file cannot be read or written, is empty, or lacks a column of the schema.
    package func run(progress: (Double) -> Void = { _ in }) throws -> Report {
        let schema = try EncodePeople.schema(self.schema)
        let (secret, hardener) = try prepared(schema)
        let encoder = RecordEncoder(schema: schema, secret: secret, checksValues: checksValues)
        let input = try InputFile(people)
        let file = try OutputFile(output)
        var report = Report(remarks: schema.remarks)
        try input.withBytes { bytes in
            var rows = RowReader(bytes)
            let columns = try EncodePeople.columns(of: schema, in: &rows, path: people, &report)
            try encode(&rows, columns, encoder, hardener, file, &report, progress)
        }
        guard report.records > 0 else { throw LinkProblem.content(path: people, message: "There is no row below the columns' names") }
        try file.close()
        return report
    }

    private func encode(
        _ rows: inout RowReader, _ columns: Columns, _ encoder: RecordEncoder, _ hardener: Hardener?, _ file: OutputFile,
        _ report: inout Report, _ progress: (Double) -> Void
    ) throws {
        try file.write { $0 += EncodingFile.opening }
        var set = EncodingSet(bitCount: encoder.schema.bitCount)
        set.reserveCapacity(EncodePeople.batch)
        var isOver = false
        while !isOver {
            set.removeAll()
            while set.count < EncodePeople.batch {
                switch rows.next() {
                case .end: isOver = true
                case .fault(let fault):
                    set.appendEmpty()
                    report.add(UnreadableRow(line: fault.line, message: fault.message))
                case .row:
                    if rows.count == columns.count {
                        do {
                            try encoder.encode({ rows.value(columns.places[$0]) }, into: &set)
                        } catch {
                            set.appendEmpty()
                            report.add(UnreadableRow(line: rows.line, message: "\(error.column): \(error.message)"))
                        }
                    } else {
                        set.appendEmpty()
                        report.add(
                            UnreadableRow(
                                line: rows.line, message: "The row has \(rows.count) values and should have \(columns.count)"))
                    }
                }
                if isOver { break }
            }
            let finished = hardener?.harden(set) ?? set
            report.bits = finished.bitCount
            try file.write { text in
                for index in 0..<finished.count {
                    EncodingFile.append(index, of: finished, isFirst: report.records + index == 0, to: &text)
                }
            }
            report.records += set.count
            progress(rows.progress)
        }
        try file.write { $0 += EncodingFile.closing }
    }

    /// How many records are encoded before they are written.
    private static let batch = 4096

    private struct Columns {
        /// How many the file has.
        let count: Int
        /// The place of each feature.
        let places: [Int]
    }

    private static func columns(
        of schema: EncodingSchema, in rows: inout RowReader, path: String, _ report: inout Report
    ) throws -> Columns {
        switch rows.next() {
        case .end: throw LinkProblem.empty(path: path)
        case .fault(let fault): throw LinkProblem.content(path: path, message: "line \(fault.line): \(fault.message)")
        case .row: break
        }
        var names: [String] = []
        for index in 0..<rows.count { names.append(rows.text(index)) }
        var free = Set(names.indices)
        var places: [Int] = []
        for feature in schema.features {
            guard let place = names.indices.first(where: { free.contains($0) && names[$0] == feature.identifier }) else {
                throw LinkProblem.content(
                    path: path,
                    message: "The column “\(feature.identifier)” of the schema is missing among \(names.joined(separator: ", "))")
            }
            free.remove(place)
            places.append(place)
        }
        report.unknownColumns = free.sorted().map { names[$0] }
        return Columns(count: names.count, places: places)
    }

    /// The secret of the purpose, and what hardens under it.
    private func prepared(_ schema: EncodingSchema) throws -> ([UInt8], Hardener?) {
        let shared = try EncodePeople.secret(secretFile)
        do {
            let secret = try purpose.map { Array(try PurposeSecret.derive(from: shared, purpose: $0).utf8) } ?? shared
            return (secret, try hardening.map { try Hardener($0, bitCount: schema.bitCount, secret: secret) })
        } catch let fault as HardeningFault {
            throw LinkProblem.call(String(fault.description.dropLast()))
        }
    }

    private static func schema(_ path: String) throws -> EncodingSchema {
        do {
            return try EncodingSchema(json: InputFile(path).bytes)
        } catch let fault as SchemaFault {
            throw LinkProblem.content(path: path, message: fault.place.isEmpty ? fault.message : "\(fault.place): \(fault.message)")
        }
    }

    /// The secret is what the file holds, without line breaks at its end.
    private static func secret(_ path: String) throws -> [UInt8] {
        var bytes = try InputFile(path).bytes
        while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
        guard !bytes.isEmpty else { throw LinkProblem.empty(path: path) }
        return bytes
    }
}

/// A row that could not be read, with its line; the first of a file is 1.
package struct UnreadableRow: Encodable, Hashable, Sendable {
    package let line: Int
    package let message: String
}

extension EncodePeople.Report {
    /// Counts a row that could not be read, and names it unless there are very many.
    fileprivate mutating func add(_ row: UnreadableRow) {
        unreadableCount += 1
        if unreadable.count < 1000 { unreadable.append(row) }
    }
}
