import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// The panel of agencies that decides about a child: who sits on it, whether it can decide, and what it decided.
struct PanelPage {
    let file: CourseFile
    let lists: CodeLists
    let rules: CourseRules
    let today: Day
    let form: Form
    /// Each form of the page has a number of its own.
    let token: @Sendable () -> String
    let notice: CourseNotice?
    /// The record of a panel that was opened just now.
    let opened: (panel: ID<ChildPanel>, record: PanelRecord)?

    /// Which of the forms of the page was sent.
    enum Part: String { case convene, seat, decide }

    func markup(_ context: SignedIn) -> Markup {
        let links = CourseLinks(context.place.slug)
        return SignedInPage(
            context, section: .pathways, title: "Panel of referral \(file.referral.reference)", problems: form.problems,
            notice: notice?.words
        ) {
            CourseTrail(file: file, slug: context.place.slug, current: "Children's panel")
            PageHeading("Children's panel") { "Referral \(file.referral.reference)" }
            if let panel = file.openPanel {
                Split {
                    members(panel, links, context)
                    seat(links, context)
                } side: {
                    quorum(panel, links, context)
                }
                if panel.quorumProblems.isEmpty { decide(panel, links, context) }
            } else {
                convene(links, context)
            }
            for panel in file.panels where panel.status != .planned { ended(panel, links, context) }
        }.markup
    }

    private func isSent(_ part: Part) -> Bool { form.value("part") == part.rawValue }
    private func value(_ part: Part, _ name: String) -> String { isSent(part) ? form.value(name) : "" }
    private func problem(_ part: Part, _ name: String) -> String? { isSent(part) ? form.problem(name) : nil }

    private func date(_ part: Part, _ name: String) -> DateInput.Value {
        .init(day: value(part, "\(name)-day"), month: value(part, "\(name)-month"), year: value(part, "\(name)-year"))
    }

    private func convene(_ links: CourseLinks, _ context: SignedIn) -> Markup {
        Card("Convene a panel") {
            p {
                "In areas that take part, council, police and health decide together about a child who has more than \(daysUntil18) days until 18. "
                    + "Check the date of birth: the month alone is looked at here."
            }
            FormTag(context, action: links.panel(file.referral.id, of: file.victim.id), token: token()) {
                HiddenInput(name: "part", value: Part.convene.rawValue)
                DateInput(
                    "When does it meet?", name: "meets_on", value: date(.convene, "meets_on"), hint: latest,
                    problem: problem(.convene, "meets_on"))
                Actions { Button("Convene the panel") }
            }
        }.markup
    }

    /// A child has to have more days than these.
    private var daysUntil18: Int {
        rules.rule(.panelAge, in: file.victim.facts.nation, on: file.referral.submittedOn ?? today)?.number ?? 0
    }

    private var deadline: DecisionClock? {
        let name: CourseRules.Name = ConvenePanel.stage(file) == .conclusiveGrounds ? .panelConclusiveGrounds : .panel
        return file.referral.submittedOn.flatMap { rules.clock(name, in: file.victim.facts.nation, from: $0) }
    }

    /// By when the panel has to decide.
    private var latest: String? {
        deadline.map { "It decides within \($0.rule.span) of the referral: by \($0.due.text)" }
    }

    private func quorum(_ panel: PanelDetail, _ links: CourseLinks, _ context: SignedIn) -> Markup {
        let problems = panel.quorumProblems
        return Card("Can it decide?") {
            p { "Meets \(panel.meetsOn.text)" }
            if problems.isEmpty {
                p { Tag("It can decide", .good) }
            } else {
                p { Tag("Not yet", .warn) }
                ul { for problem in problems { li { problem } } }
            }
            if let clock = deadline, panel.meetsOn > clock.due { p { Tag("Meets after the day by which it has to decide", .alert) } }
            for clock in file.history.clocks(file.facts, rules: rules, today: today) {
                p { clock.isLate ? Tag(clock.words, .alert).markup : .text(clock.words) }
            }
            FormTag(context, action: links.panelStep("cancel", file.referral.id, of: file.victim.id), token: token()) {
                HiddenInput(name: "panel", value: panel.id.text)
                Button("Call the panel off", .second)
            }
        }.markup
    }

    private func members(_ panel: PanelDetail, _ links: CourseLinks, _ context: SignedIn) -> Markup {
        Card("Who sits on it") {
            DataTable(
                "Members of the panel",
                columns: [
                    .init("Name", .rowHeading), .init("Sits for"), .init("Part"), .init("Conflict of interest"),
                    .init("Change", isHeadingShown: false),
                ],
                rows: panel.members.map { member in
                    [
                        .text(member.name), .text(member.agency.label), .text(part(member)), .text(member.conflict.label),
                        FormTag(context, action: links.panelStep("stand-down", file.referral.id, of: file.victim.id), token: token()) {
                            HiddenInput(name: "member", value: member.id.text)
                            Button("Stand down", .second)
                        }.markup,
                    ]
                }, empty: "Nobody is named yet.")
        }.markup
    }

    private func part(_ member: PanelDetail.Member) -> String {
        [member.isChair ? "Chair" : nil, member.isLeadWorker ? "The child's lead social worker" : nil]
            .compactMap { $0 }.joined(separator: ", ")
    }

