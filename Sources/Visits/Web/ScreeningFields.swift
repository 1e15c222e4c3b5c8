import Design
import HTML
import Kernel
import Partnerships
import Web

/// The questions about one person met, in the order in which they are asked on a doorstep.
struct ScreeningQuestionFields {
    let form: Form
    let lists: CodeLists
    let questions: ScreeningQuestions
    /// Codes of "exploitation_type" of the visit's concern; empty where they are not known.
    let exploitation: [String]
    let today: Day
    /// Whether to say what the ticked signs point to.
    let showsSuggestion: Bool

    /// What people met together may have in common.
    var shared: Markup {
        Markup {
            Radios(
                "Gender", name: "gender",
                choices: [
                    Choice("female", "Woman"), Choice("male", "Man"), Choice("other", "Other"),
                    Choice("unknown", "Not known"),
                ], chosen: form.value("gender"), problem: form.problem("gender"))
            Radios(
                "Age", name: "age_group",
                choices: [
                    Choice("adult", "Adult"), Choice("child", "Under 18, or perhaps"), Choice("unknown", "Not known"),
                ], chosen: form.value("age_group"), problem: form.problem("age_group"))
            listed("Nationality", "nationality", hint: "As they say it. Leave it empty if it is not known.")
            listed("Language", "language", hint: "The one they speak best")
            signs
            suggestion
            Radios(
                "What did it come to?", name: "outcome", choices: choices("screening_outcome"),
                chosen: form.value("outcome"), hint: "Your own judgement. The signs above are a help, not a sum.",
                problem: form.problem("outcome"), layout: .list)
            Select(
                "Next step", name: "next_step", choices: choices("screening_next_step"),
                chosen: form.value("next_step"),
                prompt: "Not decided yet", problem: form.problem("next_step"))
        }
    }

    /// What belongs to one person alone: never filled in from somebody else's entry.
    func own(nameHint: String) -> Markup {
        div(OfflineEntry.notRepeated) {
            Radios(
                "Do they agree to a conversation?", name: "consent", choices: choices("conversation_consent"),
                chosen: form.value("consent"), problem: form.problem("consent"))
            Details("Note and name", isOpen: hasOwn) {
                TextArea(
                    "Note", name: "note", value: form.value("note"), hint: "Without names",
                    problem: form.problem("note"),
                    lines: 3)
                TextInput(
                    "Name", name: "identity", value: form.value("identity"), hint: nameHint,
                    problem: form.problem("identity"), autocomplete: "off", attributes: [.spellcheck(false)])
            }
        }
    }

    private var hasOwn: Bool {
        ["note", "identity"].contains { !form.value($0).isEmpty || form.problem($0) != nil }
    }

    private func listed(_ label: String, _ name: String, hint: String) -> Markup {
        Markup {
            TextInput(
                label, name: name, value: form.value(name), hint: hint, problem: form.problem(name),
                autocomplete: "off", attributes: [.attribute("list", "\(name)-list"), .spellcheck(false)])
            datalist(.id("\(name)-list")) {
                for value in lists[name].current(on: today) { option(.value(value.label)) {} }
            }
        }
    }

    private var signs: Markup {
        let chosen = form.data.texts("indicators")
        let further = questions.furtherList(for: exploitation)
        return Markup {
            Checkboxes(
                "What did you notice?", name: "indicators",
                choices: questions.shortList(for: exploitation).map { Choice($0.code, $0.text) }, chosen: chosen,
                hint: "Tick what you saw or were told", problem: form.problem("indicators"), layout: .list)
            if !further.isEmpty {
                Details("More signs", isOpen: further.contains { chosen.contains($0.code) }) {
                    for set in lists["indicator_set"].values {
                        let signs = further.filter { $0.set == set.code }
                        if !signs.isEmpty {
                            fieldset(.class("field")) {
                                legend { set.label }
                                div(.class("picks list")) { for sign in signs { tick(sign, chosen) } }
                            }
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var suggestion: Markup {
        let codes = form.data.texts("indicators")
        let reasons = questions.reasons(for: codes)
        if showsSuggestion, !reasons.isEmpty {
            InsetText {
                p {
                    "What was ticked points to: "
                    strong { lists["screening_outcome"].label(questions.suggestedBand(for: codes).rawValue) }
                    ". You decide."
                }
                ul { for sign in reasons { li { sign.text } } }
            }
        }
    }

    private func tick(_ sign: ScreeningSign, _ chosen: [String]) -> Markup {
        HTML.label {
            input(
                .type("checkbox"), .name("indicators"), .value(sign.code), .checked(chosen.contains(sign.code)))
            span { sign.text }
        }
    }

    private func choices(_ list: String) -> [Choice] {
        lists[list].current(on: today).map { Choice($0.code, $0.label) }
    }
}
