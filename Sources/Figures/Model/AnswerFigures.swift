import Kernel

/// How the agencies answered scoping rounds: one line for each agency and one for all together.
package struct AnswerFigures: Hashable, Sendable {
    /// The requests sent to one agency, or to all.
    package struct Line: Hashable, Sendable {
        package let agency: String
        package var requests = 0
        package var answered = 0
        /// The agency holds nothing: a nil return, which is an answer too.
        package var nothingHeld = 0
        package var held = 0
        package var cannotShare = 0
        package var conflict = 0
        /// Answered after the time that was set.
        package var late = 0
        /// Not answered, and the time that was set is over.
        package var overdue = 0
        /// From sending to the answer, in seconds by the clock, of half of the answers or more; nil without answers.
        package var medianSeconds: Int64?

        init(agency: String) {
            self.agency = agency
        }
    }

    /// One request as it is stored.
    struct Request: Sendable {
        let agency: String
        let sentAt: Moment
        let dueAt: Moment
        let answeredAt: Moment?
        let answer: String?
        let isWaiting: Bool
    }

    package let period: Period
    /// The agencies by name.
    package let lines: [Line]
    package let all: Line

    /// Counts requests as they stand at this moment.
    init(period: Period, requests: [Request], at moment: Moment) {
        self.period = period
        lines = Dictionary(grouping: requests, by: \.agency)
            .map { AnswerFigures.line($0.key, $0.value, at: moment) }
            .sorted { $0.agency < $1.agency }
        all = AnswerFigures.line("All agencies", requests, at: moment)
    }

    private static func line(_ agency: String, _ requests: [Request], at moment: Moment) -> Line {
        var line = Line(agency: agency)
        var times: [Int64] = []
        line.requests = requests.count
        for request in requests {
            if let answeredAt = request.answeredAt, let answer = request.answer {
                line.answered += 1
                times.append(max(0, answeredAt.seconds(since: request.sentAt)))
                if answeredAt > request.dueAt { line.late += 1 }
                switch answer {
                case "nothing-held": line.nothingHeld += 1
                case "held": line.held += 1
                case "cannot-share": line.cannotShare += 1
                case "conflict": line.conflict += 1
                default: break
                }
            } else if request.isWaiting && request.dueAt < moment {
                line.overdue += 1
            }
        }
        line.medianSeconds = median(times)
        return line
    }

    /// The middle value, or the mean of the two in the middle.
    static func median(_ values: [Int64]) -> Int64? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}

extension AnswerFigures.Line {
    /// The median as hours with one decimal: "19.0"; nil without answers.
    package var medianHours: String? {
        medianSeconds.map { seconds in
            let tenths = (seconds + 180) / 360
            return "\(tenths / 10).\(tenths % 10)"
        }
    }
}
