import Design
import HTML
import Kernel
import Web

/// The second factor: how to set it up, the key to type into an app, or what can be done with the one that is there.
struct SecondFactorPage {
    let context: WebContext
    let person: SignedInPerson
    let account: OwnAccount
    /// The key that waits to be confirmed.
    let waiting: TimeCode?
    let form: Form

    var markup: Markup {
        OwnPage(
            context, person, title: "Second step when signing in", problems: form.problems,
            scripts: person.hasSecondFactor ? [.passwordToggle] : []
        ) {
            BackLink(to: PageLinks.account, "Your account")
            PageHeading("Second step when signing in")
            if person.hasSecondFactor { present } else if let waiting { setUp(waiting) } else { explanation }
        }.markup
    }

    @MarkupBuilder private var explanation: Markup {
        if account.needsSecondFactor {
            InsetText { p { "Your partnership asks for a second step. Set it up to go on." } }
        }
        p {
            "After your password you give a code of six digits from an authenticator app on your telephone. Whoever finds "
            "out your password cannot sign in with it alone."
        }
        p { "Have the telephone at hand. Any authenticator app will do." }
        OwnForm(person, action: AccountLinks.beginSecondFactor) {
            Actions { Button("Set up the second step") }
        }
    }

    @MarkupBuilder private func setUp(_ code: TimeCode) -> Markup {
        ol {
            li {
                p {
                    "In the app, choose to add an account and to type in a key. Type this key, with or without the spaces:"
                }
                p { HTML.code { code.groupedKey } }
            }
            li { p { "Type in the six digits that the app shows then." } }
        }
        div(.class("card")) {
            OwnForm(person, action: AccountLinks.secondFactor) {
                TextInput(
                    "Code", name: "code", hint: "Six digits", problem: form.problem("code"), kind: .digits, width: .short,
                    autocomplete: "one-time-code")
                Actions { Button("Confirm the code") }
            }
        }
        Details("The app is on this device, or asks for more") {
            p { "Some apps take over the whole address:" }
            p { HTML.code { code.address(account: account.email) } }
            p { "Kind of code: time-based, six digits, 30 seconds, SHA-1." }
        }
    }

    @MarkupBuilder private var present: Markup {
        p {
            Tag("Set up", .good)
            " \(account.recoveryCodesLeft) of your recovery codes are left."
        }
        Card("New recovery codes") {
            p { "Ten new codes take the place of all the old ones." }
            OwnForm(person, action: AccountLinks.recoveryCodes) {
                PasswordInput("Your password", name: "password", problem: form.problem("password"))
                Actions { Button("Make new recovery codes", .second) }
            }
        }
        if account.needsSecondFactor {
            p(.class("soft")) {
                "Your partnership asks for a second step, so it cannot be removed. Is your telephone new? The person who "
                "keeps the accounts can remove the old key, and you set up the new one."
            }
        } else {
            Card("Remove the second step") {
                p { "Your password alone opens your account then." }
                OwnForm(person, action: AccountLinks.removeSecondFactor) {
                    PasswordInput(
                        "Your password, to remove it", name: "removal-password",
                        problem: form.problem("removal-password"))
                    Actions { Button("Remove the second step", .danger) }
                }
            }
        }
    }
}

/// The recovery codes, at the one moment when they are known.
struct RecoveryCodesPage {
    let context: WebContext
    let person: SignedInPerson
    let codes: [String]

    var markup: Markup {
        OwnPage(context, person, title: "Your recovery codes") {
            PageHeading("Your recovery codes")
            WarningText { "These codes are shown once. Print them or write them down now, and keep them safe." }
            p { "Each works once in place of a code, for the day when your telephone is lost." }
            ul { for code in codes { li { HTML.code { code } } } }
            Actions { ButtonLink("I have kept them", to: Landing.link(for: person)) }
        }.markup
    }
}

/// The text of an API token, at the one moment when it is known.
struct TokenTextPage {
    let context: WebContext
    let person: SignedInPerson
    let token: CreatedToken

    var markup: Markup {
        OwnPage(context, person, title: "Your API token") {
            PageHeading("Your API token")
            WarningText { "The token is shown once. Put it where the program reads it now, and nowhere else." }
            p { HTML.code { token.text } }
            p {
                "The program sends it in the header Authorization, after the word Bearer. It works until "
                "\(token.endsAt.day.text)."
            }
            Actions { ButtonLink("I have kept it", to: PageLinks.account) }
        }.markup
    }
}
