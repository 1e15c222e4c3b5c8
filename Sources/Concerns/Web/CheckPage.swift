import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

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
                    .init(
                        "Where",
                        .text([concern.place, concern.postcode, concern.town ?? ""].filter { !$0.isEmpty }.joined(separator: ", "))),
                    .init("When", .text(concern.happensWhen)),
                    .init(
                        "Who",
                        .text(
                            concern.mentions.map { [$0.description, $0.value].filter { !$0.isEmpty }.joined(separator: " ") }.joined(
                                separator: "; "))),
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
