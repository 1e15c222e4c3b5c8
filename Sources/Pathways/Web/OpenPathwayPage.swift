import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Begins a pathway: what is known of somebody, from a screening, from a concern, or alone.
struct OpenPathwayPage {
    let form: Form
    let origin: PathwayOrigin
    let ground: PathwayGround
    let lists: CodeLists
    let today: Day
    let token: String

    /// The name under which what is typed is kept: a page of its own for each screening and each concern that a pathway
    /// begins from, so that nobody's words come to stand in somebody else's record.
    static func draft(_ origin: PathwayOrigin) -> String {
        switch origin {
        case .alone: "pathway-new"
        case .screening(let id): "pathway-of-\(id.text)"
        case .concern(let id): "pathway-in-\(id.text)"
        }
    }

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        let draft = OpenPathwayPage.draft(origin)
        let questions = VictimQuestions(form: form, lists: lists, towns: ground.towns, today: today)
        return SignedInPage(
            context, section: .pathways, title: "Begin a pathway", problems: form.problems, scripts: [.drafts]
        ) {
            Breadcrumbs([("Pathways", links.list)], current: "Begin a pathway")
            PageHeading("Begin a pathway") { ground.origin }
            InsetText {
                p {
                    "Ask only what you need to help now, and never twice. Your organisation leads; nobody else sees the "
                        + "record but the coordinator, until you add them."
                }
            }
            FormTag(
                context, action: links.new, token: token,
                attributes: [
                    DraftSaving.attributes(
                        key: "\(context.place.slug)-\(draft)", to: PageLinks.draft(context.place.slug, form: draft))
                ]
            ) {
                for name in ["screening", "concern"] where !form.value(name).isEmpty {
                    HiddenInput(name: name, value: form.value(name))
                }
                questions.facts
                Card("Who they are") {
                    p(.class("soft")) {
                        "Sealed: shown only to those who work with them, each time with a reason. Leave it empty if it was not told."
                        if ground.hasScreenedName { " The name given at the screening is taken over unless you enter one." }
                    }
                    questions.identity
                }
                DraftSaving.status
                Actions {
                    Button("Begin the pathway")
                    ButtonLink("Cancel", to: links.list, .second)
                }
            }
        }.markup
    }
}
