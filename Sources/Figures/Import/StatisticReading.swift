import Concerns
import DelimitedText
import Kernel

/// Reading a file row by row. Each value is understood once, however often it stands in the file.
struct StatisticReading {
    /// A figure: its place among the dimensions, with -1 where all of a dimension are counted together.
    struct Figure {
        let row: Int
        let column: Int
        let key: SIMD8<Int32>
        let count: Int
        let mark: UInt8
    }

    struct Place: Hashable {
        let quarter: Int
        let section: Int
    }

    let categories: StatisticCategories
    let fileMark: String
    var file = StatisticFile()
    private(set) var columns: [String] = []
    private var places: [Int] = []
    var codes: [[String]] = []
    private var codeNumbers: [[String: Int32]] = []
    private(set) var figures: [Place: [Figure]] = [:]
    private(set) var order: [Place] = []
    private(set) var yearTotals: [Int: [Figure]] = [:]
    private(set) var quarterMarks: [Place: UInt8] = [:]

    /// Which of the eight places of a key a dimension has.
    enum Dimension {
        static let responder = 0
        static let exploitation = 1
        static let age = 2
        static let gender = 3
        static let nationality = 4
        static let place = 5
        static let outcome = 6
    }

    init(categories: StatisticCategories, mark: String) {
        self.categories = categories
        fileMark = mark
        codes = Array(repeating: [], count: 8)
        codeNumbers = Array(repeating: [:], count: 8)
    }

    mutating func number(_ code: String, _ dimension: Int) -> Int32 {
        if let known = codeNumbers[dimension][code] { return known }
        let number = Int32(codes[dimension].count)
        codes[dimension].append(code)
        codeNumbers[dimension][code] = number
        return number
    }

    mutating func refuse(_ row: Int, _ column: String, _ message: String) {
        file.problems.append(ImportProblem(row: row, column: column, message: message))
    }

