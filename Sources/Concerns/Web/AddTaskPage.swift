import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Gives an organisation something to do.
struct AddTaskPage {
    let concern: ConcernDetail
    let strands: [StrandDetail]
    let organisations: [OrganisationSummary]
    let circle: [CircleMember]
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        let inCircle = Set(circle.filter(\.isCurrent).map(\.organisation))
        return SignedInPage(
            context, section: .concerns, title: "Add a task to \(concern.reference)", problems: form.problems,
            layout: .narrow
        ) {
            Breadcrumbs([("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Add a task")
            PageHeading("Add a task") { concern.reference }
            FormTag(context, action: links.newTask(concern.id), token: token) {
                TextInput(
                    "What is to be done?", name: "title", value: form.value("title"),
                    hint: "In one line, without names and without what became of a person",
                    problem: form.problem("title"), width: .full)
                Select(
                    "Who does it?", name: "organisation",
                    choices: organisations.map { member in
                        let sees = inCircle.contains(member.id)
                        return Choice(member.id.text, sees ? member.name : "\(member.name) (will see this concern)")
                    }, chosen: form.value("organisation"),
                    hint: "Whoever has a task sees the concern", problem: form.problem("organisation"))
                DateInput(
                    "By when?", name: "due_on",
                    value: .init(
                        day: form.value("due_on-day"), month: form.value("due_on-month"),
                        year: form.value("due_on-year")), problem: form.problem("due_on"))
                if !strands.isEmpty {
                    Radios(
                        "Which strand does it belong to?", name: "strand",
                        choices: strands.map { Choice($0.kind.rawValue, $0.kind.label) } + [Choice("none", "None")],
                        chosen: form.value("strand").isEmpty ? "none" : form.value("strand"),
                        problem: form.problem("strand"))
                }
                Actions {
                    Button("Add the task")
                    ButtonLink("Cancel", to: links.concern(concern.id), .second)
                }
            }
        }.markup
    }
}
