import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The answers and the opened notes of one assessment.
struct AssessmentNotesPage {
    let service: ServiceDetail
    let assessment: AssessmentLine
    let notes: [String: String]
    let points: [CodeValue]

    func markup(_ context: SignedIn) -> Markup {
        let links = ServiceLinks(context.place.slug)
        return SignedInPage(context, section: .pathways, title: "Assessment of \(assessment.assessedOn.text)") {
            Breadcrumbs(
                [("Services", links.list), (service.facts.name, links.service(service.id))],
                current: assessment.assessedOn.text)
            PageHeading("Assessment of \(assessment.assessedOn.text)") { "The notes are sealed. Your opening them is recorded." }
            DataTable(
                "Points", columns: [.init("Point", .rowHeading), .init("Answer"), .init("Note and evidence")],
                rows: points.map { point in
                    [
                        .text(point.label), .text(assessment.answers[point.code]?.label ?? "Not asked"),
                        .text(notes[point.code] ?? ""),
                    ]
                })
        }.markup
    }
}
