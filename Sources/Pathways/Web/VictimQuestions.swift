import Design
import HTML
import Kernel
import Partnerships
import Web

/// The questions about somebody that say nothing of who they are, and those that do.
struct VictimQuestions {
    let form: Form
    let lists: CodeLists
    let towns: [TermSummary]
    let today: Day

    var facts: Markup {
        Markup {
            Radios(
                "How is the age known?", name: "age_basis",
                choices: [
                    Choice("known", "Known", hint: "From a document, or told and not in doubt"),
                    Choice("disputed", "Disputed", hint: "Treated as a child until it is settled"),
                    Choice("unknown", "Not known"),
                ], chosen: form.value("age_basis"), problem: form.problem("age_basis"), layout: .list)
            Radios(
                "Age", name: "age_group", choices: AgeStanding.Group.allCases.map { Choice($0.rawValue, $0.label) },
                chosen: form.value("age_group"),
                hint: "Where there is any reason to believe that they may be under 18, choose “perhaps under 18”",
                problem: form.problem("age_group"))
            Radios(
                "Were they under 18 when it happened?", name: "child_at_exploitation",
                choices: [Choice("yes", "Yes"), Choice("no", "No"), Choice("not-sure", "Not sure")],
                chosen: form.value("child_at_exploitation"), problem: form.problem("child_at_exploitation"))
            Radios(
                "Gender", name: "gender", choices: lists["gender"].current(on: today).map { Choice($0.code, $0.label) },
                chosen: form.value("gender"), problem: form.problem("gender"))
            listed("Nationality", "nationality", "nationality", hint: "Leave it empty if it is not known")
            listed("Second nationality", "second_nationality", "nationality", hint: nil)
            listed("Language they speak best", "language", "language", hint: nil)
            Radios(
                "Do they need an interpreter?", name: "interpreter", choices: [Choice("yes", "Yes"), Choice("no", "No")],
                chosen: form.value("interpreter"), problem: form.problem("interpreter"))
            Radios(
                "Can they decide for themselves about a referral?", name: "capacity",
                choices: RouteFacts.Capacity.allCases.map { Choice($0.rawValue, $0.label) }, chosen: form.value("capacity"),
                hint: "An adult can, unless there is reason for doubt (Mental Capacity Act 2005)",
                problem: form.problem("capacity"))
            Checkboxes(
                "Exploitation", name: "exploitation",
                choices: lists["exploitation_type"].current(on: today).map { Choice($0.code, $0.label) },
                chosen: form.data.texts("exploitation"), hint: "Everything that is told or seen",
                problem: form.problem("exploitation"))
            Select(
                "Nation in which they were met", name: "nation",
                choices: Nation.allCases.map { Choice($0.rawValue, $0.label) }, chosen: form.value("nation"), prompt: nil,
                problem: form.problem("nation"))
            Select(
                "Town in which they were met", name: "town", choices: towns.map { Choice($0.id.text, $0.label) },
                chosen: form.value("town"), prompt: "Not known", problem: form.problem("town"))
            Select(
                "Local authority in whose area they were met", name: "local_authority",
                choices: LocalAuthorities.all.map { Choice($0, $0) }, chosen: form.value("local_authority"), prompt: "Not known",
                hint: "For the figures. Of a child, the one that was told counts", problem: form.problem("local_authority"))
        }
    }

    /// Who they are: sealed when it is saved.
    var identity: Markup {
        Markup {
            TextInput(
                "First names", name: "first_name", value: form.value("first_name"), problem: form.problem("first_name"),
                autocomplete: "off", attributes: [.spellcheck(false)])
            TextInput(
                "Last names", name: "last_name", value: form.value("last_name"), problem: form.problem("last_name"),
                autocomplete: "off", attributes: [.spellcheck(false)])
            TextInput(
                "Other names", name: "other_names", value: form.value("other_names"),
                hint: "Names they were given by others too, and other spellings", problem: form.problem("other_names"),
                autocomplete: "off", attributes: [.spellcheck(false)])
            DateInput(
                "Date of birth", name: "born_on",
                value: .init(
                    day: form.value("born_on-day"), month: form.value("born_on-month"), year: form.value("born_on-year")),
                problem: form.problem("born_on"))
            TextInput(
                "Home Office reference", name: "home_office_reference", value: form.value("home_office_reference"),
                hint: "If they have one from before", problem: form.problem("home_office_reference"), autocomplete: "off",
                attributes: [.spellcheck(false)])
        }
    }

    private func listed(_ label: String, _ name: String, _ list: String, hint: String?) -> Markup {
        Markup {
            TextInput(
                label, name: name, value: form.value(name), hint: hint, problem: form.problem(name), autocomplete: "off",
                attributes: [.attribute("list", "\(name)-list"), .spellcheck(false)])
            datalist(.id("\(name)-list")) { for value in lists[list].current(on: today) { option(.value(value.label)) {} } }
        }
    }
}
