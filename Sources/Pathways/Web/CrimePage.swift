import Access
import Design
import HTML
import Kernel
import ReferralForm
import Visits
import Web

/// The crime records of a referral, or of somebody without one.
struct CrimePage {
    /// Nil where the records belong to no referral.
    let file: CourseFile?
    let victim: VictimDetail
    let crimes: [CrimeRecord]
    /// Within how many hours the police record a crime there; nil where no rule says so.
    let hours: Int?
    let form: Form
    let token: @Sendable () -> String
    let notice: CourseNotice?

    /// Reads the form.
    static func draft(_ data: FormData) -> RecordCrime.Draft {
        func moment(_ name: String) -> Moment? {
            guard let day = data.date("\(name)_on").day, let time = ClockTime(data.text("\(name)_at")) else { return nil }
            return Moment(day: day, at: time)
        }
        return RecordCrime.Draft(
            force: data.text("force"), reference: data.text("reference"), toldAt: moment("told"), recordedAt: moment("recorded"))
    }

    func markup(_ context: SignedIn) -> Markup {
        let links = CourseLinks(context.place.slug)
        let name = file.map { "Referral \($0.referral.reference)" } ?? "Pathway \(victim.reference)"
        let action = file.map { links.crime($0.referral.id, of: victim.id) } ?? links.crime(of: victim.id)
        return SignedInPage(
            context, section: .pathways, title: "Crime records, \(file?.referral.reference ?? victim.reference)",
            problems: form.problems, notice: notice?.words
        ) {
            if let file {
                CourseTrail(file: file, slug: context.place.slug, current: "Crime records")
            } else {
                let pathways = PathwayLinks(context.place.slug)
                Breadcrumbs(
                    [("Pathways", pathways.list), (victim.reference, pathways.victim(victim.id))], current: "Crime records")
            }
            PageHeading("Crime records") { name }
            InsetText {
                p {
                    hours.map { "The police record a crime for each victim, within \($0) hours of being told. " }
                        ?? "The police record a crime for each victim. "
                    file == nil
                        ? "These records belong to no referral. They stand for one that is sent later."
                        : "A record that was noted before there was a referral stands here too."
                }
            }
            Card("On record") {
                DataTable(
                    "Crime records",
                    columns: [
                        .init("Reference", .rowHeading), .init("Force"), .init("Police told"), .init("Recorded"), .init("In time"),
                        .init("Change", isHeadingShown: false),
                    ],
                    rows: crimes.map { crime in
                        [
                            .text(crime.reference), .text(crime.force), .text(crime.toldAt.text), .text(crime.recordedAt.text),
                            inTime(crime),
                            FormTag(context, action: action, token: token()) {
                                HiddenInput(name: "remove", value: crime.id.text)
                                Button("Take it out", .second)
                            }.markup,
                        ]
                    }, empty: "No crime record is noted.")
            }
            Card("Note a crime record") {
                FormTag(context, action: action, token: token()) {
                    Select(
                        "Police force", name: "force", choices: PoliceForces.all.map { Choice($0, $0) }, chosen: form.value("force"),
                        problem: form.problem("force"))
                    TextInput(
                        "Crime reference", name: "reference", value: form.value("reference"),
                        hint: "The reference alone, such as 20/12345/24: no name belongs here", problem: form.problem("reference"),
                        width: .medium, autocomplete: "off", attributes: [.spellcheck(false)])
                    time("When were the police told?", "told")
                    time("When was the crime recorded?", "recorded")
                    Actions {
                        Button("Note this record")
                        ButtonLink(
                            "Back",
                            to: file.map { links.course($0.referral.id, of: victim.id) }
                                ?? PathwayLinks(context.place.slug).victim(victim.id), .second)
                    }
                }
            }
        }.markup
    }

    private func inTime(_ crime: CrimeRecord) -> Markup {
        guard let hours else { return .text("") }
        return crime.isInTime(hours: hours) ? Tag("Yes", .good).markup : Tag("No, after \(crime.hours) hours", .alert).markup
    }

    private func time(_ label: String, _ name: String) -> Markup {
        Markup {
            DateInput(
                label, name: "\(name)_on",
                value: .init(
                    day: form.value("\(name)_on-day"), month: form.value("\(name)_on-month"), year: form.value("\(name)_on-year")),
                problem: form.problem("\(name)_on"))
            TimeInput(
                "At what time?", name: "\(name)_at", value: form.value("\(name)_at"), hint: "24 hours, such as 06:30",
                problem: form.problem("\(name)_at"))
        }
    }

    /// Problems of a moment belong to the day where that is missing, and to the time otherwise.
    static func placed(_ problems: [Problem], _ data: FormData) -> [Problem] {
        problems.map { problem in
            guard problem.field == "told" || problem.field == "recorded" else { return problem }
            let hasDay = data.date("\(problem.field)_on").day != nil
            let hasTime = ClockTime(data.text("\(problem.field)_at")) != nil
            return Problem(hasDay && !hasTime ? "\(problem.field)_at" : "\(problem.field)_on", problem.message)
        }
    }
}
