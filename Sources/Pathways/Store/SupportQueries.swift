import Access
import Kernel
import Store

/// The names of sealed fields of an entry.
enum SupportSeals {
    static let words: StaticString = "words"
    static let address: StaticString = "address"
}

/// Everything that is recorded in looking after somebody, without what is sealed, and what is due.
package struct SupportFile: Sendable {
    package let lines: [SupportLine]
    package let outcome: OutcomeSchedule.Due?
    /// From which day outcomes are counted, and why from that day.
    package let outcomesFrom: Day
    package let isCountedFromDecision: Bool
    package let transition: Day?
    package let metAgain: [MetAgainLine]

    /// Somebody who is missing now.
    package var missing: [SupportLine] { lines.filter { $0.kind == .missing && $0.status == .missing } }
    package var unmetNeeds: Int { lines.count { $0.kind == .need && $0.isOpen } }

    /// What is to be done next, the earliest first.
    package var due: [SupportLine] {
        lines.filter { $0.dueOn != nil }.sorted { ($0.dueOn ?? $0.startsOn, $0.id) < ($1.dueOn ?? $1.startsOn, $1.id) }
    }

    /// One kind: what is open and due first stands first.
    package func lines(of kind: SupportKind) -> [SupportLine] {
        lines.filter { $0.kind == kind }.sorted { one, other in
            if one.isOpen != other.isOpen { return one.isOpen }
            if one.dueOn != other.dueOn {
                guard let mine = one.dueOn else { return false }
                return other.dueOn.map { mine < $0 } ?? true
            }
            return (one.startsOn, one.id) > (other.startsOn, other.id)
        }
    }
}

extension Reading {
    private func supportLines(_ condition: Statement, order: Statement, limit: Int) throws -> [SupportLine] {
        try rows(
            """
            SELECT e.id, e.victim_id, e.version, e.kind, e.code, e.status, e.likelihood, e.impact, e.answers, e.starts_on,
                e.starts_at, e.ends_on, e.ends_at, e.review_on, e.done_on, e.due_on, e.organisation_id, o.name, e.service_id,
                \(serviceName), e.has_address, p.name, e.recorded_at
            FROM \(visible(.supportEntries)) e LEFT JOIN organisations o ON o.id = e.organisation_id
            LEFT JOIN people p ON p.id = e.recorded_by_person
            WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
            """, Reading.supportLine)
    }

    /// The name of the service that an entry `e` is about; nothing where the viewer does not see the directory.
    var serviceName: Statement { "(SELECT s.name FROM \(visible(.supportServices)) s WHERE s.id = e.service_id)" }

    static func supportLine(_ row: any Row) throws -> SupportLine {
        SupportLine(
            id: try row.next(), victim: try row.next(), version: try row.next(), kind: try row.next(), code: try row.next(),
            status: try row.next(), score: RiskScore(likelihood: try row.next(), impact: try row.next()),
            answers: SupportAnswers.read(try row.next()), startsOn: try row.next(), startsAt: try row.next(),
            endsOn: try row.next(), endsAt: try row.next(), reviewOn: try row.next(), doneOn: try row.next(),
            dueOn: try row.next(), organisation: try row.next(), organisationName: try row.next(String?.self) ?? "",
            service: try row.next(), serviceName: try row.next(String?.self) ?? "", hasAddress: try row.next(),
            recordedBy: try row.next(String?.self) ?? "", recordedAt: try row.next())
    }

    /// Everything recorded for somebody, by kind and then by day.
    func supportLines(of victim: ID<PotentialVictim>) throws -> [SupportLine] {
        try supportLines("e.victim_id = \(victim)", order: "e.kind, e.starts_on DESC, e.id DESC", limit: 1_000)
    }

    /// One entry. Throws `AccessError.notVisible`.
    func supportLine(_ id: ID<SupportEntry>) throws -> SupportLine {
        guard let line = try supportLines("e.id = \(id)", order: "e.id", limit: 1).first else { throw AccessError.notVisible }
        return line
    }

    /// The day of the last decision about them that stands; nil while there is none.
    func lastDecision(of victim: ID<PotentialVictim>) throws -> Day? {
        try first(
            """
            SELECT d.decided_on FROM \(standingDecisions) d WHERE d.victim_id = \(victim)
            ORDER BY d.decided_on DESC LIMIT 1
            """
        ) { try $0.next(Day.self) }
    }

    package func supportFile(of victim: VictimDetail, ledger: ConsentLedger) throws -> SupportFile {
        let lines = try supportLines(of: victim.id)
        let decision = try lastDecision(of: victim.id)
        let base = decision ?? victim.openedOn
        let asked = Set(
            lines.filter { $0.kind == .outcome && $0.counts && OutcomeSchedule.isCounted(askedOn: $0.startsOn, from: base) }
                .compactMap { Int($0.code) })
        let isTransitionDue =
            victim.isOpen && !lines.contains { $0.kind == .transition && $0.counts }
            && TransitionSchedule.isDue(
                adultFromMonth: victim.adultFromMonth, openedOn: victim.openedOn, today: moment.day)
        return SupportFile(
            lines: lines,
            outcome: ledger.isGiven(.statistics) ? OutcomeSchedule.due(from: base, asked: asked, today: moment.day) : nil,
            outcomesFrom: base, isCountedFromDecision: decision != nil,
            transition: isTransitionDue ? TransitionSchedule.due(adultFromMonth: victim.adultFromMonth) : nil,
            metAgain: try metAgain(victim.id))
    }

    /// What a new entry, or one that is changed, is judged by.
    ///
    /// - Parameters:
    ///   - service: the one that was chosen, if any.
    ///   - safe: as it was agreed, opened by the verb that asks.
    func supportStanding(
        of victim: VictimDetail, previous: SupportLine?, service: ID<SupportService>?, safe: SafeContact?
    ) throws -> SupportStanding {
        SupportStanding(
            today: moment.day, isPathwayOpen: victim.isOpen, openedOn: victim.openedOn,
            isTreatedAsChild: victim.facts.age.isTreatedAsChild, adultFromMonth: victim.adultFromMonth,
            nation: victim.facts.nation, others: try supportLines(of: victim.id).filter { $0.id != previous?.id },
            previous: previous,
            circle: Set(try circle(of: victim.id).filter { $0.isCurrent }.map(\.organisation)),
            agreement: ContactCheck.Agreement(victim, safe: safe),
            maySayHowTheyAre: try ledger(of: victim.id).isGiven(.statistics),
            outcomesFrom: try lastDecision(of: victim.id) ?? victim.openedOn,
            service: try service.flatMap { try visibleService($0) })
    }
}

/// Codes by the names of their questions, as a column holds them: `age=adult place=abroad`.
enum SupportAnswers {
    static func read(_ text: String) -> [String: String] {
        Dictionary(
            text.split(separator: " ").compactMap { part in
                let sides = part.split(separator: "=")
                return sides.count == 2 ? (String(sides[0]), String(sides[1])) : nil
            }
        ) { first, _ in first }
    }

    /// Only the answers to the kind's own questions are kept.
    static func text(_ answers: [String: String], of kind: SupportKind) -> String {
        kind.form.questions.compactMap { question in
            answers[question.name].flatMap { $0.isEmpty ? nil : "\(question.name)=\($0)" }
        }.joined(separator: " ")
    }
}
