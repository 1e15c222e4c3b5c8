import Concerns
import Design
import HTML
import Kernel

/// The way somebody goes, why, and what has to be done on it.
struct RouteCard: Component {
    let decision: RouteDecision
    /// The report of the kind that this way asks for, once it was sent.
    let sent: ReferralLine?
    /// Whose number a step says to give; nil where none is known.
    let helpline: HelplineNumber?

    init(decision: RouteDecision, referrals: [ReferralLine], helpline: HelplineNumber?) {
        self.decision = decision
        self.helpline = helpline
        sent =
            decision.route.isReport
            ? referrals.first { $0.status.wasSent && $0.isNotification == decision.route.isNotification } : nil
    }

    var markup: Markup {
        Card("The way from here") {
            if let sent {
                p {
                    strong { sent.isNotification ? "Duty to notify report sent" : "Referred to the National Referral Mechanism" }
                    sent.submittedOn.map { " on \($0.text)" } ?? ""
                }
            } else {
                p { strong { decision.route.label } }
            }
            RouteReasons(reasons: decision.reasons).markup
            if sent == nil || decision.route.isNotification {
                ol { for step in decision.steps where sent == nil || !step.isReport { line(step) } }
            } else {
                p { "What follows, and until when, stands with the referral below." }
            }
        }.markup
    }

    private func line(_ step: RouteDecision.Step) -> Markup {
        li {
            step.what
            " "
            span(.class("soft")) { step.source }
            if step.isToBeConfirmed {
                " "
                Tag("To be confirmed", .quiet)
            }
            if step.givesHelpline, let helpline {
                br()
                "\(helpline.name): "
                strong { helpline.number }
            }
        }
    }
}

/// Why the way is the one, a sentence each; what rests on a fact that nobody has confirmed says so.
struct RouteReasons: Component {
    let reasons: [RouteDecision.Reason]

    var markup: Markup {
        Markup {
            for reason in reasons {
                p(.class("soft")) {
                    reason.what
                    if reason.isToBeConfirmed {
                        " "
                        Tag("To be confirmed", .quiet)
                    }
                }
            }
        }
    }
}
