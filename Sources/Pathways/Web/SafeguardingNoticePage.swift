import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// When children's services were told of somebody who is or may be a child: who told whom, by which way, and their reference.
struct SafeguardingNoticePage {
    let victim: VictimDetail
    let records: [SafeguardingRecord]
    let form: Form
    let lists: CodeLists
    let today: Day
    let token: @Sendable () -> String

    /// Reads the form.
    static func draft(_ data: FormData) -> RecordSafeguardingNotice.Draft {
        let day = data.date("told_on").day
        let time = ClockTime(data.text("told_at"))
        return RecordSafeguardingNotice.Draft(
            toldAt: day.flatMap { day in time.map { Moment(day: day, at: $0) } }, way: data.text("way"),
            toldBy: data.text("told_by"), toldWhom: data.text("told_whom"), localAuthority: data.text("local_authority"),
            reference: data.text("reference"))
    }

    /// A problem of the moment belongs to the day where that is missing, and to the time otherwise.
    static func placed(_ problems: [Problem], _ data: FormData) -> [Problem] {
        problems.map { problem in
            guard problem.field == "told" else { return problem }
            let isTimeMissing = data.date("told_on").day != nil && ClockTime(data.text("told_at")) == nil
            return Problem(isTimeMissing ? "told_at" : "told_on", problem.message)
        }
    }

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        let action = links.notices(victim.id)
        return SignedInPage(
            context, section: .pathways, title: "Children's services told, \(victim.reference)", problems: form.problems
        ) {
            Breadcrumbs(
                [("Pathways", links.list), (victim.reference, links.victim(victim.id))], current: "Children's services told")
            PageHeading("Children's services told") { "Pathway \(victim.reference)" }
            InsetText {
                p {
                    "Children's services come first: before the form, and whoever else is told. Nothing is sent from here. "
                    "Ring them, then note it."
                }
            }
            Card("On record") { table(context, action) }
            Card("Note that they were told") { entry(context, action, links) }
        }.markup
    }

    private func table(_ context: SignedIn, _ action: Link) -> Markup {
        DataTable(
            "When children's services were told",
            columns: [
                .init("When", .rowHeading), .init("Local authority"), .init("Who told"), .init("Whom"), .init("How"),
                .init("Their reference"), .init("Change", isHeadingShown: false),
            ],
            rows: records.map { record in
                [
                    .text(record.toldAt.text), .text(record.localAuthority),
                    .text([record.toldBy, record.organisationName].filter { !$0.isEmpty }.joined(separator: ", ")),
                    .text(record.toldWhom), .text(lists["notice_way"].label(record.way)), .text(record.reference),
                    FormTag(context, action: action, token: token()) {
                        HiddenInput(name: "remove", value: record.id.text)
                        Button("Take it out", .second)
                    }.markup,
                ]
            }, empty: "Nobody has noted that they were told."
        ).markup
    }

    private func entry(_ context: SignedIn, _ action: Link, _ links: PathwayLinks) -> Markup {
        FormTag(context, action: action, token: token()) {
            DateInput(
                "When were they told?", name: "told_on",
                value: .init(
                    day: form.value("told_on-day"), month: form.value("told_on-month"), year: form.value("told_on-year")),
                problem: form.problem("told_on"))
            TimeInput(
                "At what time?", name: "told_at", value: form.value("told_at"), hint: "24 hours, such as 06:30",
                problem: form.problem("told_at"))
            Radios(
                "How?", name: "way", choices: lists["notice_way"].current(on: today).map { Choice($0.code, $0.label) },
                chosen: form.value("way"), problem: form.problem("way"), layout: .list)
            Select(
                "Which local authority?", name: "local_authority", choices: LocalAuthorities.all.map { Choice($0, $0) },
                chosen: form.value("local_authority"), problem: form.problem("local_authority"))
            TextInput(
                "Who told them?", name: "told_by", value: form.value("told_by"), hint: "The worker's name",
                problem: form.problem("told_by"), autocomplete: "off")
            TextInput(
                "Who was told?", name: "told_whom", value: form.value("told_whom"),
                hint: "A worker, a desk or a team. The child's name does not belong here", problem: form.problem("told_whom"),
                autocomplete: "off")
            TextInput(
                "Their reference", name: "reference", value: form.value("reference"),
                hint: "If they gave one. The reference alone: no name belongs here", problem: form.problem("reference"),
                width: .medium, autocomplete: "off", attributes: [.spellcheck(false)])
            Actions {
                Button("Note it")
                ButtonLink("Back", to: links.victim(victim.id), .second)
            }
        }.markup
    }
}
