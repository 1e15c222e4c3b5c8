import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The form of a service: a new entry, or one that is changed.
struct EditServicePage {
    let form: Form
    let ground: ServiceGround
    /// The entry that is changed; nil for a new one.
    let service: ServiceDetail?
    let lists: CodeLists
    let today: Day
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ServiceLinks(context.place.slug)
        let title = service == nil ? "Add a service" : "Change a service"
        return SignedInPage(context, section: .pathways, title: title, problems: form.problems) {
            Breadcrumbs([("Services", links.list)], current: title)
            PageHeading(title) {
                service == nil ? "It is proposed: nobody is sent there before the coordinator approves it." : ""
            }
            if let service {
                FormTag(
                    context, action: links.change(service.id), token: token, version: form.data.version ?? service.version
                ) {
                    HiddenInput(name: FormData.baseField, value: form.base(ServiceForm.data(of: service.facts)))
                    questions(context)
                    address(isKept: service.hasAddress)
                    Actions {
                        Button("Save")
                        ButtonLink("Cancel", to: links.service(service.id), .second)
                    }
                }
            } else {
                FormTag(context, action: links.new, token: token) {
                    questions(context)
                    address(isKept: false)
                    Actions {
                        Button("Add the service")
                        ButtonLink("Cancel", to: links.list, .second)
                    }
                }
            }
        }.markup
    }

    private func questions(_ context: SignedIn) -> Markup {
        let members = ground.members.filter { context.viewer.isCoordinator || $0.id == context.viewer.organisation }
        return Markup {
            TextInput(
                "Name", name: "name", value: form.value("name"), hint: "As people call it; never a street or a house number",
                problem: form.problem("name"))
            Select(
                "Member that offers it", name: "organisation", choices: members.map { Choice($0.id.text, $0.name) },
                chosen: form.value("organisation"), prompt: "A provider outside the partnership",
                problem: form.problem("organisation"))
            if context.viewer.isCoordinator {
                TextInput(
                    "Provider outside the partnership", name: "provider", value: form.value("provider"),
                    problem: form.problem("provider"))
            }
            checkboxes("What it offers", "capabilities", "service_capability", hint: nil)
            checkboxes("Whom it takes", "groups", "service_group", hint: "Choose none where it takes everybody")
            Checkboxes(
                "Where", name: "areas",
                choices: [Choice(ServiceFacts.wholeArea, "The whole area")] + ground.towns.map { Choice($0.id.text, $0.label) },
                chosen: form.data.texts("areas"), problem: form.problem("areas"))
            TextInput(
                "Places", name: "capacity", value: form.value("capacity"), hint: "Leave it empty where places are not counted",
                problem: form.problem("capacity"), kind: .digits, width: .short)
            TextInput(
                "Contact", name: "contact", value: form.value("contact"), hint: "Whom to ring or write to for a place",
                problem: form.problem("contact"))
            TextInput("Hours", name: "hours", value: form.value("hours"), problem: form.problem("hours"))
            TextArea(
                "What else to know", name: "note", value: form.value("note"),
                hint: "Every member reads this: no address of a safe house, and nobody's story", problem: form.problem("note"))
            date("First day", "valid_from", hint: "Leave it empty for today")
            date("Last day", "valid_until", hint: "Leave it empty while it goes on")
        }
    }

    private func address(isKept: Bool) -> Markup {
        Card("Secret address") {
            p(.class("soft")) {
                "Sealed: it stands on no list. The coordinator and the provider's own people open it, each time with a reason."
            }
            TextInput(
                "Address", name: "address", value: form.value("address"),
                hint: isKept ? "One is kept. Leave this empty to keep it" : nil, problem: form.problem("address"),
                autocomplete: "off", attributes: [.spellcheck(false)])
            if isKept {
                TickBox("Remove the address that is kept", name: "address_removed", isTicked: form.isChosen("address_removed", "yes"))
            }
        }.markup
    }

    private func checkboxes(_ label: String, _ name: String, _ list: String, hint: String?) -> Checkboxes {
        Checkboxes(
            label, name: name, choices: lists[list].current(on: today).map { Choice($0.code, $0.label) },
            chosen: form.data.texts(name), hint: hint, problem: form.problem(name))
    }

    private func date(_ label: String, _ name: String, hint: String) -> DateInput {
        DateInput(
            label, name: name,
            value: .init(day: form.value("\(name)-day"), month: form.value("\(name)-month"), year: form.value("\(name)-year")),
            hint: hint, problem: form.problem(name))
    }
}
