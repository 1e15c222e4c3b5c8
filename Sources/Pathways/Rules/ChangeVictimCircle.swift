import Access
import Kernel
import Partnerships

/// Lets an organisation work with somebody, or ends that: then nothing of the person reaches it from its next request on.
package enum ChangeVictimCircle: Verb {
    package typealias Record = PotentialVictim
    package static let name = "change-victim-circle"
    package static let relation = Relation.potentialVictims
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.disclosure

    package enum Step: String, Sendable {
        case add, remove, lead
    }

    /// Every reason why it cannot be done; empty means it can.
    ///
    /// - Parameters:
    ///   - own: the viewer's organisation; whoever does not lead and is not the coordinator adds and removes nobody but
    ///     itself.
    ///   - isChild: a child's safeguarding tells the police without being asked.
    package static func problems(
        _ step: Step?, _ organisation: ID<Organisation>?, victim: VictimDetail, circle: [VictimCircleMember],
        members: [OrganisationSummary], ledger: ConsentLedger, viewer: Viewer
    ) -> [Problem] {
        guard let step, let organisation else { return [Problem("organisation", "Choose the organisation")] }
        let present = circle.contains { $0.organisation == organisation && $0.isCurrent }
        let isOwn = organisation == viewer.organisation
        guard viewer.isCoordinator || victim.lead == viewer.organisation || (step == .remove && isOwn) else {
            return [Problem("", "Only the organisation that leads, or the coordinator, changes who works with them")]
        }
        if !victim.isOpen { return [Problem("", "This pathway is closed: open it again first")] }
        switch step {
        case .add:
            guard let member = members.first(where: { $0.id == organisation }) else {
                return [Problem("organisation", "Choose a member of this partnership")]
            }
            if present { return [Problem("organisation", "This organisation works with them already")] }
            let purpose: ConsentPurpose = member.isEnforcement ? .police : .support
            if !victim.facts.age.isTreatedAsChild, !ledger.allows(purpose, capacity: victim.facts.capacity) {
                return [
                    Problem(
                        "organisation",
                        member.isEnforcement
                            ? "They have not agreed to contact with the police or another enforcement agency: ask first and record the answer"
                            : "They have not agreed to being passed on to another organisation: ask first and record the answer")
                ]
            }
        case .remove:
            if !present { return [Problem("organisation", "This organisation does not work with them")] }
            if organisation == victim.lead { return [Problem("organisation", "This organisation leads: choose another lead first")] }
        case .lead:
            if !present { return [Problem("organisation", "This organisation does not work with them: add it first")] }
        }
        return []
    }
}

extension PathwayDesk {
    package func changeCircle(
        of victim: ID<PotentialVictim>, _ step: ChangeVictimCircle.Step?, _ organisation: ID<Organisation>?,
        by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PotentialVictim>> {
        try await desk.change(ChangeVictimCircle.self, on: victim, by: viewer, key: key) { change in
            let reading = change.reading
            let members = try reading.members(of: try reading.ownPartnership)
            let problems = ChangeVictimCircle.problems(
                step, organisation, victim: try reading.victim(victim), circle: try reading.circle(of: victim),
                members: members, ledger: try reading.ledger(of: victim), viewer: viewer)
            guard problems.isEmpty, let step, let organisation else { return .refused(problems) }
            let name = members.first { $0.id == organisation }?.name ?? "An organisation"
            switch step {
            case .add:
                try change.admitToCircle(organisation)
                change.note("\(name) works with them from now on")
            case .remove:
                try change.release(organisation)
                change.note("\(name) no longer works with them")
            case .lead:
                try change.lead(organisation)
                change.note("\(name) leads from now on")
            }
            return .done(victim)
        }
    }
}
