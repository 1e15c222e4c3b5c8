import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// One test: what was tried, what came of each step, what is to be put right.
struct PathwayTestPage {
    let file: TestFile
    let form: Form
    let today: Day
    let notice: String?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = DefinitionLinks(context.place.slug)
        let test = file.test
        let results = Dictionary(file.results.map { ($0.number, $0) }) { first, _ in first }
        return SignedInPage(
            context, section: .pathways, title: "Test of \(test.testedOn.text)", problems: form.problems, notice: notice
        ) {
            Breadcrumbs(
                [("Our pathways", links.list), (file.definition.facts.title, links.definition(file.definition.id))],
                current: "Test of \(test.testedOn.text)")
            PageHeading("Test of \(test.testedOn.text)") { "\(test.kind.label), version \(test.number)" }
            SummaryList([
                .init("The invented case", .text(test.scenario)), .init("Who took part", .text(test.tookPart)),
                .init("What was found", .text(test.findings)),
            ])
            DataTable(
                "Steps",
                columns: [.init("Step", .number), .init("What is done", .rowHeading), .init("Within"), .init("Result"), .init("Took")],
                rows: file.version.content.steps.enumerated().map { index, step in
                    let result = results[index + 1]
                    return [
                        .text(String(index + 1)), .text(step.what), .text(step.within),
                        result.map { Tag($0.result.label, PathwayTestPage.tone($0.result)).markup } ?? "", .text(result?.took ?? ""),
                    ]
                })
            Card("To be put right") {
                FixTable(fixes: file.fixes, today: today, links: links, showsPathway: false)
                if context.viewer.isCoordinator {
                    FormTag(context, action: links.fixes(test.id, of: file.definition.id), token: token) {
                        FixFields(form: form, members: file.members, number: 1).markup
                        Actions { Button("Ask for it", .second) }
                    }
                }
            }
        }.markup
    }

    static func tone(_ result: TestStepResult.Result) -> Tag.Tone {
        switch result {
        case .worked: .good
        case .late: .warn
        case .failed: .alert
        case .unknown: .quiet
        }
    }
}
