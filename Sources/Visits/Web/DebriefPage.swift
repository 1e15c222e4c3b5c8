import Access
import Design
import HTML
import Kernel
import Web

/// The form of a debrief, read. It holds up to three new tasks; further ones come with the next debrief.
struct DebriefForm {
    static let taskRows = 3

    let draft: DebriefVisit.Draft
    let problems: [Problem]

    init(_ data: FormData) {
        var problems: [Problem] = []
        var tasks: [DebriefVisit.FollowUp] = []
        for row in 1...DebriefForm.taskRows {
            let date = data.date("task-\(row)-due")
            let title = data.text("task-\(row)")
            let organisation = data.text("task-\(row)-organisation")
            if title.isEmpty, organisation.isEmpty, date == .missing { continue }
            if date == .unreadable {
                problems.append(Problem("task-\(row)-due", "Enter the due date of task \(row) as day, month and year"))
            }
            let strand = data.text("task-\(row)-strand")
            tasks.append(
                DebriefVisit.FollowUp(
                    number: row, title: title, organisation: ID(organisation), dueOn: date.day,
                    strand: strand.isEmpty ? "location" : strand))
        }
        draft = DebriefVisit.Draft(
            debrief: data.text("debrief"), lessons: data.text("lessons"), tasks: tasks)
        self.problems = problems
    }

    /// The fields of a form that says this debrief.
    static func data(of visit: VisitDetail) -> FormData {
        FormData(fields: [
            ("debrief", visit.debrief), ("lessons", visit.lessons), (FormFields.version, String(visit.version)),
        ])
    }

    /// The debrief as it is stored beside what was typed.
    static func differences(stored: VisitDetail, typed: DebriefVisit.Draft) -> [ConflictCard.Difference] {
        [
            .init(name: "What it came to", stored: stored.debrief, typed: typed.debrief),
            .init(name: "What was learnt", stored: stored.lessons, typed: typed.lessons),
        ]
    }
}

/// What a visit came to, what was learnt, and who does what next.
struct DebriefPage {
    let form: Form
    let visit: VisitDetail
    let members: [PowersAdvice.Agency]
    let isDraft: Bool
    let conflict: ConflictCard?
    let token: String

    static func draft(_ visit: ID<Visit>) -> String { "debrief-\(visit.text)" }

    func markup(_ context: SignedIn) -> Markup {
        let links = VisitLinks(context.place.slug)
        let draft = DebriefPage.draft(visit.id)
        return SignedInPage(
            context, section: .visits, title: "Debrief of visit \(visit.reference)", problems: form.problems,
            scripts: [.drafts]
        ) {
            Breadcrumbs([("Visits", links.list), (visit.reference, links.visit(visit.id))], current: "Debrief")
            PageHeading("Debrief of visit \(visit.reference)") { visit.whenText }
            if isDraft { DraftNotice(draft: draft, back: links.debrief(visit.id)).markup(context, token: token) }
            conflict
            FormTag(
                context, action: links.debrief(visit.id), token: token, version: form.data.version,
                attributes: [
                    DraftSaving.attributes(
                        key: "\(context.place.slug)-\(draft)", to: PageLinks.draft(context.place.slug, form: draft))
                ]
            ) {
                TextArea(
                    "What did the visit come to?", name: "debrief", value: form.value("debrief"),
                    hint:
                        "What was found and what changed, without names. Every agency of the visit reads it: what became of a person belongs in their own record, not here.",
                    problem: form.problem("debrief"), lines: 8)
                TextArea(
                    "What was learnt?", name: "lessons", value: form.value("lessons"),
                    hint: "What to do in the same way, and what not, next time", problem: form.problem("lessons"),
                    lines: 5)
                Card("Who does what next") {
                    if !visit.tasks.isEmpty {
                        ul { for task in visit.tasks { li { "\(task.title): \(task.organisationName)" } } }
                    }
                    for row in 1...DebriefForm.taskRows { task(row) }
                }
                DraftSaving.status
                Actions {
                    Button("Keep the debrief")
                    ButtonLink("Cancel", to: links.visit(visit.id), .second)
                }
            }
        }.markup
    }

    private func task(_ row: Int) -> Markup {
        let name = "task-\(row)"
        return fieldset(.class("field")) {
            legend { "Task \(row)" }
            TextInput(
                "What is to be done in task \(row)", name: name, value: form.value(name), problem: form.problem(name),
                autocomplete: "off")
            Select(
                "Who does task \(row)", name: "\(name)-organisation",
                choices: members.map { Choice($0.id.text, $0.name) },
                chosen: form.value("\(name)-organisation"),
                hint: visit.concernID == nil ? nil : "Whoever has a task sees the concern",
                problem: form.problem("\(name)-organisation"))
            DateInput(
                "Task \(row) is due on", name: "\(name)-due",
                value: .init(
                    day: form.value("\(name)-due-day"), month: form.value("\(name)-due-month"),
                    year: form.value("\(name)-due-year")), problem: form.problem("\(name)-due"))
            Select(
                "Task \(row) belongs to", name: "\(name)-strand",
                choices: [
                    Choice("location", "The location"), Choice("offenders", "The offenders"),
                    Choice("victims", "The victims: not shown to enforcement"),
                ], chosen: form.value("\(name)-strand"), prompt: nil, problem: form.problem("\(name)-strand"))
        }
    }
}
