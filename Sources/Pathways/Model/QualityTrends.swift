import Kernel
import ReferralForm

/// The quality of referrals over the months, by agency and by person, for feedback and training. It counts referrals and
/// says nothing of whom they are about.
package struct QualityTrends: Sendable {
    /// What one agency or one person wrote in one month.
    package struct Row: Sendable, Hashable {
        /// "2026-06".
        package let month: String
        package let organisation: String
        /// Empty for the agency as a whole.
        package let person: String
        /// How many referrals.
        package let count: Int
        /// The mean of their scores, rounded.
        package let mean: Int
        /// The marks that most of them lost points on, at most three, each with how many.
        package let lost: [Lost]
    }

    package struct Lost: Sendable, Hashable {
        package let mark: ReferralQuality.Mark
        package let count: Int
    }

    package let byAgency: [Row]
    package let byPerson: [Row]

    package init(_ lines: [QualityLine]) {
        byAgency = QualityTrends.rows(lines) { ($0.organisationName, "") }
        byPerson = QualityTrends.rows(lines) { ($0.organisationName, $0.personName) }
    }

    /// The first day of the month eleven months before this one: a year of months with the present one.
    package static func firstDay(before today: Day) -> Day {
        let (year, month, _) = today.parts
        return Day(year: month == 12 ? year : year - 1, month: month == 12 ? 1 : month + 1, day: 1) ?? today.adding(days: -365)
    }

    private struct Key: Hashable, Comparable {
        let month: String
        let organisation: String
        let person: String

        /// The newest month first.
        static func < (one: Key, other: Key) -> Bool {
            if one.month != other.month { return one.month > other.month }
            return (one.organisation, one.person) < (other.organisation, other.person)
        }
    }

    private static func rows(_ lines: [QualityLine], of names: (QualityLine) -> (String, String)) -> [Row] {
        let groups = Dictionary(grouping: lines) { line in
            let (organisation, person) = names(line)
            return Key(month: line.month, organisation: organisation, person: person)
        }
        return groups.sorted { $0.key < $1.key }.map { key, lines in
            let sum = lines.reduce(0) { $0 + $1.score }
            let lost = ReferralQuality.Mark.allCases.map { mark in
                Lost(mark: mark, count: lines.reduce(0) { $0 + ($1.marks.lost.contains(mark) ? 1 : 0) })
            }
            // The order of the marks decides between equal counts, on every run.
            let most = lost.enumerated().filter { $0.element.count > 0 }
                .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.prefix(3).map(\.element)
            return Row(
                month: key.month, organisation: key.organisation, person: key.person, count: lines.count,
                mean: (sum * 2 + lines.count) / (lines.count * 2), lost: most)
        }
    }
}
