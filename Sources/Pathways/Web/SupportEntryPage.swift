import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// One entry with what is sealed of it. That it was opened is in the journal.
struct SupportEntryPage {
    let line: SupportLine
    let victim: VictimDetail
    let opened: OpenedSupport
    /// Where they stay, once it was asked for.
    let address: String?
    let problems: [Problem]
    let lists: CodeLists
    let today: Day
    let notice: String?
    let token: String

    private var form: SupportForm { line.kind.form }
    private var words: SupportWords { SupportWords(lists: lists, today: today) }

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "\(form.one.capitalizedFirst): \(victim.reference)", problems: problems,
            notice: notice
        ) {
            Breadcrumbs(
                [("Pathways", links.list), (victim.reference, links.victim(victim.id)), ("Support", links.support(victim.id))],
                current: form.one.capitalizedFirst)
            PageHeading(words.name(line)) {
                words.tag(line)
                " \(form.one), \(victim.reference)"
            } actions: {
                ButtonLink("Change or end", to: links.changeSupport(line.id, of: victim.id))
            }
            if !objections.isEmpty {
                if line.status == .planned {
                    DangerNotice("Do not get in touch like this.") {
                        ul { for problem in objections { li { problem.message } } }
                    }
                } else {
                    WarningText {
                        "By what is agreed now this contact was not safe: ask them, on a safe way, whether anybody noticed, and "
                            + "look at the risks. \(objections.map(\.message).joined(separator: ". "))"
                    }
                }
            }
            if let contact = opened.contact { howToReach(contact, links) }
            Split {
                Card("In words") {
                    SummaryList(
                        form.texts.map { text in .init(text.label) { paragraphs(opened.words[text.name] ?? "") } },
                        absent: "Nothing")
                }
                if line.hasAddress { whereTheyStay(context, links) }
            } side: {
                Card("What is recorded") { SummaryList(facts(context.place.slug)) }
                p(.class("soft")) { "That you opened this is in the journal." }
            }
        }.markup
    }

    /// What speaks against a contact that we make or made, by what is agreed now: it may be other than when it was planned. Of
    /// one that was made, the way alone is looked at: the safe hours are sealed, and are opened for what lies ahead.
    private var objections: [Problem] {
        guard line.kind == .contact, [.planned, .reached, .notReached].contains(line.status), line.answers["direction"] != "they",
            let way = ContactWay(rawValue: line.code)
        else { return [] }
        return ContactCheck.problems(
            way, at: line.startsAt, by: line.organisation, ContactCheck.Agreement(victim, safe: opened.contact))
    }

    private func paragraphs(_ text: String) -> Markup {
        Markup { for line in text.split(separator: "\n") { div { String(line) } } }
    }

    private func facts(_ slug: String) -> [SummaryList.Fact] {
        var facts: [SummaryList.Fact] = []
        if let score = line.score { facts.append(.init("Risk") { words.tag(score) }) }
        for question in form.questions {
            if let answer = line.answers[question.name] {
                facts.append(.init(question.label, .text(lists[question.list].label(answer))))
            }
        }
        facts.append(.init(form.starts?.label ?? "Recorded for", .text(at(line.startsOn, line.startsAt))))
        if let label = form.ends?.label, let last = line.endsOn { facts.append(.init(label, .text(at(last, line.endsAt)))) }
        if let label = form.done?.label, let done = line.doneOn { facts.append(.init(label, .text(done.text))) }
        if let label = form.review?.label, let review = line.reviewOn { facts.append(.init(label, .text(review.text))) }
        if let service = line.service, !line.serviceName.isEmpty {
            facts.append(.init("Service") { a(.href(ServiceLinks(slug).service(service))) { line.serviceName } })
        }
        facts += special
        if !line.organisationName.isEmpty { facts.append(.init(form.doer ?? "Who", .text(line.organisationName))) }
        facts.append(.init("Recorded", .text("\(line.recordedAt.text) by \(line.recordedBy)")))
        return facts
    }

    /// What follows from the days of one kind.
    private var special: [SummaryList.Fact] {
        switch line.kind {
        case .guardian:
            let days = line.daysWaited(today: today)
            return [.init(line.isOpen && line.endsOn == nil ? "Waiting for" : "Waited", .text(days == 1 ? "1 day" : "\(days) days"))]
        case .missing:
            guard let found = line.endsOn else { return [] }
            let due = ReturnInterview.due(foundOn: found, at: line.endsAt)
            let isLate = (line.doneOn ?? today) > due.day && line.status != .interviewDeclined
            return [
                .init("Return interview due") {
                    "\(due.text) "
                    if isLate { Tag(line.doneOn == nil ? "Late" : "Held late", .alert) }
                }
            ]
        default: return []
        }
    }

    private func at(_ day: Day, _ time: String) -> String { time.isEmpty ? day.text : "\(day.text) at \(time)" }

    /// What to know before they are called: what is said first, and what never.
    private func howToReach(_ contact: SafeContact, _ links: PathwayLinks) -> Markup {
        var facts: [SummaryList.Fact] = [
            .init("Say first", .text(contact.codeWord)), .init("Never", .text(contact.warnings)),
            .init(
                "Safe hours", .text(contact.from.isEmpty ? contact.times : "\(contact.from) to \(contact.until). \(contact.times)")),
        ]
        switch ContactWay(rawValue: line.code) {
        case .call, .message: facts.append(.init("Telephone", .text(contact.phone)))
        case .email: facts.append(.init("E-mail", .text(contact.email)))
        case .post, .visit, nil: break
        }
        return Card("Before you get in touch", aside: { a(.href(links.contact(victim.id))) { "Safe contact" } }) {
            p { victim.contactRule.label }
            SummaryList(facts, absent: "Not agreed")
        }.markup
    }

    private func whereTheyStay(_ context: SignedIn, _ links: PathwayLinks) -> Markup {
        Card("Address", id: "address") {
            if let address {
                p { strong { address } }
                p(.class("soft")) { "Do not write it down elsewhere. That you opened it is in the journal." }
            } else {
                p(.class("soft")) { "Sealed. Open it only if you need it now: that is recorded." }
                FormTag(context, action: links.stayAddress(line.id, of: victim.id), token: token) {
                    Button("Show the address", .second)
                }
            }
        }.markup
    }
}
