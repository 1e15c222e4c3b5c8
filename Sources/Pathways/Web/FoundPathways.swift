import Design
import HTML

/// Pathways and referrals that were found by their reference, for the page of the search: the references and nothing more.
package struct FoundPathways: Component {
    let found: [FoundPathway]
    let links: PathwayLinks

    package init(found: [FoundPathway], links: PathwayLinks) {
        self.found = found
        self.links = links
    }

    package var markup: Markup {
        InsetText {
            for one in found {
                p {
                    if let referral = one.referral {
                        a(.href(links.referral(one.victim, referral))) { "Referral \(one.reference)" }
                    } else {
                        a(.href(links.victim(one.victim))) { "Pathway \(one.reference)" }
                    }
                }
            }
        }.markup
    }
}
