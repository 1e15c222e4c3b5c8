import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The draft of a pathway, step by step.
struct EditDefinitionPage {
    let form: Form
    let definition: DefinitionDetail
    /// What the form was filled in from.
    let content: PathwayContent
    let towns: [TermSummary]
    let lists: CodeLists
    let today: Day
    let notice: String?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = DefinitionLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "Draft of a pathway", problems: form.problems, notice: notice
        ) {
            Breadcrumbs(
                [("Our pathways", links.list), (definition.facts.title, links.definition(definition.id))], current: "Draft")
            PageHeading("Draft of version \(definition.latest + 1)") {
                "Nobody works by it before it is published. Contacts are those of services, never of people who were helped."
            }
            FormTag(
                context, action: links.draft(definition.id), token: token, version: form.data.version ?? definition.version
            ) {
                HiddenInput(name: FormData.baseField, value: form.base(DefinitionForm.data(of: definition.facts, content)))
                DefinitionQuestions(form: form, towns: towns, lists: lists, today: today).markup
                TextArea("Purpose", name: "purpose", value: form.value("purpose"), problem: form.problem("purpose"), lines: 3)
                for number in 1...DefinitionForm.rows(form.data) { step(number) }
                Actions {
                    Button("Save the draft")
                    Button("Save and add more steps", .second, name: "then", value: "more")
                    ButtonLink("Cancel", to: links.definition(definition.id), .second)
                }
            }
        }.markup
    }

    private func step(_ number: Int) -> Markup {
        func line(_ label: String, _ name: String, hint: String? = nil) -> TextInput {
            TextInput(
                label, name: "\(name)-\(number)", value: form.value("\(name)-\(number)"), hint: hint,
                problem: form.problem("\(name)-\(number)"))
        }
        return Card("Step \(number)") {
            line("What is done", "what")
            line("Who does it", "who")
            line("Within what time", "within")
            line("Contact", "contact")
            line("Guidance", "guidance", hint: "Where it can be read")
            TextInput(
                "Place in the order", name: "order-\(number)", value: form.value("order-\(number)"),
                problem: form.problem("order-\(number)"), kind: .digits, width: .short)
            TickBox("Take this step out", name: "remove-\(number)", isTicked: form.isChosen("remove-\(number)", "yes"))
        }.markup
    }
}
