import Design
import HTML
import Kernel
import Partnerships
import Web

/// The coordinator's screening: THRIVE, heading by heading, beside what was seen.
struct TriagePage {
    let concern: ConcernDetail
    let form: Form
    let lists: CodeLists
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(
            context, section: .concerns, title: "Screen \(concern.reference)", problems: form.problems, scripts: [.drafts]
        ) {
            Breadcrumbs([("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Screen")
            PageHeading("Screen \(concern.reference)") { "THRIVE: six headings, a sentence each" }
            Split {
                Card("Screening") {
                    FormTag(
                        context, action: links.triage(concern.id), token: token, version: form.data.version ?? concern.version,
                        attributes: [
                            DraftSaving.attributes(
                                key: "\(context.place.slug)-triage-\(concern.id.text)",
                                to: PageLinks.draft(context.place.slug, form: "triage-\(concern.id.text)"))
                        ]
                    ) {
                        HiddenInput(name: FormData.baseField, value: form.base(TriageForm.fields(concern)))
                        TickBox(
                            "Somebody is in immediate danger", name: "immediate_danger",
                            isTicked: form.isChosen("immediate_danger", "yes"), hint: "Call 999 first")
                        TextInput(
                            "Police incident number", name: "police_incident", value: form.value("police_incident"),
                            problem: form.problem("police_incident"), width: .medium, autocomplete: "off")
                        for heading in lists["thrive_heading"].values {
                            TextArea(
                                heading.label, name: heading.code, value: form.value(heading.code), hint: heading.note,
                                problem: form.problem(heading.code), lines: 3)
                        }
                        DraftSaving.status
                        Actions {
                            Button("Save the screening")
                            ButtonLink("Cancel", to: links.concern(concern.id), .second)
                        }
                    }
                }
            } side: {
                Card("What was seen") {
                    p { concern.seen.isEmpty ? concern.summary : concern.seen }
                    if !concern.inferred.isEmpty {
                        h3 { "What is inferred" }
                        p { concern.inferred }
                    }
                }
            }
        }.markup
    }
}
