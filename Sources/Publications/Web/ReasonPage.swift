import Access
import Design
import HTML
import Kernel
import Web

/// Asks for a reason before something is corrected, withdrawn or struck out.
struct ReasonPage {
    /// "Withdraw": where the reader is.
    let title: String
    let heading: String
    let lead: String
    var warning = ""
    let question: String
    let hint: String
    /// What is asked besides.
    var further: Markup?
    let button: String
    let trail: [(String, Link)]
    let action: Link
    let back: Link
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        SignedInPage(context, section: .publications, title: title, problems: form.problems, layout: .narrow) {
            Breadcrumbs(trail, current: title)
            PageHeading(heading) { lead }
            if !warning.isEmpty { WarningText { warning } }
            FormTag(context, action: action, token: token) {
                TextArea(
                    question, name: "reason", value: form.value("reason"), hint: hint, problem: form.problem("reason"), lines: 3)
                if let further { further }
                Actions {
                    Button(button)
                    ButtonLink("Cancel", to: back, .second)
                }
            }
        }.markup
    }
}

extension ReasonPage {
    /// Begins the next edition of what is published.
    static func correcting(_ publication: PublicationDetail, _ links: PublicationLinks, _ form: Form, token: String) -> ReasonPage {
        ReasonPage(
            title: "Correct", heading: "Correct what is published",
            lead: "What is out stays readable. The next edition says what it changes, when and why, and is signed by two people again.",
            question: "Why is it corrected?", hint: "This is printed in the next edition. Name nobody.",
            further: FigureChoiceQuestion(form: form).markup, button: "Begin the next edition", trail: trail(publication, links),
            action: links.correct(publication.id), back: links.publication(publication.id), form: form, token: token)
    }

    /// Takes back what is published.
    static func withdrawing(_ publication: PublicationDetail, _ links: PublicationLinks, _ form: Form, token: String) -> ReasonPage {
        ReasonPage(
            title: "Withdraw", heading: "Withdraw what is published",
            lead: "All its editions and files are taken down at once. That it was there, and why it is not any more, stays.",
            warning: "Whoever has read it still knows it. To put something right, correct it instead.",
            question: "Why is it withdrawn?", hint: "Everybody can read this. Name nobody.", button: "Withdraw",
            trail: trail(publication, links), action: links.withdraw(publication.id), back: links.publication(publication.id), form: form,
            token: token)
    }

    /// Takes out of the ledger what was registered by mistake.
    static func striking(_ document: RegisteredDetail, _ links: PublicationLinks, _ form: Form, token: String) -> ReasonPage {
        ReasonPage(
            title: "Strike out", heading: "Strike out “\(document.title)”",
            lead: "Published on \(document.publishedOn.text), with \(document.figures) figures",
            warning: "New publications are not checked beside it any more. Only what was registered by mistake is struck out.",
            question: "Why is it struck out?", hint: "This stays in the list. Name nobody.", button: "Strike out",
            trail: [("Publications", links.list)], action: links.strike(document.id), back: links.list, form: form, token: token)
    }

    private static func trail(_ publication: PublicationDetail, _ links: PublicationLinks) -> [(String, Link)] {
        [("Publications", links.list), (publication.facts.title, links.publication(publication.id))]
    }
}
