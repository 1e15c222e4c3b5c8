import DelimitedText
import Foundation
import SyntheticData

/// Reads a file of microdata: a heading with the names of the columns, then one row for each record.
package struct MicrodataFile {
    package let table: MicrodataTable

    /// Throws `SyntheticProblem`. A file with a row that cannot be read is refused whole, for a row that is left out is an error
    /// in every table.
    package init(path: String) throws(SyntheticProblem) {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            throw .unreadable(path: path)
        }
        guard !data.isEmpty else { throw .empty(path: path) }
        let result = data.withUnsafeBytes { bytes in
            Result { () throws(SyntheticProblem) in try Self.read(bytes.bindMemory(to: UInt8.self), path: path) }
        }
        table = try result.get()
    }

    private static let mostFaults = 20

    private static func read(_ bytes: UnsafeBufferPointer<UInt8>, path: String) throws(SyntheticProblem) -> MicrodataTable {
        var reader = RowReader(bytes)
        var names: [String] = []
        switch reader.next() {
        case .end: throw .empty(path: path)
        case .fault(let fault): throw .unreadableRows(path: path, count: 1, first: [fault])
        case .row: names = (0..<reader.count).map { reader.text($0) }
        }
        try check(names, path: path)
        var texts: [ValueNumbers] = names.map { _ in ValueNumbers() }
        var codes = [[UInt16]](repeating: [], count: names.count)
        var faults: [RowFault] = []
        var faultCount = 0
        func note(_ fault: RowFault) {
            faultCount += 1
            if faults.count < mostFaults { faults.append(fault) }
        }
        reading: while true {
            switch reader.next() {
            case .end: break reading
            case .fault(let fault): note(fault)
            case .row:
                guard reader.count == names.count else {
                    note(
                        RowFault(
                            line: reader.line, message: "This row has \(reader.count) values, but the heading has \(names.count)"))
                    continue
                }
                for column in names.indices {
                    let number = texts[column].number(of: reader.value(column))
                    guard number < MicrodataTable.mostValues else { throw .tooManyValues(names[column], path: path) }
                    codes[column].append(UInt16(number))
                }
            }
        }
        guard faultCount == 0 else { throw .unreadableRows(path: path, count: faultCount, first: faults) }
        guard codes.first?.isEmpty == false else { throw .empty(path: path) }
        var columns: [MicrodataTable.Column] = []
        for column in names.indices {
            columns.append(texts[column].column(name: names[column], codes: codes[column]))
            texts[column] = ValueNumbers()
            codes[column] = []
        }
        return MicrodataTable(columns: columns)
    }

    private static func check(_ names: [String], path: String) throws(SyntheticProblem) {
        guard names.count >= 2 else { throw .content(path: path, message: "The heading names one column. Two are needed at least") }
        guard names.count <= 40 else {
            throw .content(path: path, message: "The heading names \(names.count) columns. Keep the 40 that matter at the most")
        }
        var seen: Set<String> = []
        for (place, name) in names.enumerated() {
            guard !name.isEmpty else { throw .content(path: path, message: "Column \(place + 1) has no name") }
            guard seen.insert(name).inserted else { throw .content(path: path, message: "Two columns are named “\(name)”") }
        }
    }
}

/// The values of a column in the order in which they are met; the missing value first.
private final class ValueNumbers {
    private var table = ByteTable()
    /// The numbers of one-byte values, which are most.
    private var quick = [Int16](repeating: -1, count: 256)

    init() { _ = table.number(of: UnsafeBufferPointer(start: nil, count: 0)) }

    func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        if bytes.isEmpty { return 0 }
        if bytes.count == 1 {
            let known = quick[Int(bytes[0])]
            if known >= 0 { return Int(known) }
            let number = table.number(of: bytes).number
            if number <= Int(Int16.max) { quick[Int(bytes[0])] = Int16(number) }
            return number
        }
        return table.number(of: bytes).number
    }

    /// The column with its values in the order of their texts, so that the order of the rows leaves no trace.
    func column(name: String, codes: [UInt16]) -> MicrodataTable.Column {
        let texts = (0..<table.count).map { table.text($0) }
        let order = texts.indices.sorted { Array(texts[$0].utf8).lexicographicallyPrecedes(Array(texts[$1].utf8)) }
        var places = [UInt16](repeating: 0, count: texts.count)
        for (place, number) in order.enumerated() { places[number] = UInt16(place) }
        return MicrodataTable.Column(name: name, values: order.map { texts[$0] }, codes: codes.map { places[Int($0)] })
    }
}
