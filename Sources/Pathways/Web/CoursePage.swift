import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// What followed one referral: the spans that run, what the person is entitled to, and every step.
struct CoursePage {
    let file: CourseFile
    let lists: CodeLists
    let rules: CourseRules
    let today: Day
    let form: Form
    let token: String
    let notice: CourseNotice?
    /// A note that was opened just now, with its step.
    let opened: (decision: ID<ReferralDecision>, note: DecisionNote)?

    private var referral: ReferralLine { file.referral }
    private var victim: VictimDetail { file.victim }

    func markup(_ context: SignedIn) -> Markup {
        let links = CourseLinks(context.place.slug)
        let steps = ReferralCourse.steps(file.history.standing, isNotification: referral.isNotification)
        return SignedInPage(
            context, section: .pathways, title: "Referral \(referral.reference)", problems: form.problems, notice: notice?.words
        ) {
            CourseTrail(file: file, slug: context.place.slug, current: nil)
            PageHeading("Referral \(referral.reference)") {
                Tag(referral.status.label, referral.status.tone)
                if let sent = referral.submittedOn { " sent \(sent.text)" }
            } actions: {
                ButtonLink(
                    "Open the referral", to: PathwayLinks(context.place.slug).referral(victim.id, referral.id), .second)
                if !steps.isEmpty { ButtonLink("Record a decision or step", to: links.decision(referral.id, of: victim.id)) }
            }
            Split {
                clocks
                course(links, context)
                facts(links)
            } side: {
                entitlements
            }
        }.markup
    }

    private var clocks: Markup {
        let clocks = file.history.clocks(file.facts, rules: rules, today: today)
        return Card("What runs now") {
            if let waiting = file.history.waiting(file.facts, rules: rules, today: today) {
                p {
                    let days = max(0, today.number - waiting.since.number)
                    "Waiting for the \(waiting.stage == .reasonableGrounds ? "reasonable" : "conclusive") grounds decision: "
                    strong { days == 1 ? "1 day" : "\(days) days" }
                    " since the referral."
                    if waiting.stage == .conclusiveGrounds { " This decision has no target." }
                }
            }
            if clocks.isEmpty {
                p(.class("soft")) { "No span of time runs at this stage." }
            } else {
                SummaryList(
                    clocks.map { clock in
                        .init(clock.heading) {
                            clock.isLate ? Tag(clock.words, .alert).markup : .text(clock.words)
                            span(.class("soft")) { " \(clock.clock.rule.span) from \(clock.clock.start.text). \(clock.clock.rule.source)" }
                            if !clock.clock.rule.isConfirmed {
                                " "
                                Tag("To be confirmed", .quiet)
                            }
                        }
                    })
            }
            if let known = rules.calendar.knownUntil, clocks.contains(where: { $0.clock.due > known }) {
                p(.class("soft")) { "Bank holidays are known until \(known.text): later days count weekends alone." }
            }
        }.markup
    }

