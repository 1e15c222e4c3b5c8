import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// One concern: what was seen, what the agencies hold, what was decided and what is to be done next.
struct ConcernPage {
    let concern: ConcernDetail
    let rounds: [ScopingRoundDetail]
    /// How many files there are on each answer that has any.
    let answerFiles: [ID<ScopingRequest>: Int]
    let earlier: [EarlierConcern]
    let decisions: [ResponseDecisionLine]
    let team: [String]
    let circleCount: Int
    let lists: CodeLists
    let indicators: IndicatorCatalogue
    let now: Moment
    let notice: String?
    /// What the other parts of the feature show: strands, visits, tasks, files, outcome; and the side column's timeline.
    let mainSections: Markup
    let sideSections: Markup
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        let heading = concern.heading(locationLabel: locationLabel)
        return SignedInPage(
            context, section: .concerns, title: concern.reference, notice: notice
        ) {
            Breadcrumbs([("Concerns", links.list)], current: concern.reference)
            PageHeading("\(concern.reference) \(heading)") {
                "Raised \(concern.receivedOn.text) by \(raisedBy) · \(seenBy) "
                a(.href("\(links.concern(concern.id))/circle")) { "who?" }
            } actions: {
                actions(context, links)
            }
            if concern.immediateDanger && concern.status.isOpen { danger }
            if let other = concern.joinedTo {
                InsetText {
                    p {
                        "This concern was joined to another. "
                        a(.href(links.concern(other))) { "Open the other" }
                    }
                }
            }
            if concern.status == .awaitingCheck {
                WarningText { "This came by the public form and nobody has checked it. It counts in no figure until you accept it." }
            }
            Steps("Progress of the concern", steps.map(\.0), current: steps.firstIndex { $0.1 } ?? 0)
            Split {
                seen(context, links)
                if context.viewer.isCoordinator, concern.triagedAt != nil { triage(links) }
                scoping(context, links)
                response(context, links)
                mainSections
            } side: {
                if context.viewer.isCoordinator, concern.status.isOpen, concern.response == nil { suggestion }
                earlierConcerns(links)
                sideSections
            }
        }.markup
    }

    private var locationLabel: String {
        lists.place(concern.locationType)
    }

    private var seenBy: String {
        switch circleCount {
        case 0: "seen by the coordinator alone"
        case 1: "seen by 1 organisation"
        default: "seen by \(circleCount) organisations"
        }
    }

    private var raisedBy: String {
        if let name = concern.sourceOrganisationName { return name }
        let label = lists["concern_source"].label(concern.source)
        return label.isEmpty ? "somebody" : label.lowercased()
    }

    private var openRound: ScopingRoundDetail? { rounds.first { $0.closedAt == nil } }

    private var steps: [(String, Bool)] {
        let status = concern.status
        var scoping = "Scoping"
        if let round = openRound { scoping = "Scoping, \(round.answered) of \(round.requests.count)" }
        return [
            ("Raised", status == .awaitingCheck || status == .raised), ("Screened", status == .triaged),
            (scoping, status == .scoping), ("Response", status == .response),
            (status == .joined ? "Joined" : "Closed", !status.isOpen),
        ]
    }

    @MarkupBuilder private func actions(_ context: SignedIn, _ links: ConcernLinks) -> Markup {
        if context.viewer.isCoordinator {
            switch concern.status {
            case .awaitingCheck: ButtonLink("Check this report", to: "\(links.concern(concern.id))/check")
            case .raised: ButtonLink("Screen the concern", to: links.triage(concern.id))
            case .triaged:
                ButtonLink("Ask the agencies", to: links.ask(concern.id))
                ButtonLink("Decide the response", to: links.decide(concern.id), .second)
            case .scoping:
                if let round = openRound, round.requests.contains(where: \.isWaiting) {
                    ButtonLink("Close the round", to: links.closeRound(concern.id), .second)
                } else if openRound != nil {
                    ButtonLink("Close the round", to: links.closeRound(concern.id))
                }
                ButtonLink("Decide the response", to: links.decide(concern.id), openRound == nil ? .lead : .second)
            case .response:
                ButtonLink("Plan a visit", to: Link("/\(context.place.slug)/visits/new").query("concern", concern.id.text))
                ButtonLink("Close the concern", to: "\(links.concern(concern.id))/close", .second)
            case .closed: ButtonLink("Open it again", to: "\(links.concern(concern.id))/reopen", .second)
            case .joined: ButtonLink("Separate it again", to: "\(links.concern(concern.id))/separate", .second)
            }
        } else if let request = openRound?.requests.first(where: { $0.organisation == context.viewer.organisation }) {
            ButtonLink(request.answer == nil ? "Say what you hold" : "Correct your answer", to: links.answer(request.id))
        }
    }

    private var danger: DangerNotice {
        DangerNotice("Immediate danger.") {
            if let incident = concern.policeIncident {
                "Police incident \(incident). "
            } else {
                "No police incident is noted yet. Call 999 first. "
            }
            "Act on this before anything else."
        }
    }

    private func seen(_ context: SignedIn, _ links: ConcernLinks) -> Markup {
        Card(
            "What was seen",
            aside: {
                if context.viewer.isCoordinator, concern.status.isOpen {
                    a(.href("\(links.concern(concern.id))/amend")) { "Change" }
                }
            }
        ) {
            WrittenText(concern.seen.isEmpty ? concern.summary : concern.seen)
            if !concern.inferred.isEmpty {
                h3 { "What is inferred" }
                WrittenText(concern.inferred)
            }
            SummaryList(facts(context, links), absent: "Not known")
        }.markup
    }

    private func facts(_ context: SignedIn, _ links: ConcernLinks) -> [SummaryList.Fact] {
        var facts: [SummaryList.Fact] = []
        let placeWords = [concern.place, concern.postcode, concern.ward ?? "", concern.town ?? ""].filter { !$0.isEmpty }
        facts.append(.init("Where", text: placeWords.joined(separator: ", ")))
        facts.append(.init("They live", text: concern.residence))
        facts.append(.init("When", text: concern.happensWhen))
        facts.append(.init("How known", text: concern.howKnown.isEmpty ? "" : lists["way_of_knowing"].label(concern.howKnown)))
        if !concern.indicators.isEmpty {
            facts.append(
                .init("Indicators") {
                    ul { for code in concern.indicators { li { indicators.text(code) } } }
                })
        }
        facts.append(
            .init("Exploitation") {
                if concern.exploitation.isEmpty { "Not known" }
                for type in concern.exploitation {
                    Tag(lists["exploitation_type"].label(type))
                    " "
                }
            })
        let people = concern.peopleCount.map { "\($0)" } ?? "number not known"
        let nationality = lists["nationality"].label(concern.nationality)
        let children =
            switch concern.childrenPresent {
            case "yes": "children present"
            case "no": "no children"
            default: "children not known"
            }
        facts.append(.init("People", text: "\(people), \(nationality == "Unknown" ? "nationality not known" : nationality), \(children)"))
        if !concern.mentions.isEmpty {
            facts.append(
                .init("Mentioned") {
                    ul {
                        for mention in concern.mentions {
                            li {
                                [mention.role, mention.description, mention.value].filter { !$0.isEmpty }
                                    .joined(separator: " · ")
                            }
                        }
                    }
                })
        }
        let contact =
            concern.reporterContact == "no"
            ? "Does not want to be contacted"
            : concern.reporterSafeWay.isEmpty
                ? "May be contacted"
                : "May be contacted: \(lists["safe_contact_way"].label(concern.reporterSafeWay).lowercased())"
        facts.append(.init("Reporter", text: contact))
        if context.viewer.isCoordinator {
            facts.append(
                .init("Names") {
                    "Sealed. "
                    a(.href(links.reveal(concern.id))) { "Open them for a reason" }
                })
        }
        if let recordedBy = concern.recordedBy { facts.append(.init("Recorded by", text: recordedBy)) }
        return facts
    }

    private func triage(_ links: ConcernLinks) -> Markup {
        Card(
            "Screening (THRIVE)",
            aside: { if concern.status.isOpen { a(.href(links.triage(concern.id))) { "Change" } } }
        ) {
            SummaryList(
                concern.thrive.fields.map { .init(lists["thrive_heading"].label($0.name), text: $0.text) },
                absent: "Nothing noted")
        }.markup
    }

    @MarkupBuilder private func scoping(_ context: SignedIn, _ links: ConcernLinks) -> Markup {
        if rounds.isEmpty {
            if context.viewer.isCoordinator, concern.status.isOpen {
                Card("What the agencies hold") {
                    EmptyState("Nobody has been asked yet.") {
                        p { "Choose the agencies that may know something. Each answers in its own list, and you see the picture here." }
                        Actions { ButtonLink("Ask the agencies", to: links.ask(concern.id), .second) }
                    }
                }
            }
        }
        for round in rounds {
            Card(
                "What the agencies hold",
                aside: {
                    span(.class("soft")) {
                        if let closed = round.closedAt {
                            "Round \(round.number) · closed \(closed.text)"
                        } else {
                            "Round \(round.number) · due \(round.dueAt.text)"
                        }
                    }
                }
            ) {
                p { round.question }
                AnswerGrid(round.requests.map { answer($0, round, context, links) })
                if !round.closingSummary.isEmpty {
                    h3 { "The picture" }
                    WrittenText(round.closingSummary)
                }
                if context.viewer.isCoordinator { p(.class("soft")) { counts(round) } }
            }
        }
    }

    /// "3 of 5 answered; 1 nothing held; median 14 hours".
    private func counts(_ round: ScopingRoundDetail) -> String {
        let nothing = round.requests.count { $0.answer == .nothingHeld }
        let hours = round.requests.compactMap(\.hoursToAnswer).sorted()
        var text = "\(round.answered) of \(round.requests.count) answered, \(nothing) with nothing held"
        if !hours.isEmpty { text += ", median \(Self.duration(hours[hours.count / 2]))" }
        return text
    }

    /// "14 hours", of hours that were rounded.
    private static func duration(_ hours: Int) -> String {
        switch hours {
        case 0: "under an hour"
        case 1: "1 hour"
        default: "\(hours) hours"
        }
    }

    private func answer(
        _ request: ScopingRequestDetail, _ round: ScopingRoundDetail, _ context: SignedIn, _ links: ConcernLinks
    ) -> AnswerGrid.Answer {
        guard let answer = request.answer else {
            let late = request.isOverdue(at: now) || round.closedAt != nil
            let words = round.closedAt != nil ? "No answer" : late ? "Overdue" : "Waiting"
            return .init(request.organisationName, late ? .late : .waiting, words, after: request.reminders > 0 ? "reminded" : "") {
                if context.viewer.isCoordinator, request.isWaiting {
                    FormTag(context, action: links.remind(request.id), token: "\(token)-\(request.id.text)") {
                        Button("Remind", .second)
                    }
                }
                if request.organisation == context.viewer.organisation, round.closedAt == nil {
                    p { a(.href(links.answer(request.id))) { "Say what you hold" } }
                }
            }
        }
        let state: AnswerGrid.Answer.State =
            switch answer {
            case .nothingHeld: .nothing
            case .held: .held
            case .cannotShare, .conflict: .blocked
            }
        return .init(
            request.organisationName, state, answer.label, after: request.hoursToAnswer.map(Self.duration) ?? ""
        ) {
            if !request.summary.isEmpty { WrittenText(request.summary) }
            if !request.grading.isEmpty {
                p(.class("soft")) { "Graded \(request.grading)\(request.conditions.isEmpty ? "" : ": \(request.conditions)")" }
            }
            if !request.speakTo.isEmpty { p { "Speak to \(request.speakTo)" } }
            files(of: request, context, links)
        }
    }

    /// Leads to the files of an answer: whoever gave it may add some, the others open what is there.
    @MarkupBuilder private func files(
        of request: ScopingRequestDetail, _ context: SignedIn, _ links: ConcernLinks
    ) -> Markup {
        let count = answerFiles[request.id] ?? 0
        let mayAdd = context.viewer.isCoordinator || request.organisation == context.viewer.organisation
        if count > 0 || mayAdd && concern.status.isOpen {
            p {
                a(.href(links.files(request.id))) {
                    count == 0 ? "Add a file" : count == 1 ? "1 file" : "\(count) files"
                    span(.class("unseen")) { " of the answer of \(request.organisationName)" }
                }
            }
        }
    }

    @MarkupBuilder private func response(_ context: SignedIn, _ links: ConcernLinks) -> Markup {
        if let response = concern.response {
            Card(
                "Response",
                aside: {
                    if context.viewer.isCoordinator, concern.status.isOpen { a(.href(links.decide(concern.id))) { "Decide again" } }
                }
            ) {
                p { Tag(response.label, response == .significant ? .warn : .good) }
                SummaryList(responseFacts(response), absent: "Not yet")
                if response == .significant, context.viewer.isCoordinator, concern.status.isOpen {
                    if concern.tacticalPlan.isEmpty || concern.planningMeetingOn == nil {
                        WarningText { "No visit can be marked ready before the planning meeting and the tactical plan are recorded." }
                    }
                    let plans = concern.planningMeetingOn == nil ? "Record the planning meeting" : "Change the planning meeting"
                    Actions { ButtonLink(plans, to: links.plan(concern.id), .second) }
                }
                if decisions.count > 1 {
                    Details("Earlier decisions") {
                        ul {
                            for decision in decisions.dropFirst() {
                                li { "\(decision.decidedAt.text): \(decision.response.label). \(decision.rationale)" }
                            }
                        }
                    }
                }
            }
        }
    }

    private func responseFacts(_ response: ResponseGrade) -> [SummaryList.Fact] {
        var facts: [SummaryList.Fact] = []
        if let decision = decisions.first {
            facts.append(.init("Reasons", text: decision.rationale))
            facts.append(.init("Suggested", text: "\(decision.suggested.label): \(decision.reasons)"))
            if !decision.approver.isEmpty { facts.append(.init("Approved by", text: decision.approver)) }
            facts.append(.init("Decided", text: decision.decidedAt.text))
        }
        if let lead = concern.leadOrganisationName { facts.append(.init("Lead", text: lead)) }
        if let day = concern.reportBackOn { facts.append(.init("Reports back by", text: day.text)) }
        if response != .single { facts.append(.init("Team", text: team.joined(separator: ", "))) }
        if response == .significant {
            facts.append(.init("Planning meeting", text: concern.planningMeetingOn?.text ?? ""))
            facts.append(.init("What was agreed", text: concern.planningMeetingNotes))
            facts.append(.init("Tactical plan", text: concern.tacticalPlan))
        }
        return facts
    }

    private var suggestion: Markup {
        let suggested = ResponseCriteria(concern: concern, rounds: rounds).suggestion
        return Card("Suggested response") {
            p { Tag(suggested.grade.label, suggested.grade == .significant ? .warn : .plain) }
            p(.class("soft")) { suggested.reasons.joined(separator: " · ") }
            if suggested.grade == .significant { p { "Needs a planning meeting before any visit." } }
        }.markup
    }

    @MarkupBuilder private func earlierConcerns(_ links: ConcernLinks) -> Markup {
        if !earlier.isEmpty {
            Card("Also seen in") {
                ul(.class("plain")) {
                    for other in earlier {
                        li {
                            a(.href(links.concern(other.line.id))) { other.line.reference }
                            " \(other.reasons.joined(separator: ", "))"
                            br()
                            span(.class("soft")) { other.line.receivedOn.text }
                            if concern.status.isOpen {
                                span(.class("soft")) { " · " }
                                a(.href("\(links.concern(concern.id))/compare/\(other.line.id.text)")) {
                                    "side by side"
                                    span(.class("unseen")) { " with \(other.line.reference)" }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension ResponseCriteria {
    /// What the concern itself says of the criteria; the coordinator corrects it.
    init(concern: ConcernDetail, rounds: [ScopingRoundDetail]) {
        self.init()
        riskToLife = concern.immediateDanger
        peopleCount = concern.peopleCount
        children = concern.childrenPresent == "yes"
        complexPremises = ["factory", "farm", "hotel", "care-home", "waste-recycling", "construction-site", "warehouse"]
            .contains(concern.locationType)
        let answers = rounds.flatMap(\.requests).compactMap(\.answer)
        liveOperation = answers.contains(.conflict)
        agenciesHolding = answers.count { $0 != .nothingHeld }
    }
}
