import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// What one version says otherwise than another.
struct CompareDefinitionPage {
    let definition: DefinitionDetail
    let from: DefinitionVersionDetail
    let to: DefinitionVersionDetail

    func markup(_ context: SignedIn) -> Markup {
        let links = DefinitionLinks(context.place.slug)
        let difference = PathwayDifference(from: from.content, to: to.content)
        return SignedInPage(context, section: .pathways, title: "Versions \(from.number) and \(to.number)") {
            Breadcrumbs(
                [("Our pathways", links.list), (definition.facts.title, links.definition(definition.id))],
                current: "Versions \(from.number) and \(to.number)")
            PageHeading("From version \(from.number) to version \(to.number)") { to.changeNote }
            if difference.isEmpty { p { "The two say the same." } }
            if let purpose = difference.purpose {
                SummaryList([.init("Purpose before", .text(purpose.from)), .init("Purpose after", .text(purpose.to))])
            }
            DataTable(
                "Steps", columns: [.init("Change"), .init("What is done", .rowHeading), .init("Before"), .init("After")],
                rows: difference.lines.map { line in
                    switch line {
                    case .same(let step): ["Same", .text(step.what), "", .text(words(step))]
                    case .added(let step): [Tag("New", .good).markup, .text(step.what), "", .text(words(step))]
                    case .removed(let step): [Tag("Gone", .alert).markup, .text(step.what), .text(words(step)), ""]
                    case .changed(let before, let after):
                        [Tag("Changed", .warn).markup, .text(after.what), .text(words(before)), .text(words(after))]
                    }
                }, empty: "Neither has steps.")
        }.markup
    }

    private func words(_ step: PathwayStep) -> String {
        [step.who, step.within, step.contact, step.guidance].filter { !$0.isEmpty }.joined(separator: "; ")
    }
}
