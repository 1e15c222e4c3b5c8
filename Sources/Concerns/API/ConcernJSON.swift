import Access
import Kernel
import Partnerships

/// A concern in a list of the interface: labels of the code lists, never codes.
package struct ConcernLineJSON: Encodable, Sendable {
    let id: ID<Concern>
    let reference: String
    let receivedOn: Day
    let status: String
    let immediateDanger: Bool
    let locationType: String
    let town: String
    let response: String?
    let summary: String

    enum CodingKeys: String, CodingKey {
        case id, reference, status, town, response, summary
        case receivedOn = "received_on"
        case immediateDanger = "immediate_danger"
        case locationType = "location_type"
    }

    package init(_ line: ConcernLine, lists: CodeLists) {
        id = line.id
        reference = line.reference
        receivedOn = line.receivedOn
        status = line.status.rawValue
        immediateDanger = line.immediateDanger
        locationType = line.locationType.isEmpty ? "" : lists["location_type"].label(line.locationType)
        town = line.town
        response = line.response?.rawValue
        summary = line.summary
    }
}

/// One concern as the interface gives it, with the answers that the caller may see; sealed names are never in it.
package struct ConcernJSON: Encodable, Sendable {
    struct Mention: Encodable, Sendable {
        let kind: String
        let role: String
        let description: String
        let value: String
    }

    let id: ID<Concern>
    let reference: String
    let version: Int
    let receivedOn: Day
    let source: String
    let sourceAgency: String?
    let status: String
    let immediateDanger: Bool
    let policeIncident: String?
    let summary: String
    let seen: String
    let inferred: String
    let happensWhen: String
    let locationType: String
    let place: String
    let postcode: String
    let town: String?
    let ward: String?
    let residence: String
    let nationality: String
    let peopleCount: Int?
    let childrenPresent: String
    let exploitationTypes: [String]
    let indicators: [String]
    let mentions: [Mention]
    let response: String?
    let leadAgency: String?
    let questions: [QuestionJSON]

    enum CodingKeys: String, CodingKey {
        case id, reference, version, source, status, summary, seen, inferred, place, postcode, town, ward, residence
        case nationality, indicators, mentions, response, questions
        case receivedOn = "received_on"
        case sourceAgency = "source_agency"
        case immediateDanger = "immediate_danger"
        case policeIncident = "police_incident"
        case happensWhen = "happens_when"
        case locationType = "location_type"
        case peopleCount = "people_count"
        case childrenPresent = "children_present"
        case exploitationTypes = "exploitation_types"
        case leadAgency = "lead_agency"
    }

    package init(_ concern: ConcernDetail, rounds: [ScopingRoundDetail], lists: CodeLists) {
        id = concern.id
        reference = concern.reference
        version = concern.version
        receivedOn = concern.receivedOn
        source = lists["concern_source"].label(concern.source)
        sourceAgency = concern.sourceOrganisationName
        status = concern.status.rawValue
        immediateDanger = concern.immediateDanger
        policeIncident = concern.policeIncident
        summary = concern.summary
        seen = concern.seen
        inferred = concern.inferred
        happensWhen = concern.happensWhen
        locationType = concern.locationType.isEmpty ? "" : lists["location_type"].label(concern.locationType)
        place = concern.place
        postcode = concern.postcode
        town = concern.town
        ward = concern.ward
        residence = concern.residence
        nationality = lists["nationality"].label(concern.nationality)
        peopleCount = concern.peopleCount
        childrenPresent = concern.childrenPresent
        exploitationTypes = concern.exploitation.map { lists["exploitation_type"].label($0) }
        indicators = concern.indicators
        mentions = concern.mentions.map {
            Mention(kind: $0.kind, role: $0.role, description: $0.description, value: $0.value)
        }
        response = concern.response?.rawValue
        leadAgency = concern.leadOrganisationName
        questions = rounds.flatMap { round in
            round.requests.map { QuestionJSON($0, question: round.question, reference: concern.reference) }
        }
    }
}

/// A question to an agency, with its answer where there is one.
package struct QuestionJSON: Encodable, Sendable {
    let id: ID<ScopingRequest>
    let version: Int
    let concern: ID<Concern>
    let concernReference: String
    let agency: String
    let question: String
    let dueAt: String
    let answer: String?
    let summary: String
    let grading: String
    let conditions: String
    let speakTo: String
    let answeredAt: String?

    enum CodingKeys: String, CodingKey {
        case id, version, concern, agency, question, answer, summary, grading, conditions
        case concernReference = "concern_reference"
        case dueAt = "due_at"
        case speakTo = "speak_to"
        case answeredAt = "answered_at"
    }

    package init(_ request: ScopingRequestDetail, question: String, reference: String) {
        id = request.id
        version = request.version
        concern = request.concern
        concernReference = reference
        agency = request.organisationName
        self.question = question
        dueAt = request.dueAt.rfc3339
        answer = request.answer?.rawValue
        summary = request.summary
        grading = request.grading
        conditions = request.conditions
        speakTo = request.speakTo
        answeredAt = request.answeredAt?.rfc3339
    }
}