    private func seat(_ links: CourseLinks, _ context: SignedIn) -> Markup {
        Card("Name a member") {
            FormTag(context, action: links.panel(file.referral.id, of: file.victim.id), token: token()) {
                HiddenInput(name: "part", value: Part.seat.rawValue)
                TextInput(
                    "Name and post", name: "name", value: value(.seat, "name"), problem: problem(.seat, "name"), autocomplete: "off")
                Radios(
                    "For whom do they sit?", name: "agency", choices: PanelAgency.allCases.map { Choice($0.rawValue, $0.label) },
                    chosen: value(.seat, "agency"), problem: problem(.seat, "agency"))
                TickBox(
                    "They are the chair", name: "is_chair", isTicked: value(.seat, "is_chair") == "yes",
                    problem: problem(.seat, "is_chair"))
                TickBox(
                    "They are the child's lead social worker", name: "is_lead_worker",
                    isTicked: value(.seat, "is_lead_worker") == "yes")
                Radios(
                    "Have they a conflict of interest?", name: "conflict",
                    choices: [
                        Choice(PanelConflict.none.rawValue, "None"),
                        Choice(PanelConflict.takesPart.rawValue, "Yes, and the panel agrees that they take part"),
                        Choice(PanelConflict.stepsBack.rawValue, "Yes, and they step back"),
                    ], chosen: value(.seat, "conflict"), hint: "Ask each member before the meeting",
                    problem: problem(.seat, "conflict"), layout: .list)
                Actions { Button("Add this member") }
            }
        }.markup
    }

    private func decide(_ panel: PanelDetail, _ links: CourseLinks, _ context: SignedIn) -> Markup {
        Card("What did the panel decide?") {
            FormTag(context, action: links.panel(file.referral.id, of: file.victim.id), token: token()) {
                HiddenInput(name: "part", value: Part.decide.rawValue)
                Radios(
                    grounds(panel.stage), name: "outcome",
                    choices: [Choice("positive", "Positive"), Choice("negative", "Negative")],
                    chosen: value(.decide, "outcome"), problem: problem(.decide, "outcome"))
                if panel.stage == .reasonableGrounds {
                    Radios(
                        "Conclusive grounds, if the panel decided them in the same meeting", name: "conclusive",
                        choices: [Choice("", "Not yet"), Choice("positive", "Positive"), Choice("negative", "Negative")],
                        chosen: value(.decide, "conclusive"), problem: problem(.decide, "conclusive"))
                }
                Select(
                    "If it is negative: why?", name: RecordDecision.reasonField("negative_reason"),
                    choices: lists["negative_reason"].current(on: today).map { Choice($0.code, $0.label) },
                    chosen: value(.decide, RecordDecision.reasonField("negative_reason")), prompt: "Does not apply",
                    problem: problem(.decide, RecordDecision.reasonField("negative_reason")))
                DateInput(
                    "Day of the decision", name: "decided_on", value: date(.decide, "decided_on"),
                    problem: problem(.decide, "decided_on"))
                TextArea(
                    "What does the decision rest on?", name: "evidence", value: value(.decide, "evidence"),
                    hint: "Sealed: each reading is recorded", problem: problem(.decide, "evidence"), limit: TextLength.account)
                TextArea(
                    "Did anybody disagree, and why?", name: "dissent", value: value(.decide, "dissent"),
                    hint: "Sealed. Leave it empty if all agreed", problem: problem(.decide, "dissent"), lines: 3,
                    limit: TextLength.account)
                Actions { Button("Record the decision") }
            }
        }.markup
    }

    private func grounds(_ stage: DecisionStage) -> String {
        stage == .conclusiveGrounds ? "Conclusive grounds" : "Reasonable grounds"
    }

    private func words(_ outcome: DecisionOutcome?) -> String {
        outcome.map { lists["decision_outcome"].label($0.rawValue) } ?? "Nothing"
    }

    private func ended(_ panel: PanelDetail, _ links: CourseLinks, _ context: SignedIn) -> Markup {
        Card(panel.status == .cancelled ? "A panel that was called off" : "A panel that has decided") {
            SummaryList(
                (panel.status == .cancelled
                    ? [.init("Was to meet", .text(panel.meetsOn.text))]
                    : [
                        .init("Met", .text(panel.meetsOn.text)), .init("Decided", .text(panel.decidedOn?.text ?? "Nothing")),
                        .init(grounds(panel.stage), .text(words(panel.outcome))),
                    ] + (panel.conclusive.map { [.init("Conclusive grounds", .text(words($0)))] } ?? [])
                        + [.init("All agreed", panel.hasDissent ? "No" : "Yes")])
                    + (panel.members.isEmpty
                        ? []
                        : [.init("Members", .text(panel.members.map { "\($0.name) (\($0.agency.label))" }.joined(separator: "; ")))]))
            if let opened, opened.panel == panel.id {
                InsetText {
                    p { "It rests on: \(opened.record.evidence)" }
                    if !opened.record.dissent.isEmpty { p { "Who disagreed: \(opened.record.dissent)" } }
                }
            } else if panel.status == .decided {
                FormTag(context, action: links.panelStep("record", file.referral.id, of: file.victim.id), token: token()) {
                    HiddenInput(name: "panel", value: panel.id.text)
                    Button("Read what it rests on", .second)
                }
            }
        }.markup
    }
}
