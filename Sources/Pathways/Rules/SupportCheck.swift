import Access
import Kernel
import Partnerships
import Visits

/// What an entry is judged by: the person as they stand, and everything else that is recorded for them.
package struct SupportStanding: Sendable {
    package var today: Day
    package var isPathwayOpen: Bool
    package var openedOn: Day
    package var isTreatedAsChild: Bool
    package var adultFromMonth: String
    package var nation: Nation
    /// Everything recorded but the entry itself.
    package var others: [SupportLine]
    /// The entry as it was; nil for a new one.
    package var previous: SupportLine?
    package var circle: Set<ID<Organisation>>
    package var agreement: ContactCheck.Agreement
    /// Whether they agreed to be asked later how they are, and have not taken it back.
    package var maySayHowTheyAre: Bool
    /// The day from which 6, 12 and 24 months are counted.
    package var outcomesFrom: Day
    /// The service that was chosen, where the viewer sees it in the directory.
    package var service: ServiceDetail?
}

/// Every reason why an entry cannot be kept as it is typed; empty means it can.
package struct SupportCheck {
    let draft: SupportDraft
    let standing: SupportStanding
    let lists: CodeLists

    package static func problems(_ draft: SupportDraft, _ standing: SupportStanding, lists: CodeLists) -> [Problem] {
        let check = SupportCheck(draft: draft, standing: standing, lists: lists)
        var problems = check.whole + check.choices + check.days + check.texts
        // What was entered in error need not fit with anything.
        if draft.status != .void { problems.addMissing(check.review + check.special + check.service) }
        return problems
    }

    private var form: SupportForm { draft.kind.form }
    private var today: Day { standing.today }

    // MARK: What holds for every kind

    private var whole: [Problem] {
        if standing.isPathwayOpen || standing.previous != nil || draft.kind == .outcome || draft.kind == .contact { return [] }
        return [Problem("", "This pathway is closed: only contacts and how they are can be added")]
    }

    private var choices: [Problem] {
        var problems: [Problem] = []
        if let code = form.code {
            let isKnown = draft.kind == .contact ? ContactWay(rawValue: draft.code) != nil : lists[code.list].contains(draft.code)
            if !isKnown { problems.append(Problem("code", "Choose one from the list")) }
        }
        if !form.has(draft.status) { problems.append(Problem("status", "Choose how it stands")) }
        for question in form.questions {
            let answer = draft.answers[question.name] ?? ""
            if answer.isEmpty ? question.isRequired : !lists[question.list].contains(answer) {
                problems.append(Problem(question.name, "Choose an answer: \(question.label.lowercasedFirst)"))
            }
        }
        if form.isScored {
            if !(1...5).contains(draft.likelihood ?? 0) { problems.append(Problem("likelihood", "Choose how likely it is")) }
            if !(1...5).contains(draft.impact ?? 0) { problems.append(Problem("impact", "Choose how grave it would be")) }
        }
        if let organisation = draft.organisation, !standing.circle.contains(organisation),
            organisation != standing.previous?.organisation
        {
            problems.append(Problem("organisation", "Choose an organisation that works with this person"))
        }
        if let service = draft.service, form.service == nil || standing.service?.id != service {
            problems.append(Problem("service", "Choose a service of the directory, or none"))
        }
        return problems
    }

    /// Whether the first and the last day may lie in the future.
    private var mayBegin: Bool { draft.status == .planned }
    private var mayEnd: Bool { draft.kind == .stay && draft.status.isOpen }

    private var days: [Problem] {
        var problems: [Problem] = []
        func check(_ field: String, _ day: Day?, mayBeAhead: Bool) {
            guard let day else { return }
            if day.parts.year < 2000 || day > today.adding(days: 3660) {
                problems.append(Problem(field, "Enter a day between 2000 and ten years from now"))
            } else if day > today, !mayBeAhead, draft.status != .void {
                problems.append(Problem(field, "Enter a day that is not in the future"))
            }
        }
        check("starts_on", draft.startsOn, mayBeAhead: mayBegin)
        check("ends_on", draft.endsOn, mayBeAhead: mayEnd)
        check("review_on", draft.reviewOn, mayBeAhead: true)
        check("done_on", draft.doneOn, mayBeAhead: false)
        for (field, time) in [("starts_at", draft.startsAt), ("ends_at", draft.endsAt)]
        where !time.isEmpty && ClockTime(time) == nil {
            problems.append(Problem(field, "Enter the time as hours and minutes, for example 14:30"))
        }
        if let first = draft.startsOn, let last = draft.endsOn, last < first {
            problems.append(Problem("ends_on", "Enter a day that is not before the first one, \(first.text)"))
        }
        return problems
    }

    private var texts: [Problem] {
        let words = form.texts.compactMap { text in
            TextLength.problem(
                text.name, text.label.lowercasedFirst, draft.words[text.name] ?? "",
                limit: text.isLine ? TextLength.line : TextLength.account)
        }
        return words + [TextLength.problem("address", "address", draft.address, limit: TextLength.line)].compactMap { $0 }
    }

    /// The day on which somebody looks again: never one that is past already, and named where it has to be.
    private var review: [Problem] {
        guard draft.status.isOpen, form.review != nil else { return [] }
        if let day = draft.reviewOn {
            let isKept = day == standing.previous?.reviewOn
            return day < today && !isKept ? [Problem("review_on", "Enter a day from today on")] : []
        }
        switch draft.kind {
        case .need: return [Problem("review_on", "Enter when somebody looks at it again: it is not met yet")]
        case .risk:
            guard let level = draft.score?.level, level.needsReview else { return [] }
            return [
                Problem("review_on", "Enter when somebody looks at it again: a \(level.label.lowercased()) risk needs a day")
            ]
        case .offer: return [Problem("review_on", "Enter when they are asked again")]
        case .moveOn: return [Problem("review_on", "Enter by when it is to be done")]
        case .transition: return [Problem("review_on", "Enter when somebody looks at it again")]
        case .missing, .stay, .contact, .guardian, .dependant, .preference, .outcome: return []
        }
    }

    func needed(_ field: String, _ day: Day?, _ message: String) -> [Problem] {
        day == nil ? [Problem(field, message)] : []
    }
}
