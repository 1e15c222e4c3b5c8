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
    let definitions: [DefinitionLine]
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
                    ] + definitions.map { Choice($0.id.text, "A copy of: \($0.facts.title)") },
                    chosen: form.value("start"), prompt: "Nothing", problem: form.problem("start"))
                Actions {
                    Button("Begin")
                    ButtonLink("Cancel", to: links.list, .second)
                }
            }
        }.markup
    }
}

/// For whom a pathway is.
struct DefinitionQuestions {
    let form: Form
    let towns: [TermSummary]
    let lists: CodeLists
    let today: Day

    var markup: Markup {
        Markup {
            TextInput("Title", name: "title", value: form.value("title"), problem: form.problem("title"))
            Radios(
                "Whose way", name: "way", choices: PathwayWay.allCases.map { Choice($0.rawValue, $0.label) },
                chosen: form.value("way"), problem: form.problem("way"))
            Select(
                "Where", name: "town", choices: towns.map { Choice($0.id.text, $0.label) }, chosen: form.value("town"),
                prompt: "The whole area", problem: form.problem("town"))
            Select(
                "For which organisations", name: "service_kind",
                choices: lists["organisation_kind"].current(on: today).map { Choice($0.code, $0.label) },
                chosen: form.value("service_kind"), prompt: "Every organisation", problem: form.problem("service_kind"))
        }
    }
}

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

/// Publishes a draft as the next version.
struct PublishDefinitionPage {
    let definition: DefinitionDetail
    let before: DefinitionVersionDetail?
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = DefinitionLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "Publish a pathway", problems: form.problems, layout: .narrow
        ) {
            Breadcrumbs(
                [("Our pathways", links.list), (definition.facts.title, links.definition(definition.id))], current: "Publish")
            PageHeading("Publish version \(definition.latest + 1)") {
                "Every member is asked to read it. The version before stays readable."
            }
            FormTag(context, action: links.publish(definition.id), token: token) {
                date("From which day does it hold?", "valid_from", nil)
                date("Until", "valid_until", "Leave it empty until the next version")
                TextArea(
                    "What has changed, and who agreed?", name: "change_note", value: form.value("change_note"),
                    problem: form.problem("change_note"))
                Actions {
                    Button("Publish")
                    ButtonLink("Cancel", to: links.definition(definition.id), .second)
                }
            }
        }.markup
    }

    private func date(_ label: String, _ name: String, _ hint: String?) -> DateInput {
        DateInput(
            label, name: name,
            value: .init(day: form.value("\(name)-day"), month: form.value("\(name)-month"), year: form.value("\(name)-year")),
            hint: hint, problem: form.problem(name))
    }
}
