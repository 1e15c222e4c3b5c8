import Design
import HTML
import Kernel
import Web

/// The last step of a first sign-in: a password of one's own.
struct NewPasswordPage {
    let begun: UnfinishedSignIn
    let form: Form
    var kept: KeptEntry?

    var markup: Markup {
        PublicPage(
            title: "Choose your password", problems: form.problems, showsSignIn: false, scripts: [.passwordToggle]
        ) {
            PageHeading("Choose your password")
            p { "You came in with a temporary password. Choose one that only you know." }
            div(.class("card")) {
                HTML.form(.method(.post), .action(AccountLinks.newPassword), .novalidate) {
                    HiddenInput(name: FormFields.secret, value: begun.formSecret, purpose: .session)
                    HiddenInput(name: SignInFields.returned, value: form.value(SignInFields.returned))
                    if let kept { kept.carried }
                    PasswordInput(
                        "New password", name: "password", isNew: true, hint: passwordHint,
                        problem: form.problem("password"))
                    Actions { Button("Keep this password") }
                }
            }
        }.markup
    }
}

/// What a good password is, as every page says it.
let passwordHint =
    "At least \(PasswordPolicy.shortest) characters. Three or four words that do not belong together work well"
