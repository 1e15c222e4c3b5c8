import Access
import Kernel
import Visits

/// Whether somebody may be reached by a way at an hour without harm. Whatever would get in touch with a potential victim asks
/// this first.
package enum ContactCheck {
    /// What was agreed with them.
    package struct Agreement: Sendable {
        package var rule: ContactRule
        package var unsafeWays: Set<ContactWay>
        /// The hours between which it is safe, `09:00` and `15:00`; empty where there are none. From 22:00 until 02:00 goes
        /// over midnight.
        package var from: String
        package var until: String
        /// The organisation of their worker.
        package var worker: ID<Organisation>?

        package init(
            rule: ContactRule, unsafeWays: Set<ContactWay> = [], from: String = "", until: String = "",
            worker: ID<Organisation>? = nil
        ) {
            self.rule = rule
            self.unsafeWays = unsafeWays
            self.from = from
            self.until = until
            self.worker = worker
        }

        /// What is agreed with somebody now.
        ///
        /// - Parameter safe: the sealed part, opened; nil where there is none.
        init(_ victim: VictimDetail, safe: SafeContact?) {
            self.init(
                rule: victim.contactRule, unsafeWays: victim.unsafeWays, from: safe?.from ?? "", until: safe?.until ?? "",
                worker: victim.lead)
        }
    }

    /// Every reason against it; empty means that nothing speaks against it.
    ///
    /// - Parameters:
    ///   - time: a clock time; empty where the hour is not known.
    ///   - organisation: that gets in touch.
    package static func problems(
        _ way: ContactWay, at time: String, by organisation: ID<Organisation>?, _ agreement: Agreement
    ) -> [Problem] {
        var problems: [Problem] = []
        switch agreement.rule {
        case .notAgreed:
            problems.append(Problem("code", "Agree with them first how they can be reached: nothing is on record"))
        case .noContact:
            problems.append(Problem("code", "Do not get in touch: the rule for this person is no contact at all"))
        case .throughWorker:
            if organisation == nil || organisation != agreement.worker {
                problems.append(Problem("organisation", "Ask the organisation that leads: they are reached through their worker alone"))
            }
        case .safeWaysOnly: break
        }
        if agreement.unsafeWays.contains(way) {
            problems.append(
                Problem("code", "Choose another way: whoever exploits them may see or hear this one (\(way.label.lowercased()))"))
        }
        // A letter arrives when it arrives.
        if way != .post { problems += hours(time, agreement) }
        return problems
    }

    private static func hours(_ time: String, _ agreement: Agreement) -> [Problem] {
        guard let from = ClockTime(agreement.from), let until = ClockTime(agreement.until) else { return [] }
        guard let at = ClockTime(time) else {
            return [Problem("starts_at", "Enter the hour: with this person only some hours are safe")]
        }
        let isSafe = from <= until ? (from...until).contains(at) : at >= from || at <= until
        return isSafe ? [] : [Problem("starts_at", "Choose another hour: this one is outside the hours that are safe")]
    }
}
