import Kernel

/// One organisation of the form's list that took the place of another. The form goes on offering both.
package struct FormSuccession: Sendable, Hashable {
    /// Both spelt as the form spells them.
    package let predecessor: String
    package let successor: String
    /// The first day on which the successor reports.
    package let from: Day

    /// Those that are known. Source: the Employment Rights Act 2025, whose provisions on enforcement began in April 2026.
    package static let all: [FormSuccession] = [
        Day(year: 2026, month: 4, day: 7).map {
            FormSuccession(
                predecessor: "Gangmasters and Labour Abuse Authority GLAA", successor: "Fair Work Agency", from: $0)
        }
    ].compactMap { $0 }

    /// How the form spells a predecessor that is meant by its name or its letters alone, such as "GLAA"; nil for others.
    package static func spelling(of organisation: String) -> String? {
        let key = FoldedText(organisation).key
        return all.map(\.predecessor).first { spelling in
            let whole = FoldedText(spelling).key
            return whole == key || (!key.isEmpty && (whole.hasPrefix("\(key) ") || whole.hasSuffix(" \(key)")))
        }
    }

    /// The organisation that reports on a day in the place of this one: itself, unless another took its place.
    package static func reporting(_ organisation: String, on day: Day) -> String {
        all.first { $0.predecessor == organisation && $0.from <= day }?.successor
            ?? all.first { $0.successor == organisation && day < $0.from }?.predecessor ?? organisation
    }
}
