import Design
import HTML
import Kernel
import Web

/// The planning meeting and the tactical plan of a significant response.
struct PlanPage {
    let concern: ConcernDetail
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(
            context, section: .concerns, title: "Planning meeting on \(concern.reference)", problems: form.problems,
            layout: .narrow
        ) {
            Breadcrumbs([("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Planning meeting")
            PageHeading("Planning meeting") { "\(concern.reference) needs it before any visit can be marked ready" }
            FormTag(context, action: links.plan(concern.id), token: token, version: form.data.version ?? concern.version) {
                HiddenInput(name: FormData.baseField, value: form.base(PlanForm.fields(concern)))
                DateInput(
                    "Day of the meeting", name: "planning_meeting_on",
                    value: .init(
                        day: form.value("planning_meeting_on-day"), month: form.value("planning_meeting_on-month"),
                        year: form.value("planning_meeting_on-year")), problem: form.problem("planning_meeting_on"))
                TextArea(
                    "Who met and what was agreed", name: "planning_meeting_notes",
                    value: form.value("planning_meeting_notes"), problem: form.problem("planning_meeting_notes"))
                TextArea(
                    "Tactical plan", name: "tactical_plan", value: form.value("tactical_plan"),
                    hint: "Who goes in first and under which power, where people are received, how it ends",
                    problem: form.problem("tactical_plan"), lines: 8)
                Actions {
                    Button("Save")
                    ButtonLink("Cancel", to: links.concern(concern.id), .second)
                }
            }
        }.markup
    }
}
