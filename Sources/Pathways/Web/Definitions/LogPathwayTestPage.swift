import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The form that logs a test of one version.
struct LogPathwayTestPage {
    let definition: DefinitionDetail
    let version: DefinitionVersionDetail
    let members: [OrganisationSummary]
    let form: Form
    let token: String

    /// How many fixes the form takes at once; more are added on the test's own page.
    static let fixRows = 3

    func markup(_ context: SignedIn) -> Markup {
        let links = DefinitionLinks(context.place.slug)
        return SignedInPage(context, section: .pathways, title: "Log a test", problems: form.problems) {
            Breadcrumbs(
                [("Our pathways", links.list), (definition.facts.title, links.definition(definition.id))], current: "Log a test")
            PageHeading("Log a test of version \(version.number)") { "With an invented case: never with somebody's own story." }
            FormTag(context, action: links.tryOut(version.number, of: definition.id), token: token) {
                Radios(
                    "How was it tried out?", name: "kind",
                    choices: PathwayTestLine.Kind.allCases.map { Choice($0.rawValue, $0.label) }, chosen: form.value("kind"),
                    problem: form.problem("kind"))
                FormDates(form: form).input("Day", "tested_on")
                TextArea(
                    "The invented case", name: "scenario", value: form.value("scenario"), problem: form.problem("scenario"))
                TextArea(
                    "Who took part", name: "took_part", value: form.value("took_part"), hint: "Agencies and roles",
                    problem: form.problem("took_part"), lines: 3)
                for (index, step) in version.content.steps.enumerated() { result(index + 1, step) }
                TextArea("What was found", name: "findings", value: form.value("findings"), problem: form.problem("findings"))
                for number in 1...LogPathwayTestPage.fixRows {
                    Card("Put right \(number)") { FixFields(form: form, members: members, number: number).markup }
                }
                Actions {
                    Button("Log the test")
                    ButtonLink("Cancel", to: links.definition(definition.id), .second)
                }
            }
        }.markup
    }

    private func result(_ number: Int, _ step: PathwayStep) -> Markup {
        Card("Step \(number): \(step.what)") {
            p(.class("soft")) { [step.who, step.within].filter { !$0.isEmpty }.joined(separator: ", ") }
            Radios(
                "What came of it?", name: "result-\(number)",
                choices: TestStepResult.Result.allCases.map { Choice($0.rawValue, $0.label) },
                chosen: form.value("result-\(number)"), problem: form.problem("result-\(number)"))
            TextInput(
                "How long it took", name: "took-\(number)", value: form.value("took-\(number)"),
                problem: form.problem("took-\(number)"), width: .medium)
        }.markup
    }

    /// The form, read.
    static func draft(_ data: FormData, version: DefinitionVersionDetail) -> LogPathwayTest.Draft {
        LogPathwayTest.Draft(
            kind: PathwayTestLine.Kind(rawValue: data.text("kind")), testedOn: data.date("tested_on").day,
            scenario: data.text("scenario"), tookPart: data.text("took_part"), findings: data.text("findings"),
            results: version.content.steps.indices.compactMap { index in
                TestStepResult.Result(rawValue: data.text("result-\(index + 1)")).map {
                    TestStepResult(number: index + 1, result: $0, took: data.text("took-\(index + 1)"))
                }
            },
            fixes: (1...fixRows).compactMap { FixFields.draft(data, number: $0) })
    }
}
