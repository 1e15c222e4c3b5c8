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
    /// Who was told, and when, of those whom the way says to tell; nil where the record is not at hand.
    let told: [RouteDecision.Step.Telling: Day]?
    /// Where it is noted that children's services were told.
    let notices: Link?

    init(
        decision: RouteDecision, referrals: [ReferralLine], helpline: HelplineNumber?,
        told: [RouteDecision.Step.Telling: Day]? = nil, notices: Link? = nil
    ) {
        self.decision = decision
        self.helpline = helpline
        self.told = told
        self.notices = notices
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
                if !untold.isEmpty {
                    p { strong { "Still to do, as far as the record says:" } }
                    ol { for step in untold { line(step) } }
                }
                p { "What follows, and until when, stands with the referral below." }
            }
        }.markup
    }

    /// The steps of telling somebody that nobody has noted.
    private var untold: [RouteDecision.Step] {
        guard let told else { return [] }
        return decision.steps.filter { step in step.tells.map { told[$0] == nil } ?? false }
    }

    @MarkupBuilder private func standing(_ telling: RouteDecision.Step.Telling) -> Markup {
        if let told {
            " "
            if let day = told[telling] { Tag("Done \(day.text)", .good) } else { Tag("Not noted yet", .warn) }
            if telling == .childrensServices, let notices {
                " "
                a(.href(notices)) { told[telling] == nil ? "Note that they were told" : "Who told whom" }
            }
        }
    }

    private func line(_ step: RouteDecision.Step) -> Markup {
        li {
            step.what
            if let telling = step.tells { standing(telling) }
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
