import Design
import HTML
import Web

/// Says that what was typed before was kept, and offers to start again.
struct DraftNotice {
    let draft: String
    let back: Link

    func markup(_ context: SignedIn, token: String) -> Markup {
        InsetText {
            p { "What you typed before was kept and stands below." }
            FormTag(context, action: "\(PageLinks.draft(context.place.slug, form: draft))/discard", token: token) {
                HiddenInput(name: "return", value: back.text)
                Button("Start again", .second)
            }
        }.markup
    }
}
