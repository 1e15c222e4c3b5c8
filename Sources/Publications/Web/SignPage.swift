import Access
import Design
import HTML
import Kernel
import Web

/// Signs a locked publication.
struct SignPage {
    let file: PublicationFile
    let edition: EditionDetail
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PublicationLinks(context.place.slug)
        let publication = file.publication
        let own = edition.missing.filter { context.viewer.has($0.role) }
        let hasSigned = edition.signatures.contains { $0.person == context.viewer.person }
        return SignedInPage(context, section: .publications, title: "Sign", problems: form.problems, layout: .narrow) {
            Breadcrumbs(
                [("Publications", links.list), (publication.facts.title, links.publication(publication.id))], current: "Sign")
            PageHeading("Sign edition \(edition.number)") {
                "Two people sign: one as coordinator, another for the board. With the second signature it is out for everybody."
            }
            p { a(.href(links.preview(publication.id))) { "Read the document as it was locked" } }
            SummaryList(
                SigningRole.allCases.map { role in
                    .init(role.label, .text(edition.signature(role).map { "\($0.name), \($0.at.day.text)" } ?? ""))
                }, absent: "Not signed yet")
            if hasSigned {
                InsetText { p { "You have signed it. The other signature has to be somebody else’s." } }
            } else if own.isEmpty {
                InsetText { p { "The signature that is missing is not yours to give." } }
            } else {
                FormTag(context, action: links.sign(publication.id), token: token) {
                    HiddenInput(name: "edition", value: edition.id.text)
                    if own.count == 1 {
                        HiddenInput(name: "role", value: own[0].rawValue)
                    } else {
                        Radios(
                            "In whose place do you sign?", name: "role", choices: own.map { Choice($0.rawValue, $0.label) },
                            chosen: form.value("role"), problem: form.problem("role"))
                    }
                    p {
                        "By signing you say that you have read the document, that its figures and words are right as far as you know, and that nobody can be recognised in it."
                    }
                    Actions {
                        Button(own.count == 1 ? "Sign as \(own[0].label.lowercased())" : "Sign")
                        ButtonLink("Cancel", to: links.publication(publication.id), .second)
                    }
                }
            }
        }.markup
    }
}
