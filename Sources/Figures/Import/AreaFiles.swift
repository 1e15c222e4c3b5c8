import Access
import Concerns
import DelimitedText
import Kernel
import Partnerships

/// Reads a file of comma-separated values whose columns are found by how their names end, as the lookups of the Office for
/// National Statistics name them: "ltla24_code", "pfa24_name".
struct AreaSheet {
    let header: [String]
    private(set) var rows: [(line: Int, values: [String])] = []

    init(_ file: [UInt8], problems: inout [ImportProblem]) {
        var header: [String] = []
        var rows: [(line: Int, values: [String])] = []
        var found: [ImportProblem] = []
        file.withUnsafeBufferPointer { bytes in
            var reader = RowReader(bytes)
            while true {
                switch reader.next() {
                case .end: return
                case .fault(let fault): found.append(ImportProblem(row: fault.line, column: "", message: fault.message))
                case .row:
                    let values = (0..<reader.count).map { AreaSheet.trimmed(reader.text($0)) }
                    if header.isEmpty {
                        header = values
                    } else if values.contains(where: { !$0.isEmpty }) {
                        if values.count == header.count {
                            rows.append((reader.line, values))
                        } else {
                            found.append(
                                ImportProblem(
                                    row: reader.line, column: "",
                                    message: "This row has \(values.count) values and the first row \(header.count)"))
                        }
                    }
                }
            }
        }
        self.header = header
        self.rows = rows
        problems += found
        if header.isEmpty, found.isEmpty {
            problems.append(ImportProblem(row: 1, column: "", message: "The file is empty. Its first row names the columns"))
        } else if rows.isEmpty, found.isEmpty {
            problems.append(ImportProblem(row: 2, column: "", message: "There is no row behind the first"))
        }
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// The column of a kind of area, such as "ltla": its code or its name.
    func column(_ kind: String, _ what: String) -> Int? {
        header.firstIndex { name in
            let name = name.lowercased()
            guard name.hasPrefix(kind), name.hasSuffix("_\(what)") else { return false }
            return name.dropFirst(kind.count).dropLast(what.count + 1).allSatisfy(\.isNumber)
        }
    }
}

/// Codes of areas as the Office for National Statistics makes them.
enum AreaCode {
    static func isCode(_ text: String) -> Bool {
        text.utf8.count == 9 && "EWSNK".utf8.contains(text.utf8.first ?? 0)
            && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }

    static func advice(_ text: String) -> String {
        "\(ImportText.quoted(text)) is no code of an area. Write a letter and eight figures, such as E06000023"
    }

    /// The nation of a code, by its first letter.
    static func nation(_ code: String) -> String {
        switch code.first {
        case "W": "wales"
        case "S": "scotland"
        case "N": "northern-ireland"
        default: "england"
        }
    }
}

/// A file that says which authority belongs to which force, region or county.
struct AreaLinksFile: Sendable {
    struct Line: Sendable {
        let code: String
        let name: String
        var kind = "authority"
        var force = ""
        var region = ""
        var regionName = ""
        var upperTier = ""
    }

    var rows = 0
    var lines: [String: Line] = [:]
    var problems: [ImportProblem] = []

    init(_ file: [UInt8], lists: CodeLists) {
        let sheet = AreaSheet(file, problems: &problems)
        rows = sheet.rows.count
        guard problems.isEmpty else { return }
        guard let codeColumn = sheet.column("ltla", "code"), let nameColumn = sheet.column("ltla", "name") else {
            problems.append(
                ImportProblem(
                    row: 1, column: "",
                    message:
                        "No columns name authorities. Name them like ltla24_code and ltla24_name, beside pfa24_code, region24_code and region24_name, or utla23_code and utla23_name"
                ))
            return
        }
        let force = sheet.column("pfa", "code")
        let region = sheet.column("region", "code")
        let regionName = sheet.column("region", "name")
        let county = sheet.column("utla", "code")
        let countyName = sheet.column("utla", "name")
        guard force != nil || (region != nil && regionName != nil) || (county != nil && countyName != nil) else {
            problems.append(
                ImportProblem(
                    row: 1, column: "", message: "No column says what an authority belongs to: pfa24_code, region24_code or utla23_code"))
            return
        }
        for (line, values) in sheet.rows {
            func code(_ column: Int?) -> String {
                guard let column else { return "" }
                if !AreaCode.isCode(values[column]) {
                    problems.append(ImportProblem(row: line, column: sheet.header[column], message: AreaCode.advice(values[column])))
                }
                return values[column]
            }
            var area = Line(code: code(codeColumn), name: values[nameColumn])
            if area.name.isEmpty {
                problems.append(ImportProblem(row: line, column: sheet.header[nameColumn], message: "The name is missing"))
            }
            area.force = code(force)
            if let force, problems.isEmpty, !lists["police_force"].contains(area.force) {
                problems.append(
                    ImportProblem(
                        row: line, column: sheet.header[force],
                        message: "\(ImportText.quoted(area.force)) is no police force area that is known here"))
            }
            area.region = code(region)
            area.regionName = regionName.map { values[$0] } ?? ""
            area.upperTier = code(county)
            if let old = lines[area.code], old.force != area.force || old.region != area.region || old.upperTier != area.upperTier {
                problems.append(
                    ImportProblem(
                        row: line, column: sheet.header[codeColumn],
                        message: "\(area.name) stands with another force, region or county before. Leave one of the two"))
            }
            lines[area.code] = area
            if let countyName, area.upperTier != area.code, AreaCode.isCode(area.upperTier) {
                lines[area.upperTier] = Line(code: area.upperTier, name: values[countyName], kind: "county")
            }
        }
    }
}

/// A file of how many people live where.
struct PopulationFile: Sendable {
    struct Line: Hashable, Sendable {
        let area: String
        let year: Int
        let people: Int
    }

