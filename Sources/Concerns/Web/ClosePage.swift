import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Closes a concern: what is still open, why it ends, what came of it, and what is told to whoever raised it.
struct ClosePage {
    let concern: ConcernDetail
    /// The closing as it stands in the record.
    let stored: FormData
    let stillOpen: CloseConcern.StillOpen
    let form: Form
    let lists: CodeLists
    let today: Day
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(
            context, section: .concerns, title: "Close \(concern.reference)", problems: form.problems, layout: .narrow
        ) {
            Breadcrumbs([("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Close")
            PageHeading("Close the concern") { concern.reference }
            FormTag(
                context, action: links.close(concern.id), token: token, version: form.data.version ?? concern.version
            ) {
                HiddenInput(name: FormData.baseField, value: form.base(stored))
                if !stillOpen.isEmpty { open(links) }
                Select(
                    "Why is it closed?", name: "reason",
                    choices: lists["closing_reason"].current(on: today).filter { $0.code != "duplicate" }.map {
                        Choice($0.code, $0.label)
                    }, chosen: form.value("reason"), problem: form.problem("reason"), width: .full)
                TextArea(
                    "What came of it?", name: "summary", value: form.value("summary"),
                    hint: "A few sentences for all who see the concern. What became of a person belongs in their own record, not here.",
                    problem: form.problem("summary"))
                outcomes
                reportBack
                Actions {
                    Button("Close the concern")
                    ButtonLink("Cancel", to: links.concern(concern.id), .second)
                }
            }
        }.markup
    }

    private func open(_ links: ConcernLinks) -> Markup {
        Card("Still open") {
            ul {
                for task in stillOpen.tasks { li { "Task: \(task)" } }
                for agency in stillOpen.waiting { li { "Question that waits for \(agency)" } }
                for strand in stillOpen.strands { li { "\(strand) strand" } }
            }
            p {
                a(.href(links.concern(concern.id))) { "Go back and finish them" }
                ", or say why they are left:"
            }
            TextArea(
                "Why these are left open", name: "left_reason", value: form.value("left_reason"),
                hint: "Questions that wait are closed with the concern; tasks and strands stay as they are",
                problem: form.problem("left_reason"), lines: 2)
        }.markup
    }

    private var outcomes: Markup {
        let measures = lists["outcome_measure"].current(on: today)
        let isUsed = measures.contains { measure in
            let name = "outcome_\(measure.code)"
            return !form.value(name).isEmpty || form.problem(name) != nil
        }
        return Card("What was reached") {
            Details("Numbers: people helped, arrests, notices, money", isOpen: isUsed) {
                p(.class("soft")) {
                    "Only where something was reached. Leave the others empty. What became of people is shown to those who see the victims strand."
                }
                for measure in measures {
                    let name = "outcome_\(measure.code)"
                    TextInput(
                        measure.note.isEmpty ? measure.label : "\(measure.label) (\(measure.note))", name: name,
                        value: form.value(name), problem: form.problem(name), kind: .digits, width: .short)
                }
            }
        }.markup
    }

    private var reportBack: Markup {
        let receiver = concern.sourceOrganisationName ?? "whoever raised it"
        return Card("Report back to \(receiver)") {
            TextArea(
                "In words that are safe to send", name: "report_back", value: form.value("report_back"),
                hint:
                    "Names, addresses, numbers, other concerns, plans and steps of a referral are refused. Say that people are safe, not what became of one of them. Read it once more yourself: a machine does not know everything.",
                problem: form.problem("report_back"), lines: 4)
            if concern.sourceOrganisation == nil {
                p(.class("soft")) { "No agency raised this concern. What you write stays on its page." }
            }
        }.markup
    }
}
