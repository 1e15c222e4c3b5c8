/// The way, why it is the one, and what has to be done on it.
package struct RouteDecision: Sendable, Hashable {
    package struct Step: Sendable, Hashable {
        /// What the record says by itself to be done or still to do.
        package enum Telling: Sendable, Hashable, CaseIterable {
            case childrensServices, police, guardian
        }

        package let what: String
        package let source: String
        /// Guidance that a practitioner has yet to confirm.
        package let isToBeConfirmed: Bool
        /// Whether it is done once the report was sent.
        package let isReport: Bool
        /// Whether the number of the helpline is to be given.
        package let givesHelpline: Bool
        /// Who has to be told, where the record says whether they were.
        package let tells: Telling?

        init(
            _ what: String, _ source: String, toBeConfirmed: Bool = false, isReport: Bool = false, givesHelpline: Bool = false,
            tells: Telling? = nil
        ) {
            self.tells = tells
            self.what = what
            self.source = source
            isToBeConfirmed = toBeConfirmed
            self.isReport = isReport
            self.givesHelpline = givesHelpline
        }
    }

    /// A fact that led here.
    package struct Reason: Sendable, Hashable, ExpressibleByStringLiteral {
        package let what: String
        /// It rests on reference data that nobody has confirmed.
        package let isToBeConfirmed: Bool

        init(_ what: String, toBeConfirmed: Bool = false) {
            self.what = what
            isToBeConfirmed = toBeConfirmed
        }

        package init(stringLiteral what: String) { self.init(what) }
    }

    package let route: ReferralRoute
    /// A sentence for each fact that led here.
    package let reasons: [Reason]
    /// What to do, in this order.
    package let steps: [Step]
    /// Whether the viewer's own organisation may send the form; otherwise a first responder organisation does.
    package let maySubmit: Bool
    /// What the viewer's organisation may and must report rests on reference data that nobody has confirmed.
    package let isBodyToBeConfirmed: Bool

    /// Decides the way. Total: every combination of facts has one, and no combination leads an adult who did not agree
    /// into the National Referral Mechanism, a name into an anonymous report or a child into a duty-to-notify report.
    ///
    /// Sources: Modern Slavery Act 2015, sections 51 and 52; the statutory guidance under section 49; Mental Capacity Act
    /// 2005.
    package static func decide(_ facts: RouteFacts) -> RouteDecision {
        if facts.age.isTreatedAsChild { return child(facts) }
        var reasons: [Reason] = [
            facts.age.basis == .known ? "They are an adult." : "They are taken to be an adult: their age is not known."
        ]
        let isDecidedForThem = facts.referral == .bestInterests || facts.referral == .notInBestInterests
        if facts.capacity == .inDoubt || (facts.capacity == .lacks && !isDecidedForThem) {
            return RouteDecision(
                route: .capacityFirst,
                reasons: reasons + [
                    facts.capacity == .lacks
                        ? "They were found unable to decide this, and no decision in their best interests is on record."
                        : "It is in doubt whether they can decide this."
                ], steps: capacitySteps(facts), maySubmit: false, isBodyToBeConfirmed: !facts.body.isConfirmed)
        }
        switch facts.referral {
        case nil:
            reasons.append("Nobody has asked them yet whether they agree to a referral.")
            return RouteDecision(
                route: .askFirst, reasons: reasons, steps: askSteps, maySubmit: false, isBodyToBeConfirmed: !facts.body.isConfirmed)
        case .given:
            reasons.append("They agreed to be referred.")
        case .bestInterests, .notInBestInterests:
            // Whoever can decide decides: a decision made for them then stands for nothing.
            guard facts.capacity == .lacks else {
                reasons.append("A decision was made for them, and they can decide themselves: ask them.")
                return RouteDecision(
                    route: .askFirst, reasons: reasons, steps: askSteps, maySubmit: false, isBodyToBeConfirmed: !facts.body.isConfirmed)
            }
            if facts.referral == .notInBestInterests { return declined(facts, reasons) }
            reasons.append("They lack capacity, and a referral was decided in their best interests.")
        case .declined, .withdrawn:
            return declined(facts, reasons)
        }
        return RouteDecision(
            route: .adultReferral, reasons: reasons, steps: referralSteps(facts), maySubmit: facts.body.refersAdults,
            isBodyToBeConfirmed: !facts.body.isConfirmed)
    }

    private static func child(_ facts: RouteFacts) -> RouteDecision {
        let reason: Reason =
            switch (facts.age.basis, facts.age.group) {
            case (.disputed, _):
                "Their age is disputed: they are treated as a child until it is settled (section 51, Modern Slavery Act 2015)."
            case (_, .perhapsChild):
                "There is reason to believe that they may be under 18: they are treated as a child until it is settled (section 51, Modern Slavery Act 2015)."
            default:
                facts.turns18ThisMonth
                    ? "They turn 18 this month: look at the date of birth. From that day on they are an adult, and are asked: change what is known of their age then."
                    : "They are under 18."
            }
        var steps = [
            Step(
                "Tell children's services now, before the form: they are safeguarded first.", "Working Together; NRM guidance",
                tells: .childrensServices),
            Step("Tell the police, and note the crime reference.", "NRM guidance", tells: .police),
            Step("Refer to the National Referral Mechanism. A child is not asked for consent.", "Statutory guidance, section 49"),
        ]
        switch facts.nation {
        case .england, .wales:
            steps.append(
                Step(
                    "Ask for an Independent Child Trafficking Guardian, where the area has them, on a form of its own.",
                    "Section 48, Modern Slavery Act 2015", tells: .guardian))
        case .scotland:
            steps.append(
                Step(
                    "Ask Guardianship Scotland for a guardian.", "Section 11 of the Scottish Act of 2015", toBeConfirmed: true,
                    tells: .guardian))
        case .northernIreland:
            steps.append(
                Step(
                    "Ask for an independent guardian.", "Section 21 of the Northern Irish Act of 2015", toBeConfirmed: true,
                    tells: .guardian))
        }
        if facts.age.basis != .known {
            steps.append(Step("Ask the council for an age assessment.", "Section 51, Modern Slavery Act 2015"))
        }
        steps.append(sending(facts.body, facts.body.refersChildren))
        return RouteDecision(
            route: .childReferral, reasons: [reason], steps: steps, maySubmit: facts.body.refersChildren,
            isBodyToBeConfirmed: !facts.body.isConfirmed)
    }

    private static func declined(_ facts: RouteFacts, _ start: [Reason]) -> RouteDecision {
        var reasons = start
        let answer =
            switch facts.referral {
            case .withdrawn: "They took back their agreement to a referral."
            case .notInBestInterests: "They lack capacity, and it was decided in their best interests not to refer them."
            default: "They declined a referral."
            }
        reasons.append(Reason(answer))
        let looked = [
            Step("Ask what they need, and help with housing, health and advice all the same.", "The partnership's own pathway"),
            Step("Leave the way back open: the offer can be repeated whenever they wish.", "Statutory guidance, section 49"),
        ]
        guard facts.nation.hasDutyToNotify else {
            reasons.append(Reason("The duty to notify is not in operation in \(facts.nation.label)."))
            return RouteDecision(
                route: .noReport, reasons: reasons,
                steps: [
                    Step(
                        "Keep the offer on record; give the helpline's number if that is safe.", "Practice", toBeConfirmed: true,
                        givesHelpline: true)
                ] + looked, maySubmit: false, isBodyToBeConfirmed: !facts.body.isConfirmed)
        }
        guard !facts.wasReferred else {
            reasons.append("An earlier referral of theirs discharges the duty to notify.")
            return RouteDecision(
                route: .noReport, reasons: reasons,
                steps: [
                    Step(
                        "Tell the competent authority in writing that they withdrew, if they want that.", "NRM guidance",
                        toBeConfirmed: true)
                ] + looked, maySubmit: false, isBodyToBeConfirmed: !facts.body.isConfirmed)
        }
        guard !facts.wasReported else {
            reasons.append("A duty to notify report about them was sent: one is enough.")
            return RouteDecision(
                route: .noReport, reasons: reasons, steps: looked, maySubmit: false,
                isBodyToBeConfirmed: !facts.body.isConfirmed)
        }
        guard facts.body.hasDuty else {
            reasons.append(Reason("Your organisation is not bound by the duty to notify.", toBeConfirmed: !facts.body.isConfirmed))
            return RouteDecision(
                route: .noReport, reasons: reasons,
                steps: [
                    Step(
                        "Keep the offer on record; give the helpline's number if that is safe.", "Practice", givesHelpline: true)
                ] + looked, maySubmit: false, isBodyToBeConfirmed: !facts.body.isConfirmed)
        }
        reasons.append(
            Reason(
                "Your organisation has the duty to notify (section 52, Modern Slavery Act 2015).",
                toBeConfirmed: !facts.body.isConfirmed))
        let isNamed = facts.identity == .given && !facts.declinesPolice
        reasons.append(
            isNamed
                ? "They agreed to be named in the report."
                : facts.identity == .given
                    ? "They agreed to be named, and not to contact with the police: the form names only whoever works with the police, so nothing in the report may tell who they are."
                    : "They did not agree to be named: nothing in the report may tell who they are (section 52(3)).")
        return RouteDecision(
            route: isNamed ? .namedNotification : .anonymousNotification, reasons: reasons,
            steps: [
                Step(
                    "Send the duty to notify report as soon as is practicable.", "Section 52, Modern Slavery Act 2015",
                    isReport: true)
            ] + looked,
            maySubmit: true, isBodyToBeConfirmed: !facts.body.isConfirmed)
    }

    private static func referralSteps(_ facts: RouteFacts) -> [Step] {
        var steps = [
            Step("Write the referral once, from what is on record.", "NRM guidance"),
            Step("Offer a safe place before the decision, if they need one tonight.", "Support contract; statutory guidance"),
        ]
        switch facts.nation {
        case .england, .wales: break
        case .scotland:
            steps.append(Step("Support is given by TARA or Migrant Help.", "Scottish Government", toBeConfirmed: true))
        case .northernIreland:
            steps.append(
                Step("Support is given by Migrant Help or Women's Aid.", "Department of Justice", toBeConfirmed: true))
        }
        steps.append(sending(facts.body, facts.body.refersAdults))
        return steps
    }

    private static let askSteps = [
        Step("In private, in their language, with an interpreter who came with nobody.", "Statutory guidance, section 49"),
        Step("Explain what the referral is, the support, the outcomes, and who may be asked.", "NRM guidance"),
        Step("Write the answer into the consent ledger, whatever it is.", "NRM guidance"),
    ]

    private static func capacitySteps(_ facts: RouteFacts) -> [Step] {
        [
            facts.capacity == .lacks
                ? Step("Record the decision in their best interests: who decided, and why.", "Mental Capacity Act 2005")
                : Step("Have their capacity for this decision assessed.", "Mental Capacity Act 2005"),
            Step("Ask for an advocate.", "Mental Capacity Act 2005", toBeConfirmed: true),
        ]
    }

    /// Who sends the form: whoever may refer is one of a list, and for some of them nobody has confirmed that yet.
    private static func sending(_ body: ReportingBody, _ maySend: Bool) -> Step {
        Step(
            maySend
                ? "Your organisation can send the form: it is a first responder organisation."
                : "Your organisation cannot send the form: pass it to a first responder organisation that can.",
            "The Home Office's list of first responder organisations", toBeConfirmed: !body.isConfirmed, isReport: true)
    }
}
