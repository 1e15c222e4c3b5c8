import Access
import Kernel
import Partnerships
import Store

/// Opens one line of work on a concern: who leads it, who works on it, with which plan. Whoever is on it sees the
/// concern from then on; whoever is on the victims strand sees that strand.
package enum OpenStrand<Scope: StrandScope>: Verb {
    package typealias Record = Strand
    package static var name: String { "open-strand" }
    package static var relation: Relation { .strands }
    package static var roles: Set<Role> { [.coordinator] }
    package static var event: JournalEvent { .disclosure }
    package static var strand: String { Scope.strand }
}

/// What is decided of a strand, when it is opened and later.
package struct StrandDraft: Sendable, Hashable {
    package var lead: ID<Organisation>?
    package var team: [ID<Organisation>]
    package var plan: String
    package var status: String
    package var outcome: String
    /// Why enforcement organisations are to see the victims strand.
    package var reason: String

    package init(
        lead: ID<Organisation>?, team: [ID<Organisation>] = [], plan: String = "",
        status: String = StrandStatus.open.rawValue, outcome: String = "", reason: String = ""
    ) {
        self.lead = lead
        self.team = team
        self.plan = plan
        self.status = status
        self.outcome = outcome
        self.reason = reason
    }

    /// Everybody on the strand, in a fixed order.
    var everybody: [ID<Organisation>] { Set(team + [lead].compactMap { $0 }).sorted() }

    /// What is wrong with who is on the strand and what is written of it.
    ///
    /// - Parameter seesVictims: the organisations that see the victims strand already.
    package func problems(
        kind: StrandKind, members: [OrganisationSummary], seesVictims: Set<ID<Organisation>>
    ) -> [Problem] {
        var problems: [Problem] = []
        let known = Dictionary(members.map { ($0.id, $0) }) { first, _ in first }
        if let lead {
            if known[lead] == nil { problems.append(Problem("lead", "Choose a member of this partnership")) }
        } else {
            problems.append(Problem("lead", "Choose the organisation that leads this strand"))
        }
        if !team.allSatisfy({ known[$0] != nil }) {
            problems.append(Problem("team", "Choose from the members of this partnership"))
        }
        if kind == .victims, reason.isEmpty {
            let enforcement = everybody.compactMap { known[$0] }.filter {
                $0.isEnforcement && !seesVictims.contains($0.id)
            }
            if !enforcement.isEmpty {
                let names = enforcement.map(\.name).joined(separator: ", ")
                problems.append(
                    Problem(
                        "reason",
                        "Enforcement organisations would see the victims strand (\(names)): say why, or take them off"))
            }
        }
        return problems + problemsOfText
    }

    /// What is wrong with the texts and the status alone: for those who may change only these.
    package var problemsOfText: [Problem] {
        var problems: [Problem] = []
        guard let status = StrandStatus(rawValue: status) else {
            return [Problem("status", "Choose where the strand stands")]
        }
        if status == .finished, outcome.isEmpty {
            problems.append(Problem("outcome", "Say what came of the strand before you finish it"))
        }
        for (field, text) in [("plan", plan), ("outcome", outcome)] where text.count > 20_000 {
            problems.append(Problem(field, "This is longer than 20,000 characters: shorten it or attach a document"))
        }
        if reason.count > 500 { problems.append(Problem("reason", "This is longer than 500 characters: shorten it")) }
        return problems
    }

    /// Why no strand can be opened or changed on a concern in this state; nil where it can.
    static func obstacle(_ status: ConcernStatus) -> Problem? {
        if status == .awaitingCheck { return Problem("", "This report has not been checked yet: accept it first") }
        return status.isOpen ? nil : Problem("", "This concern is closed: open it again first")
    }
}

extension Change where V.Record == Strand {
    /// Writes who works on the strand and lets all of them see the concern.
    func writeTeam(_ draft: StrandDraft, kind: StrandKind, concern: ID<Concern>, partnership: ID<Partnership>) throws {
        try run("DELETE FROM \(table(.strandTeam)) WHERE strand_id = \(record)")
        let start = "On the \(kind.label.lowercased()) strand"
        let basis = kind == .victims && !draft.reason.isEmpty ? "\(start). \(draft.reason)" : start
        for organisation in draft.everybody {
            try run(
                "INSERT INTO \(table(.strandTeam)) (strand_id, organisation_id) VALUES (\(record), \(organisation))")
            try admit(organisation, to: concern, of: partnership, seesVictims: kind == .victims, basis: basis)
        }
    }
}

extension ConcernDesk {
    /// Opens a strand; answers its identifier.
    package func openStrand(
        _ kind: StrandKind, of concern: ID<Concern>, _ draft: StrandDraft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Strand>> {
        let scope = kind.scope
        return try await open(scope, kind, of: concern, draft, by: viewer, key: key)
    }

    private func open<Scope: StrandScope>(
        _ scope: Scope.Type, _ kind: StrandKind, of concern: ID<Concern>, _ draft: StrandDraft, by viewer: Viewer,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<Strand>> {
        try await desk.create(OpenStrand<Scope>.self, by: viewer, key: key) { change in
            guard let partnership = viewer.partnership else { throw AccessError.denied }
            let status = try change.reading.concern(concern).status
            if let obstacle = StrandDraft.obstacle(status) { return .refused([obstacle]) }
            let isThere = try change.reading.strands(of: concern).contains { $0.kind == kind }
            if isThere { return .refused([Problem("", "This strand is open already: change it instead")]) }
            let seesVictims = try change.reading.circle(of: concern).filter { $0.isCurrent && $0.seesVictims }
            let problems = draft.problems(
                kind: kind, members: try change.members(of: partnership),
                seesVictims: Set(seesVictims.map(\.organisation)))
            guard problems.isEmpty else { return .refused(problems) }
            try change.run(
                """
                INSERT INTO \(change.target) (id, concern_id, partnership_id, kind, version, lead_organisation_id, plan,
                    status, outcome, opened_at)
                VALUES (\(change.record), \(concern), \(partnership), \(kind), 1, \(draft.lead), \(draft.plan),
                    \(draft.status), \(draft.outcome), \(change.moment))
                """)
            try change.writeTeam(draft, kind: kind, concern: concern, partnership: partnership)
            change.note("\(kind.label) strand opened", concern: concern)
            return .done(change.record)
        }
    }
}
