import Access
import Design
import HTML
import Kernel
import Web

/// Records that a referral was keyed in, and the reference that came back.
struct ReferralSubmissionPage {
    let file: ReferralFile
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        let line = file.referral.line
        let own = links.referral(line.victim, line.id)
        // What belongs to no field of this form is told above it alone.
        let shown = form.problems.map { ["submitted_on", "reference"].contains($0.field) ? $0 : Problem("", $0.message) }
        return SignedInPage(
            context, section: .pathways, title: "Record the reference of \(line.reference)", problems: shown
        ) {
            Breadcrumbs(
                [
                    ("Pathways", links.list), (file.referral.victimReference, links.victim(line.victim)), (line.reference, own),
                ], current: "Record the reference")
            PageHeading("Record the reference") { line.kindLabel }
            ReferralWayNotice(context: context, file: file, token: token)
            if line.status == .ready { whoSends }
            Card("What was keyed in") {
                FormTag(context, action: links.submission(own), token: token) {
                    DateInput(
                        "On which day was it keyed in?", name: "submitted_on",
                        value: .init(
                            day: form.value("submitted_on-day"), month: form.value("submitted_on-month"),
                            year: form.value("submitted_on-year")), problem: form.problem("submitted_on"))
                    TextInput(
                        "Reference from the Home Office", name: "reference", value: form.value("reference"),
                        hint: line.status == .submitted
                            ? "As it stands in the message that you were sent"
                            : "As it stands in the message that you were sent. Leave it empty if it has not come yet",
                        problem: form.problem("reference"), width: .medium, autocomplete: "off", attributes: [.spellcheck(false)])
                    Actions {
                        Button("Record it")
                        ButtonLink("Cancel", to: own, .second)
                    }
                }
            }
        }.markup
    }

    /// Whether the viewer's organisation is one of those that may refer, where it is not or where nobody has confirmed it.
    @MarkupBuilder private var whoSends: Markup {
        let toBeConfirmed = file.route.isBodyToBeConfirmed
        if !file.route.maySubmit {
            WarningText {
                p {
                    "Your organisation cannot send this form: pass it to a first responder organisation that can."
                    if toBeConfirmed {
                        " "
                        Tag("To be confirmed", .quiet)
                    }
                }
            }
        } else if toBeConfirmed {
            InsetText {
                p {
                    "Your organisation can send this form. "
                    Tag("To be confirmed", .quiet)
                }
            }
        }
    }
}
