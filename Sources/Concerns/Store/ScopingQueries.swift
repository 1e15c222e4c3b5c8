import Access
import Kernel
import Store

extension Reading {
    /// The rounds of a concern, the newest first, with the requests that the viewer may see.
    package func scopingRounds(of concern: ID<Concern>) throws -> [ScopingRoundDetail] {
        var rounds = try rows(
            """
            SELECT r.id, r.number, r.question, r.opened_at, r.due_at, r.closed_at, r.closing_summary
            FROM \(visible(.scopingRounds)) r WHERE r.concern_id = \(concern) ORDER BY r.number DESC
            """
        ) { row in
            ScopingRoundDetail(
                id: try row.next(), number: try row.next(), question: try row.next(), openedAt: try row.next(),
                dueAt: try row.next(), closedAt: try row.next(), closingSummary: try row.next())
        }
        if rounds.isEmpty { return [] }
        let requests = try requests(where: "q.concern_id = \(concern)", order: "o.name")
        for index in rounds.indices { rounds[index].requests = requests.filter { $0.round == rounds[index].id } }
        return rounds
    }

    /// One request; throws `AccessError.notVisible` where the viewer has none with this identifier.
    package func scopingRequest(_ id: ID<ScopingRequest>) throws -> ScopingRequestDetail {
        guard let request = try requests(where: "q.id = \(id)", order: "q.id").first else { throw AccessError.notVisible }
        return request
    }

    private func requests(where condition: Statement, order: Statement) throws -> [ScopingRequestDetail] {
        try rows(
            """
            SELECT q.id, q.round_id, q.concern_id, q.organisation_id, o.name, q.version, q.sent_at, q.due_at,
                q.reminded_at, q.reminders, q.answer, q.summary, q.grading, q.conditions, q.speak_to, q.answered_at,
                q.is_waiting
            FROM \(visible(.scopingRequests)) q JOIN organisations o ON o.id = q.organisation_id
            WHERE \(condition) ORDER BY \(order)
            """
        ) { row in
            ScopingRequestDetail(
                id: try row.next(), round: try row.next(), concern: try row.next(), organisation: try row.next(),
                organisationName: try row.next(), version: try row.next(), sentAt: try row.next(),
                dueAt: try row.next(), remindedAt: try row.next(), reminders: try row.next(),
                answer: try row.next(), summary: try row.next(), grading: try row.next(),
                conditions: try row.next(), speakTo: try row.next(), answeredAt: try row.next(),
                isWaiting: try row.next())
        }
    }
}

extension Reading {
    /// The questions that wait for an answer of the viewer's own organisation, the first due first; at most 200.
    package func waitingQuestions() throws -> [(request: ScopingRequestDetail, question: String, reference: String)] {
        guard let organisation = viewer.organisation else { return [] }
        let waiting = try requests(where: "q.organisation_id = \(organisation) AND q.is_waiting = 1", order: "q.due_at LIMIT 200")
        var questions: [(request: ScopingRequestDetail, question: String, reference: String)] = []
        for request in waiting {
            let round = try scopingRounds(of: request.concern).first { $0.id == request.round }
            questions.append((request, round?.question ?? "", try concern(request.concern).reference))
        }
        return questions
    }
}
