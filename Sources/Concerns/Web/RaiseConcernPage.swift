import Design
import HTML
import Kernel
import Web

/// The concern form for agencies, and the telephone log for the coordinator.
struct RaiseConcernPage {
    let form: Form
    let choices: ConcernChoices
    let isCall: Bool
    let token: String
    let hasDraft: Bool
    /// What was found of what is typed, where somebody looked.
    var known = Markup()
    var canLook = false

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        let title = isCall ? "Log a call" : "Record a concern"
        let name = isCall ? "call" : "concern"
        return SignedInPage(
            context, section: .concerns, title: title, problems: form.problems, layout: .narrow,
            scripts: canLook ? [.drafts, .lookUp] : [.drafts]
        ) {
            Breadcrumbs([("Concerns", links.list)], current: title)
            PageHeading(title) {
                isCall
                    ? "Write while you listen. What was seen, the type of location and who told it are needed; the rest can wait."
                    : """
                    What was seen, the type of location and who told it are needed; the rest can wait. The coordinator sees \
                    it at once, other agencies only when they are asked.
                    """
            }
            if hasDraft { InsetText { p { "This is the form as you left it. It was saved for you and nobody else has seen it." } } }
            known
            FormTag(
                context, action: isCall ? links.call : links.new, token: token,
                attributes: [
                    DraftSaving.attributes(
                        key: "\(context.place.slug)-\(name)-\(token)", to: PageLinks.draft(context.place.slug, form: name)),
                    canLook ? LookingUp.attributes(ConcernFields.lookedUp) : .none,
                ]
            ) {
                ConcernFields(form: form, choices: choices, isCall: isCall)
                DraftSaving.status
                if canLook { LookingUp.status }
                Actions {
                    Button(isCall ? "Record the call" : "Record the concern")
                    if canLook { Button("Look what is known already", .second, name: "look", value: "yes") }
                    ButtonLink("Cancel", to: links.list, .second)
                }
            }
        }.markup
    }
}
