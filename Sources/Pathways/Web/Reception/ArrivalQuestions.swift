import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The questions about somebody who came, for the door and for their entry.
struct ArrivalQuestions {
    let form: Form
    let lists: CodeLists
    let today: Day

    var languageAndNeeds: Markup {
        Markup {
            TextInput(
                "Language", name: "language", value: form.value("language"), hint: "Leave it empty if it is not known",
                problem: form.problem("language"), autocomplete: "off",
                attributes: [.attribute("list", "language-list"), .spellcheck(false)])
            datalist(.id("language-list")) {
                for value in lists["language"].current(on: today) { option(.value(value.label)) {} }
            }
            Checkboxes(
                "Needs tonight", name: "needs",
                choices: lists["reception_need"].current(on: today).map { Choice($0.code, $0.label) },
                chosen: form.data.texts("needs"), problem: form.problem("needs"))
        }
    }

    /// Sealed when it is saved.
    var identity: Markup {
        Markup {
            TextInput(
                "Name", name: "name", value: form.value("name"), hint: "Sealed. Only if they want to give one",
                problem: form.problem("name"), autocomplete: "off", attributes: [.spellcheck(false)])
            TextArea("Note", name: "note", value: form.value("note"), hint: "Sealed", problem: form.problem("note"), lines: 3)
        }
    }

    /// The facts of a form, with a language that may be typed.
    static func facts(_ data: FormData, lists: CodeLists) -> ArrivalFacts {
        let typed = data.text("language")
        let known = typed.isEmpty ? "unknown" : lists["language"].code(label: typed) ?? typed
        return ArrivalFacts(
            gender: data.text("gender"), ageGroup: data.text("age_group"), language: known, needs: data.texts("needs").sorted())
    }
}
