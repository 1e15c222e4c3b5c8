import DelimitedText
import Linkage

/// The records of one or two files, with what is repeated of them and what is true of them.
struct PeopleFile: Sendable {
    var records: PersonRecords
    var identifiers = TextColumn()
    /// For each record the number of its true person; empty where no truth was asked for.
    var truth: [UInt32] = []
    var unknownColumns: [String] = []
    var columns: [RecordLayout.Column]
    var faults: [RowFault] = []
    var faultCount = 0
    /// How many records the first of two files has; 0 for one file.
    var firstFile = 0

    private var people = DistinctValues()

    /// At most so many unreadable rows are listed; all are counted.
    static let mostFaults = 100

    /// Reads the files. `progress` is told the share that has been read. Throws `LinkProblem`.
    init(paths: [String], map: FieldMap, truth: String?, progress: (Double) -> Void) throws(LinkProblem) {
        records = PersonRecords(layout: RecordLayout([]))
        columns = []
        for (index, path) in paths.enumerated() {
            let file = try InputFile(path)
            let before = records.count
            let problem = file.withBytes { bytes -> LinkProblem? in
                do throws(LinkProblem) {
                    try read(bytes, path, map, truth) { progress((Double(index) + $0) / Double(paths.count)) }
                    return nil
                } catch { return error }
            }
            if let problem { throw problem }
            if records.count == before { throw .empty(path: path) }
            if index == 0, paths.count > 1 { firstFile = records.count }
        }
    }

    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, _ path: String, _ map: FieldMap, _ truth: String?, _ progress: (Double) -> Void
    ) throws(LinkProblem) {
        var rows = RowReader(bytes, longestValue: PersonRecords.longestValue)
        let names: [String]
        switch rows.next() {
        case .end: throw .empty(path: path)
        case .fault(let fault): throw .unreadableHeading(path: path, reason: fault.message)
        case .row: names = rows.trimmedTexts
        }
        let (columns, unknown) = try map.columns(names, truth: truth, path: path)
        if self.columns.isEmpty {
            self.columns = columns
            records = PersonRecords(layout: RecordLayout(columns))
        }
        unknownColumns += unknown.filter { !unknownColumns.contains($0) }
        let places = ColumnPlaces(of: columns, in: records.layout)
        let identifier = columns.firstIndex { $0.kind == .id }
        let truthPlace = truth.flatMap { names.firstIndex(of: $0) }
        var untilReport = 0
        while true {
            switch rows.next() {
            case .end: return
            case .fault(let fault): note(fault)
            case .row where rows.isBlank: continue
            case .row:
                guard rows.count == names.count else {
                    note(RowFault(line: rows.line, message: "The row has more or fewer values than the heading"))
                    continue
                }
                records.append(rows, places)
                if let identifier {
                    rows.withValue(identifier) { identifiers.append($0) }
                } else {
                    var number = String(records.count)
                    number.withUTF8 { identifiers.append($0) }
                }
                if let truthPlace { self.truth.append(rows.withValue(truthPlace) { people.insert($0) }) }
                untilReport += 1
                if untilReport == 50_000 {
                    progress(rows.progress)
                    untilReport = 0
                }
            }
        }
    }

    private mutating func note(_ fault: RowFault) {
        faultCount += 1
        if faults.count < Self.mostFaults { faults.append(fault) }
    }
}
