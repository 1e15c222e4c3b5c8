import Design
import HTML
import Kernel
import Web

/// Asks why the sealed names are needed, and then shows them, once.
struct RevealPage {
    let concern: ConcernDetail
    let form: Form
    let names: RevealedIdentities?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(
            context, section: .concerns, title: "Sealed names of \(concern.reference)", problems: form.problems, layout: .narrow
        ) {
            Breadcrumbs([("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Sealed names")
            PageHeading("Sealed names") { concern.reference }
            if let names {
                Card("Opened for you") {
                    SummaryList(
                        [.init("Reporter", text: names.reporterName), .init("How to reach them", text: names.reporterDetails)]
                            + names.names.map { .init($0.about, text: $0.name) }, absent: "Not given")
                    p(.class("soft")) { "This opening is recorded. The names are on this page only: do not copy them into other fields." }
                }
                p { a(.href(links.concern(concern.id))) { "Back to \(concern.reference)" } }
            } else {
                FormTag(context, action: links.reveal(concern.id), token: token) {
                    TextArea(
                        "Why do you need them?", name: "reason", value: form.value("reason"),
                        hint: "Your name, the time and this reason are recorded", problem: form.problem("reason"), lines: 3)
                    Actions {
                        Button("Open the names")
                        ButtonLink("Cancel", to: links.concern(concern.id), .second)
                    }
                }
            }
        }.markup
    }
}
