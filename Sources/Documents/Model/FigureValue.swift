/// One figure as a document states it: a number, or the reason why there is none.
package enum FigureValue: Hashable, Sendable, Codable {
    /// A count, or any other whole number.
    case number(Int)
    /// A share of a hundred, rounded to a whole number.
    case percent(Int)
    /// A number as its source states it: "97.7%", "410+", "£8.5 million".
    case stated(String)
    /// Not shown, to protect people.
    case withheld
    /// Not available: the records do not hold it.
    case notAvailable
    /// Not applicable.
    case notApplicable

    /// "1,253", "38%", "[c]", "[x]" or "[z]". Never blank, a dash or an asterisk.
    package var text: String {
        switch self {
        case .number(let number): FigureValue.grouped(number)
        case .percent(let share): "\(share)%"
        case .stated(let text): text
        case .withheld: "[c]"
        case .notAvailable: "[x]"
        case .notApplicable: "[z]"
        }
    }

    /// The number behind it; nil where none is stated.
    package var number: Int? {
        switch self {
        case .number(let number), .percent(let number): number
        case .stated, .withheld, .notAvailable, .notApplicable: nil
        }
    }

    /// What a shorthand means, for the notes; nil for a number.
    package var meaning: String? {
        switch self {
        case .number, .percent, .stated: nil
        case .withheld: "confidential: not shown, so that nobody can be recognised"
        case .notAvailable: "not available"
        case .notApplicable: "not applicable"
        }
    }

    /// A whole number with a comma between thousands: "1,253".
    package static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return number < 0 ? "-\(text)" : text
    }
}

/// A figure with the marks that stand beside it.
package struct MarkedFigure: Hashable, Sendable, Codable {
    package let value: FigureValue
    package let marks: Set<FigureMark>

    package init(_ value: FigureValue, _ marks: Set<FigureMark> = []) {
        self.value = value
        self.marks = marks
    }

    /// "171 [p]".
    package var text: String {
        ([value.text] + marks.sorted().map(\.text)).joined(separator: " ")
    }
}
