import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Explains, asks, and writes the answer into the ledger; below it, every answer so far.
struct ConsentPage {
    let victim: VictimDetail
    let ledger: ConsentLedger
    let form: Form
    let lists: CodeLists
    let today: Day
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "Consent, \(victim.reference)", problems: form.problems
        ) {
            Breadcrumbs([("Pathways", links.list), (victim.reference, links.victim(victim.id))], current: "Consent")
            PageHeading("What they agree to") {
                "One answer for each question. An answer can be taken back at any time, and nothing is lost by it."
            }
            Split {
                if victim.facts.age.isTreatedAsChild {
                    InsetText {
                        p {
                            "A child, or somebody who may be one, is referred without being asked for consent. What they want is heard all the same."
                        }
                    }
                }
                question(context, links)
            } side: {
                history
            }
        }.markup
    }

    private func question(_ context: SignedIn, _ links: PathwayLinks) -> Markup {
        FormTag(context, action: links.consent(victim.id), token: token) {
            Radios(
                "What were they asked?", name: "purpose",
                choices: purposes.map { Choice($0.rawValue, $0.label, hint: "Explain first: \($0.explanation)") },
                chosen: form.value("purpose"), problem: form.problem("purpose"), layout: .list)
            Radios(
                "Their answer", name: "answer", choices: ConsentAnswer.allCases.map { Choice($0.rawValue, $0.label) },
                chosen: form.value("answer"), problem: form.problem("answer"), layout: .list)
            Radios(
                "Could they decide this?", name: "capacity",
                choices: ConsentCapacity.allCases.map { Choice($0.rawValue, $0.label) }, chosen: form.value("capacity"),
                problem: form.problem("capacity"), layout: .list)
            Select(
                "If they declined or took it back: why?", name: "reason",
                choices: lists["decline_reason"].current(on: today).map { Choice($0.code, $0.label) },
                chosen: form.value("reason"), prompt: "Does not apply", hint: "To be confirmed by practitioners",
                problem: form.problem("reason"))
            DateInput(
                "When did they answer?", name: "answered_on",
                value: .init(
                    day: form.value("answered_on-day"), month: form.value("answered_on-month"),
                    year: form.value("answered_on-year")), problem: form.problem("answered_on"))
            TextInput(
                "Who explained it?", name: "explained_by", value: form.value("explained_by"),
                hint: "The worker, and their organisation if it is another", problem: form.problem("explained_by"),
                autocomplete: "off")
            Radios(
                "How?", name: "method", choices: ConsentMethod.allCases.map { Choice($0.rawValue, $0.label) },
                chosen: form.value("method"), problem: form.problem("method"),
                layout: .list)
            Select(
                "In which language?", name: "language",
                choices: lists["language"].current(on: today).map { Choice($0.code, $0.label) }, chosen: form.value("language"),
                prompt: "Not noted", problem: form.problem("language"))
            TextInput(
                "Interpreter", name: "interpreter", value: form.value("interpreter"),
                hint: "The service and number. Never somebody who came with them", problem: form.problem("interpreter"),
                autocomplete: "off")
            TextArea(
                "Their words", name: "note", value: form.value("note"), hint: "Sealed. What they want, and under which conditions",
                problem: form.problem("note"), lines: 3)
            Actions {
                Button("Write it into the ledger")
                ButtonLink("Cancel", to: links.victim(victim.id), .second)
            }
        }.markup
    }

    /// What can be asked of this person.
    private var purposes: [ConsentPurpose] {
        victim.facts.age.isTreatedAsChild ? ConsentPurpose.allCases.filter { $0 != .nrm && $0 != .identity } : ConsentPurpose.allCases
    }

    private var history: Markup {
        Card("The ledger") {
            if ledger.entries.isEmpty {
                p { "Nobody has asked yet." }
            } else {
                Timeline(
                    ledger.entries.map { entry in
                        .init(entry.answeredOn.text, iso: entry.answeredOn.iso) {
                            p { strong { "\(entry.purpose.label): \(entry.answer.label.lowercased())" } }
                            p(.class("soft")) { details(of: entry) }
                        }
                    })
            }
            p(.class("soft")) { "An entry is never changed. A new answer is a new entry." }
        }.markup
    }

    private func details(of entry: ConsentRecord) -> String {
        let parts = [
            "Explained by \(entry.explainedBy)", entry.method.label.lowercased(),
            entry.language.isEmpty ? "" : lists["language"].label(entry.language),
            entry.interpreter.isEmpty ? "" : "interpreter \(entry.interpreter)",
            entry.capacity == .notInDoubt ? "" : entry.capacity.label.lowercased(),
            entry.reason.isEmpty ? "" : lists["decline_reason"].label(entry.reason).lowercased(),
            "written down by \(entry.personName), \(entry.organisationName)",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    static func draft(_ data: FormData) -> RecordConsent.Draft {
        RecordConsent.Draft(
            purpose: ConsentPurpose(rawValue: data.text("purpose")), answer: ConsentAnswer(rawValue: data.text("answer")),
            answeredOn: data.date("answered_on").day, explainedBy: data.text("explained_by"),
            method: ConsentMethod(rawValue: data.text("method")), language: data.text("language"),
            interpreter: data.text("interpreter"), capacity: ConsentCapacity(rawValue: data.text("capacity")),
            reason: data.text("reason"), note: data.text("note"))
    }
}
