import Access
import Design
import HTML
import Kernel
import Web

/// How somebody can be reached without harm.
struct SafeContactPage {
    let victim: VictimDetail
    let form: Form
    /// Whether the seal is open: then the form holds what lies under it.
    let isOpen: Bool
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "Safe contact, \(victim.reference)", problems: form.problems, layout: .narrow
        ) {
            Breadcrumbs([("Pathways", links.list), (victim.reference, links.victim(victim.id))], current: "Safe contact")
            PageHeading("Safe contact") { victim.contactRule.label }
            if isOpen {
                filled(context, links)
            } else {
                p { "Telephone, addresses, times and the code word are sealed. Opening them is recorded with your name." }
                FormTag(context, action: links.contact(victim.id), token: token) {
                    HiddenInput(name: "step", value: "open")
                    Actions {
                        Button("Open the seal")
                        ButtonLink("Cancel", to: links.victim(victim.id), .second)
                    }
                }
            }
        }.markup
    }

    private func filled(_ context: SignedIn, _ links: PathwayLinks) -> Markup {
        FormTag(context, action: links.contact(victim.id), token: token, version: form.data.version ?? victim.version) {
            HiddenInput(name: "step", value: "keep")
            Radios(
                "May we get in touch?", name: "rule", choices: ContactRule.allCases.map { Choice(SafeContactPage.code($0), $0.label) },
                chosen: form.value("rule"), problem: form.problem("rule"), layout: .list)
            Checkboxes(
                "Which ways are not safe?", name: "unsafe",
                choices: ContactWay.allCases.map { Choice($0.rawValue, $0.label) }, chosen: form.data.texts("unsafe"),
                hint: "Tick what whoever exploits them holds, reads or could ask to see. Nothing is sent by these ways, and the "
                    + "referral does not carry them.")
            TextInput(
                "Telephone number", name: "phone", value: form.value("phone"), problem: form.problem("phone"),
                kind: .telephone, width: .medium, autocomplete: "off")
            TextInput(
                "E-mail address", name: "email", value: form.value("email"), problem: form.problem("email"),
                autocomplete: "off", attributes: [.spellcheck(false)])
            TextArea("Address", name: "address", value: form.value("address"), problem: form.problem("address"), lines: 3)
            TextInput(
                "When is it safe?", name: "times", value: form.value("times"), hint: "In their words, such as: not at weekends",
                problem: form.problem("times"), autocomplete: "off")
            TextInput(
                "Safe from", name: "from", value: form.value("from"), hint: "Hours and minutes, such as 09:30",
                problem: form.problem("from"), width: .short, autocomplete: "off")
            TextInput(
                "Safe until", name: "until", value: form.value("until"), problem: form.problem("until"), width: .short,
                autocomplete: "off")
            TextInput(
                "Code word", name: "code_word", value: form.value("code_word"),
                hint: "What we say first, so that they know who it is", problem: form.problem("code_word"), autocomplete: "off")
            TextArea(
                "What must never be said or sent", name: "warnings", value: form.value("warnings"),
                problem: form.problem("warnings"), lines: 3)
            Actions {
                Button("Seal it")
                ButtonLink("Close without a change", to: links.victim(victim.id), .second)
            }
        }.markup
    }

    /// An empty value cannot be told from a question without an answer.
    static func code(_ rule: ContactRule) -> String { rule == .notAgreed ? "not-agreed" : rule.rawValue }

    static func rule(_ code: String) -> ContactRule? {
        code == "not-agreed" ? .notAgreed : code.isEmpty ? nil : ContactRule(rawValue: code)
    }

    /// What the questions are called, for two people who change them at once.
    static let labels: [StaleEditPage.Label] = [
        .init("rule", "May we get in touch?") { rule($0)?.label ?? $0 },
        .init("unsafe", "Ways that are not safe") { ContactWay(rawValue: $0)?.label ?? $0 },
        .init("phone", "Telephone number"), .init("email", "E-mail address"), .init("address", "Address"),
        .init("times", "When it is safe"), .init("from", "Safe from"), .init("until", "Safe until"),
        .init("code_word", "Code word"), .init("warnings", "What must never be said or sent"),
    ]

    static func draft(_ data: FormData) -> KeepSafeContact.Draft? {
        guard let rule = rule(data.text("rule")) else { return nil }
        return KeepSafeContact.Draft(
            rule: rule, unsafeWays: Set(data.texts("unsafe").compactMap(ContactWay.init)),
            contact: SafeContact(
                phone: data.text("phone"), email: data.text("email"), address: data.text("address"), times: data.text("times"),
                from: data.text("from"), until: data.text("until"), codeWord: data.text("code_word"),
                warnings: data.text("warnings")))
    }

    static func data(of contact: SafeContact, victim: VictimDetail) -> FormData {
        FormData(
            fields: [
                ("rule", code(victim.contactRule)), ("phone", contact.phone), ("email", contact.email),
                ("address", contact.address), ("times", contact.times), ("from", contact.from), ("until", contact.until),
                ("code_word", contact.codeWord), ("warnings", contact.warnings),
            ] + victim.unsafeWays.map { ("unsafe", $0.rawValue) })
    }
}
