import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

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
