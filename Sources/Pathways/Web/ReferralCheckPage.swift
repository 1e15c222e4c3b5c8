import Access
import Design
import HTML
import Kernel
import ReferralForm
import Web

/// How good a referral is and what would raise it, what is wrong or missing with a link to each field, and the sending to a
/// supervisor.
struct ReferralCheckPage {
    let file: ReferralFile
    let problems: [Problem]
    let today: Day
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = PathwayLinks(context.place.slug)
        let line = file.referral.line
        let own = links.referral(line.victim, line.id)
        let gate = file.obstacles(today: today)
        return SignedInPage(
            context, section: .pathways, title: "Check \(line.reference)", problems: problems.isEmpty ? [] : [Self.refused]
        ) {
            Breadcrumbs(
                [
                    ("Pathways", links.list), (file.referral.victimReference, links.victim(line.victim)), (line.reference, own),
                ], current: "Check")
            PageHeading("Check \(line.reference)") { line.kindLabel }
            ReferralWayNotice(context: context, file: file, token: token)
            Card(gate.isEmpty ? "Nothing is missing" : "To put right before it is sent for review (\(gate.count))") {
                if gate.isEmpty {
                    p { "The Home Office's form would take these answers." }
                } else {
                    problemList(gate.filter { heading(of: $0) == nil }, own, links)
                    for heading in FormHeading.allCases {
                        let ofHeading = gate.filter { self.heading(of: $0) == heading }
                        if !ofHeading.isEmpty {
                            h3 { heading.title }
                            problemList(ofHeading, own, links)
                        }
                    }
                }
                if line.status == .draft {
                    FormTag(context, action: links.check(own), token: token) {
                        Actions {
                            Button("Send for review")
                            ButtonLink("Back to the parts", to: own, .second)
                        }
                    }
                }
            }
            QualityCard(quality: file.opened.check(today: today).quality)
        }.markup
    }

    private func heading(of problem: Problem) -> FormHeading? {
        ReferralForm.heading(of: problem.field, file.opened.answers)
    }

    private func problemList(_ problems: [Problem], _ own: Link, _ links: PathwayLinks) -> Markup {
        problems.isEmpty
            ? Markup()
            : ul {
                for problem in problems {
                    li { ReferralProblemLink(problem: problem, heading: heading(of: problem), own: own, links: links) }
                }
            }
    }

    private static let refused = Problem("", "It was not sent: put right what stands below first")
}

/// A problem that leads to its field, wherever that stands.
struct ReferralProblemLink: Component {
    let problem: Problem
    let heading: FormHeading?
    let own: Link
    let links: PathwayLinks

    var markup: Markup {
        if let heading {
            a(.href(links.section(own, heading).query("check", "yes").fragment(problem.field))) { problem.message }
        } else {
            .text(problem.message)
        }
    }
}

/// The score with its reasons. It is advice and decides nothing.
struct QualityCard: Component {
    let quality: ReferralQuality

    var markup: Markup {
        Card("Quality: \(quality.score) of 100") {
            p(.class("soft")) {
                "Advice for whoever writes, from what those who decide call a good referral. It decides nothing. "
                Tag("To be confirmed", .quiet)
            }
            DataTable(
                "What the score is made of",
                columns: [.init("Mark", .rowHeading), .init("Points", .number), .init("Why, and what would raise it")],
                rows: quality.reasons.map { reason in
                    [
                        .text(reason.mark.label), .text("\(reason.points) of \(reason.mark.most)"),
                        Markup { if reason.points == reason.mark.most { reason.message } else { strong { reason.advice } } },
                    ]
                })
        }.markup
    }
}

extension ReferralQuality.Reason {
    /// The message without the points, which have a column of their own.
    fileprivate var advice: String {
        let points = " (\(points) of \(mark.most))"
        return message.hasSuffix(points) ? String(message.dropLast(points.count)) : message
    }
}
