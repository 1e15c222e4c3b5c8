import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// One version as it was published.
struct DefinitionVersionPage {
    let definition: DefinitionDetail
    let version: DefinitionVersionDetail
    let isInForce: Bool

    func markup(_ context: SignedIn) -> Markup {
        let links = DefinitionLinks(context.place.slug)
        return SignedInPage(context, section: .pathways, title: "Pathway version \(version.number)") {
            Breadcrumbs(
                [("Our pathways", links.list), (definition.facts.title, links.definition(definition.id))],
                current: "Version \(version.number)")
            PageHeading("Version \(version.number)") {
                Tag(isInForce ? "In force" : "Not in force", isInForce ? .good : .quiet)
                " from \(version.validFrom.text)\(version.validUntil.map { " until \($0.text)" } ?? ""), published "
                    + "\(version.publishedAt.day.text)\(version.personName.isEmpty ? "" : " by \(version.personName)")"
            } actions: {
                if context.viewer.isCoordinator {
                    ButtonLink("Log a test", to: links.tryOut(version.number, of: definition.id), .second)
                }
            }
            if !version.changeNote.isEmpty { InsetText { p { version.changeNote } } }
            if !version.content.purpose.isEmpty { p { version.content.purpose } }
            StepTable(steps: version.content.steps)
        }.markup
    }
}
