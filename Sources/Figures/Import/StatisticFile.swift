import Concerns
import Crypto
import DelimitedText
import Kernel

/// A file of published statistics, read and checked: its leaves, told apart from its totals.
struct StatisticFile: Sendable {
    /// A leaf: a figure that no other figure of the file is part of.
    struct Cell: Hashable, Sendable {
        var responder = ""
        var exploitation = ""
        var age = ""
        var gender = ""
        var nationality = ""
        var secondNationality = ""
        var place = ""
        var outcome = ""
        var count = 0
        var mark = ""

        var key: String {
            [responder, exploitation, age, gender, nationality, secondNationality, place, outcome].joined(separator: "\u{1F}")
        }
    }

    /// The leaves of one quarter and, of referrals, one type of first responder: what a later release replaces as a whole.
    struct Part: Sendable {
        let quarter: CalendarQuarter
        let section: String
        /// Whether the figures are broken down by first responder.
        let hasDetail: Bool
        let cells: [Cell]
        let mark: String
        let row: Int
        let hash: String

        var total: Int { cells.reduce(0) { $0 + $1.count } }
    }

    var dataset: StatisticDataset?
    var rows = 0
    /// Figures that add up others, each found to be right.
    var totals = 0
    var parts: [Part] = []
    var problems: [ImportProblem] = []

    /// Reads a file of any known shape. Pure: the categories decide.
    ///
    /// - Parameter mark: for every quarter of the file, one of `FigureMark` without its brackets, or empty.
    static func read(_ bytes: [UInt8], categories: StatisticCategories, mark: String) -> StatisticFile {
        var reading = StatisticReading(categories: categories, mark: mark)
        bytes.withUnsafeBufferPointer { reading.read($0) }
        return reading.finished()
    }
}

/// Reading a file row by row. Each value is understood once, however often it stands in the file.
private struct StatisticReading {
    /// A figure: its place among the dimensions, with -1 where all of a dimension are counted together.
    private struct Figure {
        let row: Int
        let column: Int
        let key: SIMD8<Int32>
        let count: Int
        let mark: UInt8
    }

    private struct Place: Hashable {
        let quarter: Int
        let section: Int
    }

    /// What one value of a column means.
    private enum Meaning {
        case total
        case number(Int, mark: UInt8)
        case code(Int32)
        case quarter(year: Int?, number: Int?, mark: UInt8)
        case wrong(String)
    }

    private let categories: StatisticCategories
    private let fileMark: String
    private var file = StatisticFile()
    private var columns: [String] = []
    private var places: [Int] = []
    private var codes: [[String]] = []
    private var codeNumbers: [[String: Int32]] = []
    private var figures: [Place: [Figure]] = [:]
    private var order: [Place] = []
    private var yearTotals: [Int: [Figure]] = [:]
    private var quarterMarks: [Place: UInt8] = [:]

    /// Which of the eight places of a key a dimension has.
    private enum Dimension {
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

    private mutating func number(_ code: String, _ dimension: Int) -> Int32 {
        if let known = codeNumbers[dimension][code] { return known }
        let number = Int32(codes[dimension].count)
        codes[dimension].append(code)
        codeNumbers[dimension][code] = number
        return number
    }

    private mutating func refuse(_ row: Int, _ column: String, _ message: String) {
        file.problems.append(ImportProblem(row: row, column: column, message: message))
    }

