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

/// The fields of something that is to be put right.
struct FixFields {
    let form: Form
    let members: [OrganisationSummary]
    let number: Int

    var markup: Markup {
        Markup {
            TextInput(
                "What has to be put right", name: "fix-\(number)", value: form.value("fix-\(number)"),
                problem: form.problem("fix-\(number)"))
            Select(
                "Who puts it right", name: "owner-\(number)", choices: members.map { Choice($0.id.text, $0.name) },
                chosen: form.value("owner-\(number)"), problem: form.problem("owner-\(number)"))
            FormDates(form: form).input("By", "due-\(number)")
        }
    }

    /// Nil where the row was left empty.
    static func draft(_ data: FormData, number: Int) -> AddPathwayFix.Draft? {
        let draft = AddPathwayFix.Draft(
            what: data.text("fix-\(number)"), organisation: data.id("owner-\(number)"), dueOn: data.date("due-\(number)").day)
        return draft == AddPathwayFix.Draft() && data.date("due-\(number)") == .missing ? nil : draft
    }
}

/// Days of a form.
struct FormDates {
    let form: Form

    func input(_ label: String, _ name: String, hint: String? = nil) -> DateInput {
        DateInput(
            label, name: name,
            value: .init(day: form.value("\(name)-day"), month: form.value("\(name)-month"), year: form.value("\(name)-year")),
            hint: hint, problem: form.problem(name))
    }
}

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

/// One thing that is to be put right, and the form that says it is.
struct PathwayFixPage {
    let definition: DefinitionDetail
    let fix: FixLine
    let form: Form
    let notice: String?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = DefinitionLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "To be put right", problems: form.problems, notice: notice, layout: .narrow
        ) {
            Breadcrumbs(
                [("Our pathways", links.list), (definition.facts.title, links.definition(definition.id))],
                current: "To be put right")
            PageHeading(fix.what) { "\(fix.organisationName), by \(fix.dueOn.text)" }
            p { a(.href(links.test(fix.test, of: definition.id))) { "The test that showed it" } }
            if fix.mayBeFinished(by: context.viewer) {
                FormTag(
                    context, action: links.fix(fix.id, of: definition.id), token: token, version: form.data.version ?? fix.version
                ) {
                    TextArea("What was put right?", name: "result", value: form.value("result"), problem: form.problem("result"))
                    Select(
                        "Version of the pathway that holds it", name: "fixed_in",
                        choices: definition.latest == 0
                            ? [] : (1...definition.latest).reversed().map { Choice(String($0), "Version \($0)") },
                        chosen: form.value("fixed_in"), prompt: "The pathway stayed as it is", problem: form.problem("fixed_in"))
                    Actions {
                        Button("It is put right")
                        ButtonLink("Cancel", to: links.definition(definition.id), .second)
                    }
                }
            } else if fix.isOpen {
                p(.class("soft")) { "It is open." }
            } else {
                Card("Put right \(fix.doneOn?.text ?? "")") {
                    p { fix.result }
                    if let number = fix.fixedIn {
                        p { a(.href(links.version(number, of: definition.id))) { "In version \(number)" } }
                    }
                }
                if !form.value("result").isEmpty, form.value("result") != fix.result {
                    Card("What you typed is not recorded") {
                        p(.class("soft")) { "Somebody finished it before you." }
                        p { form.value("result") }
                    }
                }
            }
        }.markup
    }
}
