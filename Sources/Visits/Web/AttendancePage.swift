import Access
import Design
import HTML
import Kernel
import Web

/// The form of an attendance, read.
struct AttendanceForm {
    let draft: RecordAttendance.Draft
    let problems: [Problem]

    init(_ data: FormData, organisation: ID<Organisation>) {
        var problems: [Problem] = []
        let minutes = data.text("minutes")
        if !minutes.isEmpty, Int(minutes) == nil {
            problems.append(Problem("minutes", "Enter the minutes in figures, for example 90"))
        }
        let own = data.text("own_power")
        draft = RecordAttendance.Draft(
            organisation: organisation, attended: Attended(rawValue: data.text("attended")) ?? .notSaid,
            minutes: Int(minutes), powerUsed: own.isEmpty ? data.text("power_used") : own,
            entry: EntryObtained(rawValue: data.text("entry")) ?? .notSaid, found: data.text("found"),
            did: data.text("did"), version: data.version)
        self.problems = problems
    }

    /// The fields of a form that says this entry.
    static func data(of agency: AgencyAttendance?) -> FormData {
        guard let agency else { return FormData() }
        return FormData(fields: [
            ("attended", agency.attended.rawValue), ("minutes", agency.minutes.map(String.init) ?? ""),
            ("power_used", agency.powerUsed.isEmpty ? agency.power : agency.powerUsed),
            ("entry", agency.entry.rawValue), ("found", agency.found), ("did", agency.did),
            (FormFields.version, String(agency.version)),
        ])
    }

    /// Each part of the entry as it is stored beside what was typed.
    static func differences(stored: AgencyAttendance?, typed: RecordAttendance.Draft) -> [ConflictCard.Difference] {
        [
            .init(name: "Attended", stored: (stored?.attended ?? .notSaid).label, typed: typed.attended.label),
            .init(
                name: "Minutes", stored: stored?.minutes.map(String.init) ?? "",
                typed: typed.minutes.map(String.init) ?? ""),
            .init(name: "Power used", stored: stored?.powerUsed ?? "", typed: typed.powerUsed),
            .init(name: "Entry", stored: (stored?.entry ?? .notSaid).label, typed: typed.entry.label),
            .init(name: "Found", stored: stored?.found ?? "", typed: typed.found),
            .init(name: "Did", stored: stored?.did ?? "", typed: typed.did),
        ]
    }
}

/// What one agency did on the day.
struct AttendancePage {
    let form: Form
    let visit: VisitDetail
    let organisation: ID<Organisation>
    let name: String
    let powers: [EntryPower]
    let conflict: ConflictCard?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = VisitLinks(context.place.slug)
        return SignedInPage(
            context, section: .visits, title: "Attendance at \(visit.reference)", problems: form.problems,
            layout: .narrow
        ) {
            Breadcrumbs([("Visits", links.list), (visit.reference, links.visit(visit.id))], current: "Attendance")
            PageHeading("What \(name) did") { "Visit \(visit.reference), \(visit.whenText)" }
            conflict
            FormTag(
                context, action: links.attendance(visit.id, of: organisation), token: token,
                version: form.data.version
            ) {
                Radios(
                    "Did \(name) attend?", name: "attended",
                    choices: [Choice("yes", "Yes"), Choice("no", "No")], chosen: form.value("attended"),
                    hint: "An agency that attended counts as one intervention", problem: form.problem("attended"))
                TextInput(
                    "Minutes on the visit", name: "minutes", value: form.value("minutes"),
                    problem: form.problem("minutes"), kind: .digits, width: .short, autocomplete: "off")
                Radios(
                    "How did you get in?", name: "entry",
                    choices: EntryObtained.allCases.dropFirst().map { Choice($0.rawValue, $0.label) },
                    chosen: form.value("entry"), problem: form.problem("entry"), layout: .list)
                power
                TextArea(
                    "What did you find?", name: "found", value: form.value("found"),
                    hint: "No names of people who may be victims", problem: form.problem("found"), lines: 5)
                TextArea(
                    "What did you do?", name: "did", value: form.value("did"),
                    hint:
                        "Notices, seizures, arrests, help offered. What became of a person belongs in their own record, not here.",
                    problem: form.problem("did"), lines: 5)
                Actions {
                    Button("Save")
                    ButtonLink("Cancel", to: links.visit(visit.id), .second)
                }
            }
        }.markup
    }

    @MarkupBuilder private var power: Markup {
        let used = form.value("power_used")
        let isListed = powers.contains { $0.code == used }
        let own = form.value("own_power").isEmpty && !isListed ? used : form.value("own_power")
        if powers.isEmpty {
            TextInput(
                "Power used", name: "power_used", value: own, hint: "Leave it empty if you were invited in",
                problem: form.problem("power_used"), autocomplete: "off")
        } else {
            Select(
                "Power used", name: "power_used", choices: powers.map { Choice($0.code, $0.statute) },
                chosen: isListed ? used : "", prompt: "None from this list", problem: form.problem("power_used"))
            TextInput(
                "Another power or warrant", name: "own_power", value: own,
                hint: "For example the warrant and its court", problem: form.problem("own_power"), autocomplete: "off")
        }
    }
}
