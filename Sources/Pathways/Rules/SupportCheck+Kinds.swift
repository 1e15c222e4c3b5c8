import Access
import Kernel
import Partnerships
import Visits

/// What holds for one kind of entry alone.
extension SupportCheck {
    var special: [Problem] {
        switch draft.kind {
        case .contact: contact
        case .stay: stay
        case .guardian: guardian
        case .missing: missing
        case .transition: transition
        case .outcome: outcome
        case .offer: offer
        case .moveOn: draft.status == .done ? needed("ends_on", draft.endsOn, "Enter when they moved on") : []
        case .need, .risk, .dependant, .preference: []
        }
    }

    /// Whether somebody can have been there on the day: in force then, approved unless they have left, and a place to live
    /// where it is a stay. What was chosen before stays, though the service has ended since.
    var service: [Problem] {
        guard let asked = draft.kind.form.service, let chosen = standing.service, chosen.id == draft.service else { return [] }
        let day = draft.kind == .stay ? draft.startsOn ?? standing.today : standing.today
        if let previous = standing.previous, previous.service == chosen.id, draft.kind != .stay || previous.startsOn == day { return [] }
        let facts = chosen.facts
        if asked.isPlace, !facts.isAccommodation(lists) {
            return [Problem("service", "Choose a service where people live: this one offers something else")]
        }
        if day < facts.validFrom || facts.validUntil.map({ day > $0 }) ?? false {
            let until = facts.validUntil.map { " until \($0.text)" } ?? ""
            return [Problem("service", "Choose a service that was there on \(day.text): this one is from \(facts.validFrom.text)\(until)")]
        }
        switch chosen.status {
        case .approved: return []
        case .proposed: return [Problem("service", "Choose an approved service: the coordinator has not approved this one")]
        case .suspended, .ended:
            if draft.kind == .stay, draft.status == .past { return [] }
            return [
                Problem("service", "Choose an approved service: this one is \(chosen.status.label.lowercased()), and nobody is sent there")
            ]
        }
    }

    private var contact: [Problem] {
        var problems = needed("starts_on", draft.startsOn, "Enter the day")
        let isOurs = draft.answers["direction"] != "they"
        if draft.status == .planned {
            if !isOurs {
                problems.append(Problem("direction", "Choose that we get in touch: what they do cannot be planned"))
            }
            if let day = draft.startsOn, day < standing.today {
                problems.append(Problem("starts_on", "Enter a day from today on, or say what came of it"))
            }
        }
        if draft.organisation == nil { problems.append(Problem("organisation", "Choose the organisation")) }
        // Only what lies ahead can be refused: that somebody was reached by a way that is not safe has to be on record.
        if isOurs, draft.status == .planned, let way = ContactWay(rawValue: draft.code) {
            problems += ContactCheck.problems(way, at: draft.startsAt, by: draft.organisation, standing.agreement)
        }
        return problems
    }

    private var stay: [Problem] {
        var problems = needed("starts_on", draft.startsOn, "Enter the first day")
        switch draft.status {
        case .past:
            problems += needed("ends_on", draft.endsOn, "Enter the last day")
            if draft.answers["leaving", default: ""].isEmpty { problems.append(Problem("leaving", "Choose why they left")) }
        case .current:
            if let last = draft.endsOn, last < standing.today {
                problems.append(Problem("status", "Say that they have left, or correct the last day: it is past"))
            }
        default:
            if let first = draft.startsOn, first < standing.today {
                problems.append(Problem("status", "Say that they stay there now, or correct the first day: it is past"))
            }
        }
        if let first = draft.startsOn,
            let other = SupportCheck.overlapping(from: first, until: draft.endsOn, standing.others.filter { $0.kind == .stay })
        {
            let until = other.endsOn.map { " to \($0.text)" } ?? ""
            problems.append(
                Problem("starts_on", "End the other stay first: they stay elsewhere from \(other.startsOn.text)\(until)"))
        }
        return problems
    }

    /// The first stay that is not over before a new one begins or begun before it is over. On the day of a move both are
    /// true.
    package static func overlapping(from first: Day, until last: Day?, _ others: [SupportLine]) -> SupportLine? {
        others.filter(\.counts).sorted { $0.startsOn < $1.startsOn }.first { other in
            (other.endsOn.map { $0 > first } ?? true) && (last.map { $0 > other.startsOn } ?? true)
        }
    }

    private var guardian: [Problem] {
        var problems = needed("starts_on", draft.startsOn, "Enter when the guardian was asked for")
        if standing.previous == nil, !standing.isTreatedAsChild, draft.code != GuardianService.afterEighteen {
            problems.append(Problem("", "A guardian is for whoever is under 18 or may be: correct the age first"))
        }
        if !GuardianService.works(lists["guardian_service"][draft.code], in: standing.nation) {
            problems.append(Problem("code", "Choose the service of \(standing.nation.label)"))
        }
        if draft.status == .allocated || draft.status == .declined {
            problems += needed("ends_on", draft.endsOn, "Enter when the guardian was named or turned down")
        }
        return problems
    }