    private var entitlements: Markup {
        let clocks = file.history.clocks(file.facts, rules: rules, today: today).map(\.clock)
        let list = Entitlement.list(
            referral.status, nation: victim.facts.nation, isChild: victim.facts.age.isTreatedAsChild,
            recovery: rules.rule(.recovery, in: victim.facts.nation, on: file.history.positiveOn ?? today),
            canAskAgain: clocks.contains { $0.rule.name == .reconsideration && !$0.isOver(on: today) },
            isSupportOver: clocks.contains { $0.rule.name == .supportAfterNegative && $0.isOver(on: today) })
        return Markup {
            if !list.isEmpty {
                Card("What they are entitled to now") {
                    ul {
                        for one in list {
                            li {
                                one.words
                                if one.isToBeConfirmed {
                                    " "
                                    Tag("To be confirmed", .quiet)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func facts(_ links: CourseLinks) -> Markup {
        Card("This referral") {
            SummaryList(
                [
                    .init("Kind", .text(referral.isNotification ? "Duty to notify report" : "National Referral Mechanism")),
                    .init("Home Office reference", .text(referral.homeOfficeReference ?? "")),
                    .init(
                        "Competent authority",
                        .text(
                            referral.competentAuthority.isEmpty
                                ? "" : lists["competent_authority"].label(referral.competentAuthority))),
                    .init("Crime record") {
                        a(.href(links.crime(referral.id, of: victim.id))) {
                            switch file.crimes.count {
                            case 0: "None noted: enter"
                            case 1: "1 noted: see"
                            default: "\(file.crimes.count) noted: see"
                            }
                        }
                    },
                    .init("Children's panel") {
                        if victim.facts.age.isTreatedAsChild || !file.panels.isEmpty {
                            a(.href(links.panel(referral.id, of: victim.id))) {
                                file.panels.isEmpty ? "None convened" : "See the panel"
                            }
                        } else {
                            "Decides about children alone"
                        }
                    },
                ])
        }.markup
    }

    private func course(_ links: CourseLinks, _ context: SignedIn) -> Markup {
        Card("What happened") {
            if file.history.entries.isEmpty {
                p(.class("soft")) { "No step is recorded since it was sent." }
            } else {
                Timeline(
                    file.history.entries.reversed().map { entry in
                        .init(entry.decidedOn.text, iso: entry.decidedOn.iso) { step(entry, links, context) }
                    })
            }
        }.markup
    }

    /// An import has no person behind it.
    private func enteredBy(_ entry: CourseDecision) -> String {
        if !entry.personName.isEmpty { return "by \(entry.personName)" }
        return entry.organisationName.isEmpty ? "imported" : "by \(entry.organisationName)"
    }

    @MarkupBuilder private func step(_ entry: CourseDecision, _ links: CourseLinks, _ context: SignedIn) -> Markup {
        let stage = lists["decision_stage"].label(entry.stage.rawValue)
        let outcome = lists["decision_outcome"].label(entry.outcome.rawValue)
        p {
            strong { entry.stage.outcomes.count > 1 ? "\(stage): \(outcome.lowercased())" : stage }
            if entry.voidedAt != nil {
                " "
                Tag("Taken out: wrongly entered", .quiet)
            }
        }
        if !entry.authority.isEmpty { p { lists["competent_authority"].label(entry.authority) } }
        if let list = entry.stage.reasonList(entry.outcome), !entry.reason.isEmpty { p { lists[list].label(entry.reason) } }
        if entry.wasAskedEarly { p { "Before the period was over, because the person asked for it" } }
        if let toldOn = entry.toldOn { p { "The person was told on \(toldOn.text)" } }
        p(.class("soft")) { "Entered \(entry.recordedAt.text), \(enteredBy(entry))" }
        if let opened, opened.decision == entry.id {
            InsetText {
                if !opened.note.note.isEmpty { p { opened.note.note } }
                if !opened.note.voiding.isEmpty { p { "Why it was taken out: \(opened.note.voiding)" } }
            }
        } else if entry.hasNote || entry.voidedAt != nil {
            FormTag(context, action: links.step(entry.id, "note", referral.id, of: victim.id), token: token) {
                Button(entry.hasNote ? "Read the note" : "Read why", .second)
            }
        }
        if file.history.newest?.id == entry.id, entry.from != nil {
            p { a(.href(links.step(entry.id, "void", referral.id, of: victim.id))) { "Wrongly entered: take it out" } }
        }
    }
}

/// The way back from a page of a referral to the person and the list.
struct CourseTrail: Component {
    let file: CourseFile
    let slug: String
    /// Nil on the course itself.
    let current: String?

    var markup: Markup {
        let pathways = PathwayLinks(slug)
        let reference = "Referral \(file.referral.reference)"
        let start = [("Pathways", pathways.list), (file.victim.reference, pathways.victim(file.victim.id))]
        return Breadcrumbs(
            current == nil ? start : start + [(reference, CourseLinks(slug).course(file.referral.id, of: file.victim.id))],
            current: current ?? reference
        ).markup
    }
}

/// What a page says after something was done.
enum CourseNotice: String, Sendable {
    case recorded
    case voided
    case panel
    case crime
    case crimeRemoved = "crime-removed"

    var words: String {
        switch self {
        case .recorded: "The step is recorded, and the referral has moved on"
        case .voided: "The wrong entry is taken out. It stays in the history"
        case .panel: "The panel is saved"
        case .crime: "The crime record is noted"
        case .crimeRemoved: "The crime record is taken out. It stays in the history"
        }
    }
}
