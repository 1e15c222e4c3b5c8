import Access
import Design
import HTML
import Kernel
import ReferralForm
import Web

/// The key-in pack of an approved referral, on screen and on paper.
struct ReferralPackPage {
    let file: ReferralFile
    let today: Day
    let moment: Moment
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        let line = file.referral.line
        let own = links.referral(line.victim, line.id)
        let pack = KeyInPack(ReferralForm.asked(file.opened.answers), today: today)
        return SignedInPage(
            context, section: .pathways, title: "Key-in pack of \(line.reference)", scripts: [.copyValues]
        ) {
            Breadcrumbs(
                [
                    ("Pathways", links.list), (file.referral.victimReference, links.victim(line.victim)), (line.reference, own),
                ], current: "Key-in pack")
            ReferralWayNotice(context: context, file: file, token: token)
            if line.status.isDraft {
                PageHeading("Key-in pack") { line.kindLabel }
                InsetText { p { "The pack is made once a supervisor has approved the referral." } }
            } else if line.status == .ready, !file.obstacles(today: today).isEmpty {
                PageHeading("Key-in pack") { line.kindLabel }
                WarningText {
                    p { "Do not key this in. Something has changed since it was approved, so the pack is not shown:" }
                    ul { for problem in file.obstacles(today: today) { li { problem.message } } }
                }
                Actions { ButtonLink("Back to the referral", to: own, .second) }
            } else {
                KeyInSheet(
                    pack: pack, heading: "Key-in pack of \(line.reference)",
                    madeFor: "Made \(moment.day.text) for \(context.person.name), \(context.person.organisationName).")
                if line.status == .ready {
                    Actions {
                        ButtonLink("Record the reference", to: links.submission(own))
                        ButtonLink("Back to the referral", to: own, .second)
                    }
                }
            }
        }.markup
    }
}
