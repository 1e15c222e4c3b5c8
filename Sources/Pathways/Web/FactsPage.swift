import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Changes what is known of somebody.
struct FactsPage {
    let victim: VictimDetail
    let form: Form
    let towns: [TermSummary]
    let lists: CodeLists
    let today: Day
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        let draft = "pathway-facts-\(victim.id.text)"
        return SignedInPage(
            context, section: .pathways, title: "What is known, \(victim.reference)", problems: form.problems,
            scripts: [.drafts]
        ) {
            Breadcrumbs([("Pathways", links.list), (victim.reference, links.victim(victim.id))], current: "What is known")
            PageHeading("What is known") { "A changed age, or a doubt whether they can decide, changes the way they go." }
            FormTag(
                context, action: links.facts(victim.id), token: token, version: form.data.version ?? victim.version,
                attributes: [
                    DraftSaving.attributes(
                        key: "\(context.place.slug)-\(draft)", to: PageLinks.draft(context.place.slug, form: draft))
                ]
            ) {
                HiddenInput(name: FormData.baseField, value: form.base(VictimForm.data(of: victim.facts, lists: lists)))
                VictimQuestions(form: form, lists: lists, towns: towns, today: today).facts
                DraftSaving.status
                Actions {
                    Button("Save")
                    ButtonLink("Cancel", to: links.victim(victim.id), .second)
                }
            }
        }.markup
    }
}
