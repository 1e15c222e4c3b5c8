import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Says that the report arrived, with the number to quote.
struct ReportReceivedPage {
    let partnership: PartnershipSummary
    let quote: String
    let helplines: [HelplineNumber]

    var markup: Markup {
        PublicPage(
            title: "We have what you told us", canExit: true, isDemonstration: partnership.isDemonstration
        ) {
            Panel("Thank you. We have what you told us.", reference: quote, referenceName: "Your number")
            p { "Keep this number if it is safe to: you can quote it when you call. It says nothing about you." }
            Card("What happens now") {
                ol {
                    li { "The coordinator of \(partnership.name) reads it, and checks it before anybody else sees it." }
                    li { "Agencies are asked what they know, and decide together what to do." }
                    li { "Nobody contacts you unless you said that it is safe." }
                }
            }
            HelplineAdvice(helplines: helplines)
        }.markup
    }
}
