import Access
import Design
import HTML
import Kernel
import ReferralForm
import Web

/// One part of a referral: the questions that the present answers ask for. What is typed is saved, complete or not.
struct ReferralSectionPage {
    let file: ReferralFile
    let heading: FormHeading
    let pages: [[FormField]]
    let form: Form
    /// The answers that are kept, as the form would hold them.
    let base: FormData
    let version: Int
    /// Whether it is filled in from what was typed and not saved.
    let isDraft: Bool
    /// Who else typed here and has not saved; nil where nobody did.
    let colleague: Colleague?
    let notice: ReferralNotice?
    let today: Day
    let token: String

    /// Somebody who works on the same part.
    struct Colleague {
        let name: String
        let savedAt: Moment
        /// Whether the page is filled in from what they typed.
        let isShown: Bool
    }

    static func draft(_ id: ID<Referral>, _ heading: FormHeading) -> String { "referral-\(heading.rawValue)-\(id.text)" }

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        let line = file.referral.line
        let own = links.referral(line.victim, line.id)
        let draft = ReferralSectionPage.draft(line.id, heading)
        let title = "\(heading.title), \(line.reference)"
        return SignedInPage(
            context, section: .pathways, title: title, problems: form.problems, notice: notice?.words, scripts: [.drafts]
        ) {
            Breadcrumbs(
                [
                    ("Pathways", links.list), (file.referral.victimReference, links.victim(line.victim)), (line.reference, own),
                ], current: heading.title)
            PageHeading(heading.title) { line.kindLabel }
            if isDraft {
                InsetText {
                    p { "What you typed before and had not saved stands below." }
                    FormTag(context, action: "\(PageLinks.draft(context.place.slug, form: draft))/discard", token: token) {
                        HiddenInput(name: "return", value: links.section(own, heading).text)
                        Button("Go back to what is saved", .second)
                    }
                }
            }
            if let colleague {
                InsetText {
                    if colleague.isShown {
                        p { "What \(colleague.name) typed and had not saved stands below. Save it to keep it for everybody." }
                        p { a(.href(links.section(own, heading))) { "Go back to what is saved" } }
                    } else {
                        p { "\(colleague.name) typed here on \(colleague.savedAt.text) and has not saved it." }
                        p { a(.href(links.section(own, heading).query("typed", "theirs"))) { "See what they typed" } }
                    }
                }
            }
            Card("Questions") {
                FormTag(
                    context, action: links.section(own, heading), token: token, version: version,
                    attributes: [
                        DraftSaving.attributes(
                            key: "\(context.place.slug)-\(draft)", to: PageLinks.draft(context.place.slug, form: draft))
                    ]
                ) {
                    HiddenInput(name: FormData.baseField, value: form.base(base))
                    HiddenInput(
                        name: ReferralSectionForm.askedField, value: ReferralSectionForm(pages.flatMap { $0 }).asked)
                    ReferralQuestions(pages: pages, form: form, today: today)
                    DraftSaving.status
                    Actions {
                        Button("Save")
                        ButtonLink("Back to the parts", to: own, .second)
                    }
                    ToldAccounts(
                        accounts: ReuseAccount.refusal(line) == nil ? file.accounts : [], fields: pages.flatMap { $0 }, form: form,
                        action: links.told(own, heading))
                }
            }
        }.markup
    }
}
