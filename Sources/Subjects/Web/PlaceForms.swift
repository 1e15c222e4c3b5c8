import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Records a licence or an order at a place, or changes one.
struct LicencePage {
    let place: NamedSubject
    /// Nil for a new one.
    let licence: LicenceDetail?
    let parties: [NamedSubject]
    let lists: CodeLists
    let today: Day
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = SubjectLinks(context.place.slug)
        let title = licence == nil ? "Record a licence or an order" : "Change a licence or an order"
        return SignedInPage(context, section: .subjects, title: title, problems: form.problems, layout: .narrow) {
            Breadcrumbs([("Links", links.list), (place.reference, links.subject(place.id))], current: title)
            PageHeading(title) { "\(place.reference) \(place.name). Whoever sees this place reads it." }
            FormTag(
                context, action: licence.map { links.licence($0.id, at: place.id) } ?? links.newLicence(at: place.id), token: token,
                version: form.data.version ?? licence?.version
            ) {
                Select(
                    "What is it?", name: "kind", choices: choices("licence_or_order"), chosen: value("kind", licence?.kind),
                    problem: form.problem("kind"))
                TextInput(
                    "Number", name: "number", value: value("number", licence?.number), hint: "Where it has one",
                    problem: form.problem("number"), width: .medium, autocomplete: "off")
                TextInput(
                    "Company or body that holds it", name: "holder", value: value("holder", licence?.holder),
                    hint: "As the register has it. Leave a person out here", problem: form.problem("holder"), autocomplete: "off")
                Select(
                    "Person or company of ours", name: "party", choices: PlaceForms.parties(parties),
                    chosen: value("party", licence?.holderSubject?.id.text), prompt: "None",
                    hint: "The subjects that you may see. Names of people stay sealed", problem: form.problem("party"))
                TextInput(
                    "Authority or court", name: "authority", value: value("authority", licence?.authority),
                    problem: form.problem("authority"), autocomplete: "off")
                DateInput("From", name: "from", value: date("from", licence?.from), problem: form.problem("from"))
                DateInput("Until", name: "until", value: date("until", licence?.until), problem: form.problem("until"))
                Select(
                    "Where does it stand?", name: "state", choices: choices("licence_state"), chosen: value("state", licence?.state),
                    problem: form.problem("state"))
                TextInput(
                    "Where is this known from?", name: "source", value: value("source", licence?.source),
                    hint: "Such as: public register, read on 3 February 2020", problem: form.problem("source"), autocomplete: "off")
                Actions {
                    Button("Save it")
                    ButtonLink("Cancel", to: links.subject(place.id), .second)
                }
            }
        }.markup
    }

    /// A licence as its form would hold it.
    static func fields(_ licence: LicenceDetail) -> FormData {
        func date(_ name: String, _ day: Day?) -> [(name: String, value: String)] {
            let parts = day?.parts
            return [
                ("\(name)-day", parts.map { "\($0.day)" } ?? ""), ("\(name)-month", parts.map { "\($0.month)" } ?? ""),
                ("\(name)-year", parts.map { "\($0.year)" } ?? ""),
            ]
        }
        return FormData(
            fields: [
                ("kind", licence.kind), ("number", licence.number), ("holder", licence.holder),
                ("party", licence.holderSubject?.id.text ?? ""), ("authority", licence.authority), ("state", licence.state),
                ("source", licence.source),
            ] + date("from", licence.from) + date("until", licence.until))
    }

    private func choices(_ list: String) -> [Choice] { lists[list].current(on: today).map { Choice($0.code, $0.label) } }

    private func value(_ name: String, _ known: String?) -> String { form.data.fields.isEmpty ? known ?? "" : form.value(name) }

    private func date(_ name: String, _ known: Day?) -> DateInput.Value { PlaceForms.date(name, known, form) }
}

/// Names who owns, lets or runs a place.
struct PartyPage {
    let place: NamedSubject
    let parties: [NamedSubject]
    let lists: CodeLists
    let today: Day
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = SubjectLinks(context.place.slug)
        let title = "Name an owner, a landlord or an agent"
        return SignedInPage(context, section: .subjects, title: title, problems: form.problems, layout: .narrow) {
            Breadcrumbs([("Links", links.list), (place.reference, links.subject(place.id))], current: title)
            PageHeading(title) { "\(place.reference) \(place.name)" }
            if parties.isEmpty {
                InsetText {
                    p {
                        "No person or company that you may see is kept as a subject yet. Open the record that mentions them, and keep them as a subject first."
                    }
                }
            }
            FormTag(context, action: links.newParty(at: place.id), token: token) {
                Select(
                    "Who?", name: "party", choices: PlaceForms.parties(parties), chosen: form.value("party"),
                    hint: "The subjects that you may see. Names of people stay sealed", problem: form.problem("party"))
                Select(
                    "As what?", name: "role", choices: lists["premises_role"].current(on: today).map { Choice($0.code, $0.label) },
                    chosen: form.value("role"), problem: form.problem("role"))
                DateInput("From", name: "from", value: PlaceForms.date("from", nil, form), problem: form.problem("from"))
                DateInput("Until", name: "until", value: PlaceForms.date("until", nil, form), problem: form.problem("until"))
                TextInput(
                    "Where is this known from?", name: "source", value: form.value("source"), hint: "Such as: land register",
                    problem: form.problem("source"), autocomplete: "off")
                Actions {
                    Button("Save it")
                    ButtonLink("Cancel", to: links.subject(place.id), .second)
                }
            }
        }.markup
    }
}

private enum PlaceForms {
    static func parties(_ parties: [NamedSubject]) -> [Choice] {
        parties.map { Choice($0.id.text, "\($0.reference) \($0.name.isEmpty ? "\($0.kind.title), name sealed" : $0.name)") }
    }

    static func date(_ name: String, _ known: Day?, _ form: Form) -> DateInput.Value {
        if form.data.fields.isEmpty {
            guard let parts = known?.parts else { return DateInput.Value() }
            return DateInput.Value(day: "\(parts.day)", month: "\(parts.month)", year: "\(parts.year)")
        }
        return DateInput.Value(day: form.value("\(name)-day"), month: form.value("\(name)-month"), year: form.value("\(name)-year"))
    }
}