    var rows = 0
    var lines: [Line] = []
    var problems: [ImportProblem] = []

    /// - Parameter year: of the estimate, where the file does not say it in a column of its own.
    init(_ file: [UInt8], year: Int?, categories: StatisticCategories) {
        let sheet = AreaSheet(file, problems: &problems)
        rows = sheet.rows.count
        guard problems.isEmpty else { return }
        let names = sheet.header.map { $0.lowercased() }
        if let area = sheet.column("ltla", "code") ?? sheet.column("pfa", "code"),
            let people = names.firstIndex(of: "total_population") ?? names.firstIndex(of: "population")
        {
            readLong(sheet, area: area, people: people, yearColumn: names.firstIndex(of: "year"), year: year)
        } else if names.first == "year" {
            readWide(sheet, categories)
        } else {
            problems.append(
                ImportProblem(
                    row: 1, column: "",
                    message:
                        "These columns are no populations. Name them like ltla21_code and total_population, or year and the names of police forces"
                ))
        }
        var seen: [String: Int] = [:]
        for line in lines where seen.updateValue(line.people, forKey: "\(line.area) \(line.year)") != nil {
            problems.append(ImportProblem(row: 1, column: "", message: "\(line.area) stands twice for \(line.year). Remove one"))
        }
    }

    private static func number(_ text: String) -> Int? {
        let digits = text.hasSuffix(".0") ? String(text.dropLast(2)) : text.replacing(",", with: "")
        guard !digits.isEmpty, digits.utf8.count <= 9, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(digits)
    }

    private mutating func readLong(_ sheet: AreaSheet, area: Int, people: Int, yearColumn: Int?, year: Int?) {
        guard year != nil || yearColumn != nil else {
            problems.append(ImportProblem(row: 1, column: "", message: "The file does not say of which year it is. Say it with --year"))
            return
        }
        for (line, values) in sheet.rows {
            if !AreaCode.isCode(values[area]) {
                problems.append(ImportProblem(row: line, column: sheet.header[area], message: AreaCode.advice(values[area])))
            }
            let own = yearColumn.map { PopulationFile.number(values[$0]) ?? 0 } ?? year ?? 0
            if !(1900...2100).contains(own) {
                problems.append(ImportProblem(row: line, column: "year", message: "The year is missing or wrong. Write it as 2020"))
            }
            guard let count = PopulationFile.number(values[people]) else {
                problems.append(
                    ImportProblem(
                        row: line, column: sheet.header[people],
                        message: "\(ImportText.quoted(values[people])) is not a whole number of people"))
                continue
            }
            lines.append(Line(area: values[area], year: own, people: count))
        }
    }

    private mutating func readWide(_ sheet: AreaSheet, _ categories: StatisticCategories) {
        let areas = sheet.header.map { categories.force($0) }
        for (column, code) in areas.enumerated() where column > 0 && code == nil {
            problems.append(
                ImportProblem(
                    row: 1, column: ImportText.quoted(sheet.header[column]), message: "This is no police force that is known here"))
        }
        for (line, values) in sheet.rows {
            guard let year = PopulationFile.number(values[0]), (1900...2100).contains(year) else {
                problems.append(ImportProblem(row: line, column: "year", message: "The year is missing or wrong. Write it as 2019"))
                continue
            }
            for (column, code) in areas.enumerated() {
                guard column > 0, let code else { continue }
                guard let count = PopulationFile.number(values[column]) else {
                    problems.append(
                        ImportProblem(
                            row: line, column: sheet.header[column],
                            message: "\(ImportText.quoted(values[column])) is not a whole number of people"))
                    continue
                }
                lines.append(Line(area: code, year: year, people: count))
            }
        }
    }
}
