import Access
import Kernel
import Partnerships

/// Who may enter, who should lead and what has to be done beforehand: advice for the planner, never a decision.
package struct PowersAdvice: Sendable, Hashable {
    /// One agency and the powers that it holds over the place.
    package struct Line: Sendable, Hashable {
        package let organisation: ID<Organisation>
        package let name: String
        package let powers: [Power]
        /// What to bear in mind where the agency has no power here.
        package let note: String

        /// Whether the agency has any power over the place, with or without a warrant.
        package var hasPower: Bool { !powers.isEmpty }
    }

    /// A power over the place, in the words of a planner.
    package struct Power: Sendable, Hashable {
        package let power: EntryPower
        package let reach: EntryPower.Reach

        /// Whether the agency can enter by it at once: no notice, no warrant, no further condition.
        package var isImmediate: Bool { power.noticeHours == 0 && power.withoutWarrant == .yes }
    }

    /// The agency to lead, and why.
    package struct Lead: Sendable, Hashable {
        package let organisation: ID<Organisation>
        package let name: String
        /// The code of the power it would rely on; empty where none is needed.
        package let power: String
        package let reason: String
        package let isConfirmed: Bool
    }

    package let lead: Lead?
    package let lines: [Line]
    /// The notice that the lead's power asks for, in hours.
    package let noticeHours: Int
    package let notice: String
    /// Whether a warrant has to be prepared, for all of the place or for the part that is a home.
    package let needsWarrant: Bool
    package let warnings: [String]
    /// Common mistakes in planning, where the chosen agencies invite them.
    package let notes: [String]
}
