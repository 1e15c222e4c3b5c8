/// Records of people as whole numbers: every value is the number of a distinct value in a table.
///
/// A record is a row of `stride` numbers in one flat array, so that a pair is compared from two cache lines.
package struct PersonRecords: Sendable {
    enum Cell {
        static let forename = 0
        static let surname = 1
        static let date = 2
        /// Gender in the low eight bits, nationality above.
        static let traits = 3
        /// The codes, and after them their fingerprints in the same order.
        static let codes = 4
    }

    package let layout: RecordLayout
    let stride: Int
    var cells: [UInt32] = []
    var names = NameTable()
    var codeTables: [CodeTable]
    private(set) var nationalities = KeyTable()
    private var folded: [UInt8] = []

    package init(layout: RecordLayout) {
        self.layout = layout
        stride = Cell.codes + 2 * layout.codes.count
        codeTables = layout.codes.map { CodeTable(kind: $0.kind) }
        _ = nationalities.insert(0)
    }

    /// No value of a person's record is as long, in bytes.
    package static let longestValue = 65_536

    package var count: Int { cells.count / stride }

    /// Makes room for so many records in all.
    package mutating func reserve(_ count: Int) { cells.reserveCapacity(count * stride) }

    /// Adds a record whose values stand in the row where `places` says.
    package mutating func append(_ row: borrowing some RecordRow & ~Copyable, _ places: ColumnPlaces) {
        var forename = name(row, places.forename)
        var surname = name(row, places.surname)
        if let place = places.fullName.first, forename == 0, surname == 0 {
            let (first, last) = row.withValue(place, Self.split)
            forename = names.insert(parts: [first])
            surname = names.insert(parts: [last])
        }
        var date = CalendarDate.missing
        for place in places.date where date == .missing {
            date = row.withValue(place) { CalendarDate($0) } ?? .missing
        }
        var gender: UInt32 = 0
        for place in places.gender where gender == 0 { gender = row.withValue(place, Self.gender) }
        var nationality: UInt32 = 0
        for place in places.nationality where nationality == 0 { nationality = row.withValue(place) { self.nationality($0) } }
        cells.append(forename)
        cells.append(surname)
        cells.append(date.digits)
        cells.append(gender | nationality << 8)
        for (index, place) in places.codes.enumerated() {
            cells.append(place < 0 ? 0 : row.withValue(place) { codeTables[index].insert($0) })
        }
        for index in places.codes.indices {
            cells.append(codeTables[index].fingerprints[Int(cells[cells.count - places.codes.count])])
        }
    }

    /// Adds a record for as long as `body` runs, which is told its place; nothing of it stays, in no table.
    mutating func withTemporary<R>(
        _ row: borrowing some RecordRow & ~Copyable, _ places: ColumnPlaces, _ body: (borrowing PersonRecords, Int) -> R
    ) -> R {
        let nameCount = names.count
        let codeCounts = codeTables.map(\.count)
        names.begin()
        nationalities.begin()
        for index in codeTables.indices { codeTables[index].begin() }
        append(row, places)
        let result = body(self, count - 1)
        let start = cells.count - stride
        for index in codeTables.indices {
            codeTables[index].rollBack(to: codeCounts[index], value: cells[start + Cell.codes + index])
        }
        nationalities.rollBack()
        names.rollBack(to: nameCount)
        cells.removeSubrange(start...)
        return result
    }

    private mutating func name(_ row: borrowing some RecordRow & ~Copyable, _ places: [Int]) -> UInt32 {
        switch places.count {
        case 0: 0
        case 1: row.withValue(places[0]) { names.insert($0) }
        default: names.insert(parts: places.map { row.withValue($0, Array.init) })
        }
    }

    /// Splits a whole name at a comma ("Popescu, Ion") or before its last word.
    private static func split(_ name: UnsafeBufferPointer<UInt8>) -> ([UInt8], [UInt8]) {
        if let comma = name.firstIndex(of: UInt8(ascii: ",")) {
            return (Array(name[(comma + 1)...]), Array(name[..<comma]))
        }
        guard let space = name.lastIndex(of: UInt8(ascii: " ")) else { return ([], Array(name)) }
        return (Array(name[..<space]), Array(name[(space + 1)...]))
    }

    private static func gender(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        guard let first = text.first else { return 0 }
        switch first | 0x20 {
        case UInt8(ascii: "m"), UInt8(ascii: "b"): return 1
        case UInt8(ascii: "f"), UInt8(ascii: "w"), UInt8(ascii: "g"): return 2
        case UInt8(ascii: "u"), UInt8(ascii: "n"), 0x3F: return 0
        default: return 3
        }
    }

    private mutating func nationality(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        folded.removeAll(keepingCapacity: true)
        LatinFolding.fold(text, into: &folded)
        if folded.isEmpty { return 0 }
        return nationalities.insert(NationalityCode.digest(folded)).number & 0xFF_FFFF
    }
}
