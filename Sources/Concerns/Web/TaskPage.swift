import Access
import Design
import HTML
import Kernel
import Web

/// One task: what was asked, and the form that says what came of it.
struct TaskPage {
    let concern: ConcernDetail
    let task: TaskDetail
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        let mayFinish =
            task.isOpen && (context.viewer.isCoordinator || task.organisation == context.viewer.organisation)
        return SignedInPage(
            context, section: .concerns, title: "Task on \(concern.reference)", problems: form.problems, layout: .narrow
        ) {
            Breadcrumbs([("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Task")
            PageHeading(task.title) { "\(task.organisationName) · due \(task.dueOn.text)" }
            SummaryList([
                .init("Concern") { a(.href(links.concern(concern.id))) { concern.reference } },
                .init("Strand", .text(StrandKind(rawValue: task.strand)?.label ?? "None")),
                .init("Given", .text(task.createdAt.text)),
            ])
            if mayFinish {
                FormTag(
                    context, action: links.task(concern.id, task.id), token: token,
                    version: form.data.version ?? task.version
                ) {
                    TextArea(
                        "What was done, and what came of it?", name: "result", value: form.value("result"),
                        hint: "Without names. What became of a person belongs in their own record, not here.",
                        problem: form.problem("result"))
                    Actions {
                        Button("Finish the task")
                        ButtonLink("Cancel", to: links.concern(concern.id), .second)
                    }
                }
            } else if !task.isOpen {
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
}