    private var missing: [Problem] {
        var problems = needed("starts_on", draft.startsOn, "Enter since when they are missing")
        if draft.status == .missing {
            if standing.others.contains(where: { $0.kind == .missing && $0.status == .missing }) {
                problems.append(Problem("", "They are recorded as missing already: change that entry"))
            }
            if draft.endsOn != nil {
                problems.append(Problem("status", "Choose “found”, or leave the day on which they were found empty"))
            }
            return problems
        }
        problems += needed("ends_on", draft.endsOn, "Enter when they were found")
        if draft.startsOn == draft.endsOn, let gone = ClockTime(draft.startsAt),
            let found = ClockTime(draft.endsAt), found < gone
        {
            problems.append(Problem("ends_at", "Enter an hour that is not before they went missing"))
        }
        if draft.status == .interviewHeld {
            problems += needed("done_on", draft.doneOn, "Enter when the return interview was held")
            if let held = draft.doneOn, let found = draft.endsOn, held < found {
                problems.append(Problem("done_on", "Enter a day that is not before they were found"))
            }
        }
        return problems
    }

    private var transition: [Problem] {
        let turnsAdult = standing.isTreatedAsChild || standing.adultFromMonth >= standing.openedOn.isoMonth
        if standing.previous == nil, !turnsAdult {
            return [Problem("", "This is for whoever was under 18 when the pathway was begun: correct the age first")]
        }
        return draft.status == .done ? needed("starts_on", draft.startsOn, "Enter when it was reviewed") : []
    }

    private var outcome: [Problem] {
        var problems = needed("starts_on", draft.startsOn, "Enter when they were asked")
        if standing.previous == nil, !standing.maySayHowTheyAre {
            problems.append(
                Problem("", "They did not agree to be asked later how they are, or took it back: do not ask"))
        }
        guard let months = Int(draft.code) else { return problems }
        // An answer of before the last decision belongs to an earlier count.
        func isOfThisCount(_ day: Day?) -> Bool {
            OutcomeSchedule.isCounted(askedOn: day ?? standing.today, from: standing.outcomesFrom)
        }
        let isAskedTwice = standing.others.contains {
            $0.kind == .outcome && $0.counts && $0.code == draft.code && isOfThisCount($0.startsOn) == isOfThisCount(draft.startsOn)
        }
        if isAskedTwice {
            problems.append(Problem("code", "They were asked after \(months) months already: change that entry"))
        }
        let due = OutcomeSchedule.day(months, after: standing.outcomesFrom)
        // A later decision moves the day: what was asked before it stays right and can be corrected.
        if standing.previous == nil, let asked = draft.startsOn, asked < due {
            problems.append(
                Problem("starts_on", "Ask them from \(due.text) on: that is \(months) months after \(standing.outcomesFrom.text)"))
        }
        if draft.status == .answered {
            for question in draft.kind.form.questions where draft.answers[question.name, default: ""].isEmpty {
                problems.append(Problem(question.name, "Choose an answer: \(question.label.lowercasedFirst)"))
            }
        }
        return problems
    }

    private var offer: [Problem] {
        var problems: [Problem] = []
        if draft.code == "nrm", standing.isTreatedAsChild, standing.previous == nil {
            problems.append(Problem("code", "Refer them: whoever is under 18 or may be is not asked for consent"))
        }
        if draft.status == .agreed || draft.status == .declinedAgain {
            problems += needed("ends_on", draft.endsOn, "Enter when they were asked")
        }
        return problems
    }
}

extension SupportDraft {
    /// When something is next to be done; nil where nothing is.
    package var dueOn: Day? {
        guard status.isOpen else { return nil }
        switch kind {
        case .need, .risk, .dependant, .preference, .transition, .moveOn, .offer: return reviewOn
        case .guardian: return status == .allocated ? nil : reviewOn
        case .contact: return startsOn
        case .stay: return endsOn
        case .missing: return status == .found ? endsOn.map { ReturnInterview.due(foundOn: $0, at: endsAt).day } : startsOn
        case .outcome: return nil
        }
    }
}

/// The interview that is offered to somebody who was missing, within 72 hours of being found.
package enum ReturnInterview {
    /// The last second of the 72 hours. Where the hour of finding is not known they count from the beginning of the day.
    package static func due(foundOn day: Day, at time: String) -> Moment {
        let found = ClockTime(time).map { Moment(day: day, at: $0) } ?? Moment(day: day, hour: 0)
        return found.adding(seconds: 72 * 3600 - 1)
    }
}