    // MARK: Rows

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var reader = RowReader(bytes)
        guard readHeader(&reader), let dataset = file.dataset else { return }
        var table = ByteTable()
        var meanings: [[Meaning?]] = columns.map { _ in [] }
        var row: [Meaning] = Array(repeating: .total, count: columns.count)
        // A first responder is understood by its type: the type's number stands before it.
        let typeColumn = dataset == .referrals ? 1 : -1
        let responderColumn = dataset == .referrals ? 2 : -1
        var responders: [Int: Meaning] = [:]
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
                    let meaning: Meaning
                    if column == responderColumn {
                        let pair = number << 32 | typeNumber
                        if let known = responders[pair] {
                            meaning = known
                        } else {
                            let type = reader.text(places[typeColumn])
                            meaning = responder(StatisticReading.trimmed(reader.text(places[column])), type: StatisticReading.trimmed(type))
                            responders[pair] = meaning
                        }
                    } else {
                        while meanings[column].count <= number { meanings[column].append(nil) }
                        if let known = meanings[column][number] {
                            meaning = known
                        } else {
                            meaning = self.meaning(StatisticReading.trimmed(reader.text(places[column])), column, dataset)
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

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
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

    // MARK: Values

    private mutating func meaning(_ text: String, _ column: Int, _ dataset: StatisticDataset) -> Meaning {
        let name = columns[column]
        switch name {
        case "Quarter": return StatisticReading.quarter(text, standsAlone: !columns.contains("Year"))
        case "Year": return StatisticReading.year(text)
        case "Date": return Day(text) == nil ? .wrong(ImportedDay.advice(for: text)) : .total
        case "People", "NRM referrals", "Total", "Referrals": return StatisticReading.count(text)
        default: break
        }
        if dataset == .reasonableGrounds || dataset == .conclusiveGrounds { return StatisticReading.count(text) }
        if text.isEmpty { return .wrong("The value is missing. Write the category, or Total for all together") }
        let key = FoldedText(text).key
        if key == "total" { return .total }
        switch name {
        case "First responder type":
            guard let code = categories.type(text) else {
                return unknown(text, "police, local authority, government agency, NGO and third sector")
            }
            return .code(number(code, 7))
        case "Exploitation type":
            return coded(
                categories.exploitation(text), Dimension.exploitation, text,
                "sexual, labour, domestic, criminal, organ harvesting, several of them joined by commas and &, or not specified or unknown")
        case "Age at exploitation", "Age Group":
            return coded(
                categories.age(text), Dimension.age, text,
                "adult (18 or over), child (17 or under), not specified or unknown; of small boats 17 and under, 18 to 24, 25 to 39, 40 and over"
            )
        case "Gender", "Sex": return coded(categories.gender(text), Dimension.gender, text, "male, female, other, unknown")
        case "Location of exploitation", "Region":
            let code = name == "Region" ? categories.region(text) : categories.place(text)
            return coded(
                code, Dimension.place, text,
                name == "Region"
                    ? StatisticLabels.regions.sorted().joined(separator: ", ") : "UK, overseas, UK and overseas, not specified or unknown")
        case "NRM referral", "NRM Case Outcome", "NRM Case Outcome Group":
            // Outcome and group are put together by the row.
            return coded(categories.outcome(text), name == "NRM Case Outcome Group" ? 7 : Dimension.outcome, text, outcomeWords(name))
        default:
            guard let (first, second) = categories.nationality(text) else {
                return .wrong(
                    "\(ImportText.quoted(text)) is no nationality that is known here, and no two beside each other. Write it as the referral form does, such as Albanian, or Albanian Greek for two"
                )
            }
            // Each spelling by itself, until its totals are checked: two spellings of one nationality are added up afterwards.
            codes[Dimension.nationality].append(second.isEmpty ? first : "\(first) \(second)")
            return .code(Int32(codes[Dimension.nationality].count - 1))
        }
    }

    private func outcomeWords(_ column: String) -> String {
        switch column {
        case "NRM referral": "NRM referral raised, no NRM referral raised"
        case "NRM Case Outcome":
            "positive, negative, awaiting a reasonable grounds decision, awaiting a conclusive grounds decision, awaiting reconsideration, withdrawn/closed"
        default: "reasonable grounds decision, conclusive grounds decision, awaiting a decision, withdrawn/closed"
        }
    }

    private mutating func coded(_ code: String?, _ dimension: Int, _ text: String, _ words: String) -> Meaning {
        guard let code else { return unknown(text, words) }
        return .code(number(code, dimension))
    }

    private func unknown(_ text: String, _ words: String) -> Meaning {
        .wrong("\(ImportText.quoted(text)) is not in the list. Write one of: \(words)")
    }

    private mutating func responder(_ text: String, type: String) -> Meaning {
        let key = FoldedText(text).key
        if text.isEmpty { return .wrong("The value is missing. Write the first responder, or Total for all together") }
        if key == "total" || key == "\(FoldedText(type).key) total" { return .total }
        guard let type = categories.type(type) else { return .total }
        guard let code = categories.responder(text, type: type) else {
            let advice =
                type == "local-authority"
                ? "Write Local Authority for all together, or import the areas first, so that authorities are known by name"
                : "Write it as the Home Office does, such as Kent Police or The Salvation Army, below its own type"
            return .wrong("\(ImportText.quoted(text)) is no first responder of this type that is known here. \(advice)")
        }
        return .code(number(code, Dimension.responder))
    }

    /// A text and the mark behind it: "2023 Q3 [p]".
    private static func marked(_ text: String) -> (text: String, mark: UInt8)? {
        guard text.utf8.last == UInt8(ascii: "]"), let open = text.lastIndex(of: "[") else { return (text, 0) }
        let word = text[text.index(after: open)...].dropLast()
        guard word.utf8.count == 1, let mark = word.utf8.first, "preb".utf8.contains(mark) else { return nil }
        return (trimmed(String(text[..<open])), mark)
    }

    private static func count(_ text: String) -> Meaning {
        if text.isEmpty { return .wrong("The number is missing. Write 0 where nobody was counted") }
        guard let (plain, mark) = marked(text) else {
            return .wrong(
                "\(ImportText.quoted(text)) is not a number with a mark that can be kept: [p] provisional, [r] revised, [b] break, [e] estimated. Figures that were hidden cannot be added up"
            )
        }
        var digits = plain.replacing(",", with: "")
        if let point = digits.firstIndex(of: "."), digits[digits.index(after: point)...].allSatisfy({ $0 == "0" }) {
            digits = String(digits[..<point])
        }
        if digits.hasPrefix("-"), Int(digits) != nil {
            return .wrong("\(ImportText.quoted(text)) is below zero. A count is 0 or more")
        }
        guard digits.utf8.count <= 9, !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits)
        else { return .wrong("\(ImportText.quoted(text)) is not a whole number of people or reports") }
        return .number(number, mark: mark)
    }

    private static func year(_ text: String) -> Meaning {
        let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        guard digits.utf8.count == 4, let year = Int(digits), (2000...2100).contains(year) else {
            return .wrong(
                text.isEmpty ? "The year is missing. Write it as 2023" : "\(ImportText.quoted(text)) is no year. Write it as 2023")
        }
        return .number(year, mark: 0)
    }

    private static func quarter(_ text: String, standsAlone: Bool) -> Meaning {
        let advice = standsAlone ? "Write it as 2023 Q3" : "Write it as Q3, or Total for the whole year"
        if text.isEmpty { return .wrong("The quarter is missing. \(advice)") }
        guard let (plain, mark) = marked(text) else {
            return .wrong("The mark of \(ImportText.quoted(text)) is not known. Known are [p], [r], [b] and [e]")
        }
        let words = FoldedText(plain).words
        if !standsAlone, words == ["total"] { return .quarter(year: nil, number: nil, mark: mark) }
        var year: Int?
        if standsAlone {
            guard words.count == 2, words[0].utf8.count == 4, let read = Int(words[0]), (2000...2100).contains(read) else {
                return .wrong("\(ImportText.quoted(text)) is no quarter. \(advice)")
            }
            year = read
        } else if words.count != 1 {
            return .wrong("\(ImportText.quoted(text)) is no quarter. \(advice)")
        }
        let last = words.last ?? ""
        guard let number = Int(last.hasPrefix("q") ? last.dropFirst() : last), (1...4).contains(number) else {
            return .wrong("\(ImportText.quoted(text)) is no quarter. \(advice)")
        }
        return .quarter(year: year, number: number, mark: mark)
    }

    // MARK: Figures

    private mutating func take(_ row: [Meaning], at line: Int, _ dataset: StatisticDataset) {
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
        case "First responder": Dimension.responder
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

    // MARK: Totals and parts

    mutating func finished() -> StatisticFile {
        guard let dataset = file.dataset else { return file }
        if file.problems.isEmpty, figures.isEmpty {
            refuse(2, "", file.rows == 0 ? "There is no row behind the first" : "No row has figures of a quarter")
        }
        guard file.problems.isEmpty else {
            file.problems.sort { ($0.row, $0.column) < ($1.row, $1.column) }
            return file
        }
        var leaves: [Place: [Figure]] = [:]
        for place in order { leaves[place] = checked(figures[place] ?? [], place) }
        checkYears(leaves)
        checkGaps(dataset)
        for place in order.sorted(by: { ($0.quarter, $0.section) < ($1.quarter, $1.section) }) {
            guard let found = leaves[place], let quarter = CalendarQuarter(number: place.quarter) else { continue }
            let part = part(found, quarter, place, dataset)
            if part.total == 0 {
                refuse(
                    part.row, "Quarter",
                    "\(quarter.text) has nothing but zeros\(part.section.isEmpty ? "" : " for \(part.section)"). Leave an empty quarter out until it is published"
                )
            }
            file.parts.append(part)
        }
        file.problems.sort { ($0.row, $0.column) < ($1.row, $1.column) }
        if !file.problems.isEmpty { file.parts = [] }
        return file
    }

    private static func isTotal(_ key: SIMD8<Int32>) -> UInt8 {
        var mask: UInt8 = 0
        for index in 0..<8 where key[index] == -1 { mask |= 1 << UInt8(index) }
        return mask
    }

    private static func totalled(_ key: SIMD8<Int32>, _ mask: UInt8) -> SIMD8<Int32> {
        var key = key
        for index in 0..<8 where mask & 1 << UInt8(index) != 0 { key[index] = -1 }
        return key
    }

    /// The leaves of a quarter: the figures with the fewest totals. Each other figure must be what its leaves add up to.
    private mutating func checked(_ figures: [Figure], _ place: Place) -> [Figure] {
        var masks: Set<UInt8> = []
        var seen: [SIMD8<Int32>: Int] = [:]
        seen.reserveCapacity(figures.count)
        for figure in figures {
            masks.insert(StatisticReading.isTotal(figure.key))
            if let first = seen.updateValue(figure.row, forKey: figure.key) {
                refuse(figure.row, columns[figure.column], "\(words(figure, place)) stands in row \(first) already. Remove one")
            }
        }
        let base = masks.reduce(0xFF, &)
        guard masks.contains(base) else {
            refuse(
                figures.first?.row ?? 2, columns[figures.first?.column ?? 0],
                "\(words(nil, place)) has totals of several kinds and no row that they all add up. Add the rows without totals")
            return []
        }
        let leaves = figures.filter { StatisticReading.isTotal($0.key) == base }
        var sums: [UInt8: [SIMD8<Int32>: Int]] = [:]
        for mask in masks where mask != base {
            var sum: [SIMD8<Int32>: Int] = [:]
            for leaf in leaves { sum[StatisticReading.totalled(leaf.key, mask), default: 0] += leaf.count }
            sums[mask] = sum
        }
        for figure in figures {
            let mask = StatisticReading.isTotal(figure.key)
            guard mask != base else { continue }
            file.totals += 1
            let sum = sums[mask]?[figure.key] ?? 0
            if sum != figure.count {
                refuse(
                    figure.row, columns[figure.column],
                    "The total of \(words(figure, place)) says \(figure.count), and its parts add up to \(sum). Correct one of them")
            }
        }
        return leaves
    }

    /// The total of a year must be what its quarters add up to.
    private mutating func checkYears(_ leaves: [Place: [Figure]]) {
        for (year, totals) in yearTotals.sorted(by: { $0.key < $1.key }) {
            let quarters = order.filter { $0.quarter / 4 == year }.flatMap { leaves[$0] ?? [] }
            for total in totals {
                file.totals += 1
                guard !quarters.isEmpty else {
                    refuse(total.row, "Quarter", "The year \(year) has a total and no quarter. Add its quarters")
                    break
                }
                let mask = StatisticReading.isTotal(total.key)
                let sum = quarters.reduce(0) { $0 + (StatisticReading.totalled($1.key, mask) == total.key ? $1.count : 0) }
                if sum != total.count {
                    refuse(
                        total.row, columns[total.column],
                        "The total of the year \(year) says \(total.count), and its quarters add up to \(sum). Correct one of them")
                }
            }
        }
    }

    private mutating func checkGaps(_ dataset: StatisticDataset) {
        guard !dataset.isSparse else { return }
        for section in Set(order.map(\.section)).sorted() {
            let quarters = order.filter { $0.section == section }.map(\.quarter).sorted()
            for (one, next) in zip(quarters, quarters.dropFirst()) where next > one + 1 {
                guard let missing = CalendarQuarter(number: one + 1) else { continue }
                let row = figures[Place(quarter: next, section: section)]?.first?.row ?? 2
                let type = section == 0 ? "" : " for \(codes[7][section - 1])"
                refuse(row, "Quarter", "The file has no figures of \(missing.text)\(type), which lies between its others. Add that quarter")
            }
        }
    }

    private func words(_ figure: Figure?, _ place: Place) -> String {
        var words = [CalendarQuarter(number: place.quarter)?.text ?? ""]
        if place.section > 0 { words.append(codes[7][place.section - 1]) }
        if let figure {
            for index in 0..<7 where figure.key[index] > 0 { words.append(codes[index][Int(figure.key[index]) - 1]) }
        }
        return words.joined(separator: ", ")
    }

    private func part(_ figures: [Figure], _ quarter: CalendarQuarter, _ place: Place, _ dataset: StatisticDataset) -> StatisticFile.Part {
        func code(_ figure: Figure, _ dimension: Int) -> String {
            figure.key[dimension] > 0 ? codes[dimension][Int(figure.key[dimension]) - 1] : ""
        }
        var cells = figures.map { figure -> (key: String, cell: StatisticFile.Cell) in
            let nationality = code(figure, Dimension.nationality).split(separator: " ")
            let cell = StatisticFile.Cell(
                responder: code(figure, Dimension.responder), exploitation: code(figure, Dimension.exploitation),
                age: code(figure, Dimension.age), gender: code(figure, Dimension.gender),
                nationality: nationality.first.map(String.init) ?? "",
                secondNationality: nationality.dropFirst().first.map(String.init) ?? "",
                place: code(figure, Dimension.place), outcome: code(figure, Dimension.outcome), count: figure.count,
                mark: StatisticReading.text(figure.mark))
            return (cell.key, cell)
        }
        cells.sort { $0.key < $1.key }
        cells = cells.reduce(into: []) { merged, next in
            if let last = merged.last, last.key == next.key {
                merged[merged.count - 1].cell.count += next.cell.count
            } else {
                merged.append(next)
            }
        }
        let mark = quarterMarks[place].map(StatisticReading.text) ?? fileMark
        var hasher = SHA256()
        hasher.update(data: Array("\(mark)\n".utf8))
        for (key, cell) in cells { hasher.update(data: Array("\(key)\u{1F}\(cell.count)\u{1F}\(cell.mark)\n".utf8)) }
        return StatisticFile.Part(
            quarter: quarter, section: place.section == 0 ? "" : codes[7][place.section - 1],
            hasDetail: dataset != .referrals || cells.contains { !$0.cell.responder.isEmpty }, cells: cells.map(\.cell), mark: mark,
            row: figures.first?.row ?? 2, hash: HexDigits.text(hasher.finalize()))
    }

    private static func text(_ mark: UInt8) -> String { mark == 0 ? "" : String(UnicodeScalar(mark)) }
}

/// Bytes as hexadecimal digits.
enum HexDigits {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
    }

    /// The SHA-256 of a file.
    static func hash(of file: [UInt8]) -> String { text(SHA256.hash(data: file)) }
}

extension CalendarQuarter {
    /// The quarter after so many of the year 0.
    init?(number: Int) {
        self.init("\(number / 4)-Q\(number % 4 + 1)")
    }

    /// How many quarters after the year 0: quarters in a row have numbers in a row.
    var position: Int { year * 4 + number - 1 }

    /// "2023-Q3", as it is kept.
    var key: String { "\(year)-Q\(number)" }
}
