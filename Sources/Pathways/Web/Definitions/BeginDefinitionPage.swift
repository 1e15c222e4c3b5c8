import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Begins a pathway: for whom it is, and what it starts from.
struct BeginDefinitionPage {
    let form: Form
    let towns: [TermSummary]
    let definitions: Listing<DefinitionLine>
    let lists: CodeLists
    let today: Day
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = DefinitionLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "Write a pathway", problems: form.problems, layout: .narrow
        ) {
            Breadcrumbs([("Our pathways", links.list)], current: "Write a pathway")
            PageHeading("Write a pathway")
            FormTag(context, action: links.new, token: token) {
                DefinitionQuestions(form: form, towns: towns, lists: lists, today: today).markup
                Select(
                    "Start from", name: "start",
                    choices: [
                        Choice("template-adult", "The pathway for adults that is shipped (to be confirmed)"),
                        Choice("template-child", "The pathway for children that is shipped (to be confirmed)"),
                    ] + definitions.items.map { Choice($0.id.text, "A copy of: \($0.facts.title)") },
                    chosen: form.value("start"), prompt: "Nothing",
                    hint: definitions.next == nil ? nil : "The first 200 by title can be copied", problem: form.problem("start"))
                Actions {
                    Button("Begin")
                    ButtonLink("Cancel", to: links.list, .second)
                }
            }
        }.markup
    }
}
