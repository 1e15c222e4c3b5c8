import Design
import HTML
import Kernel
import Web

/// The closing sheet of a scoping round.
struct CloseRoundPage {
    let concern: ConcernDetail
    let round: ScopingRoundDetail?
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        return SignedInPage(
            context, section: .concerns, title: "Close the round on \(concern.reference)", problems: form.problems,
            layout: .narrow
        ) {
            Breadcrumbs([("Concerns", links.list), (concern.reference, links.concern(concern.id))], current: "Close the round")
            PageHeading("Close the round") { "\(concern.reference), round \(round?.number ?? 0)" }
            if let round {
                DataTable(
                    "Answers", isCaptionShown: true,
                    columns: [.init("Agency", .rowHeading), .init("Answer"), .init("What it says"), .init("Hours", .number)],
                    rows: round.requests.map { request in
                        [
                            .text(request.organisationName), .text(request.answer?.label ?? "No answer"),
                            .text(request.summary.isEmpty ? request.speakTo : request.summary),
                            .text(request.hoursToAnswer.map { "\($0)" } ?? "–"),
                        ]
                    }, empty: "Nobody was asked.")
            }
            FormTag(context, action: links.closeRound(concern.id), token: token) {
                TextArea(
                    "What the answers show", name: "closing_summary", value: form.value("closing_summary"),
                    hint: "The picture in a few sentences: it explains the response", problem: form.problem("closing_summary"))
                Actions {
                    Button("Close the round")
                    ButtonLink("Cancel", to: links.concern(concern.id), .second)
                }
            }
        }.markup
    }
}
