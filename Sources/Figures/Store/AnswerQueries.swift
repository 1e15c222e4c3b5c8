import Access
import Kernel
import Store

extension Reading {
    /// The scoping requests that were sent in this period, by agency.
    func answerFigures(_ period: Period) throws -> AnswerFigures {
        var conditions: [Statement] = []
        if let from = period.from { conditions.append("q.sent_at >= \(Moment(day: from))") }
        if let to = period.to { conditions.append("q.sent_at < \(Moment(day: to.adding(days: 1)))") }
        let found = try rows(
            """
            SELECT q.organisation_id, q.sent_at, q.due_at, q.answered_at, q.answer, q.is_waiting
            FROM \(visible(.scopingRequests)) q WHERE \(all: conditions)
            """
        ) { row in
            AnswerFigures.Request(
                agency: try row.next(), sentAt: try row.next(), dueAt: try row.next(), answeredAt: try row.next(),
                answer: try row.next(), isWaiting: try row.next())
        }
        let names = try organisationNames(Set(found.map(\.agency)))
        let requests = found.map { request in
            AnswerFigures.Request(
                agency: names[request.agency] ?? FigureCount.notRecorded, sentAt: request.sentAt, dueAt: request.dueAt,
                answeredAt: request.answeredAt, answer: request.answer, isWaiting: request.isWaiting)
        }
        return AnswerFigures(period: period, requests: requests, at: moment)
    }
}
