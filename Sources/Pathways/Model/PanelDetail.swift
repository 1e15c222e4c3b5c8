import Access
import Kernel
import Store

/// Whose part somebody takes on a children's panel.
package enum PanelAgency: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    case council
    case police
    case health
    case other

    package var label: String {
        switch self {
        case .council: "Council, children's services"
        case .police: "Police"
        case .health: "Health"
        case .other: "Another agency"
        }
    }

    /// The three without which the panel cannot decide.
    package static let core: [PanelAgency] = [.council, .police, .health]
}

/// What a member said about a conflict of interest.
package enum PanelConflict: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    case none
    case takesPart = "takes-part"
    case stepsBack = "steps-back"

    package var label: String {
        switch self {
        case .none: "None"
        case .takesPart: "Declared, takes part"
        case .stepsBack: "Declared, steps back"
        }
    }
}

package enum PanelStatus: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    case planned
    case decided
    case cancelled
}

/// A children's panel with those who sit on it.
package struct PanelDetail: Sendable, Hashable {
    package struct Member: Sendable, Hashable {
        package let id: ID<ChildPanelMember>
        package let agency: PanelAgency
        package let name: String
        package let isChair: Bool
        /// The child's own lead social worker, who may not be the chair.
        package let isLeadWorker: Bool
        package let conflict: PanelConflict

        package init(
            id: ID<ChildPanelMember>, agency: PanelAgency, name: String, isChair: Bool, isLeadWorker: Bool,
            conflict: PanelConflict
        ) {
            self.id = id
            self.agency = agency
            self.name = name
            self.isChair = isChair
            self.isLeadWorker = isLeadWorker
            self.conflict = conflict
        }
    }

    package let id: ID<ChildPanel>
    package let referral: ID<Referral>
    package let victim: ID<PotentialVictim>
    /// What it decides: reasonable or conclusive grounds.
    package let stage: DecisionStage
    package let meetsOn: Day
    package let status: PanelStatus
    package let outcome: DecisionOutcome?
    /// What a panel on reasonable grounds decided about conclusive grounds in the same meeting; nil where it left them.
    package let conclusive: DecisionOutcome?
    package let decidedOn: Day?
    package let hasDissent: Bool
    /// Those who sit on it now.
    package let members: [Member]

    package init(
        id: ID<ChildPanel>, referral: ID<Referral>, victim: ID<PotentialVictim>, stage: DecisionStage, meetsOn: Day,
        status: PanelStatus, outcome: DecisionOutcome?, conclusive: DecisionOutcome?, decidedOn: Day?, hasDissent: Bool, members: [Member]
    ) {
        self.id = id
        self.referral = referral
        self.victim = victim
        self.stage = stage
        self.meetsOn = meetsOn
        self.status = status
        self.outcome = outcome
        self.conclusive = conclusive
        self.decidedOn = decidedOn
        self.hasDissent = hasDissent
        self.members = members
    }

    /// Why the panel cannot decide as it is made up; empty means that it can. Whoever steps back does not count.
    package var quorumProblems: [String] { PanelDetail.quorumProblems(members) }

    /// Source: the Home Office's guidance on devolving decisions for child victims.
    package static func quorumProblems(_ members: [Member]) -> [String] {
        let sitting = members.filter { $0.conflict != .stepsBack }
        var problems = PanelAgency.core.filter { agency in !sitting.contains { $0.agency == agency } }
            .map { "Nobody sits for: \($0.label)" }
        let chairs = sitting.filter(\.isChair)
        if chairs.isEmpty { problems.append("Nobody is the chair") }
        if chairs.count > 1 { problems.append("More than one person is the chair") }
        if chairs.contains(where: \.isLeadWorker) { problems.append("The chair is the child's lead social worker") }
        if chairs.contains(where: { $0.conflict == .takesPart }) {
            problems.append("The chair has declared a conflict of interest")
        }
        return problems
    }
}
