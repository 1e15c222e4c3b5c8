import Design
import HTML
import Kernel
import Web

/// A new password for somebody who knows the present one.
struct PasswordPage {
    let context: WebContext
    let person: SignedInPerson
    let form: Form

    var markup: Markup {
        OwnPage(
            context, person, title: "Change your password", problems: form.problems, scripts: [.passwordToggle]
        ) {
            BackLink(to: PageLinks.account, "Your account")
            PageHeading("Change your password")
            p { "You stay signed in here. Everywhere else you are signed out." }
            div(.class("card")) {
                OwnForm(person, action: AccountLinks.password) {
                    PasswordInput("Present password", name: "current", problem: form.problem("current"))
                    PasswordInput(
                        "New password", name: "password", isNew: true, hint: passwordHint, problem: form.problem("password")
                    )
                    Actions {
                        Button("Change the password")
                        ButtonLink("Leave it as it is", to: PageLinks.account, .second)
                    }
                }
            }
        }.markup
    }
}
