import DelimitedText

/// Reads a graph from comma-separated values: a link in each row, the columns' names in the first.
///
/// The columns `source` and `target` hold the names of the ends; where there are no such columns, the first two do. `type`,
/// `from` and `to` hold the type and the first and last day of a link, as 2020-02-08, and may be missing or empty. Names are
/// taken as they are written.
package struct EdgeReader {
    /// The rows that could not be read, the first thousand of them.
    package private(set) var faults: [RowFault] = []
    package private(set) var faultCount = 0
    /// The names of the columns of the ends.
    package private(set) var endColumns: [String] = []
    /// Columns that are not read.
    package private(set) var unknownColumns: [String] = []

    package init() {}

    /// Reads a file. Throws `EdgeFault` where it is empty or has no link that can be read.
    package mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, progress: (Double) -> Void = { _ in }
    ) throws(EdgeFault) -> NamedGraph {
        var rows = RowReader(bytes)
        switch rows.next() {
        case .end: throw .empty
        case .fault(let fault): throw .header(fault)
        case .row: break
        }
        let columns = try Columns(&rows)
        endColumns = [columns.names[columns.source], columns.names[columns.target]]
        unknownColumns = columns.names.indices.filter { !columns.known.contains($0) }.map { columns.names[$0] }

        var names = ByteTable(capacity: 1 << 16)
        var typeTable = ByteTable()
        var sources: [Int32] = []
        var targets: [Int32] = []
        var types: [UInt16] = []
        var periods: [LinkPeriod] = []
        reading: while true {
            switch rows.next() {
            case .end: break reading
            case .fault(let fault): add(fault)
            case .row:
                do {
                    let link = try columns.link(rows, &typeTable)
                    sources.append(Int32(names.number(of: rows.value(columns.source)).number))
                    targets.append(Int32(names.number(of: rows.value(columns.target)).number))
                    if columns.type != nil { types.append(link.type) }
                    if columns.first != nil || columns.last != nil { periods.append(link.period) }
                } catch {
                    add(RowFault(line: rows.line, message: error.message))
                }
            }
            if sources.count % 65_536 == 0 { progress(rows.progress) }
        }
        guard !sources.isEmpty else { throw .noLink(faults.first) }
        var typeNames: [String] = []
        for type in 0..<typeTable.count { typeNames.append(typeTable.text(type)) }
        let graph = LinkGraph(
            nodeCount: names.count, sources: sources, targets: targets, types: types, typeNames: typeNames, periods: periods)
        return NamedGraph(graph: graph, names: names)
    }

    private mutating func add(_ fault: RowFault) {
        faultCount += 1
        if faults.count < 1000 { faults.append(fault) }
    }

    private struct Refusal: Error {
        let message: String
    }

    /// Where in a row what is read stands.
    private struct Columns {
        let names: [String]
        let source: Int
        let target: Int
        let type: Int?
        let first: Int?
        let last: Int?

        init(_ rows: inout RowReader) throws(EdgeFault) {
            var names: [String] = []
            for index in 0..<rows.count { names.append(rows.text(index)) }
            guard names.count >= 2 else { throw .columns }
            let isNamed = names.contains("source") && names.contains("target")
            source = isNamed ? names.firstIndex(of: "source") ?? 0 : 0
            target = isNamed ? names.firstIndex(of: "target") ?? 1 : 1
            let ends = [source, target]
            func optional(_ name: String) -> Int? {
                names.firstIndex(of: name).flatMap { ends.contains($0) ? nil : $0 }
            }
            type = optional("type")
            first = optional("from")
            last = optional("to")
            self.names = names
        }

        var known: [Int] { [source, target] + [type, first, last].compactMap { $0 } }

        func link(_ rows: borrowing RowReader, _ types: inout ByteTable) throws(Refusal) -> (type: UInt16, period: LinkPeriod) {
            guard rows.count == names.count else {
                throw Refusal(message: "The row has \(rows.count) values and should have \(names.count)")
            }
            guard !rows.value(source).isEmpty else { throw Refusal(message: "\(names[source]) is empty") }
            guard !rows.value(target).isEmpty else { throw Refusal(message: "\(names[target]) is empty") }
            let period = LinkPeriod(first: try day(rows, first) ?? .min, last: try day(rows, last) ?? .max)
            guard period.first <= period.last else { throw Refusal(message: "The link ends before it begins") }
            guard let type else { return (0, period) }
            let number = types.number(of: rows.value(type)).number
            guard number < Int(UInt16.max) else { throw Refusal(message: "There are more than \(UInt16.max) types") }
            return (UInt16(number), period)
        }

        private func day(_ rows: borrowing RowReader, _ column: Int?) throws(Refusal) -> Int32? {
            guard let column, !rows.value(column).isEmpty else { return nil }
            guard let day = LinkPeriod.day(rows.text(column)) else {
                throw Refusal(message: "\(names[column]) is not a day. Write it as 2020-02-08")
            }
            return day
        }
    }
}

extension LinkPeriod {
    /// Days since 1 January 1970 of a day that is written as 2020-02-08 (ISO 8601); nil for anything else.
    package static func day(_ text: String) -> Int32? {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        func figure(_ range: Range<Int>) -> Int? {
            bytes[range].reduce(0 as Int?) { sum, byte in
                (0x30...0x39).contains(byte) ? sum.map { $0 * 10 + Int(byte) - 0x30 } : nil
            }
        }
        guard let year = figure(0..<4), let month = figure(5..<7), let day = figure(8..<10), (1...12).contains(month) else {
            return nil
        }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard year >= 1, (1...lengths[month - 1]).contains(day) else { return nil }
        let years = year - 1
        let before = years * 365 + years / 4 - years / 100 + years / 400 + lengths[..<(month - 1)].reduce(0, +)
        return Int32(before + day - 1 - 719_162)
    }
}
