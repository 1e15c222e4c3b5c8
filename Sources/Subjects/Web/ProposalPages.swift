import Access
import Design
import HTML
import Kernel
import Web

/// The proposals that wait for an answer, or were answered.
struct ProposalListPage {
    let proposals: [ProposalDetail]
    let status: ProposalStatus
    let open: Int
    let notice: String?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = SubjectLinks(context.place.slug)
        return SignedInPage(context, section: .subjects, title: "Perhaps the same", notice: notice) {
            PageHeading("Perhaps the same") {
                "Found by comparing what is new with what is known. Nothing is joined until somebody says so."
            } actions: {
                if context.viewer.isCoordinator {
                    FormTag(context, action: links.look, token: token) { Button("Look for links now", .second) }
                }
            }
            SubjectTabs(current: .proposals, open: open, links: links)
            form(.class("filters"), .method(.get), .action(links.proposals)) {
                Select(
                    "Answer", name: "show", choices: ProposalStatus.allCases.map { Choice($0.rawValue, $0.label) },
                    chosen: status.rawValue)
                Button("Show", .second)
            }
            Card(status.label) {
                DataTable(
                    status.label,
                    columns: [
                        .init("What", .rowHeading), .init("One record"), .init("Other record"), .init("How likely"), .init("Because"),
                    ],
                    rows: proposals.map { one in
                        [
                            a(.href(links.proposal(one.id))) {
                                one.kind.title
                                span(.class("unseen")) { " in \(one.one.reference) and \(one.other.reference)" }
                            },
                            side(one.one, links), side(one.other, links),
                            Markup {
                                ContributionList.strength(one.weight)
                                " "
                                span(.class("soft num")) { ContributionList.number(Float(one.weight) / 10) }
                            },
                            ContributionList(contributions: one.contributions).markup,
                        ]
                    },
                    empty: status == .open
                        ? "Nothing waits for an answer. What is found when the database is linked appears here, where you may see both sides."
                        : "Nothing was answered so.")
                if proposals.count >= 50 { p(.class("soft")) { "The 50 that come first are shown." } }
            }
        }.markup
    }

    private func side(_ line: MentionLine, _ links: SubjectLinks) -> Markup {
        Markup {
            a(.href(links.record(line.source))) { line.reference }
            br()
            span(.class("soft")) { line.label.isEmpty ? line.words : line.label }
        }
    }
}

/// Two mentions side by side, with what speaks for and against, and the three answers.
struct ProposalPage {
    let proposal: ProposalDetail
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = SubjectLinks(context.place.slug)
        return SignedInPage(context, section: .subjects, title: "Is it the same?", problems: form.problems) {
            Breadcrumbs([("Links", links.list), ("Perhaps the same", links.proposals)], current: "Is it the same?")
            PageHeading("Is it the same?") {
                "\(proposal.kind.title) in \(proposal.one.reference) and \(proposal.other.reference)"
            }
            Split {
                Card("Side by side") {
                    DataTable(
                        "The two side by side",
                        columns: [.init("Field", .rowHeading), .init(proposal.one.reference), .init(proposal.other.reference)],
                        rows: [
                            row("Record") { line in a(.href(links.record(line.source))) { "\(line.source.title) \(line.reference)" } },
                            row("Noted") { .text($0.notedOn.text) }, row("Town") { .text($0.town) },
                            row(proposal.kind == .person ? "Name" : "Written as") { line in
                                line.label.isEmpty ? span(.class("soft")) { "Sealed" } : .text(line.label)
                            },
                            row("Said of it") { .text($0.words) },
                            row("Subject") { line in
                                if let subject = line.subject, let reference = line.subjectReference {
                                    return a(.href(links.subject(subject))) { reference }
                                }
                                return span(.class("soft")) { "Not yet" }
                            },
                        ])
                }
                answer(context, links)
            } side: {
                Card("\(ContributionList.strength(proposal.weight)), \(ContributionList.number(Float(proposal.weight) / 10))") {
                    ContributionList(contributions: proposal.contributions)
                    p(.class("soft")) {
                        "Each step of 1 makes it twice as likely. Compared without showing the names; the numbers are no proof."
                    }
                }
            }
        }.markup
    }

    private func row(_ label: String, _ value: (MentionLine) -> Markup) -> [Markup] {
        func cell(_ line: MentionLine) -> Markup {
            let found = value(line)
            return found.isEmpty ? span(.class("soft")) { "Not known" } : found
        }
        return [span(.class("nowrap")) { label }, cell(proposal.one), cell(proposal.other)]
    }

    @MarkupBuilder private func answer(_ context: SignedIn, _ links: SubjectLinks) -> Markup {
        if proposal.status != .open {
            InsetText {
                p {
                    "Answered: \(proposal.status.label.lowercased())"
                    if let by = proposal.settledBy, let at = proposal.settledAt { ", \(at.text) by \(by)" }
                }
                if proposal.one.isCorrected(since: proposal.settledAt) || proposal.other.isCorrected(since: proposal.settledAt) {
                    p { strong { "A record was corrected after this answer: look whether it is still right." } }
                }
                if let merge = proposal.merge, context.viewer.isCoordinator { p { a(.href(links.merge(merge))) { "Undo it" } } }
            }
        }
        if context.viewer.isCoordinator, proposal.status != .same {
            Card(proposal.status == .open ? "Your answer" : "Answer again") {
                FormTag(context, action: links.proposal(proposal.id), token: token) {
                    Radios(
                        "Is it the same?", name: "answer",
                        choices: [
                            Choice("same", "The same", hint: "Both become one subject. It can be undone, and nobody sees more than before"),
                            Choice("not-the-same", "Not the same", hint: "It is remembered, and nobody is asked again"),
                            Choice("cannot-tell", "Cannot tell", hint: "It is set aside, and can be answered later"),
                        ], chosen: form.value("answer"), problem: form.problem("answer"), layout: .list)
                    Actions {
                        Button("Save the answer")
                        ButtonLink("Cancel", to: links.proposals, .second)
                    }
                }
            }
        }
    }
}

/// Undoes that two subjects are one.
struct UndoMergePage {
    let merge: MergeLine
    let id: ID<SubjectMerge>
    let kept: ID<Subject>
    let form: Form
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = SubjectLinks(context.place.slug)
        return SignedInPage(context, section: .subjects, title: "Undo", problems: form.problems, layout: .narrow) {
            Breadcrumbs([("Links", links.list), (merge.kept, links.subject(kept))], current: "Undo")
            PageHeading("Part \(merge.kept) and \(merge.merged) again") { "Said to be the same \(merge.mergedAt.text) by \(merge.by)" }
            if let undone = merge.undoneAt {
                InsetText { p { "This was undone \(undone.text): \(merge.undoReason)" } }
            } else {
                p {
                    "Each of the two has its own mentions again, as before. Nothing is deleted, and the proposal waits for an answer again."
                }
                FormTag(context, action: links.merge(id), token: token) {
                    TextInput(
                        "Why was it wrong?", name: "reason", value: form.value("reason"), problem: form.problem("reason"),
                        autocomplete: "off")
                    Actions {
                        Button("Undo it")
                        ButtonLink("Cancel", to: links.subject(kept), .second)
                    }
                }
            }
        }.markup
    }
}
