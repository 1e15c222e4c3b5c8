import Access
import Kernel
import Store

/// The names of sealed fields of a screening.
package enum ScreeningFields {
    package static let identity: StaticString = "identity"
}

extension Reading {
    /// The screenings of a visit that the viewer may see, oldest first.
    package func screenings(of visit: ID<Visit>) throws -> [ScreeningEntry] {
        try screenings("s.visit_id = \(visit)", order: "s.recorded_at, s.id", limit: 5_000)
    }

    /// One screening. Throws `AccessError.notVisible`.
    package func screening(_ id: ID<Screening>) throws -> ScreeningEntry {
        guard let found = try screenings("s.id = \(id)", order: "s.id", limit: 1).first else {
            throw AccessError.notVisible
        }
        return found
    }

    /// The last screening at a visit that the viewer recorded themselves.
    func ownLastScreening(at visit: ID<Visit>) throws -> ScreeningEntry? {
        guard let person = viewer.person else { return nil }
        return try screenings(
            "s.visit_id = \(visit) AND s.person_id = \(person)", order: "s.recorded_at DESC, s.id DESC", limit: 1
        ).first
    }

    /// How many people screened at a visit the viewer may see.
    func screenedCount(at visit: ID<Visit>) throws -> Int {
        try value("SELECT COUNT(*) FROM \(visible(.screenings)) s WHERE s.visit_id = \(visit)", as: Int.self) ?? 0
    }

    /// Whether the viewer may open the names of people met: the coordinator, and whom the concern's circle lets see the
    /// victims.
    package func maySeeIdentities(ofConcern concern: ID<Concern>?) throws -> Bool {
        if viewer.isCoordinator { return true }
        guard let concern, let organisation = viewer.organisation, viewer.has(.member) else { return false }
        return try value(
            """
            SELECT 1 FROM \(visible(.circles)) k WHERE k.concern_id = \(concern)
            AND k.organisation_id = \(organisation) AND k.removed_at IS NULL AND k.sees_victims = 1
            """, as: Int.self) != nil
    }

    private func screenings(_ condition: Statement, order: Statement, limit: Int) throws -> [ScreeningEntry] {
        let found = try rows(
            """
            SELECT s.id, s.reference, s.visit_id, s.organisation_id, o.name, s.person_id, s.recorded_at, s.gender,
                s.age_group, s.nationality, s.language, s.outcome, s.consent, s.next_step, s.note, s.has_identity
            FROM \(visible(.screenings)) s LEFT JOIN organisations o ON o.id = s.organisation_id
            WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
            """, Reading.screeningEntry)
        guard !found.isEmpty else { return [] }
        let noted = try rows(
            """
            SELECT i.screening_id, i.indicator
            FROM \(visible(.screenings)) s JOIN \(visible(.screeningIndicators)) i ON i.screening_id = s.id
            WHERE \(condition) ORDER BY i.indicator
            """
        ) { row in (try row.next(ID<Screening>.self), try row.next(String.self)) }
        let indicators = Dictionary(grouping: noted, by: \.0).mapValues { $0.map(\.1) }
        return found.map { entry in
            var answers = entry.answers
            answers.indicators = indicators[entry.id] ?? []
            return entry.with(answers)
        }
    }

    private static func screeningEntry(_ row: any Row) throws -> ScreeningEntry {
        ScreeningEntry(
            id: try row.next(), reference: try row.next(), visit: try row.next(), organisation: try row.next(),
            organisationName: try row.next(String?.self) ?? "", person: try row.next(), recordedAt: try row.next(),
            answers: ScreeningAnswers(
                gender: try row.next(), ageGroup: try row.next(), nationality: try row.next(),
                language: try row.next(), outcome: try row.next(), consent: try row.next(),
                nextStep: try row.next(), note: try row.next()),
            hasIdentity: try row.next())
    }
}

extension ScreeningEntry {
    fileprivate func with(_ answers: ScreeningAnswers) -> ScreeningEntry {
        ScreeningEntry(
            id: id, reference: reference, visit: visit, organisation: organisation, organisationName: organisationName,
            person: person, recordedAt: recordedAt, answers: answers, hasIdentity: hasIdentity)
    }
}

extension Change where V.Record == Screening {
    fileprivate func keep(_ indicators: [String]) throws {
        try run("DELETE FROM \(table(.screeningIndicators)) WHERE screening_id = \(record)")
        for indicator in Set(indicators).sorted() {
            try run(
                """
                INSERT INTO \(table(.screeningIndicators)) (screening_id, partnership_id, indicator)
                VALUES (\(record), \(try reading.ownPartnership), \(indicator))
                """)
        }
    }
}

extension Change where V == RecordScreening {
    /// Inserts the screening. Its reference is the visit's with a part of its own identifier: it counts nobody, so that
    /// an agency does not learn from it how many people others have met.
    func insert(_ draft: RecordScreening.Draft, at visit: VisitDetail) throws {
        let answers = draft.answers
        let reference = "\(visit.reference)-\(record.text.suffix(8).uppercased())"
        try run(
            """
            INSERT INTO \(target) (id, visit_id, concern_id, partnership_id, reference, organisation_id, person_id,
                recorded_at, gender, age_group, nationality, language, outcome, consent, next_step, note, has_identity)
            VALUES (\(record), \(visit.id), \(visit.concernID), \(try reading.ownPartnership), \(reference),
                \(viewer.organisation), \(viewer.person), \(moment), \(answers.gender), \(answers.ageGroup),
                \(answers.nationality), \(answers.keptLanguage), \(answers.outcome), \(answers.consent),
                \(answers.nextStep), \(answers.note), \(!draft.identity.isEmpty))
            """)
        try keep(answers.indicators)
        if !draft.identity.isEmpty { try seal(draft.identity, field: ScreeningFields.identity, in: .victims) }
    }
}

extension Change where V == CorrectScreening {
    /// Replaces the answers; an empty name leaves the sealed one.
    func update(_ draft: RecordScreening.Draft) throws {
        let answers = draft.answers
        try run(
            """
            UPDATE \(target) SET gender = \(answers.gender), age_group = \(answers.ageGroup),
                nationality = \(answers.nationality), language = \(answers.keptLanguage),
                outcome = \(answers.outcome), consent = \(answers.consent), next_step = \(answers.nextStep),
                note = \(answers.note)
            WHERE id = \(record)
            """)
        try keep(answers.indicators)
        guard !draft.identity.isEmpty else { return }
        try seal(draft.identity, field: ScreeningFields.identity, in: .victims)
        try run("UPDATE \(target) SET has_identity = 1 WHERE id = \(record)")
    }
}

extension Change where V == RevealScreenedIdentity {
    /// Whether the viewer may open this name.
    func maySeeIdentities(of entry: ScreeningEntry) throws -> Bool {
        try reading.maySeeIdentities(ofConcern: try reading.visit(entry.visit).concernID)
    }
}

extension ScreeningAnswers {
    /// The language as it is kept: one that nobody noted is not known.
    fileprivate var keptLanguage: String { language.isEmpty ? "unknown" : language }
}
