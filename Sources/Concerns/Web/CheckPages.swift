import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// What came by the public form and waits to be checked, danger first.
struct ToCheckPage {
    let listing: Listing<ConcernLine>
    let lists: CodeLists
    let notice: String?

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(context, section: .concerns, title: "Reports to check", notice: notice) {
            Breadcrumbs([("Concerns", links.list)], current: "Reports to check")
            PageHeading("Reports to check") {
                "What came by the public form. Nobody else sees it, and it counts in no figure, until you accept it."
            }
            DataTable(
                "Reports to check",
                columns: [
                    .init("Reference", .rowHeading), .init("Where"), .init("Received", .unbroken), .init("Danger"),
                    .init("Do", isHeadingShown: false),
                ],
                rows: listing.items.map { line in
                    [
                        a(.href(links.concern(line.id))) { line.reference }, .text(place(line)),
                        .text(line.receivedOn.text),
                        line.immediateDanger ? Tag("Says somebody is in danger", .alert).markup : "Not said",
                        a(.href(links.check(line.id))) {
                            "Check"
                            span(.class("unseen")) { " \(line.reference)" }
                        },
                    ]
                }, empty: "No report waits to be checked.")
            if let next = listing.next {
                Pager(newest: nil, older: links.toCheck.query("after", next))
            }
        }.markup
    }

    private func place(_ line: ConcernLine) -> String {
        [lists["location_type"].label(line.locationType), line.town].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

/// Checks one report: what it says, and whether it becomes a concern.
struct CheckPage {
    let concern: ConcernDetail
    let quote: String?
    let lists: CodeLists
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(
            context, section: .concerns, title: "Check \(concern.reference)", problems: form.problems, layout: .narrow
        ) {
            Breadcrumbs(
                [("Concerns", links.list), ("Reports to check", links.toCheck)], current: concern.reference)
            PageHeading("Check this report") { "\(concern.reference), received \(concern.receivedAt.text)" }
            if concern.immediateDanger {
                DangerNotice("The report says that somebody is in danger now.") {
                    " Call 999 if the police do not know yet. "
                    a(.href(links.danger(concern.id))) { "Act first" }
                }
            }
            Card("What they told") {
                for paragraph in concern.seen.split(separator: "\n") { p { String(paragraph) } }
                SummaryList([
                    .init("Where", .text([concern.place, concern.postcode, concern.town ?? ""].filter { !$0.isEmpty }.joined(separator: ", "))),
                    .init("When", .text(concern.happensWhen)),
                    .init("Who", .text(concern.mentions.map { [$0.description, $0.value].filter { !$0.isEmpty }.joined(separator: " ") }.joined(separator: "; "))),
                    .init("How they know", .text(concern.howKnown.isEmpty ? "" : lists["way_of_knowing"].label(concern.howKnown))),
                    .init("May be contacted", .text(contact)),
                    .init("Number they may quote", .text(quote ?? "")),
                ])
            }
            FormTag(context, action: links.check(concern.id), token: token) {
                Radios(
                    "Is this a concern?", name: "decision",
                    choices: [
                        Choice("accept", "Yes, accept it", hint: "It becomes a concern and waits to be screened"),
                        Choice("decline", "No", hint: "It is closed with the reason, and nothing is deleted"),
                    ], chosen: form.value("decision"), problem: form.problem("decision"), layout: .list)
                Select(
                    "If not, why?", name: "reason",
                    choices: CheckReport.reasons.map { Choice($0, lists["closing_reason"].label($0)) },
                    chosen: form.value("reason"), prompt: "It is a concern", problem: form.problem("reason"))
                TextArea(
                    "Note", name: "note", value: form.value("note"), hint: "Why; needed where it is not a concern",
                    problem: form.problem("note"), lines: 2)
                Actions {
                    Button("Save")
                    ButtonLink("Cancel", to: links.toCheck, .second)
                }
            }
        }.markup
    }

    private var contact: String {
        if concern.reporterContact == "no" { return "No" }
        let way = concern.reporterSafeWay
        return way.isEmpty ? "Yes" : "Yes: \(lists["safe_contact_way"].label(way))"
    }
}
