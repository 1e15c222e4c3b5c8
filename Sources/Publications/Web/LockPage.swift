import Access
import Design
import HTML
import Kernel
import Web

/// What a publication would tell, before it is locked.
struct LockPage {
    let edition: PreparedEdition
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PublicationLinks(context.place.slug)
        let publication = edition.file.publication
        return SignedInPage(
            context, section: .publications, title: "Check and lock", problems: form.problems, layout: .narrow
        ) {
            Breadcrumbs(
                [("Publications", links.list), (publication.facts.title, links.publication(publication.id))], current: "Check and lock")
            PageHeading("Check and lock") {
                "Words and figures are frozen, and two people sign them. Until then it can be unlocked."
            }
            if !edition.problems.isEmpty {
                Card("To be put right") { ul { for problem in edition.problems { li { problem.message } } } }
            }
            if !edition.dangers.isEmpty {
                Card("It would tell about single people") {
                    p { "This document is compared with everything that the partnership has published or locked." }
                    ul { for danger in edition.dangers { li { danger } } }
                    h3 { "What would be safe" }
                    ul { for alternative in edition.alternatives { li { alternative.prefix(1).uppercased() + alternative.dropFirst() } } }
                }
            }
            if !edition.remarks.isEmpty {
                Card("Worth a look") { ul { for remark in edition.remarks { li { remark } } } }
            }
            if !edition.changes.isEmpty {
                Card("What edition \(publication.edition) changes") { ChangeTable(changes: edition.changes) }
            }
            if edition.reasons.isEmpty {
                p { "Nothing was found that could tell about single people: not in this document, and not beside earlier ones." }
                FormTag(context, action: links.lock(publication.id), token: token) {
                    Actions {
                        Button("Lock")
                        ButtonLink("Cancel", to: links.publication(publication.id), .second)
                    }
                }
            } else {
                Actions { ButtonLink("Back to the publication", to: links.publication(publication.id), .second) }
            }
        }.markup
    }
}

/// What one edition says otherwise than the one before.
struct ChangeTable: Component {
    let changes: [EditionChange]

    var markup: Markup {
        DataTable(
            "What changed", columns: [.init("Day", .unbroken), .init("It said"), .init("It says"), .init("Why")],
            rows: changes.map { [.text($0.day.text), .text($0.was), .text($0.isNow), .text($0.why)] }
        ).markup
    }
}
