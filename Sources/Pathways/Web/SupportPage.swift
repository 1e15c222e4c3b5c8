import Access
import Design
import HTML
import Kernel
import Partnerships
import Web

/// Everything that is done for somebody, kind by kind: what is open and due stands first.
struct SupportPage {
    let file: VictimFile
    let lists: CodeLists
    let today: Day
    let notice: String?
    let linkForm: Form
    let token: String

    private var victim: VictimDetail { file.victim }
    private var support: SupportFile { file.support }
    private var words: SupportWords { SupportWords(lists: lists, today: today) }

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        let id = victim.id
        return SignedInPage(
            context, section: .pathways, title: "Support \(victim.reference)", problems: linkForm.problems, notice: notice
        ) {
            Breadcrumbs([("Pathways", links.list), (victim.reference, links.victim(id))], current: "Support")
            MissingNotice(support: support, victim: id, words: words, links: links)
            PageHeading("Support \(victim.reference)") {
                switch support.unmetNeeds {
                case 0: "No need is open"
                case 1: "1 need is not met"
                default: "\(support.unmetNeeds) needs are not met"
                }
            }
            Split {
                declined(links)
                SupportReminders(support: support, victim: id, links: links)
                dueNext(links)
                for kind in SupportKind.allCases where !support.lines(of: kind).isEmpty { group(kind, links) }
                if support.lines.isEmpty {
                    p { "Nothing is recorded yet. Begin with what they need and what endangers them." }
                }
            } side: {
                Card("Record") {
                    ul(.class("plain")) {
                        for kind in SupportKind.allCases where isOffered(kind) {
                            li { a(.href(links.newSupport(kind, for: id))) { kind.form.one.capitalizedFirst } }
                        }
                    }
                    p(.class("soft")) { "What you write is sealed: each time somebody opens it is recorded." }
                }
                afterwards
                MetAgainCard(
                    lines: support.metAgain, victim: id, isCoordinator: context.viewer.isCoordinator, form: linkForm,
                    token: token, context: context)
            }
        }.markup
    }

    /// Kinds that are for nobody like this are left out.
    private func isOffered(_ kind: SupportKind) -> Bool {
        let turnsAdult = victim.facts.age.isTreatedAsChild || victim.adultFromMonth >= victim.openedOn.isoMonth
        switch kind {
        // After 18 one guardianship service stays with whoever was a child here.
        case .guardian: return victim.isOpen && turnsAdult
        case .transition: return victim.isOpen && turnsAdult
        case .outcome: return file.ledger.isGiven(.statistics)
        default: return victim.isOpen || kind == .contact
        }
    }

    /// What to do for an adult who declined a referral: the pathway goes on.
    @MarkupBuilder private func declined(_ links: PathwayLinks) -> Markup {
        let answer = file.ledger.current(.nrm)
        if !victim.facts.age.isTreatedAsChild, let answer, answer.answer == .declined || answer.answer == .withdrawn {
            let offer = support.lines(of: .offer).first { $0.status == .toAsk }
            let isRefused = support.lines(of: .offer).contains { $0.status == .doNotAsk }
            let home = support.lines(of: .stay).first { $0.status == .current }
            Card("They declined a referral: what to do instead") {
                p {
                    "\(answer.answer == .withdrawn ? "They took their agreement back" : "They declined") on "
                        + "\(answer.answeredOn.text): \(lists["decline_reason"].label(answer.reason).lowercasedFirst). "
                        + "They are helped all the same."
                }
                TaskList([
                    .init(
                        "Ask what they need", support.lines(of: .need).isEmpty ? .incomplete : .completed,
                        link: links.newSupport(.need, for: victim.id),
                        hint: support.unmetNeeds > 0 ? "\(support.unmetNeeds) not met" : nil),
                    .init(
                        "See that they have somewhere to stay", home == nil ? .incomplete : .completed,
                        link: home.map { links.support($0.id, of: victim.id) } ?? links.newSupport(.stay, for: victim.id),
                        hint: home.map { words.name($0) }),
                    .init(
                        "Leave the way back open", offer == nil && !isRefused ? .incomplete : .completed,
                        link: offer.map { links.support($0.id, of: victim.id) } ?? links.newSupport(.offer, for: victim.id),
                        hint: offer?.dueOn.map { "To be asked again on \($0.text)" }
                            ?? (isRefused ? "They do not want to be asked again" : "Say when they are asked again")),
                ])
            }
        }
    }

    @MarkupBuilder private func dueNext(_ links: PathwayLinks) -> Markup {
        if !support.due.isEmpty {
            Card("Due next") {
                DataTable(
                    "Due next", columns: [.init("Due", .unbroken), .init("What"), .init("Who")],
                    rows: support.due.prefix(10).map { line in
                        [
                            words.due(line.dueOn),
                            Markup {
                                a(.href(links.support(line.id, of: victim.id))) { words.task(line) }
                                br()
                                span(.class("soft")) { words.name(line) }
                            },
                            .text(line.organisationName),
                        ]
                    })
            }
        }
    }

    private func group(_ kind: SupportKind, _ links: PathwayLinks) -> Markup {
        Card(kind.form.group, aside: { if isOffered(kind) { a(.href(links.newSupport(kind, for: victim.id))) { "Add" } } }) {
            p(.class("soft")) { kind.form.purpose }
            DataTable(
                kind.form.group,
                columns: [.init("What", .rowHeading), .init("How it stands"), .init("When"), .init("Due", .unbroken)],
                rows: support.lines(of: kind).map { line in
                    [
                        a(.href(links.support(line.id, of: victim.id))) { words.name(line) },
                        Markup {
                            if let score = line.score, line.isOpen { words.tag(score) } else { words.tag(line) }
                            if !line.organisationName.isEmpty {
                                br()
                                span(.class("soft")) { line.organisationName }
                            }
                            if let service = line.service, !line.serviceName.isEmpty {
                                br()
                                a(.href(ServiceLinks(links.slug).service(service))) { line.serviceName }
                            }
                        }, .text(words.days(line)), words.due(line.dueOn),
                    ]
                })
        }.markup
    }

    @MarkupBuilder private var afterwards: Markup {
        if !file.ledger.isGiven(.statistics) {
            Card("Afterwards") {
                p(.class("soft")) {
                    "They have not agreed to be asked later how they are, or took it back. Nobody asks them, and they are not "
                        + "counted."
                }
            }
        } else {
            Card("Afterwards") {
                p(.class("soft")) {
                    "They agreed to be asked. 6, 12 and 24 months are counted from \(support.outcomesFrom.text), "
                        + (support.isCountedFromDecision
                            ? "the last decision on a referral." : "when the pathway was begun: there is no decision yet.")
                }
            }
        }
    }
}
