import Access
import Kernel

extension CourseDesk {
    /// Convenes a panel. Throws `AccessError.notVisible`.
    package func convene(
        meetsOn: Day?, for referral: ID<Referral>, of victim: ID<PotentialVictim>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<ChildPanel>> {
        try await desk.create(ConvenePanel.self, by: viewer, key: key) { change in
            let file = try change.reading.courseFile(referral, of: victim)
            let problems = ConvenePanel.problems(meetsOn: meetsOn, file, rules: rules, today: change.moment.day)
            guard problems.isEmpty, let meetsOn, let stage = ConvenePanel.stage(file) else { return .refused(problems) }
            try change.insert(stage, meetsOn: meetsOn, for: referral, of: victim)
            change.note("Referral \(file.referral.reference): a children's panel convened for \(meetsOn.text)", victim: victim)
            return .done(change.record)
        }
    }

    /// Names somebody who sits on a panel.
    package func seat(
        _ draft: SeatPanelMember.Draft, on panel: ID<ChildPanel>, of referral: ID<Referral>, victim: ID<PotentialVictim>,
        by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<ChildPanelMember>> {
        try await desk.change(SeatPanelMember.self, on: panel, by: viewer, key: key) { change in
            let file = try change.reading.courseFile(referral, of: victim)
            guard let standing = file.panels.first(where: { $0.id == panel }) else { throw AccessError.notVisible }
            let problems = SeatPanelMember.problems(draft, panel: standing)
            guard problems.isEmpty, let agency = draft.agency, let conflict = draft.conflict else { return .refused(problems) }
            let id = try change.insert(draft, agency, conflict, victim: victim)
            change.note("Referral \(file.referral.reference): a seat on the panel filled", victim: victim)
            return .done(id)
        }
    }

    /// Stands somebody down while the panel has not decided.
    package func standDown(
        _ member: ID<ChildPanelMember>, of referral: ID<Referral>, victim: ID<PotentialVictim>, by viewer: Viewer,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<ChildPanelMember>> {
        try await desk.change(StandDownPanelMember.self, on: member, by: viewer, key: key) { change in
            let file = try change.reading.courseFile(referral, of: victim)
            guard let panel = file.openPanel, panel.members.contains(where: { $0.id == member }) else {
                return .refused([Problem("", "They do not sit on a panel that is still to decide")])
            }
            try change.remove()
            change.note("Referral \(file.referral.reference): a member of the panel stood down", victim: victim)
            return .done(member)
        }
    }

    /// Calls a panel off that has not decided.
    package func cancel(
        _ panel: ID<ChildPanel>, of referral: ID<Referral>, victim: ID<PotentialVictim>, by viewer: Viewer,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<ChildPanel>> {
        try await desk.change(CancelPanel.self, on: panel, by: viewer, key: key) { change in
            let file = try change.reading.courseFile(referral, of: victim)
            guard file.openPanel?.id == panel else { return .refused([Problem("", "The panel has ended already")]) }
            try change.cancel()
            change.note("Referral \(file.referral.reference): the panel called off", victim: victim)
            return .done(panel)
        }
    }

    /// Writes down what the panel decided. Evidence and dissent are sealed.
    package func decide(
        _ draft: DecidePanel.Draft, on referral: ID<Referral>, of victim: ID<PotentialVictim>, by viewer: Viewer,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<ReferralDecision>> {
        try await desk.change(DecidePanel.self, on: referral, by: viewer, key: key) { change in
            let file = try change.reading.courseFile(referral, of: victim)
            let problems = DecidePanel.problems(draft, file, rules: rules, lists: lists, today: change.moment.day)
            guard problems.isEmpty, let panel = file.openPanel, let outcome = draft.outcome, let decidedOn = draft.decidedOn,
                var next = ReferralCourse.next(
                    file.history.standing, panel.stage, outcome, isNotification: file.referral.isNotification)
            else { return .refused(problems) }
            var id = try change.insertDecision(
                draft.step(panel.stage), panel.stage, outcome, decidedOn, from: file.referral.status, victim: victim,
                at: change.moment)
            if let conclusive = draft.conclusive,
                let after = ReferralCourse.next(next, .conclusiveGrounds, conclusive, isNotification: false)
            {
                // A microsecond later: steps of one day stand in the order in which they were entered.
                id = try change.insertDecision(
                    draft.conclusiveStep, .conclusiveGrounds, conclusive, decidedOn, from: next.status, victim: victim,
                    at: Moment(microseconds: change.moment.microseconds + 1))
                next = after
            }
            try change.decide(draft, panel: panel.id, outcome: outcome, on: decidedOn)
            try change.move(to: next.status)
            change.note("Referral \(file.referral.reference): the children's panel has decided", victim: victim)
            return .done(id)
        }
    }

    /// Opens what a panel's decision rests on. Throws `AccessError.notVisible`.
    package func readPanel(_ panel: ID<ChildPanel>, by viewer: Viewer) async throws -> Outcome<PanelRecord> {
        try await desk.change(ReadPanelRecord.self, on: panel, by: viewer, key: nil) { change in
            .done(
                PanelRecord(
                    evidence: try change.opened(field: CourseFields.evidence, in: .victims) ?? "",
                    dissent: try change.opened(field: CourseFields.dissent, in: .victims) ?? ""))
        }
    }
}
