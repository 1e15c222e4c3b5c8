import Access
import Design
import HTML
import Kernel

/// What follows somebody's referrals, on their own page: where each stands, and the way to its course.
struct CourseSection: Component {
    let victim: ID<PotentialVictim>
    let referrals: [ReferralLine]
    let slug: String

    var markup: Markup {
        let links = CourseLinks(slug)
        let sent = referrals.filter(\.hasCourse)
        return Card("What follows the referral", aside: { a(.href(links.crime(of: victim))) { "Crime records without a referral" } }) {
            if sent.isEmpty {
                p(.class("soft")) { "Nothing was sent yet. Decisions and their dates stand here afterwards." }
            } else {
                ul(.class("plain")) {
                    for referral in sent {
                        li {
                            a(.href(links.course(referral.id, of: victim))) { "Referral \(referral.reference)" }
                            " "
                            Tag(referral.status.label, referral.status.tone)
                            if let day = referral.submittedOn { " sent \(day.text)" }
                        }
                    }
                }
            }
        }.markup
    }
}
