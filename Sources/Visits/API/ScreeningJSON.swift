import Access
import Kernel
import Partnerships

/// A screening as the interface gives it: labels of the code lists and no name.
package struct ScreeningJSON: Codable, Sendable, Hashable {
    package var id: ID<Screening>
    package var reference: String
    package var visit: ID<Visit>
    /// RFC 3339, UTC.
    package var recordedAt: String
    /// The agency that recorded it; empty for an import.
    package var recordedBy: String
    package var gender: String
    package var ageGroup: String
    package var nationality: String
    package var language: String
    /// Codes of the indicator catalogue.
    package var indicators: [String]
    package var outcome: String
    package var consent: String
    package var nextStep: String
    package var note: String
    /// Whether a name is kept sealed; it is never given out here.
    package var hasIdentity: Bool

    enum CodingKeys: String, CodingKey {
        case id, reference, visit, gender, nationality, language, indicators, outcome, consent, note
        case recordedAt = "recorded_at"
        case recordedBy = "recorded_by"
        case ageGroup = "age_group"
        case nextStep = "next_step"
        case hasIdentity = "has_identity"
    }

    package init(_ entry: ScreeningEntry, lists: CodeLists) {
        let answers = entry.answers
        id = entry.id
        reference = entry.reference
        visit = entry.visit
        recordedAt = entry.recordedAt.rfc3339
        recordedBy = entry.organisationName
        gender = lists["gender"].label(answers.gender)
        ageGroup = lists["age_group"].label(answers.ageGroup)
        nationality = lists["nationality"].label(answers.nationality)
        language = lists["language"].label(answers.language)
        indicators = answers.indicators
        outcome = lists["screening_outcome"].label(answers.outcome)
        consent = lists["conversation_consent"].label(answers.consent)
        nextStep = lists["screening_next_step"].label(answers.nextStep)
        note = answers.note
        hasIdentity = entry.hasIdentity
    }
}

/// A person met, as the interface takes it: labels of the code lists in any case; the name, if given, is sealed.
package struct RecordScreeningJSON: Codable, Sendable, Hashable {
    package var visit: ID<Visit>
    package var gender: String
    package var ageGroup: String
    package var nationality: String?
    package var language: String?
    package var indicators: [String]?
    package var outcome: String
    package var consent: String?
    package var nextStep: String?
    package var note: String?
    package var identity: String?

    enum CodingKeys: String, CodingKey {
        case visit, gender, nationality, language, indicators, outcome, consent, note, identity
        case ageGroup = "age_group"
        case nextStep = "next_step"
    }

    /// The entry that is meant, with what in it cannot be understood.
    func draft(lists: CodeLists) -> (draft: RecordScreening.Draft, problems: [Problem]) {
        var problems: [Problem] = []
        func code(_ field: String, _ list: String, _ label: String?, absent: String = "") -> String {
            guard let label, !label.isEmpty else { return absent }
            if let code = lists[list].code(label: label) { return code }
            problems.append(Problem(field, "\(label) is not in the list"))
            return ""
        }
        let answers = ScreeningAnswers(
            gender: code("gender", "gender", gender), ageGroup: code("age_group", "age_group", ageGroup),
            nationality: code("nationality", "nationality", nationality, absent: "unknown"),
            language: code("language", "language", language, absent: "unknown"), indicators: indicators ?? [],
            outcome: code("outcome", "screening_outcome", outcome),
            consent: code("consent", "conversation_consent", consent),
            nextStep: code("next_step", "screening_next_step", nextStep), note: note ?? "")
        return (RecordScreening.Draft(answers: answers, identity: identity ?? ""), problems)
    }
}

/// What a script is told once its entry is recorded.
package struct ScreeningReceipt: Codable, Sendable, Hashable {
    package var id: ID<Screening>
    package var reference: String
    /// People screened at the visit so far, as far as the caller may see them.
    package var screened: Int
    /// What has to happen at once, in plain words; empty for most.
    package var whatNow: [String]

    enum CodingKeys: String, CodingKey {
        case id, reference, screened
        case whatNow = "what_now"
    }
}

extension VisitDesk {
    /// Records a person met from the interface. The same rule as the form's.
    package func recordScreening(
        _ entry: RecordScreeningJSON, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Screening>> {
        let (draft, problems) = entry.draft(lists: lists)
        guard problems.isEmpty else {
            let rule = RecordScreening.problems(draft, lists: lists, questions: questions)
            return .refused(problems + rule.filter { one in !problems.contains { $0.field == one.field } })
        }
        return try await recordScreening(at: entry.visit, draft, by: viewer, key: key)
    }

    /// The screenings of a visit that the viewer may see. Throws `AccessError.notVisible`.
    package func screenings(of visit: ID<Visit>, as viewer: Viewer) async throws -> [ScreeningEntry] {
        try await one(visit, as: viewer).screenings
    }
}
