import Access
import Design
import HTML
import Kernel
import ReferralForm
import Web

/// What a supervisor reads before a referral goes out: everything that would be keyed in, its quality, and the decision.
struct ReferralReviewPage {
    let file: ReferralFile
    let form: Form
    let isDrafter: Bool
    let today: Day
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        let line = file.referral.line
        let own = links.referral(line.victim, line.id)
        return SignedInPage(
            context, section: .pathways, title: "Review \(line.reference)", problems: form.problems, scripts: [.drafts]
        ) {
            Breadcrumbs(
                [
                    ("Pathways", links.list), (file.referral.victimReference, links.victim(line.victim)), (line.reference, own),
                ], current: "Review")
            PageHeading("Review \(line.reference)") {
                line.kindLabel + (file.referral.drafterName.isEmpty ? "" : ", written by \(file.referral.drafterName)")
            }
            ReferralWayNotice(context: context, file: file, token: token)
            Split {
                for page in ReferralForm.pages(ReferralForm.asked(file.opened.answers)).grouped {
                    Card(page.heading) {
                        dl(.class("facts")) {
                            for value in page.values where !value.text.isEmpty {
                                div {
                                    dt { value.label }
                                    dd { pre { ReferralForm.current.field(value.code)?.words(of: value.text) ?? value.text } }
                                }
                            }
                        }
                    }
                }
                QualityCard(quality: file.opened.check(today: today).quality)
            } side: {
                decision(context, links, own)
            }
        }.markup
    }

    private func decision(_ context: SignedIn, _ links: PathwayLinks, _ own: Link) -> Markup {
        Card("Your decision") {
            if !file.opened.note.isEmpty {
                InsetText {
                    p { strong { "The last review, by \(file.referral.reviewerName):" } }
                    p { file.opened.note }
                }
            }
            if file.referral.line.status != .inReview, form.problems.isEmpty {
                p { "This referral is “\(file.referral.line.status.label)”: there is nothing to decide now." }
            } else if isDrafter {
                p { "You wrote in this referral last: somebody else reviews it." }
            } else {
                FormTag(
                    context, action: links.review(own), token: token, version: form.data.version ?? file.referral.line.version,
                    attributes: [
                        DraftSaving.attributes(
                            key: "\(context.place.slug)-review-\(file.referral.line.id.text)",
                            to: PageLinks.draft(context.place.slug, form: "review-\(file.referral.line.id.text)"))
                    ]
                ) {
                    Radios(
                        "Is it good to go?", name: "decision",
                        choices: [
                            Choice("approve", "Approve", hint: "It can be keyed in"),
                            Choice("return", "Return", hint: "It becomes a draft again, with your note"),
                        ], chosen: form.value("decision"), problem: form.problem("decision"), layout: .list)
                    TextArea(
                        "Note to whoever writes", name: "note", value: form.value("note"),
                        hint: "Needed where you return it. Kept under seal.", problem: form.problem("note"))
                    DraftSaving.status
                    Actions {
                        Button("Save the review")
                        ButtonLink("Cancel", to: own, .second)
                    }
                }
            }
        }.markup
    }
}

extension [KeyInPage] {
    /// The values under each heading, in the form's order.
    fileprivate var grouped: [(heading: String, values: [KeyInPage.Value])] {
        var found: [(heading: String, values: [KeyInPage.Value])] = []
        for page in self where !page.values.isEmpty {
            if let last = found.last, last.heading == page.heading {
                found[found.count - 1].values += page.values
            } else {
                found.append((page.heading, page.values))
            }
        }
        return found
    }
}
