import Kernel
import Store

/// What is known of somebody's age, which decides between the way of a child and the way of an adult.
package struct AgeStanding: Sendable, Hashable {
    package enum Basis: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
        /// By a document, or told and not in doubt.
        case known
        /// Somebody says one thing and somebody else another, or an assessment is under way.
        case disputed
        case unknown

        package var label: String {
            switch self {
            case .known: "Known"
            case .disputed: "Disputed"
            case .unknown: "Not known"
            }
        }
    }

    package enum Group: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
        case adult
        case child
        /// There is reason to believe that they may be under 18.
        case perhapsChild = "perhaps-child"

        package var label: String {
            switch self {
            case .adult: "Adult"
            case .child: "Under 18"
            case .perhapsChild: "Perhaps under 18"
            }
        }
    }

    package let basis: Basis
    package let group: Group

    package init(basis: Basis, group: Group) {
        self.basis = basis
        self.group = group
    }

    /// With a known date of birth the day decides and nothing else.
    package init(bornOn: Day, today: Day) {
        self.init(basis: .known, group: AgeStanding.eighteenth(of: bornOn) <= today ? .adult : .child)
    }

    /// What stands today of an age that was noted earlier: a child of known age whose month of the 18th birthday is past has
    /// become an adult. In that month itself the day decides, which lies under seal: they count as a child until it is over.
    ///
    /// - Parameter adultFromMonth: the month of the 18th birthday, `2027-03`; empty where it is not known.
    package func grown(adultFromMonth: String, today: Day) -> AgeStanding {
        let isPast = !adultFromMonth.isEmpty && adultFromMonth < today.isoMonth
        return basis == .known && group == .child && isPast ? AgeStanding(basis: .known, group: .adult) : self
    }

    /// Whether they are treated as a child. Section 51 of the Modern Slavery Act 2015: who may be under 18 is, until their
    /// age is settled; a dispute is such a doubt.
    package var isTreatedAsChild: Bool { group != .adult || basis == .disputed }

    /// The day on which somebody becomes 18; for 29 February the first of March.
    package static func eighteenth(of bornOn: Day) -> Day {
        let (year, month, day) = bornOn.parts
        return Day(year: year + 18, month: month, day: day)
            ?? Day(year: year + 18, month: 3, day: 1) ?? bornOn.adding(days: 6575)
    }
}
