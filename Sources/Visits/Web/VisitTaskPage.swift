import Access
import Design
import HTML
import Kernel
import Web

/// One follow-up task of a visit: what was asked, and the form that says what came of it.
struct VisitTaskPage {
    let task: VisitTask
    let visit: ID<Visit>
    /// The visit as it is called; nil for whoever has the task and was not on the visit.
    let reference: String?
    let form: Form
    let notice: VisitNotice?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = VisitLinks(context.place.slug)
        let name = reference.map { "Task of visit \($0)" } ?? "Task of a visit"
        return SignedInPage(
            context, section: .visits, title: name, problems: form.problems, notice: notice?.words, layout: .narrow
        ) {
            if let reference {
                Breadcrumbs([("Visits", links.list), (reference, links.visit(visit))], current: "Task")
            } else {
                BackLink(to: PageLinks.myWork(context.place.slug), "My work")
            }
            PageHeading(task.title) { "\(task.organisationName) · due \(task.dueOn.text)" }
            SummaryList([
                .init("Visit", .text(reference ?? "Your agency was not on this visit")),
                .init("Belongs to", .text(VisitTaskPage.strand(task.strand))),
            ])
            if task.mayBeFinished(by: context.viewer) {
                FormTag(
                    context, action: links.task(task.id, of: visit), token: token,
                    version: form.data.version ?? task.version
                ) {
                    TextArea(
                        "What was done, and what came of it?", name: "result", value: form.value("result"),
                        hint: "Without names. What became of a person belongs in their own record, not here.",
                        problem: form.problem("result"))
                    Actions {
                        Button("Finish the task")
                        ButtonLink(
                            "Cancel", to: reference == nil ? PageLinks.myWork(context.place.slug) : links.visit(visit),
                            .second)
                    }
                }
            } else if task.isOpen {
                p(.class("soft")) { "This task is open." }
            } else {
                Card("Finished \(task.doneAt?.text ?? "")") { p { task.result } }
                if !form.value("result").isEmpty, form.value("result") != task.result {
                    Card("What you typed is not recorded") {
                        p(.class("soft")) { "Somebody finished the task before you. Copy what is missing above into a file or a new task." }
                        p { form.value("result") }
                    }
                }
            }
        }.markup
    }

    static func strand(_ strand: String) -> String {
        switch strand {
        case "location": "The location"
        case "offenders": "The offenders"
        case "victims": "The victims"
        default: "The visit as a whole"
        }
    }
}
