import Access
import Design
import HTML
import Kernel
import Web

/// Begins the next edition of what is published.
struct CorrectPage {
    let publication: PublicationDetail
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PublicationLinks(context.place.slug)
        return SignedInPage(context, section: .publications, title: "Correct", problems: form.problems, layout: .narrow) {
            Breadcrumbs(
                [("Publications", links.list), (publication.facts.title, links.publication(publication.id))], current: "Correct")
            PageHeading("Correct what is published") {
                "What is out stays readable. The next edition says what it changes, when and why, and is signed by two people again."
            }
            FormTag(context, action: links.correct(publication.id), token: token) {
                TextArea(
                    "Why is it corrected?", name: "reason", value: form.value("reason"),
                    hint: "This is printed in the next edition. Name nobody.", problem: form.problem("reason"), lines: 3)
                FigureChoiceQuestion(form: form).markup
                Actions {
                    Button("Begin the next edition")
                    ButtonLink("Cancel", to: links.publication(publication.id), .second)
                }
            }
        }.markup
    }
}

/// Takes back what is published.
struct WithdrawPage {
    let publication: PublicationDetail
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PublicationLinks(context.place.slug)
        return SignedInPage(context, section: .publications, title: "Withdraw", problems: form.problems, layout: .narrow) {
            Breadcrumbs(
                [("Publications", links.list), (publication.facts.title, links.publication(publication.id))], current: "Withdraw")
            PageHeading("Withdraw what is published") {
                "All its editions and files are taken down at once. That it was there, and why it is not any more, stays."
            }
            WarningText { "Whoever has read it still knows it. To put something right, correct it instead." }
            FormTag(context, action: links.withdraw(publication.id), token: token) {
                TextArea(
                    "Why is it withdrawn?", name: "reason", value: form.value("reason"), hint: "Everybody can read this. Name nobody.",
                    problem: form.problem("reason"), lines: 3)
                Actions {
                    Button("Withdraw")
                    ButtonLink("Cancel", to: links.publication(publication.id), .second)
                }
            }
        }.markup
    }
}

/// Takes out of the ledger what was registered by mistake.
struct StrikePage {
    let document: RegisteredDetail
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PublicationLinks(context.place.slug)
        return SignedInPage(context, section: .publications, title: "Strike out", problems: form.problems, layout: .narrow) {
            Breadcrumbs([("Publications", links.list)], current: "Strike out")
            PageHeading("Strike out “\(document.title)”") { "Published on \(document.publishedOn.text), with \(document.figures) figures" }
            WarningText { "New publications are not checked beside it any more. Only what was registered by mistake is struck out." }
            FormTag(context, action: links.strike(document.id), token: token) {
                TextArea(
                    "Why is it struck out?", name: "reason", value: form.value("reason"), hint: "This stays in the list. Name nobody.",
                    problem: form.problem("reason"), lines: 3)
                Actions {
                    Button("Strike out")
                    ButtonLink("Cancel", to: links.list, .second)
                }
            }
        }.markup
    }
}
