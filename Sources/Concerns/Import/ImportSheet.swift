import Kernel

/// A file of comma-separated values whose first row names its columns, read row by row.
package struct ImportSheet {
    private var reader: CSVReader
    private let names: [String]
    /// Where in the file each wanted column stands.
    private var places: [Int] = []
    private var width = 0
    /// Whether the rows can be read at all: every wanted column is there.
    package private(set) var isReadable = false
    /// Rows that hold anything, without the first.
    package private(set) var rows = 0

    /// Reads the first row. A missing, unknown or repeated column is a problem.
    package init(_ file: [UInt8], columns: [String], problems: inout [ImportProblem]) {
        reader = CSVReader(file)
        names = columns
        let given: [String]
        do {
            guard try reader.next(), reader.row == 1 else {
                problems.append(
                    ImportProblem(
                        row: 1, column: "",
                        message: "The first row is empty. Write the names of the columns there: "
                            + columns.joined(separator: ",")))
                return
            }
            given = (0..<reader.count).map { reader.trimmed($0).lowercased() }
        } catch {
            problems.append(ImportProblem(row: error.row, column: "", message: error.message))
            return
        }
        width = given.count
        for (place, name) in given.enumerated() {
            if !columns.contains(name) {
                problems.append(
                    ImportProblem(
                        row: 1, column: ImportText.quoted(name),
                        message: "This column is not known. Remove it, or name it as one of: "
                            + columns.joined(separator: ", ")))
            } else if given.firstIndex(of: name) != place {
                problems.append(ImportProblem(row: 1, column: name, message: "This column stands twice. Remove one"))
            }
        }
        isReadable = true
        for name in columns {
            if let place = given.firstIndex(of: name) {
                places.append(place)
            } else {
                isReadable = false
                problems.append(
                    ImportProblem(row: 1, column: name, message: "This column is missing. Add it, in any place"))
            }
        }
    }

    /// The number of the row that was read last.
    package var row: Int { reader.row }

    /// Goes on to the next row that can be read; rows that cannot are problems. False at the end of the file.
    package mutating func next(problems: inout [ImportProblem]) -> Bool {
        guard isReadable else { return false }
        while true {
            do {
                guard try reader.next() else { return false }
                rows += 1
                if reader.count == width { return true }
                problems.append(
                    ImportProblem(
                        row: reader.row, column: "",
                        message: "This row has \(reader.count) values and the first row \(width). "
                            + "Put a value that holds a comma in quotation marks"))
            } catch {
                rows += 1
                problems.append(ImportProblem(row: error.row, column: "", message: error.message))
            }
        }
    }

    /// A value of the row, by the place of its column in the list of wanted columns, without spaces around it.
    package func text(_ column: Int) -> String { reader.trimmed(places[column]) }

    /// A problem of the row that was read last.
    package func problem(_ column: Int, _ message: String) -> ImportProblem {
        ImportProblem(row: reader.row, column: names[column], message: message)
    }
}

/// How values of a file are written in messages.
package enum ImportText {
    /// The value in quotation marks, shortened, without control characters.
    package static func quoted(_ value: String) -> String {
        let scalars = value.unicodeScalars.prefix(200).map { $0.value < 0x20 ? " " : $0 }
        let plain = String(String.UnicodeScalarView(scalars))
        return plain.count > 60 ? "“\(plain.prefix(57))…”" : "“\(plain)”"
    }

    /// The values of a list, separated by semicolons, without those that are empty.
    package static func items(_ text: String) -> [String] {
        text.split(separator: ";").map { item in
            let start = item.drop { $0.isWhitespace }
            return String(start.reversed().drop { $0.isWhitespace }.reversed())
        }.filter { !$0.isEmpty }
    }

    /// What is wrong with a reference; nil when nothing is.
    package static func fault(inReference reference: String) -> String? {
        if reference.isEmpty { return "The reference is missing. Give each row its own" }
        if reference.utf8.count > 60 { return "The reference is too long. Use at most 60 characters" }
        if reference.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            return "The reference holds a line break or another character that cannot be typed. Remove it"
        }
        return nil
    }
}
