import Design
import HTML
import Kernel
import Web

/// After signing in again: the entry that was typed before, one button away from where it was going.
struct EntryKeptPage {
    let person: SignedInPerson
    let kept: KeptEntry
    /// Told here, and again at the next sign-in, because nobody has to read it before the entry is sent.
    let news: OwnAccountNews

    var markup: Markup {
        PublicPage(title: "Your entry is still here", showsSignIn: false) {
            PageHeading("Your entry is still here")
            p {
                "You are signed in as "
                strong { person.name }
                ". What you typed before has not been sent yet."
            }
            if !news.resets.isEmpty {
                WarningText { ResetList(resets: news.resets, coordinators: news.coordinators) }
            }
            HTML.form(.method(.post), .action(kept.action), .novalidate) {
                HiddenInput(name: FormFields.secret, value: person.formSecret, purpose: .session)
                kept.restored
                Actions {
                    Button("Send it now")
                    ButtonLink("Leave it unsent", to: Landing.link(for: person), .second)
                }
            }
        }.markup
    }
}
