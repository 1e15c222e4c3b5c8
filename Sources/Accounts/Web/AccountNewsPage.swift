import Access
import Design
import HTML
import Kernel
import Web

/// The first page after signing in when somebody else has reset the password or the second step of this account.
struct AccountNewsPage {
    let context: WebContext
    let person: SignedInPerson
    let news: OwnAccountNews
    /// The page that was asked for.
    let returned: String

    var markup: Markup {
        OwnPage(context, person, title: "Your account was changed") {
            PageHeading("Your account was changed")
            WarningText { ResetList(resets: news.resets, coordinators: news.coordinators) }
            OwnForm(person, action: AccountLinks.news) {
                HiddenInput(name: SignInFields.returned, value: returned)
                HiddenInput(name: "read", value: String(news.resets.first?.at.microseconds ?? 0))
                Actions { Button("I have read this") }
            }
        }.markup
    }
}

/// Who reset what and when, and whom to tell when nobody asked for it.
struct ResetList: Component {
    let resets: [AccountEvent]
    let coordinators: [String]

    @MarkupBuilder var markup: Markup {
        for reset in resets { p { ResetList.sentence(reset) } }
        p { "If you did not ask for it, tell \(whom) at once." }
    }

    private var whom: String {
        switch coordinators.count {
        case 0: "your organisation's head and whoever runs the server"
        case 1: "the coordinator \(coordinators[0])"
        default: "a coordinator (\(coordinators.joined(separator: ", ")))"
        }
    }

    static func sentence(_ reset: AccountEvent) -> String {
        let what = reset.what == .resetPassword ? "Your password was reset" : "Your second step was removed"
        return "\(what) by \(reset.by ?? "whoever runs the server") on \(reset.at.text), in \(reset.partnershipName)."
    }
}
