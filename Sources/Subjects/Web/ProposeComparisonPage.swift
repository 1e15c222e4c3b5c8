import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Proposes to another member that both compare records blindly.
struct ProposeComparisonPage {
    let members: [OrganisationSummary]
    let agreement: String
    let limits: ComparisonLimits
    let today: Day
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = SubjectLinks(context.place.slug)
        return SignedInPage(
            context, section: .subjects, title: "Propose a comparison", problems: form.problems, layout: .narrow
        ) {
            Breadcrumbs([("Links", links.list), ("Blind comparisons", links.comparisons)], current: "Propose a comparison")
            PageHeading("Propose a comparison") {
                "Both agencies, and the coordinator in the ledger, read what you write here. Name nobody."
            }
            FormTag(context, action: links.newComparison, token: token) {
                Select(
                    "With which agency?", name: "other", choices: members.map { Choice($0.id.text, $0.name) }, chosen: form.value("other"),
                    problem: form.problem("other"))
                TextInput(
                    "What is it for?", name: "purpose", value: form.value("purpose"),
                    hint: "Such as: to find tenants who are also met as workers", problem: form.problem("purpose"), autocomplete: "off")
                TextInput(
                    "On which agreement does it stand?", name: "agreement",
                    value: form.data.fields.isEmpty ? agreement : form.value("agreement"),
                    problem: form.problem("agreement"), autocomplete: "off")
                TextInput(
                    "Which records do both sides compare?", name: "compared", value: form.value("compared"),
                    hint: "Such as: adults in tied housing, or screened on visits, since April 2019", problem: form.problem("compared"),
                    autocomplete: "off")
                DateInput(
                    "Until when is the result kept?", name: "until", value: until,
                    hint: "Within \(limits.longestDays) days. Then it is removed", problem: form.problem("until"))
                Select(
                    "How alike do two records have to be?", name: "threshold",
                    choices: ProposeComparisonPage.likenesses.filter { $0.hundredths >= limits.leastThreshold }
                        .map { Choice("\($0.hundredths)", "\($0.words) (0.\($0.hundredths))") },
                    chosen: form.data.fields.isEmpty ? "85" : form.value("threshold"), prompt: nil, problem: form.problem("threshold"))
                Details("Another schema than the usual one", isOpen: !form.value("schema").isEmpty || form.problem("schema") != nil) {
                    p {
                        "The usual schema takes the columns forename, surname, date_of_birth (as 1990-02-03) and gender. Both sides encode by the same schema; it is shown to both, and is no secret."
                    }
                    TextArea(
                        "Linkage schema, version 3, as JSON", name: "schema", value: form.value("schema"),
                        hint: "Leave it empty for the usual one", problem: form.problem("schema"), lines: 8,
                        limit: ComparisonLimits.longestSchema)
                }
                Actions {
                    Button("Propose it")
                    ButtonLink("Cancel", to: links.comparisons, .second)
                }
            }
        }.markup
    }

    private static let likenesses: [(hundredths: Int, words: String)] = [
        (95, "Almost the same"), (90, "One small difference"), (85, "A few differences"),
        (80, "Several differences"), (75, "Many differences, and more that are wrong"),
    ]

    private var until: DateInput.Value {
        if form.data.fields.isEmpty {
            let parts = today.adding(days: min(90, limits.longestDays)).parts
            return DateInput.Value(day: "\(parts.day)", month: "\(parts.month)", year: "\(parts.year)")
        }
        return DateInput.Value(day: form.value("until-day"), month: form.value("until-month"), year: form.value("until-year"))
    }
}

/// Withdraws a comparison, with the reason.
struct WithdrawComparisonPage {
    let line: ComparisonLine
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = SubjectLinks(context.place.slug)
        return SignedInPage(
            context, section: .subjects, title: "Withdraw \(line.reference)", problems: form.problems, layout: .narrow
        ) {
            Breadcrumbs(
                [("Links", links.list), ("Blind comparisons", links.comparisons), (line.reference, links.comparison(line.id))],
                current: "Withdraw it")
            PageHeading("Withdraw \(line.reference)") { "With \(line.counterpart(of: context.viewer.organisation).name)" }
            WarningText {
                "What either side has sent is destroyed, and so is the result, for both sides. The ledger keeps that it took place."
            }
            FormTag(context, action: links.withdraw(line.id), token: token) {
                TextInput(
                    "Why is it withdrawn?", name: "reason", value: form.value("reason"),
                    hint: "The other side and the coordinator read this",
                    problem: form.problem("reason"), autocomplete: "off")
                Actions {
                    Button("Withdraw it", .danger)
                    ButtonLink("Keep it", to: links.comparison(line.id), .second)
                }
            }
        }.markup
    }
}
