import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// One entry of the register: what was done for somebody, and where they go.
struct ArrivalPage {
    let file: ArrivalFile
    let identity: ArrivalIdentity?
    let form: Form
    let lists: CodeLists
    let today: Day
    let notice: String?
    let token: String

    private var arrival: ArrivalDetail { file.arrival }

    func markup(_ context: SignedIn) -> Markup {
        let links = ReceptionLinks(context.place.slug)
        let title = "Wristband \(arrival.wristband)"
        return SignedInPage(
            context, section: .pathways, title: title, problems: form.problems, notice: notice, layout: .narrow
        ) {
            Breadcrumbs(
                [("Reception centres", links.list), (file.opening.reference, links.opening(file.opening.id))], current: title)
            PageHeading(title) {
                "Came \(arrival.arrivedAt.text)"
                if let left = arrival.leftAt { ", left \(left.text)" }
            }
            sealed(context, links)
            if file.opening.isOpen {
                FormTag(
                    context, action: links.arrival(arrival.id, at: file.opening.id), token: token,
                    version: form.data.version ?? arrival.version
                ) {
                    HiddenInput(name: FormData.baseField, value: form.base(ArrivalPage.data(of: arrival, lists: lists)))
                    questions
                    Actions {
                        Button("Save")
                        ButtonLink("Back to the register", to: links.opening(file.opening.id), .second)
                    }
                }
            } else {
                p(.class("soft")) { "The centre is stood down: its register stays as it is." }
            }
        }.markup
    }

    private func sealed(_ context: SignedIn, _ links: ReceptionLinks) -> Markup {
        Card("Name and note") {
            if let identity {
                SummaryList([.init("Name", .text(identity.name)), .init("Note", .text(identity.note))])
                p(.class("soft")) { "Your opening them is recorded." }
            } else if arrival.hasIdentity {
                FormTag(context, action: links.identity(arrival.id, at: file.opening.id), token: "\(token)-name") {
                    TextInput(
                        "Why do you need them?", name: "purpose", value: form.value("purpose"), hint: "It is recorded",
                        problem: form.problem("purpose"))
                    Actions { Button("Open", .second) }
                }
            } else {
                p(.class("soft")) { "None is kept." }
            }
        }.markup
    }

    private var questions: Markup {
        Markup {
            TickBox("Seen by a medic", name: "medic", isTicked: form.isChosen("medic", "yes"), hint: arrival.medicAt?.text)
            TickBox(
                "Seen by a support worker", name: "support", isTicked: form.isChosen("support", "yes"), hint: arrival.supportAt?.text)
            TickBox("Screened", name: "screened", isTicked: form.isChosen("screened", "yes"))
            TextInput(
                "Screening", name: "screening", value: form.value("screening"), hint: "Its reference, if it was recorded on a visit",
                problem: form.problem("screening"), width: .medium)
            TextInput(
                "Pathway", name: "pathway", value: form.value("pathway"), hint: "Its reference, for example P-4F9A01BC",
                problem: form.problem("pathway"), width: .medium)
            Select(
                "Where do they go?", name: "onward",
                choices: lists["onward_place"].current(on: today).map { Choice($0.code, $0.label) }, chosen: form.value("onward"),
                prompt: "Not found yet", problem: form.problem("onward"))
            Select(
                "Which place?", name: "service", choices: file.services.map { Choice($0.id.text, $0.name) },
                chosen: form.value("service"), prompt: "None of the directory", problem: form.problem("service"))
            TickBox("They have left", name: "left", isTicked: form.isChosen("left", "yes"), hint: arrival.leftAt?.text)
            Radios(
                "Gender", name: "gender", choices: lists["gender"].current(on: today).map { Choice($0.code, $0.label) },
                chosen: form.value("gender"), problem: form.problem("gender"))
            Radios(
                "Age", name: "age_group", choices: lists["age_group"].current(on: today).map { Choice($0.code, $0.label) },
                chosen: form.value("age_group"), problem: form.problem("age_group"))
            ArrivalQuestions(form: form, lists: lists, today: today).languageAndNeeds
            Details(
                arrival.hasIdentity ? "Replace the name and the note" : "Add a name or a note",
                isOpen: !form.value("name").isEmpty || !form.value("note").isEmpty
            ) {
                ArrivalQuestions(form: form, lists: lists, today: today).identity
            }
        }
    }

    /// The fields of a form that says this entry; the sealed name is never filled in.
    static func data(of arrival: ArrivalDetail, lists: CodeLists) -> FormData {
        let (facts, care) = (arrival.facts, arrival.care)
        var fields: [(name: String, value: String)] = [
            ("gender", facts.gender), ("age_group", facts.ageGroup),
            ("language", facts.language == "unknown" ? "" : lists["language"].label(facts.language)), ("onward", care.onward),
            ("service", care.service?.text ?? ""), ("screening", arrival.screeningReference), ("pathway", arrival.pathwayReference),
        ]
        fields += facts.needs.map { ("needs", $0) }
        let ticks = [
            ("medic", care.wasSeenByMedic), ("support", care.wasSeenBySupport), ("screened", care.isScreened), ("left", care.hasLeft),
        ]
        return FormData(fields: fields + ticks.filter(\.1).map { ($0.0, "yes") })
    }

    /// The form, read.
    static func draft(_ data: FormData, lists: CodeLists) -> ChangeArrival.Draft {
        let identity = ArrivalIdentity(name: data.text("name"), note: data.text("note"))
        return ChangeArrival.Draft(
            facts: ArrivalQuestions.facts(data, lists: lists),
            care: ArrivalCare(
                isScreened: data.has("screened", "yes"), wasSeenByMedic: data.has("medic", "yes"),
                wasSeenBySupport: data.has("support", "yes"), onward: data.text("onward"), service: data.id("service"),
                hasLeft: data.has("left", "yes")),
            screening: data.text("screening"), pathway: data.text("pathway"), identity: identity.isEmpty ? nil : identity)
    }

    /// What the questions are called, for two people who change them at once.
    static func labels(_ lists: CodeLists, services: [(id: ID<SupportService>, name: String)]) -> [StaleEditPage.Label] {
        let names = Dictionary(services.map { ($0.id.text, $0.name) }) { first, _ in first }
        return [
            .init("medic", "Seen by a medic"), .init("support", "Seen by a support worker"), .init("screened", "Screened"),
            .init("screening", "Screening"), .init("pathway", "Pathway"),
            .init("onward", "Where they go") { lists["onward_place"].label($0) },
            .init("service", "Which place") { names[$0] ?? $0 }, .init("left", "They have left"),
            .init("gender", "Gender") { lists["gender"].label($0) }, .init("age_group", "Age") { lists["age_group"].label($0) },
            .init("language", "Language"), .init("needs", "Needs") { lists["reception_need"].label($0) },
        ]
    }
}
