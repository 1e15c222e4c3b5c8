import Design
import HTML
import Partnerships

/// What a plan says, for the centre's own page and for an older version.
struct ReceptionPlanView {
    let plan: ReceptionPlan
    let lists: CodeLists

    var markup: Markup {
        Markup {
            list("Rooms", plan.rooms)
            list("Who has to be there", lists["reception_role"].values.filter { plan.roles.contains($0.code) }.map(\.label))
            list("What is done when it opens", plan.checklist)
            list("Stock", plan.stock)
            if !plan.transport.isEmpty { Card("Transport") { p { plan.transport } } }
            if !plan.note.isEmpty { Card("Note") { p { plan.note } } }
        }
    }

    private func list(_ heading: String, _ lines: [String]) -> Markup {
        Card(heading) {
            if lines.isEmpty {
                p(.class("soft")) { "Nothing is planned yet." }
            } else {
                ul { for line in lines { li { line } } }
            }
        }.markup
    }
}
