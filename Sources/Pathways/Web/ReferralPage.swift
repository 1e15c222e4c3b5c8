import Access
import Design
import HTML
import Kernel
import ReferralForm
import Web

/// One referral while it is written: its parts under the headings of the prompt sheet, each with how far it is, and what
/// comes next.
struct ReferralPage {
    let file: ReferralFile
    let today: Day
    let problems: [Problem]
    let notice: ReferralNotice?
    let token: String

    private var line: ReferralLine { file.referral.line }

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        let own = links.referral(line.victim, line.id)
        let progress = ReferralProgress(file.opened, victim: file.victim, today: today)
        return SignedInPage(
            context, section: .pathways, title: "Referral \(line.reference)", problems: problems, notice: notice?.words
        ) {
            Breadcrumbs(
                [("Pathways", links.list), (file.referral.victimReference, links.victim(line.victim))], current: line.reference)
            PageHeading("Referral \(line.reference)") {
                Tag(line.status.label, line.status.tone)
                " \(line.kindLabel), begun \(line.startedOn.text) by \(line.organisationName)"
            } actions: {
                if line.status.wasSent {
                    ButtonLink(
                        "Decisions and dates since", to: CourseLinks(context.place.slug).course(line.id, of: line.victim), .second)
                }
            }
            ReferralWayNotice(context: context, file: file, token: token)
            Split {
                Card("Parts of the form") {
                    if line.status == .draft {
                        p(.class("soft")) {
                            "Everybody who works with this person can write here. A draft stays until it is sent; nothing expires."
                        }
                    }
                    TaskList(FormHeading.allCases.map { item($0, progress.state(of: $0), links, own) })
                }
            } side: {
                next(context, links, own)
                people
                if line.status == .draft { setAside(context, links, own) }
            }
        }.markup
    }

    private func item(
        _ heading: FormHeading, _ state: ReferralProgress.State, _ links: PathwayLinks, _ own: Link
    ) -> TaskList.Item {
        let status: TaskList.Item.Status =
            switch state {
            case .notAsked: .other("Not asked on this way", .quiet)
            case .notStarted: .other("Not started", .plain)
            case .inProgress: .other("In progress", .warn)
            case .complete: .completed
            case .again: .other("Go through it again", .warn)
            case .problems(let count): .other(count == 1 ? "1 problem" : "\(count) problems", .alert)
            }
        let isOpen = state != .notAsked && line.status == .draft
        return TaskList.Item(heading.title, status, link: isOpen ? links.section(own, heading) : nil)
    }

    private func next(_ context: SignedIn, _ links: PathwayLinks, _ own: Link) -> Markup {
        Card("What comes next") {
            switch line.status {
            case .draft:
                if !file.opened.note.isEmpty {
                    InsetText {
                        p { strong { "\(file.referral.reviewerName) returned it:" } }
                        p { file.opened.note }
                    }
                }
                p { "Check it: what is missing, and how good it is. Then send it for review." }
                Actions { ButtonLink("Check and send for review", to: links.check(own)) }
            case .inReview:
                p { "Somebody else than \(file.referral.drafterName), who wrote in it last, reviews it." }
                Actions { ButtonLink("Review", to: links.review(own)) }
                takeBack(context, links, own)
            case .ready:
                p { "Key it into the Home Office's form, then record the reference that comes back." }
                Actions {
                    ButtonLink("Open the key-in pack", to: links.pack(own))
                    ButtonLink("Record the reference", to: links.submission(own), .second)
                }
                takeBack(context, links, own)
            case .submitted:
                p { "It was keyed in on \(line.submittedOn?.text ?? ""). The reference has not been recorded yet." }
                Actions { ButtonLink("Record the reference", to: links.submission(own)) }
            default:
                p { "Keyed in on \(line.submittedOn?.text ?? ""), reference \(line.homeOfficeReference ?? "not recorded")." }
                p { a(.href(links.pack(own))) { "What was keyed in" } }
            }
        }.markup
    }

    private func setAside(_ context: SignedIn, _ links: PathwayLinks, _ own: Link) -> Markup {
        Details("Set this draft aside") {
            p { "For a draft that was begun in error, or that no longer fits. It stays on record and cannot be taken up again." }
            FormTag(context, action: links.setAside(own), token: token) { Button("Set it aside", .danger) }
        }.markup
    }

    private func takeBack(_ context: SignedIn, _ links: PathwayLinks, _ own: Link) -> Markup {
        FormTag(context, action: links.reopen(own), token: token) {
            Button("Take it back to the draft", .second)
        }.markup
    }

    private var people: Markup {
        Card("Who worked on it") {
            SummaryList(
                [
                    .init("Met on", .text(line.encounteredOn.text)), .init("Wrote last", .text(file.referral.drafterName)),
                    .init("Reviewed by", .text(file.referral.reviewerName)),
                    .init("Reviewed on", .text(file.referral.reviewedOn?.text ?? "")),
                    .init("Quality", .text(line.quality.map { "\($0) of 100" } ?? "")),
                ], absent: "Nobody yet")
        }.markup
    }
}

/// Says that the way has changed since a referral was begun, and offers to go on on the new one.
struct ReferralWayNotice: Component {
    let context: SignedIn
    let file: ReferralFile
    let token: String

    var markup: Markup {
        let line = file.referral.line
        let links = PathwayLinks(context.place.slug)
        let problems =
            line.status.isBeingWritten
            ? ReferralFit.problems(
                isNotification: line.isNotification, isAnonymous: line.isAnonymous, route: file.route.route) : []
        let contradictions =
            line.status.isBeingWritten && problems.isEmpty && !file.opened.answers.isEmpty
            ? ReferralFit.problems(ReferralForm.variant(file.opened.answers), route: file.route.route) : []
        return Markup {
            if !contradictions.isEmpty {
                WarningText { for problem in contradictions { p { "\(problem.message)." } } }
            }
            if !problems.isEmpty {
                WarningText {
                    for problem in problems { p { "\(problem.message)." } }
                    RouteReasons(reasons: file.route.reasons)
                    if file.route.route.isReport {
                        FormTag(context, action: links.reroute(links.referral(line.victim, line.id)), token: token) {
                            p { "All answers stay with it. What the new way does not ask is neither shown nor sent." }
                            Button("Go on as: \(file.route.route.label.lowercasedFirst)")
                        }
                    } else {
                        p { a(.href(links.victim(line.victim))) { "Back to \(file.referral.victimReference)" } }
                    }
                }
            }
        }
    }
}

extension ReferralLine {
    /// What kind of report it is, in words.
    var kindLabel: String {
        if !isNotification { return "Referral to the National Referral Mechanism" }
        return isAnonymous ? "Duty to notify report, without a name" : "Duty to notify report, with a name"
    }
}

/// What a page says after something was done to a referral.
enum ReferralNotice: String {
    case started, saved, complete, sent, approved, returned, reopened, setAside = "set-aside", rerouted, submitted, told

    var words: String {
        switch self {
        case .started: "The referral is begun, filled in from what is on record. Look at each part"
        case .saved: "Saved. Something is still open in this part"
        case .complete: "Saved. That part is complete"
        case .sent: "Sent for review"
        case .approved: "Approved. It can be keyed in"
        case .returned: "Returned, with your note"
        case .reopened: "Taken back to the draft"
        case .setAside: "Set aside. Nothing of it is deleted, and another can be begun"
        case .rerouted: "It goes on on the new way. Go through the parts that are marked again"
        case .submitted: "Recorded"
        case .told: "Put in below and kept for you. Read it through, leave out what the question does not ask, then save"
        }
    }
}
