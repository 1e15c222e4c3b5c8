import Access
import Concerns
import Design
import HTML
import Kernel
import Partnerships
import Pathways
import Visits
import Web

/// What waits for somebody, the oldest due first; the open concerns; the week.
struct MyWorkPage {
    let items: [WorkItem]
    let open: Listing<ConcernLine>
    let week: WeekFigures
    let drafts: [(form: String, savedAt: Moment)]
    let lists: CodeLists
    let now: Moment
    let notice: String?

    private var answers: String {
        week.answers == 0 ? "None" : "\(week.answers), of which \(week.nothingHeld) nothing held"
    }

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        let readsCases = context.viewer.isCoordinator || context.viewer.has(.member)
        return SignedInPage(context, section: .myWork, title: "My work", notice: notice) {
            for line in open.items where line.immediateDanger && readsCases {
                DangerNotice("Immediate danger.") {
                    a(.href(links.concern(line.id))) { line.reference }
                    " \(place(line)). Act on this before anything else."
                }
            }
            PageHeading("My work") {
            } actions: {
                ButtonLink("Record a concern", to: links.new)
                if context.viewer.isCoordinator { ButtonLink("Log a call", to: links.call, .second) }
            }
            Split {
                Card(
                    "Waiting for you",
                    aside: {
                        span(.class("soft")) {
                            items.count == 1 ? "1 thing" : "\(items.count) things, oldest due first"
                        }
                    }
                ) {
                    DataTable(
                        "Waiting for you",
                        columns: [.init("Due", .unbroken), .init("What"), .init("About"), .init("From", .unbroken)],
                        rows: items.map(row),
                        empty: "Nothing waits for you. Questions from the coordinator, tasks and visits appear here.")
                }
                if readsCases {
                    Card("Open concerns", aside: { a(.href(links.list)) { "All open concerns" } }) {
                        DataTable(
                            "Open concerns",
                            columns: [
                                .init("Reference", .rowHeading), .init("Where"), .init("Stage"), .init("Age", .number),
                            ],
                            rows: open.items.map { line in
                                [
                                    a(.href(links.concern(line.id))) { line.reference }, .text(place(line)),
                                    Markup { for tag in line.tags { tag } }, .text(age(line)),
                                ]
                            },
                            empty:
                                "No concern is open. A concern appears here when somebody records one that you may see."
                        )
                    }
                }
            } side: {
                if !drafts.isEmpty {
                    Card("Not finished") {
                        ul(.class("plain")) {
                            for draft in drafts {
                                if let (name, link) = destination(draft.form, links) {
                                    li {
                                        a(.href(link)) { name }
                                        " saved \(draft.savedAt.text)"
                                    }
                                }
                            }
                        }
                    }
                }
                if readsCases {
                    Card("Last seven days") {
                        SummaryList(
                            [
                                .init(
                                    "New", .text(week.newConcerns == 1 ? "1 concern" : "\(week.newConcerns) concerns")),
                                .init("Answers", .text(answers)),
                                .init(
                                    "Median",
                                    .text(week.medianHours.map { "\($0) hours to answer" } ?? "No answers yet")),
                            ])
                    }
                }
            }
        }.markup
    }

    private func row(_ item: WorkItem) -> [Markup] {
        let due = item.dueText(now: now)
        let tone: Tag.Tone = item.isLate(now: now) ? .alert : item.since == nil && item.due.day == now.day ? .warn : .plain
        return [
            Tag(due, tone).markup,
            Markup {
                a(.href(item.link)) { item.what }
                if item.isDanger {
                    " "
                    Tag("Immediate danger", .alert)
                }
                if !item.detail.isEmpty {
                    br()
                    span(.class("soft")) { item.detail }
                }
            },
            .text(item.about), .text(item.from),
        ]
    }

    private func place(_ line: ConcernLine) -> String {
        let type = lists.place(line.locationType)
        return line.town.isEmpty ? type : "\(type), \(line.town)"
    }

    private func age(_ line: ConcernLine) -> String {
        let days = now.day.number - line.receivedOn.number
        if days >= 730 { return "\(days / 365) years" }
        if days <= 0 { return "Today" }
        return days == 1 ? "1 day" : "\(days) days"
    }

    /// Where an unfinished form goes on, by the name under which it was saved: "sandwell/concern".
    private func destination(_ form: String, _ links: ConcernLinks) -> (String, Link)? {
        guard let slash = form.firstIndex(of: "/") else { return nil }
        let name = form[form.index(after: slash)...]
        if name == "concern" { return ("A concern", links.new) }
        if name == "call" { return ("A call", links.call) }
        if name.hasPrefix("triage-"), let id = ID<Concern>(name.dropFirst(7)) {
            return ("A screening", links.triage(id))
        }
        if name.hasPrefix("answer-"), let id = ID<ScopingRequest>(name.dropFirst(7)) {
            return ("An answer", links.answer(id))
        }
        if name.hasPrefix("amend-"), let id = ID<Concern>(name.dropFirst(6)) {
            return ("A change to a concern", links.amend(id))
        }
        let visits = VisitLinks(links.slug)
        if name == "plan-visit" { return ("The plan of a visit", visits.new) }
        if let (name, link) = SupportFormPage.unfinished(name, slug: links.slug) { return (name, link) }
        if name.hasPrefix("debrief-"), let id = ID<Visit>(name.dropFirst(8)) { return ("A debrief", visits.debrief(id)) }
        return nil
    }
}
