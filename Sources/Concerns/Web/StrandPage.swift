import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// One strand: what is planned and what came of it, and the form to open or change it.
struct StrandPage {
    let concern: ConcernDetail
    let kind: StrandKind
    let strand: StrandDetail?
    let members: [OrganisationSummary]
    let readers: [CircleReader]
    let tasks: [TaskDetail]
    let form: Form
    let token: String
    let today: Day
    let notice: String?

    func markup(_ context: SignedIn) -> Markup {
        let links = ConcernLinks(context.place.slug)
        let title = "\(kind.label) strand of \(concern.reference)"
        return SignedInPage(
            context, section: .concerns, title: title, problems: form.problems, notice: notice
        ) {
            Breadcrumbs(
                [("Concerns", links.list), (concern.reference, links.concern(concern.id))],
                current: "\(kind.label) strand")
            PageHeading("\(kind.label) strand") {
                concern.reference
                if let strand { " · opened \(strand.openedAt.day.text)" }
            }
            if kind == .victims {
                InsetText {
                    p {
                        "Only organisations whose place in the circle says so see this strand. Names belong in sealed fields, not here."
                    }
                }
            }
            Split {
                if mayChange(context) { card(context, links) } else { reading }
            } side: {
                if strand != nil {
                    TasksSection(
                        concern: concern.id, tasks: tasks.filter { $0.strand == kind.rawValue },
                        canAdd: mayChange(context), today: today, links: links)
                }
            }
        }.markup
    }

    private func mayChange(_ context: SignedIn) -> Bool {
        guard concern.status.isOpen, concern.status != .awaitingCheck else { return false }
        if context.viewer.isCoordinator { return true }
        return strand.map { $0.lead == context.viewer.organisation } ?? false
    }

    private var reading: Markup {
        Card("Where it stands") {
            if let strand {
                SummaryList(
                    [
                        .init("Led by", .text(strand.leadName ?? "")),
                        .init("Team", .text(strand.team.map(\.name).joined(separator: ", "))),
                        .init("Stands", .text(strand.status.label)), .init("Plan", .text(strand.plan)),
                        .init("Outcome", .text(strand.outcome)),
                    ], absent: "Nothing noted")
            } else {
                p { "This strand is not open." }
            }
        }.markup
    }

    private func card(_ context: SignedIn, _ links: ConcernLinks) -> Markup {
        Card(strand == nil ? "Open the strand" : "Change the strand") {
            FormTag(
                context, action: links.strand(concern.id, kind), token: token,
                version: strand.map { form.data.version ?? $0.version }
            ) {
                if let strand {
                    HiddenInput(name: FormData.baseField, value: form.base(StrandDraft.fields(strand)))
                }
                if context.viewer.isCoordinator { people }
                TextArea(
                    "Plan", name: "plan", value: form.value("plan"), hint: "What is to be reached, and how",
                    problem: form.problem("plan"))
                if strand != nil {
                    Radios(
                        "Where does it stand?", name: "status",
                        choices: StrandStatus.allCases.map { Choice($0.rawValue, $0.label) },
                        chosen: form.value("status"), problem: form.problem("status"))
                    TextArea(
                        "Outcome", name: "outcome", value: form.value("outcome"),
                        hint: "What came of it. A finished strand needs it. What became of a person belongs in their own record, not here.",
                        problem: form.problem("outcome"), lines: 3)
                }
                Actions {
                    Button(strand == nil ? "Open the strand" : "Save the strand")
                    ButtonLink("Cancel", to: links.concern(concern.id), .second)
                }
            }
        }.markup
    }

    @MarkupBuilder private var people: Markup {
        Select(
            "Who leads it?", name: "lead", choices: members.map { Choice($0.id.text, $0.name) },
            chosen: form.value("lead"), problem: form.problem("lead"))
        Checkboxes(
            "Who works on it?", name: "team",
            choices: members.map { member in
                let count = readers.count { $0.organisation == member.id }
                let reads = count == 0 ? "nobody has an account yet" : count == 1 ? "1 person" : "\(count) people"
                return Choice(member.id.text, member.name, hint: reads)
            }, chosen: form.data.texts("team"),
            hint: kind == .victims
                ? "Whoever is on the team sees the concern and the victims strand. Below each name: how many people that are."
                : "Whoever is on the team sees the concern; taking somebody off the team leaves them in the circle. "
                    + "Below each name: how many people that are.",
            problem: form.problem("team"))
        if kind == .victims {
            TextInput(
                "Why an enforcement organisation is to see it", name: "reason", value: form.value("reason"),
                hint: "Only where one leads the strand or works on it", problem: form.problem("reason"), width: .full)
        }
    }
}
