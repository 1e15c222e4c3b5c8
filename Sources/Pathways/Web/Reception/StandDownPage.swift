import Access
import Design
import HTML
import Kernel
import Web

/// The end of an opening: nobody unaccounted for, how it went, what the plan learns.
struct StandDownPage {
    let file: OpeningFile
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = ReceptionLinks(context.place.slug)
        let opening = file.opening
        return SignedInPage(
            context, section: .pathways, title: "Stand down \(opening.reference)", problems: form.problems, layout: .narrow
        ) {
            Breadcrumbs(
                [("Reception centres", links.list), (opening.reference, links.opening(opening.id))], current: "Stand down")
            PageHeading("Stand down") { "\(opening.centreName), register \(opening.reference)" }
            if file.counts.present > 0 {
                WarningText {
                    a(.href(links.opening(opening.id).query("show", ArrivalQuery.Filter.present.rawValue))) {
                        file.counts.present == 1
                            ? "1 person has not left yet" : "\(file.counts.present) people have not left yet"
                    }
                    ". Say first where everybody went."
                }
            }
            FormTag(context, action: links.standDown(opening.id), token: token) {
                TextArea(
                    "How did it go?", name: "debrief", value: form.value("debrief"), hint: "Sealed: it may speak of people",
                    problem: form.problem("debrief"))
                TextArea(
                    "What should the plan learn?", name: "lessons", value: form.value("lessons"),
                    hint: "Without names: everybody who worked there reads it", problem: form.problem("lessons"))
                Actions {
                    Button("Stand down")
                    ButtonLink("Cancel", to: links.opening(opening.id), .second)
                }
            }
        }.markup
    }
}
