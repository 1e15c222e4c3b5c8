import Access
import Kernel
import Partnerships

/// Begins the record of somebody who may be a victim: from a screening, from a concern, or alone.
package enum OpenPathway: Verb {
    package typealias Record = PotentialVictim
    package static let name = "open-pathway"
    package static let relation = Relation.potentialVictims
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.collection

    package struct Draft: Sendable, Hashable {
        package var facts: VictimFacts
        package var identity: VictimIdentity
        package var screening: ID<Screening>?
        package var concern: ID<Concern>?

        package init(
            facts: VictimFacts, identity: VictimIdentity = VictimIdentity(), screening: ID<Screening>? = nil,
            concern: ID<Concern>? = nil
        ) {
            self.facts = facts
            self.identity = identity
            self.screening = screening
            self.concern = concern
        }

        var origin: PathwayOrigin {
            if let screening { return .screening(screening) }
            return concern.map(PathwayOrigin.concern) ?? .alone
        }
    }

    /// Every reason why the record cannot be kept like this; empty means it can.
    package static func problems(_ draft: Draft, lists: CodeLists, today: Day) -> [Problem] {
        problems(draft.facts, lists: lists) + problems(draft.identity, facts: draft.facts, today: today)
    }

    static func problems(_ facts: VictimFacts, lists: CodeLists) -> [Problem] {
        var problems: [Problem] = []
        func check(_ field: String, _ code: String, _ list: String, _ message: String, optional: Bool = false) {
            if code.isEmpty ? !optional : !lists[list].contains(code) { problems.append(Problem(field, message)) }
        }
        check("gender", facts.gender, "gender", "Choose the gender")
        check("nationality", facts.nationality, "nationality", "Choose the nationality from the list")
        check(
            "second_nationality", facts.secondNationality, "nationality", "Choose the second nationality from the list",
            optional: true)
        check("language", facts.language, "language", "Choose the language from the list")
        if !["", "yes", "no"].contains(facts.interpreter) {
            problems.append(Problem("interpreter", "Choose whether they need an interpreter"))
        }
        if !["", "yes", "no", "not-sure"].contains(facts.childAtExploitation) {
            problems.append(Problem("child_at_exploitation", "Choose whether they were under 18 then"))
        }
        if facts.age.basis == .unknown, facts.age.group == .child {
            problems.append(Problem("age_group", "An age that is not known cannot be under 18: choose “perhaps under 18”"))
        }
        if !facts.localAuthority.isEmpty, !LocalAuthorities.all.contains(facts.localAuthority) {
            problems.append(Problem("local_authority", "Choose the local authority from the list, or leave it empty"))
        }
        if facts.exploitation.contains(where: { !lists["exploitation_type"].contains($0) }) {
            problems.append(Problem("exploitation", "Choose the exploitation from the list"))
        }
        return problems
    }

    static func problems(_ identity: VictimIdentity, facts: VictimFacts, today: Day) -> [Problem] {
        var problems = [
            TextLength.problem("first_name", "first name", identity.firstName, limit: TextLength.line),
            TextLength.problem("last_name", "last name", identity.lastName, limit: TextLength.line),
            TextLength.problem("other_names", "other names", identity.otherNames, limit: TextLength.line),
            TextLength.problem(
                "home_office_reference", "Home Office reference", identity.homeOfficeReference, limit: TextLength.line),
        ].compactMap { $0 }
        guard let bornOn = identity.bornOn else { return problems }
        if bornOn >= today || bornOn.parts.year < 1900 {
            problems.append(Problem("born_on", "Enter a date of birth in the past, after 1900"))
        } else if facts.age.basis == .known, AgeStanding(bornOn: bornOn, today: today).group != facts.age.group {
            problems.append(
                Problem("age_group", "The date of birth says something else: correct one of the two, or choose “disputed”"))
        }
        return problems
    }
}

extension PathwayDesk {
    /// Begins the record. The viewer's organisation leads and is the first that works with them.
    package func open(
        _ draft: OpenPathway.Draft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PotentialVictim>> {
        try await desk.create(OpenPathway.self, by: viewer, key: key) { change in
            var problems = OpenPathway.problems(draft, lists: lists, today: change.moment.day)
            problems += try change.reading.townProblems(draft.facts.town)
            if let screening = draft.screening, try change.reading.victim(fromScreening: screening) != nil {
                problems.append(Problem("", "This person has a pathway already: open that one"))
            } else if let screening = draft.screening, try change.isBegun(fromScreening: screening) {
                problems.append(
                    Problem("", "A pathway was begun from this screening already, so that nobody is asked twice: speak to the coordinator"))
            }
            guard problems.isEmpty else { return .refused(problems) }
            let ground = try change.reading.pathwayGround(draft.origin)
            var draft = draft
            draft.concern = ground.concern
            if draft.identity.isEmpty, ground.hasScreenedName, let screening = draft.screening {
                draft.identity.otherNames = try change.screenedName(of: screening)
            }
            let reference = try change.insert(draft)
            change.note("Pathway \(reference) begun", victim: change.record)
            return .done(change.record)
        }
    }
}