/// An answer to a question, as the interface takes it.
package struct AnswerJSON: Decodable, Sendable {
    let answer: String
    let summary: String?
    let grading: String?
    let conditions: String?
    let speakTo: String?
    /// The version of the question that the answer was written for.
    package let version: Int?

    enum CodingKeys: String, CodingKey {
        case answer, summary, grading, conditions, version
        case speakTo = "speak_to"
    }

    package var draft: AnswerScoping.Draft {
        AnswerScoping.Draft(
            answer: answer, summary: summary ?? "", grading: grading ?? "", conditions: conditions ?? "",
            speakTo: speakTo ?? "")
    }
}

/// A concern to be raised, as the interface takes it: labels of the code lists in any case.
package struct NewConcernJSON: Decodable, Sendable {
    struct Mention: Decodable, Sendable {
        let kind: String
        let role: String?
        let description: String?
        let value: String?
        let name: String?
    }

    let receivedOn: String?
    let source: String
    let immediateDanger: Bool?
    let policeIncident: String?
    let summary: String?
    let seen: String
    let inferred: String?
    let happensWhen: String?
    let howKnown: String?
    let locationType: String
    let place: String?
    let postcode: String?
    let town: String?
    let ward: String?
    let residence: String?
    let nationality: String?
    let peopleCount: Int?
    let childrenPresent: String?
    let exploitationTypes: [String]?
    let indicators: [String]?
    let mentions: [Mention]?

    enum CodingKeys: String, CodingKey {
        case source, summary, seen, inferred, place, postcode, town, ward, residence, nationality, indicators, mentions
        case receivedOn = "received_on"
        case immediateDanger = "immediate_danger"
        case policeIncident = "police_incident"
        case happensWhen = "happens_when"
        case howKnown = "how_known"
        case locationType = "location_type"
        case peopleCount = "people_count"
        case childrenPresent = "children_present"
        case exploitationTypes = "exploitation_types"
    }

    /// The draft that is meant; a label that no list holds is a problem of its member.
    package func draft(
        today: Day, lists: CodeLists, towns: [TermSummary], wards: [TermSummary], problems: inout [Problem]
    ) -> ConcernDraft {
        var found: [Problem] = []
        func code(_ label: String?, _ list: String, _ field: String) -> String {
            guard let label, !label.isEmpty else { return "" }
            if let code = lists[list].code(label: label) { return code }
            found.append(Problem(field, "“\(label)” is not in the list: see /api/openapi.json"))
            return ""
        }
        func term(_ label: String?, _ terms: [TermSummary], _ field: String) -> ID<Term>? {
            guard let label, !label.isEmpty else { return nil }
            if let term = terms.first(where: { FoldedText($0.label) == FoldedText(label) }) { return term.id }
            found.append(Problem(field, "This partnership does not know “\(label)”"))
            return nil
        }
        var draft = ConcernDraft(receivedOn: today)
        if let receivedOn {
            if let day = Day(receivedOn) {
                draft.receivedOn = day
            } else {
                found.append(Problem("received_on", "Write the date like 2020-02-08"))
            }
        }
        draft.source = code(source, "concern_source", "source")
        draft.immediateDanger = immediateDanger ?? false
        draft.policeIncident = policeIncident ?? ""
        draft.summary = summary ?? ""
        draft.seen = seen
        draft.inferred = inferred ?? ""
        draft.happensWhen = happensWhen ?? ""
        draft.howKnown = code(howKnown, "way_of_knowing", "how_known")
        draft.locationType = code(locationType, "location_type", "location_type")
        draft.place = place ?? ""
        draft.postcode = (postcode ?? "").uppercased()
        draft.town = term(town, towns, "town")
        draft.ward = term(ward, wards, "ward")
        draft.residence = residence ?? ""
        let nationalityCode = code(nationality, "nationality", "nationality")
        draft.nationality = nationalityCode.isEmpty ? "unknown" : nationalityCode
        if let peopleCount {
            if (0...10_000).contains(peopleCount) {
                draft.peopleCount = peopleCount
            } else {
                found.append(Problem("people_count", "Send a number between 0 and 10,000"))
            }
        }
        draft.childrenPresent = childrenPresent ?? "unknown"
        draft.exploitation = (exploitationTypes ?? []).map { code($0, "exploitation_type", "exploitation_types") }
            .filter { !$0.isEmpty }
        draft.indicators = indicators ?? []
        draft.mentions = (mentions ?? []).map {
            MentionDraft(
                kind: $0.kind, role: $0.role ?? "", description: $0.description ?? "", value: $0.value ?? "",
                name: $0.name ?? "")
        }
        problems += found
        return draft
    }
}
