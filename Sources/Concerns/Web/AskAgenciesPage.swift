import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Opens a scoping round: which agencies, which question, by when, and who will see the concern from then on.
struct AskAgenciesPage {
    let concern: ConcernDetail
    let form: Form
    let members: [OrganisationSummary]
    /// How many people of each organisation would see the concern.
    let readers: [ID<Organisation>: Int]
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(
            context, section: .concerns, title: "Ask the agencies about \(concern.reference)", problems: form.problems,
            layout: .narrow
        ) {
            Breadcrumbs([("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Ask the agencies")
            PageHeading("Ask the agencies") { "What do they hold on \(concern.reference)?" }
            FormTag(context, action: links.ask(concern.id), token: token) {
                TextArea(
                    "The question", name: "question", value: form.value("question"),
                    hint: "Each agency reads this with the concern", problem: form.problem("question"), lines: 4)
                Checkboxes(
                    "Agencies", name: "organisations",
                    choices: members.map { member in
                        let count = readers[member.id] ?? 0
                        let readers = count == 0 ? "nobody has an account yet" : count == 1 ? "1 person" : "\(count) people"
                        return Choice(member.id.text, member.name, hint: readers)
                    }, chosen: form.data.texts("organisations"),
                    hint: "Each agency that you choose sees this concern from now on, and its own answer. "
                        + "It sees no other agency’s answer. Below each name: how many people there will see it.",
                    problem: form.problem("organisations"))
                DateInput(
                    "Answers needed by", name: "due",
                    value: .init(
                        day: form.value("due-day"), month: form.value("due-month"), year: form.value("due-year")),
                    problem: form.problem("due"))
                TimeInput("Time", name: "due_time", value: form.value("due_time"))
                Actions {
                    Button("Send the question")
                    ButtonLink("Cancel", to: links.concern(concern.id), .second)
                }
            }
        }.markup
    }
}
