import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// One version of a plan, as it was.
struct ReceptionPlanVersionPage {
    let centre: CentreDetail
    let plan: ReceptionPlan
    let line: PlanVersionLine
    let lists: CodeLists

    func markup(_ context: SignedIn) -> Markup {
        let links = ReceptionLinks(context.place.slug)
        return SignedInPage(context, section: .pathways, title: "Plan version \(line.number)") {
            Breadcrumbs(
                [("Reception centres", links.list), (centre.facts.name, links.centre(centre.id))],
                current: "Version \(line.number)")
            PageHeading("Plan version \(line.number)") {
                "Saved \(line.savedAt.text)\(line.personName.isEmpty ? "" : " by \(line.personName)")"
                if line.number != centre.planNumber {
                    " "
                    Tag("No longer in force", .quiet)
                }
            }
            ReceptionPlanView(plan: plan, lists: lists).markup
        }.markup
    }
}
