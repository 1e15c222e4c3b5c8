import Access
import Design
import HTML
import Kernel
import Web

/// Calling a visit off, with the reason.
struct CancelVisitPage {
    let visit: VisitDetail
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = VisitLinks(context.place.slug)
        return SignedInPage(
            context, section: .visits, title: "Call off visit \(visit.reference)", problems: form.problems,
            layout: .narrow
        ) {
            Breadcrumbs(
                [("Visits", links.list), (visit.reference, links.visit(visit.id))], current: "Call it off")
            PageHeading("Call off visit \(visit.reference)") { visit.whenText }
            FormTag(context, action: links.cancel(visit.id), token: token) {
                TextArea(
                    "Why is it called off?", name: "reason", value: form.value("reason"),
                    hint: "Everybody on the visit reads this", problem: form.problem("reason"), lines: 4)
                Actions {
                    Button("Call it off", .danger)
                    ButtonLink("Keep it", to: links.visit(visit.id), .second)
                }
            }
        }.markup
    }
}
