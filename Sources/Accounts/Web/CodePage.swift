import Design
import HTML
import Kernel
import Web

/// The second step of signing in: a code.
struct CodePage {
    let begun: UnfinishedSignIn
    let form: Form
    var kept: KeptEntry?

    var markup: Markup {
        PublicPage(title: "Enter your code", problems: form.problems, showsSignIn: false) {
            PageHeading("Enter your code")
            div(.class("card")) {
                HTML.form(.method(.post), .action(AccountLinks.code), .novalidate) {
                    HiddenInput(name: FormFields.secret, value: begun.formSecret, purpose: .session)
                    HiddenInput(name: SignInFields.returned, value: form.value(SignInFields.returned))
                    if let kept { kept.carried }
                    TextInput(
                        "Code", name: "code", hint: "Six digits from your authenticator app, or one of your recovery codes",
                        problem: form.problem("code"), width: .medium, autocomplete: "one-time-code",
                        attributes: [.spellcheck(false)])
                    Actions {
                        Button("Go on")
                        ButtonLink("Begin again", to: PageLinks.signIn, .second)
                    }
                }
            }
            Details("Your telephone is not at hand?") {
                p {
                    "Each of the ten recovery codes that you were given works once in place of a code. Without them, the "
                    "person who keeps the accounts of your partnership can remove the second step, and you set it up anew."
                }
            }
        }.markup
    }
}
