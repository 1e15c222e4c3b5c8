import Design
import HTML
import Web

/// What is answered to a network address that asked for too much.
struct TooManyPage {
    let minutes: Int64

    var markup: Markup {
        PublicPage(title: "Too many requests") {
            PageHeading("Too many requests")
            p { "Much was asked for from your network. Try again in \(minutes) minutes. Nothing is lost: what is published stays here." }
        }.markup
    }
}
