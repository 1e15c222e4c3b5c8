import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Records a decision or another step of a referral's course: only what can follow is offered.
struct DecisionPage {
    let file: CourseFile
    let form: Form
    let lists: CodeLists
    let rules: CourseRules
    let today: Day
    let token: String

    private var steps: [(stage: DecisionStage, outcome: DecisionOutcome)] {
        ReferralCourse.steps(file.history.standing, isNotification: file.referral.isNotification)
            .filter { $0.0 != .withdrawal || !file.victim.facts.age.isTreatedAsChild }
    }

    /// The value of a step in the form.
    static func value(_ stage: DecisionStage, _ outcome: DecisionOutcome) -> String { "\(stage.rawValue)/\(outcome.rawValue)" }

    /// Reads the form.
    static func draft(_ data: FormData) -> (draft: RecordDecision.Draft, problems: [Problem]) {
        let parts = data.text("step").split(separator: "/").map(String.init)
        let stage = parts.first.flatMap(DecisionStage.init)
        let outcome = parts.dropFirst().first.flatMap(DecisionOutcome.init)
        var problems: [Problem] = []
        func date(_ name: String, _ message: String) -> Day? {
            let entry = data.date(name)
            if entry == .unreadable { problems.append(Problem(name, message)) }
            return entry.day
        }
        let reason = stage.flatMap { stage in outcome.flatMap { stage.reasonList($0) } }
            .map { data.text(RecordDecision.reasonField($0)) }
        let draft = RecordDecision.Draft(
            stage, outcome, on: date("decided_on", "Enter the day as day, month and year"),
            authority: stage?.isDecided == true ? data.text("authority") : "", reason: reason ?? "",
            toldOn: date("told_on", "Enter the day as day, month and year, or leave it empty"),
            homeOfficeReference: stage == .acknowledged ? data.text("home_office_reference") : "",
            wasAskedEarly: stage == .conclusiveGrounds && data.has("asked_early", "yes"),
            isExceptional: data.has("is_exceptional", "yes"), note: data.text("note"))
        return (draft, problems)
    }

    func markup(_ context: SignedIn) -> Markup {
        let links = CourseLinks(context.place.slug)
        let offered = steps
        let reasons = Set(offered.compactMap { $0.stage.reasonList($0.outcome) })
        return SignedInPage(
            context, section: .pathways, title: "Record a step of referral \(file.referral.reference)", problems: form.problems,
            layout: .narrow
        ) {
            CourseTrail(file: file, slug: context.place.slug, current: "Record a step")
            PageHeading("What was decided or happened?") {
                "Referral \(file.referral.reference): \(file.referral.status.label.lowercased())"
            }
            if offered.isEmpty {
                p { "Nothing can follow from here." }
            } else {
                FormTag(context, action: links.decision(file.referral.id, of: file.victim.id), token: token) {
                    Radios(
                        "Step", name: "step",
                        choices: offered.map { Choice(DecisionPage.value($0.stage, $0.outcome), words($0.stage, $0.outcome)) },
                        chosen: form.value("step"), problem: form.problem("step"), layout: .list)
                    DateInput(
                        "Day of the decision or event", name: "decided_on", value: date("decided_on"),
                        hint: "As the letter says, not the day it came", problem: form.problem("decided_on"))
                    questions(offered, reasons)
                    DateInput(
                        "When was the person told?", name: "told_on", value: date("told_on"),
                        hint: "Leave it empty if they were not told yet",
                        problem: form.problem("told_on"))
                    TextArea(
                        "Note", name: "note", value: form.value("note"),
                        hint: "Sealed: each reading is recorded. What the letter says that matters for their support.",
                        problem: form.problem("note"), limit: TextLength.account)
                    Actions {
                        Button("Record this step")
                        ButtonLink("Cancel", to: links.course(file.referral.id, of: file.victim.id), .second)
                    }
                }
            }
        }.markup
    }

