/// A format of dates as C's `strptime` has it, read as Python's `datetime.strptime` reads it (English names).
///
/// Known are %Y %y %m %d %j %b %B %a %A %H %I %M %S %f %p and %%; another is refused when the schema is read.
package struct DateFormat: Hashable, Sendable {
    private enum Part: Hashable {
        case literal(Unicode.Scalar)
        case spaces
        case directive(Unicode.Scalar)
    }

    private let parts: [Part]

    init(_ format: String, at place: String) throws(SchemaFault) {
        var parts: [Part] = []
        var seen: Set<Unicode.Scalar> = []
        var scalars = format.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            if scalar.properties.isWhitespace {
                if parts.last != .spaces { parts.append(.spaces) }
            } else if scalar == "%" {
                guard let directive = scalars.popFirst() else {
                    throw SchemaFault(place: place, message: "A percent sign stands at the end of the format")
                }
                if directive == "%" {
                    parts.append(.literal("%"))
                    continue
                }
                guard "YymdjbBaAHIMSfp".unicodeScalars.contains(directive) else {
                    throw SchemaFault(place: place, message: "%\(directive) is not read in a date")
                }
                guard seen.insert(directive).inserted else {
                    throw SchemaFault(place: place, message: "%\(directive) stands twice in the format")
                }
                parts.append(.directive(directive))
            } else {
                parts.append(.literal(scalar))
            }
        }
        self.parts = parts
    }

    /// The date as year, month and day without separators; nil where the text is no date of this format. A year below 1000
    /// has no leading zeros, as with clkhash on Linux.
    func written(_ text: String) -> String? {
        var found = Found()
        let scalars = Array(text.unicodeScalars)
        guard match(scalars, 0, 0, &found) == scalars.count, var date = found.date else { return nil }
        if let dayOfYear = found.values["j"] { date = DateFormat.date(year: date.year, dayOfYear: dayOfYear) }
        guard (1...9999).contains(date.year), date.day <= DateFormat.length(ofMonth: date.month, year: date.year) else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(date.year)\(two(date.month))\(two(date.day))"
    }

    private struct Found {
        var values: [Unicode.Scalar: Int] = [:]

        var date: (year: Int, month: Int, day: Int)? {
            if let second = values["S"], second > 59 { return nil }
            var year = 1900
            if let short = values["y"] { year = short <= 68 ? 2000 + short : 1900 + short }
            if let long = values["Y"] { year = long }
            return (year, values["B"] ?? values["b"] ?? values["m"] ?? 1, values["d"] ?? 1)
        }
    }

    /// Matches the parts from one on against the text from a place on; where it ends, or nil. Tries the ways a directive can
    /// match in the order of the regular expressions that Python makes of them, and takes the first with which the rest fits.
    private func match(_ text: [Unicode.Scalar], _ start: Int, _ part: Int, _ found: inout Found) -> Int? {
        guard part < parts.count else { return start }
        switch parts[part] {
        case .literal(let scalar):
            guard start < text.count,
                text[start] == scalar || text[start].properties.lowercaseMapping == scalar.properties.lowercaseMapping
            else { return nil }
            return match(text, start + 1, part + 1, &found)
        case .spaces:
            var end = start
            while end < text.count, text[end].properties.isWhitespace { end += 1 }
            while end > start {
                if let over = match(text, end, part + 1, &found) { return over }
                end -= 1
            }
            return nil
        case .directive(let directive):
            for (length, value) in DateFormat.readings(of: directive, text[start...]) {
                found.values[directive] = value
                if let over = match(text, start + length, part + 1, &found) { return over }
            }
            found.values[directive] = nil
            return nil
        }
    }

    /// The ways in which a directive can be read at the start of a text, best first.
    private static func readings(of directive: Unicode.Scalar, _ text: ArraySlice<Unicode.Scalar>) -> [(length: Int, value: Int)] {
        switch directive {
        case "Y": return number(text, lengths: [4], 0...9999, isAnyScript: true)
        case "y": return number(text, lengths: [2], 0...99, isAnyScript: true)
        case "j": return number(text, lengths: [3, 2, 1], 1...366)
        case "H": return number(text, lengths: [2, 1], 0...23)
        case "I": return number(text, lengths: [2, 1], 1...12)
        case "M": return number(text, lengths: [2, 1], 0...59)
        case "S": return number(text, lengths: [2, 1], 0...61)
        case "f": return number(text, lengths: [6, 5, 4, 3, 2, 1], 0...999_999)
        case "m": return number(text, lengths: [2, 1], 1...12)
        case "d":
            let plain = number(text, lengths: [2, 1], 1...31)
            guard plain.isEmpty, text.first == " " else { return plain }
            return number(text.dropFirst(), lengths: [1], 1...9).map { ($0.length + 1, $0.value) }
        case "B": return names(text, monthNames, places: 1)
        case "b": return names(text, monthNames.map { String($0.prefix(3)) }, places: 1)
        case "A": return names(text, dayNames, places: 0)
        case "a": return names(text, dayNames.map { String($0.prefix(3)) }, places: 0)
        default: return names(text, ["am", "pm"], places: 0)
        }
    }

    private static func number(
        _ text: ArraySlice<Unicode.Scalar>, lengths: [Int], _ range: ClosedRange<Int>, isAnyScript: Bool = false
    ) -> [(length: Int, value: Int)] {
        lengths.compactMap { length in
            guard text.count >= length else { return nil }
            var value = 0
            for scalar in text.prefix(length) {
                guard scalar.isASCII || isAnyScript, let digit = NumberText.digit(scalar) else { return nil }
                value = value * 10 + Int(digit)
            }
            return range.contains(value) ? (length, value) : nil
        }
    }

    private static func names(
        _ text: ArraySlice<Unicode.Scalar>, _ names: [String], places: Int
    ) -> [(length: Int, value: Int)] {
        for (index, name) in names.enumerated() {
            let scalars = name.unicodeScalars
            if text.count >= scalars.count, zip(text, scalars).allSatisfy({ $0.properties.lowercaseMapping == String($1) }) {
                return [(scalars.count, index + places)]
            }
        }
        return []
    }

    private static let monthNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]
    private static let dayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func date(year: Int, dayOfYear: Int) -> (year: Int, month: Int, day: Int) {
        var month = 1
        var day = dayOfYear
        while month <= 12, day > length(ofMonth: month, year: year) {
            day -= length(ofMonth: month, year: year)
            month += 1
        }
        return month > 12 ? (year + 1, 1, day) : (year, month, day)
    }
}