    // MARK: Rows

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var reader = RowReader(bytes)
        guard readHeader(&reader), let dataset = file.dataset else { return }
        var table = ByteTable()
        var meanings: [[StatisticValue?]] = columns.map { _ in [] }
        var row: [StatisticValue] = Array(repeating: .total, count: columns.count)
        // A first responder is understood by its type: the type's number stands before it.
        let typeColumn = dataset == .referrals ? 1 : -1
        let responderColumn = dataset == .referrals ? 2 : -1
        var responders: [Int: StatisticValue] = [:]
        while true {
            switch reader.next() {
            case .end: return
            case .fault(let fault):
                file.rows += 1
                refuse(fault.line, "", fault.message)
            case .row:
                if (0..<reader.count).allSatisfy({ reader.value($0).isEmpty }) { continue }
                file.rows += 1
                guard reader.count == places.count else {
                    refuse(
                        reader.line, "",
                        "This row has \(reader.count) values and the first row \(places.count). Put a value that holds a comma in quotation marks"
                    )
                    continue
                }
                var isRight = true
                var typeNumber = 0
                for column in columns.indices {
                    let bytes = reader.value(places[column])
                    let number = table.number(of: bytes).number
                    if column == typeColumn { typeNumber = number }
                    let meaning: StatisticValue
                    if column == responderColumn {
                        let pair = number << 32 | typeNumber
                        if let known = responders[pair] {
                            meaning = known
                        } else {
                            let type = reader.text(places[typeColumn])
                            meaning = responder(StatisticValue.trimmed(reader.text(places[column])), type: StatisticValue.trimmed(type))
                            responders[pair] = meaning
                        }
                    } else {
                        while meanings[column].count <= number { meanings[column].append(nil) }
                        if let known = meanings[column][number] {
                            meaning = known
                        } else {
                            meaning = self.meaning(StatisticValue.trimmed(reader.text(places[column])), column, dataset)
                            meanings[column][number] = meaning
                        }
                    }
                    if case .wrong(let message) = meaning {
                        refuse(reader.line, columns[column], message)
                        isRight = false
                    }
                    row[column] = meaning
                }
                if isRight { take(row, at: reader.line, dataset) }
            }
        }
    }

    private mutating func readHeader(_ reader: inout RowReader) -> Bool {
        let known = StatisticDataset.allCases.map { "\($0.columns.joined(separator: ","))" }
        switch reader.next() {
        case .end:
            refuse(1, "", "The file is empty. Its first row names the columns")
            return false
        case .fault(let fault):
            refuse(fault.line, "", fault.message)
            return false
        case .row: break
        }
        let given = (0..<reader.count).map { FoldedText(reader.text($0)).key }
        let best = StatisticDataset.allCases.max { one, other in
            StatisticReading.likeness(one, given) < StatisticReading.likeness(other, given)
        }
        guard let best, StatisticReading.likeness(best, given) > 0 else {
            refuse(1, "", "These columns belong to no statistic that is known here. Known are: \(known.joined(separator: " · "))")
            return false
        }
        let wanted = best.columns.map { FoldedText($0).key }
        var isReadable = true
        for (place, key) in given.enumerated() {
            if !wanted.contains(key) {
                refuse(
                    1, ImportText.quoted(reader.text(place)),
                    "This column is not known. The columns are: \(best.columns.joined(separator: ", "))")
                isReadable = false
            } else if given.firstIndex(of: key) != place {
                refuse(1, reader.text(place), "This column stands twice. Remove one")
                isReadable = false
            }
        }
        for (name, key) in zip(best.columns, wanted) {
            guard let place = given.firstIndex(of: key) else {
                refuse(1, name, "This column is missing. Add it, in any place")
                isReadable = false
                continue
            }
            places.append(place)
        }
        columns = best.columns
        file.dataset = best
        return isReadable
    }

    /// How well the columns of a file fit a shape: shared columns count for it, others against it.
    private static func likeness(_ dataset: StatisticDataset, _ given: [String]) -> Int {
        let wanted = Set(dataset.columns.map { FoldedText($0).key })
        let shared = wanted.intersection(given).count
        // A year and a quarter alone tell nothing.
        guard shared > 2 || wanted == Set(given) else { return 0 }
        return 100 + shared * 10 - wanted.count - Set(given).subtracting(wanted).count
    }

    // MARK: Figures

    private mutating func take(_ row: [StatisticValue], at line: Int, _ dataset: StatisticDataset) {
        var year: Int?
        var quarter: Int?
        var quarterMark: UInt8 = 0
        var section = 0
        var key = SIMD8<Int32>(repeating: 0)
        var counts: [(column: Int, count: Int, mark: UInt8)] = []
        var group: Int32?
        for (column, meaning) in row.enumerated() {
            let name = columns[column]
            switch meaning {
            case .wrong: return
            case .quarter(let named, let number, let mark):
                year = named ?? year
                quarter = number
                quarterMark = mark
            case .number(let number, let mark):
                if name == "Year" { year = number } else { counts.append((column, number, mark)) }
            case .code(let code):
                switch name {
                case "First responder type": section = Int(code) + 1
                case "NRM Case Outcome Group": group = code
                default: key[StatisticReading.dimension(name)] = code + 1
                }
            case .total:
                if name != "Date", name != "First responder type" { key[StatisticReading.dimension(name)] = -1 }
                if name == "First responder type" {
                    refuse(line, name, "The type is Total. Leave out what adds up all types; it is added up here")
                    return
                }
            }
        }
        guard let year else { return }
        if let group {
            // An outcome is told apart by what it was decided on: a positive decision of each stage.
            let outcome = key[Dimension.outcome] > 0 ? codes[Dimension.outcome][Int(key[Dimension.outcome]) - 1] : ""
            key[Dimension.outcome] = number("\(codes[7][Int(group)]) \(outcome)", Dimension.outcome) + 1
        }
        let place = quarter.map { Place(quarter: year * 4 + $0 - 1, section: section) }
        if let place, quarterMark != 0 { quarterMarks[place] = quarterMark }
        for (column, count, mark) in counts {
            var own = key
            if dataset == .reasonableGrounds || dataset == .conclusiveGrounds { own = decision(columns[column]) }
            let figure = Figure(row: line, column: column, key: own, count: count, mark: mark)
            if let place {
                if figures[place] == nil { order.append(place) }
                figures[place, default: []].append(figure)
            } else {
                yearTotals[year, default: []].append(figure)
            }
        }
    }

    private static func dimension(_ column: String) -> Int {
        switch column {
        case "First responder", "Police force": Dimension.responder
        case "Exploitation type": Dimension.exploitation
        case "Age at exploitation", "Age Group": Dimension.age
        case "Gender", "Sex": Dimension.gender
        case "Location of exploitation", "Region": Dimension.place
        case "NRM referral", "NRM Case Outcome": Dimension.outcome
        default: Dimension.nationality
        }
    }

    /// What a column of a file of decisions counts: "Adult (18 or over) - Total".
    private mutating func decision(_ column: String) -> SIMD8<Int32> {
        var key = SIMD8<Int32>(repeating: 0)
        guard let range = column.firstRange(of: " - ") else {
            key[Dimension.age] = -1
            key[Dimension.outcome] = -1
            return key
        }
        key[Dimension.age] = number(categories.age(String(column[..<range.lowerBound])) ?? "unknown", Dimension.age) + 1
        let words = column[range.upperBound...]
        key[Dimension.outcome] =
            words == "Total" ? -1 : number(words.hasPrefix("Negative") ? "negative" : "positive", Dimension.outcome) + 1
        return key
    }

}