    /// The questions that only some of the offered steps need.
    @MarkupBuilder private func questions(
        _ offered: [(stage: DecisionStage, outcome: DecisionOutcome)], _ reasons: Set<String>
    ) -> Markup {
        if offered.contains(where: { $0.stage == .acknowledged }), !file.referral.isNotification {
            TextInput(
                "Home Office reference", name: "home_office_reference", value: form.value("home_office_reference"),
                problem: form.problem("home_office_reference"), width: .medium, autocomplete: "off",
                attributes: [.spellcheck(false)])
        }
        if offered.contains(where: \.stage.isDecided) {
            Select(
                "Who decided?", name: "authority",
                choices: lists["competent_authority"].current(on: today).map { Choice($0.code, $0.label) },
                chosen: form.value("authority").isEmpty ? file.referral.competentAuthority : form.value("authority"),
                hint: "For decisions of the Home Office or a panel", problem: form.problem("authority"))
        }
        for (list, label) in [
            ("negative_reason", "If it is negative: why?"), ("disqualification_ground", "If disqualified: on what ground?"),
            ("suspension_reason", "If suspended: why?"), ("reconsideration_ground", "If a reconsideration is asked for: on what ground?"),
        ] where reasons.contains(list) {
            Select(
                label, name: RecordDecision.reasonField(list),
                choices: lists[list].current(on: today).map { Choice($0.code, $0.label) },
                chosen: form.value(RecordDecision.reasonField(list)), prompt: "Does not apply",
                problem: form.problem(RecordDecision.reasonField(list)))
        }
        if offered.contains(where: { $0.stage == .conclusiveGrounds }) {
            TickBox(
                "The person asked for a conclusive grounds decision before the period was over", name: "asked_early",
                isTicked: form.isChosen("asked_early", "yes"), hint: earliest, problem: form.problem("asked_early"))
        }
        if offered.contains(where: { $0.stage == .reconsiderationRequest }) {
            TickBox(
                "The Home Office accepted a late request in exceptional circumstances", name: "is_exceptional",
                isTicked: form.isChosen("is_exceptional", "yes"), problem: form.problem("is_exceptional"))
        }
    }

    private var earliest: String? {
        file.history.positiveOn.flatMap { rules.clock(.conclusiveGrounds, in: file.victim.facts.nation, from: $0) }
            .map { "The period runs until \($0.due.text)" }
    }

    private func words(_ stage: DecisionStage, _ outcome: DecisionOutcome) -> String {
        let label = lists["decision_stage"].label(stage.rawValue)
        return stage.outcomes.count > 1 ? "\(label): \(lists["decision_outcome"].label(outcome.rawValue).lowercased())" : label
    }

    private func date(_ name: String) -> DateInput.Value {
        .init(day: form.value("\(name)-day"), month: form.value("\(name)-month"), year: form.value("\(name)-year"))
    }
}

/// Takes out the newest step, which was entered wrongly.
struct VoidDecisionPage {
    let file: CourseFile
    let decision: CourseDecision
    let lists: CodeLists
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = CourseLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "Take out a step of referral \(file.referral.reference)",
            problems: form.problems, layout: .narrow
        ) {
            CourseTrail(file: file, slug: context.place.slug, current: "Take out a step")
            PageHeading("Take out a wrong entry") {
                "\(lists["decision_stage"].label(decision.stage.rawValue)), \(decision.decidedOn.text)"
            }
            p {
                "The entry stays in the history, struck out. "
                if let from = decision.from { "The referral goes back to “\(from.label)”." }
            }
            FormTag(context, action: links.step(decision.id, "void", file.referral.id, of: file.victim.id), token: token) {
                TextArea(
                    "What was wrong about it?", name: "reason", value: form.value("reason"),
                    hint: "Sealed: each reading is recorded", problem: form.problem("reason"), lines: 3)
                Actions {
                    Button("Take it out", .danger)
                    ButtonLink("Keep it", to: links.course(file.referral.id, of: file.victim.id), .second)
                }
            }
        }.markup
    }
}
