import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The door of an open centre: one entry a person, for somebody with a phone in one hand.
struct DoorPage {
    let file: OpeningFile
    let form: Form
    /// Whoever was entered at this door just now, for the next of a group; nil at the beginning.
    let last: ArrivalLine?
    let lists: CodeLists
    let today: Day
    let notice: String?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ReceptionLinks(context.place.slug)
        let opening = file.opening
        let counts = file.counts
        return SignedInPage(
            context, section: .pathways, title: "Door \(opening.reference)", problems: form.problems, notice: notice,
            layout: .phone
        ) {
            BackLink(to: links.opening(opening.id), "Register")
            PageHeading("Door") {
                "\(counts.present) of \(opening.capacity) are here"
                if counts.present >= opening.capacity {
                    " "
                    Tag("Full", .alert)
                }
            }
            if let last { sameAgain(last, context, links) }
            FormTag(context, action: links.door(opening.id), token: token) {
                TextInput(
                    "Wristband", name: "wristband", value: form.value("wristband"), hint: "Leave it empty for the next number",
                    problem: form.problem("wristband"), kind: .digits, width: .short)
                radios("Gender", "gender", "gender")
                radios("Age", "age_group", "age_group")
                ArrivalQuestions(form: form, lists: lists, today: today).languageAndNeeds
                Details("Name or note", isOpen: !form.value("name").isEmpty || !form.value("note").isEmpty) {
                    ArrivalQuestions(form: form, lists: lists, today: today).identity
                }
                Actions { Button("Enter") }
            }
        }.markup
    }

    private func radios(_ label: String, _ name: String, _ list: String) -> Radios {
        Radios(
            label, name: name, choices: lists[list].current(on: today).map { Choice($0.code, $0.label) },
            chosen: form.value(name), problem: form.problem(name))
    }

    private func sameAgain(_ last: ArrivalLine, _ context: SignedIn, _ links: ReceptionLinks) -> Markup {
        let words = [
            lists["gender"].label(last.facts.gender), lists["age_group"].label(last.facts.ageGroup),
            lists["language"].label(last.facts.language),
        ].joined(separator: ", ")
        return Card("Wristband \(last.wristband): \(words)") {
            FormTag(context, action: links.door(file.opening.id), token: "\(token)-same") {
                HiddenInput(name: "gender", value: last.facts.gender)
                HiddenInput(name: "age_group", value: last.facts.ageGroup)
                HiddenInput(name: "language", value: lists["language"].label(last.facts.language))
                Actions { Button("Same as last, next wristband", .second) }
            }
        }.markup
    }
}
