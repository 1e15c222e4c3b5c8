import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The form of a centre's plan: a new one, or one that is changed.
struct EditReceptionPlanPage {
    let form: Form
    /// The centre that is changed, with its plan; nil for a new one.
    let standing: (centre: CentreDetail, plan: ReceptionPlan)?
    let towns: [TermSummary]
    let lists: CodeLists
    let today: Day
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ReceptionLinks(context.place.slug)
        let title = standing == nil ? "Plan a reception centre" : "Change the plan"
        return SignedInPage(context, section: .pathways, title: title, problems: form.problems) {
            Breadcrumbs([("Reception centres", links.list)], current: title)
            PageHeading(title) { "Write it so that somebody who has never seen the place can open it at night." }
            if let standing {
                FormTag(
                    context, action: links.change(standing.centre.id), token: token,
                    version: form.data.version ?? standing.centre.version
                ) {
                    HiddenInput(
                        name: FormData.baseField, value: form.base(ReceptionPlanForm.data(of: standing.centre.facts, standing.plan)))
                    questions(isAddressKept: standing.centre.hasAddress)
                    Actions {
                        Button("Save the plan")
                        ButtonLink("Cancel", to: links.centre(standing.centre.id), .second)
                    }
                }
            } else {
                FormTag(context, action: links.new, token: token) {
                    questions(isAddressKept: false)
                    Actions {
                        Button("Save the plan")
                        ButtonLink("Cancel", to: links.list, .second)
                    }
                }
            }
        }.markup
    }

    private func questions(isAddressKept: Bool) -> Markup {
        Markup {
            TextInput(
                "Name", name: "name", value: form.value("name"), hint: "A name that does not tell where it is, if that must stay secret",
                problem: form.problem("name"))
            Select(
                "Town", name: "town", choices: towns.map { Choice($0.id.text, $0.label) }, chosen: form.value("town"),
                prompt: "Not said", problem: form.problem("town"))
            TextInput(
                "How many people can it hold?", name: "capacity", value: form.value("capacity"), problem: form.problem("capacity"),
                kind: .digits, width: .short)
            TextInput(
                "Address", name: "address", value: form.value("address"),
                hint: isAddressKept ? "Sealed. One is kept: leave this empty to keep it" : "Sealed: opened with a reason",
                problem: form.problem("address"), autocomplete: "off", attributes: [.spellcheck(false)])
            if isAddressKept {
                TickBox("Remove the address that is kept", name: "address_removed", isTicked: form.isChosen("address_removed", "yes"))
            }
            area("Rooms", "rooms", "One a line: what the room is for, and what is in it")
            Checkboxes(
                "Who has to be there", name: "roles",
                choices: lists["reception_role"].current(on: today).map { Choice($0.code, $0.label) },
                chosen: form.data.texts("roles"), problem: form.problem("roles"))
            area("What is done when it opens", "checklist", "One thing a line, in the order in which it is done")
            area("Stock", "stock", "One thing a line: what, how many, where it is kept")
            area("Transport", "transport", "How people get there and away, and who drives")
            area("Note", "note", nil)
            Radios(
                "How far is the plan?", name: "status",
                choices: CentreFacts.Status.allCases.map { Choice($0.rawValue, $0.label) }, chosen: form.value("status"),
                problem: form.problem("status"), layout: .list)
        }
    }

    private func area(_ label: String, _ name: String, _ hint: String?) -> TextArea {
        TextArea(label, name: name, value: form.value(name), hint: hint, problem: form.problem(name))
    }
}
