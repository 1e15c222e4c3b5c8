import Access
import Concerns
import Design
import HTML
import Kernel
import Web

/// Begins a referral: the way, what is filled in, and what is left out of a report without a name.
struct StartReferralPage {
    let file: VictimFile
    let problems: [Problem]
    let helpline: HelplineNumber?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        let victim = file.victim
        let refusals = StartReferral.problems(file.route, victim: victim, referrals: file.referrals)
        return SignedInPage(
            context, section: .pathways, title: "Begin a referral for \(victim.reference)", problems: problems
        ) {
            Breadcrumbs([("Pathways", links.list), (victim.reference, links.victim(victim.id))], current: "Begin a referral")
            PageHeading("Begin a referral") { "For \(victim.reference)" }
            Split {
                RouteCard(decision: file.route, referrals: [], helpline: helpline)
                Card("Begin") {
                    if refusals.isEmpty {
                        if file.route.route == .anonymousNotification {
                            p { "The report is filled in from the record without anything by which they could be known." }
                        } else {
                            p { "The form is filled in from the record: the facts, who they are, safe contact, and the signs." }
                        }
                        p(.class("soft")) { "Nothing is sent. You go through each part, a supervisor reviews it, then it is keyed in." }
                        FormTag(context, action: links.newReferral(victim.id), token: token) {
                            Actions {
                                Button("Begin the referral")
                                ButtonLink("Cancel", to: links.victim(victim.id), .second)
                            }
                        }
                    } else {
                        for refusal in refusals { p { "\(refusal.message)." } }
                        Actions { ButtonLink("Back to \(victim.reference)", to: links.victim(victim.id), .second) }
                    }
                }
            } side: {
                ReferralsSection(file: file, links: links, canBegin: false)
            }
        }.markup
    }
}

/// The referrals of somebody on their page, with what comes next for each.
struct ReferralsSection: Component {
    let file: VictimFile
    let links: PathwayLinks
    var canBegin = true

    var markup: Markup {
        let victim = file.victim
        let mayBegin = StartReferral.problems(file.route, victim: victim, referrals: file.referrals).isEmpty
        return Card("Referrals") {
            if file.referrals.isEmpty { p(.class("soft")) { "None yet." } }
            ul(.class("plain")) {
                for line in file.referrals {
                    li {
                        a(.href(links.referral(victim.id, line.id))) { line.reference }
                        " "
                        Tag(line.status.label, line.status.tone)
                        div(.class("soft")) { "\(line.kindLabel). \(line.nextAction)" }
                    }
                }
            }
            if canBegin, mayBegin { Actions { ButtonLink("Begin a referral", to: links.newReferral(victim.id)) } }
        }.markup
    }
}

extension ReferralLine {
    /// What somebody does with it next.
    var nextAction: String {
        switch status {
        case .draft: "Next: write on, and send it for review."
        case .inReview: "Next: somebody else than the last writer reviews it."
        case .ready: "Next: key it in and record the reference."
        case .submitted: "Next: record the reference."
        default: homeOfficeReference.map { "Reference \($0)." } ?? ""
        }
    }
}
