import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The accommodation checklist with one provider, point by point.
struct AssessServicePage {
    let service: ServiceDetail
    let form: Form
    let lists: CodeLists
    let today: Day
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ServiceLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "Accommodation checklist", problems: form.problems, scripts: [.drafts]
        ) {
            Breadcrumbs(
                [("Services", links.list), (service.facts.name, links.service(service.id))], current: "Accommodation checklist")
            PageHeading("Accommodation checklist") {
                "Before anybody is placed with the provider, and at least once a year. "
                Tag("To be confirmed", .quiet)
                " The points are our own words."
            }
            FormTag(
                context, action: links.assess(service.id), token: token,
                attributes: [
                    DraftSaving.attributes(
                        key: "\(context.place.slug)-\(AssessServicePage.draft(service.id))",
                        to: PageLinks.draft(context.place.slug, form: AssessServicePage.draft(service.id)))
                ]
            ) {
                points("What has to be right", lists["accommodation_essential"].current(on: today))
                points("What good accommodation has", lists["accommodation_further"].current(on: today))
                Card("Result") {
                    date("Day of the assessment", "assessed_on", hint: nil)
                    date("Assess again by", "next_due_on", hint: "Within a year")
                    TextInput(
                        "If something essential is missing: why may it be used all the same?", name: "reason",
                        value: form.value("reason"),
                        hint: "Without this the result is “not met”, and an approved service is suspended",
                        problem: form.problem("reason"))
                }
                DraftSaving.status
                Actions {
                    Button("Keep the assessment")
                    ButtonLink("Cancel", to: links.service(service.id), .second)
                }
            }
        }.markup
    }

    static func draft(_ service: ID<SupportService>) -> String { "assess-\(service.text)" }

    private func points(_ heading: String, _ values: [CodeValue]) -> Markup {
        Card(heading) {
            for value in values {
                Radios(
                    value.label, name: "answer-\(value.code)",
                    choices: PointAnswer.allCases.map { Choice($0.rawValue, $0.label) },
                    chosen: form.value("answer-\(value.code)"), hint: value.note.isEmpty ? nil : value.note,
                    problem: form.problem("answer-\(value.code)"))
                TextInput(
                    "Note and evidence: \(value.label.lowercased())", name: "note-\(value.code)",
                    value: form.value("note-\(value.code)"), problem: form.problem("note-\(value.code)"))
            }
        }.markup
    }

    private func date(_ label: String, _ name: String, hint: String?) -> DateInput {
        DateInput(
            label, name: name,
            value: .init(day: form.value("\(name)-day"), month: form.value("\(name)-month"), year: form.value("\(name)-year")),
            hint: hint, problem: form.problem(name))
    }

    /// The form, read.
    static func draft(_ data: FormData, lists: CodeLists, today: Day) -> AssessService.Draft {
        var draft = AssessService.Draft(
            assessedOn: data.date("assessed_on").day, reason: data.text("reason"), nextDueOn: data.date("next_due_on").day)
        for point in AssessService.checklist(lists, on: today) {
            draft.answers[point.code] = PointAnswer(rawValue: data.text("answer-\(point.code)"))
            draft.notes[point.code] = data.text("note-\(point.code)")
        }
        return draft
    }
}
