import Access
import Kernel
import Partnerships

/// Writes down that children's services were told of somebody who is or may be a child: they are told before the form is sent.
package enum RecordSafeguardingNotice: Verb {
    package typealias Record = SafeguardingNotice
    package static let name = "record-safeguarding-notice"
    package static let relation = Relation.safeguardingNotices
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.collection

    package struct Draft: Sendable, Hashable {
        /// Nil where it could not be read.
        package var toldAt: Moment?
        package var way: String
        package var toldBy: String
        package var toldWhom: String
        package var localAuthority: String
        package var reference: String

        package init(
            toldAt: Moment?, way: String, toldBy: String, toldWhom: String, localAuthority: String, reference: String = ""
        ) {
            self.toldAt = toldAt
            self.way = way
            self.toldBy = toldBy
            self.toldWhom = toldWhom
            self.localAuthority = localAuthority
            self.reference = reference
        }
    }

    /// Every reason why it cannot be kept like this; empty means it can.
    package static func problems(_ draft: Draft, lists: CodeLists, now: Moment) -> [Problem] {
        var problems: [Problem] = []
        if let told = draft.toldAt {
            if told > now { problems.append(Problem("told", "The time lies ahead: enter when they were told")) }
        } else {
            problems.append(Problem("told", "Enter the day and the time when they were told"))
        }
        if !lists["notice_way"].contains(draft.way) { problems.append(Problem("way", "Choose how they were told")) }
        if draft.toldBy.isEmpty { problems.append(Problem("told_by", "Enter who told them")) }
        if draft.toldWhom.isEmpty { problems.append(Problem("told_whom", "Enter who was told: a name, a desk or a team")) }
        if !LocalAuthorities.all.contains(draft.localAuthority) {
            problems.append(Problem("local_authority", "Choose the local authority from the list"))
        }
        if !draft.reference.isEmpty, RecordCrime.fault(inReference: draft.reference) != nil {
            problems.append(
                Problem("reference", "Enter the reference as children's services wrote it, or leave it empty: no name belongs here"))
        }
        problems += [
            TextLength.problem("told_by", "name", draft.toldBy, limit: TextLength.line),
            TextLength.problem("told_whom", "name", draft.toldWhom, limit: TextLength.line),
        ].compactMap { $0 }
        return problems
    }
}

/// Takes out what was entered wrongly; it stays in the history.
package enum RemoveSafeguardingNotice: Verb {
    package typealias Record = SafeguardingNotice
    package static let name = "remove-safeguarding-notice"
    package static let relation = Relation.safeguardingNotices
    package static let roles: Set<Role> = [.coordinator, .member]
}

extension PathwayDesk {
    /// Keeps that children's services were told. Throws `AccessError.notVisible`.
    package func recordNotice(
        _ draft: RecordSafeguardingNotice.Draft, of victim: ID<PotentialVictim>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<SafeguardingNotice>> {
        let lists = lists
        return try await desk.create(RecordSafeguardingNotice.self, by: viewer, key: key) { change in
            let person = try change.reading.victim(victim)
            let problems = RecordSafeguardingNotice.problems(draft, lists: lists, now: change.moment)
            guard problems.isEmpty, let toldAt = draft.toldAt else { return .refused(problems) }
            try change.insert(draft, toldAt: toldAt, of: victim)
            change.note("Pathway \(person.reference): children's services told", victim: victim)
            return .done(change.record)
        }
    }

    /// Takes an entry out. Throws `AccessError.notVisible`.
    package func removeNotice(
        _ notice: ID<SafeguardingNotice>, of victim: ID<PotentialVictim>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<SafeguardingNotice>> {
        try await desk.change(RemoveSafeguardingNotice.self, on: notice, by: viewer, key: key) { change in
            let person = try change.reading.victim(victim)
            guard try change.remove(of: victim) == 1 else { return .refused([Problem("", "This entry is taken out already")]) }
            change.note("Pathway \(person.reference): an entry that children's services were told taken out", victim: victim)
            return .done(notice)
        }
    }
}
