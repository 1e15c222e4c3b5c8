import Design
import HTML
import Kernel
import Partnerships
import Web

/// An agency's answer to "what do we hold?": written to be done between two other pieces of work.
struct AnswerPage {
    let request: ScopingRequestDetail
    let round: ScopingRoundDetail
    let concern: ConcernDetail
    let form: Form
    let lists: CodeLists
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(
            context, section: .myWork, title: "What do you hold on \(concern.reference)?", problems: form.problems,
            scripts: [.drafts]
        ) {
            Breadcrumbs([("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Answer")
            PageHeading("What do you hold?") {
                "\(concern.reference) · answer for \(request.organisationName) by \(round.dueAt.text)"
            }
            Split {
                Card("Your answer") {
                    FormTag(
                        context, action: links.answer(request.id), token: token, version: form.data.version ?? request.version,
                        attributes: [
                            DraftSaving.attributes(
                                key: "\(context.place.slug)-answer-\(request.id.text)",
                                to: PageLinks.draft(context.place.slug, form: "answer-\(request.id.text)"))
                        ]
                    ) {
                        HiddenInput(name: FormData.baseField, value: form.base(AnswerForm.fields(request)))
                        Radios(
                            "What do you hold on the people, the place, the telephones and the vehicles?", name: "answer",
                            choices: [
                                Choice("nothing-held", "Nothing held", hint: "You searched and found nothing. That helps too."),
                                Choice("held", "Held", hint: "You can share a summary"),
                                Choice("cannot-share", "Held, but you cannot share it", hint: "Say whom the coordinator can speak to"),
                                Choice("conflict", "You have a live operation", hint: "Nobody visits before speaking to you"),
                            ], chosen: form.value("answer"), problem: form.problem("answer"), layout: .list)
                        TextArea(
                            "Summary, if held", name: "summary", value: form.value("summary"),
                            hint: "What others in the circle may read, without names", problem: form.problem("summary"),
                            lines: 5)
                        Select(
                            "How reliable is the source?", name: "grading_source", choices: choices("source_evaluation"),
                            chosen: form.value("grading_source"), problem: form.problem("grading"))
                        Select(
                            "How is it known?", name: "grading_assessment", choices: choices("intelligence_assessment"),
                            chosen: form.value("grading_assessment"))
                        Select(
                            "How may it be handled?", name: "grading_handling", choices: choices("handling_code"),
                            chosen: form.value("grading_handling"))
                        TextInput(
                            "Conditions", name: "conditions", value: form.value("conditions"),
                            hint: "Only where it may be shared with conditions", problem: form.problem("conditions"))
                        TextInput(
                            "Whom to speak to", name: "speak_to", value: form.value("speak_to"),
                            hint: "A role or a desk, and how to reach it", problem: form.problem("speak_to"))
                        DraftSaving.status
                        Actions {
                            Button("Send the answer")
                            ButtonLink("Cancel", to: PageLinks.myWork(context.place.slug), .second)
                        }
                    }
                }
            } side: {
                Card("The question") { p { round.question } }
                Card("The concern") {
                    p { concern.seen.isEmpty ? concern.summary : concern.seen }
                    p { a(.href(links.concern(concern.id))) { "Open \(concern.reference)" } }
                }
                Card("Files of your answer") {
                    p { "Photographs and documents that belong to what you hold. Whoever reads the answer can open them." }
                    p { a(.href(links.files(request.id))) { "Open or add files" } }
                }
            }
        }.markup
    }

    private func choices(_ list: String) -> [Choice] {
        lists[list].values.map { Choice($0.code, "\($0.code): \($0.label)") }
    }
}
