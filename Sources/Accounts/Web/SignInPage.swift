import Design
import HTML
import Kernel
import Web

/// Email address and password; an entry that waits to be sent travels along unseen.
struct SignInPage {
    let form: Form
    /// The secret of the visitor's cookie.
    let secret: String
    var kept: KeptEntry?
    /// Whether the page stands where an entry arrived after its session had ended.
    var hasEnded = false
    /// The accounts that the page offers where the records are a demonstration; empty for real ones.
    var demonstration: [DemonstrationSignIn] = []

    var markup: Markup {
        PublicPage(
            title: "Sign in", problems: form.problems, showsSignIn: false, isDemonstration: !demonstration.isEmpty,
            scripts: [.passwordToggle]
        ) {
            if kept != nil {
                PageHeading("Sign in to send your entry")
                InsetText {
                    p { "Your session has ended, and what you typed is still here. Sign in, and you can send it." }
                }
            } else if hasEnded {
                PageHeading("Sign in to go on")
                InsetText { p { "Your session has ended." } }
            } else {
                PageHeading("Sign in")
            }
            if !demonstration.isEmpty { DemonstrationWelcome(accounts: demonstration) }
            div(.class("card")) {
                HTML.form(.method(.post), .action(PageLinks.signIn), .novalidate) {
                    HiddenInput(name: FormFields.secret, value: secret, purpose: .session)
                    HiddenInput(name: SignInFields.returned, value: form.value(SignInFields.returned))
                    if let kept { kept.carried }
                    TextInput(
                        "Email address", name: "email", value: form.value("email"), problem: form.problem("email"),
                        kind: .email, width: .long, autocomplete: "username")
                    PasswordInput(name: "password", problem: form.problem("password"))
                    Actions { Button("Sign in") }
                }
            }
            p(.class("soft")) {
                "You have no account, or you have forgotten your password? Ask the person who keeps the accounts of your partnership."
            }
            if !demonstration.isEmpty { DemonstrationAccounts(accounts: demonstration) }
        }.markup
    }
}

/// The names of what a sign-in carries from page to page.
enum SignInFields {
    /// The page to go to afterwards.
    static let returned = "return"
}
