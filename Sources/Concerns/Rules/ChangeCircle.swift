import Access
import Kernel
import Partnerships
import Store

/// The coordinator lets an organisation see a concern, changes what it sees, or ends that.
package enum ChangeCircle: Verb {
    package typealias Record = Concern
    package static let name = "change-circle"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.disclosure

    package enum Step: String, Sendable {
        case add
        case change
        case remove
    }

    package struct Draft: Sendable {
        package var step: Step
        package var organisation: ID<Organisation>?
        package var seesAnswers: Bool
        package var seesVictims: Bool
        /// Why an enforcement organisation is to see the victims strand, or why an organisation is removed.
        package var reason: String

        package init(
            step: Step, organisation: ID<Organisation>?, seesAnswers: Bool = false, seesVictims: Bool = false,
            reason: String = ""
        ) {
            self.step = step
            self.organisation = organisation
            self.seesAnswers = seesAnswers
            self.seesVictims = seesVictims
            self.reason = reason
        }
    }

    /// - Parameter current: those who see the concern now.
    package static func problems(
        _ draft: Draft, current: [CircleMember], members: [OrganisationSummary], agreement: String
    ) -> [Problem] {
        guard let id = draft.organisation else { return [Problem("organisation", "Choose the organisation")] }
        var problems: [Problem] = []
        let present = current.first { $0.organisation == id && $0.isCurrent }
        let member = members.first { $0.id == id }
        switch draft.step {
        case .add:
            if member == nil { problems.append(Problem("organisation", "Choose a member of this partnership")) }
            if present != nil { problems.append(Problem("organisation", "This organisation sees the concern already")) }
            if agreement.isEmpty {
                problems.append(
                    Problem("", "The partnership has no sharing agreement on record: the administrator enters it first"))
            }
        case .change:
            if present == nil { problems.append(Problem("organisation", "This organisation does not see the concern")) }
        case .remove:
            if present == nil { problems.append(Problem("organisation", "This organisation does not see the concern")) }
            if draft.reason.isEmpty { problems.append(Problem("reason", "Say why the organisation is removed")) }
        }
        let isEnforcement = member?.isEnforcement ?? present?.isEnforcement ?? false
        if draft.step != .remove, draft.seesVictims, isEnforcement, present?.seesVictims != true, draft.reason.isEmpty {
            problems.append(
                Problem(
                    "reason",
                    "An enforcement organisation does not see the victims strand unless there is a reason: write it down"))
        }
        if draft.reason.count > 500 {
            problems.append(Problem("reason", "This is longer than 500 characters: shorten it"))
        }
        return problems
    }

    /// Why an organisation is in the circle, as its page says it.
    package static func basis(_ draft: Draft, agreement: String) -> String {
        let start = agreement.isEmpty ? "Added by the coordinator" : "Added under \(agreement)"
        return draft.reason.isEmpty ? start : "\(start). \(draft.reason)"
    }
}

extension Change where V == ChangeCircle {
    func rewrite(_ organisation: ID<Organisation>, _ draft: ChangeCircle.Draft, basis: String) throws {
        try run(
            """
            UPDATE \(table(.circles)) SET sees_answers = \(draft.seesAnswers), sees_victims = \(draft.seesVictims),
                basis = \(basis)
            WHERE concern_id = \(record) AND organisation_id = \(organisation) AND removed_at IS NULL
            """)
    }

    func remove(_ organisation: ID<Organisation>, basis: String) throws {
        try run(
            """
            UPDATE \(table(.circles)) SET removed_at = \(moment), sees_answers = 0, sees_victims = 0, basis = \(basis)
            WHERE concern_id = \(record) AND organisation_id = \(organisation) AND removed_at IS NULL
            """)
    }
}

extension ConcernDesk {
    /// Adds an organisation to the circle of a concern, changes what it sees, or removes it: then nothing of the concern
    /// reaches it from its next request on.
    package func changeCircle(
        _ id: ID<Concern>, _ draft: ChangeCircle.Draft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        try await desk.change(ChangeCircle.self, on: id, by: viewer, key: key) { change in
            guard let partnership = viewer.partnership, let own = viewer.organisation else { throw AccessError.denied }
            let circle = try change.reading.circle(of: id)
            let members = try change.members(of: partnership)
            let agreement = try change.partnership(id: partnership)?.sharingAgreement ?? ""
            let problems = ChangeCircle.problems(draft, current: circle, members: members, agreement: agreement)
            guard problems.isEmpty, let organisation = draft.organisation else { return .refused(problems) }
            let present = circle.first { $0.organisation == organisation && $0.isCurrent }
            let name = members.first { $0.id == organisation }?.name ?? present?.name ?? "An organisation"
            switch draft.step {
            case .add:
                try change.admit(
                    organisation, to: id, of: partnership, seesAnswers: draft.seesAnswers,
                    seesVictims: draft.seesVictims, basis: ChangeCircle.basis(draft, agreement: agreement))
                change.note("\(name) sees the concern from now on")
            case .change:
                let basis = present?.basis ?? ""
                try change.rewrite(
                    organisation, draft, basis: draft.reason.isEmpty ? basis : "\(basis). \(draft.reason)")
                change.note("What \(name) sees was changed")
            case .remove:
                try change.remove(organisation, basis: "Removed. \(draft.reason)")
                try change.withdraw(organisation, from: id, to: own)
                change.note("\(name) no longer sees the concern")
            }
            return .done(id)
        }
    }
}
