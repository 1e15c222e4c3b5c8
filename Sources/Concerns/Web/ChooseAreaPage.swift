import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Where to tell what was seen, when there are several areas.
struct ChooseAreaPage {
    let partnerships: [PartnershipSummary]
    let helplines: [HelplineNumber]

    var markup: Markup {
        PublicPage(title: "Tell us what you saw", canExit: true) {
            PageHeading("Tell us what you saw")
            HelplineAdvice(helplines: helplines)
            if partnerships.isEmpty {
                EmptyState("No partnership takes reports here yet.") { p { "Call one of the numbers above." } }
            } else {
                Card("Which area is it in?") {
                    ul {
                        for partnership in partnerships {
                            li {
                                a(.href("/report/\(partnership.slug)")) { partnership.name }
                                if partnership.isDemonstration {
                                    span(.class("soft")) { " · a demonstration: do not report anything real there" }
                                }
                            }
                        }
                    }
                }
            }
        }.markup
    }
}
