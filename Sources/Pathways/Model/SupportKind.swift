import Store

/// What is recorded in looking after somebody. Each kind is described by one `SupportForm`.
package enum SupportKind: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    case missing
    case risk
    case need
    case stay
    case contact
    case guardian
    case dependant
    case preference
    case transition
    case moveOn = "move-on"
    case offer
    case outcome
}

/// Where an entry stands. Which of these a kind has, and what they are called there, its `SupportForm` says.
package enum SupportStatus: String, Sendable, CaseIterable, Bindable, ColumnDecodable {
    case unmet
    case partMet = "part-met"
    case met
    /// True now: a risk, somebody who depends on them, a wish, a stay.
    case current
    case past
    case planned
    case done
    case reached
    case notReached = "not-reached"
    case calledOff = "called-off"
    case requested
    case accepted
    case allocated
    case declined
    case missing
    /// Found; the return interview is still to be held.
    case found
    case interviewHeld = "interview-held"
    case interviewDeclined = "interview-declined"
    case toAsk = "to-ask"
    case agreed
    case declinedAgain = "declined-again"
    case doNotAsk = "do-not-ask"
    case answered
    /// Entered in error: it stays on record and counts for nothing.
    case void

    /// Whether it holds now or waits for something.
    package var isOpen: Bool {
        switch self {
        case .unmet, .partMet, .current, .planned, .requested, .accepted, .allocated, .missing, .found, .toAsk: true
        case .met, .past, .done, .reached, .notReached, .calledOff, .declined, .interviewHeld, .interviewDeclined, .agreed,
            .declinedAgain, .doNotAsk, .answered, .void:
            false
        }
    }
}
