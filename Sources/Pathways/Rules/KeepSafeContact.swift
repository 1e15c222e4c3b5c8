import Access
import Kernel

/// Writes down how somebody can be reached without harm.
package enum KeepSafeContact: Verb {
    package typealias Record = PotentialVictim
    package static let name = "keep-safe-contact"
    package static let relation = Relation.potentialVictims
    package static let roles: Set<Role> = [.coordinator, .member]

    package struct Draft: Sendable, Hashable {
        package var rule: ContactRule
        /// Ways by which whoever exploits them may read along.
        package var unsafeWays: Set<ContactWay>
        package var contact: SafeContact

        package init(rule: ContactRule, unsafeWays: Set<ContactWay> = [], contact: SafeContact = SafeContact()) {
            self.rule = rule
            self.unsafeWays = unsafeWays
            self.contact = contact
        }
    }

    /// Every reason why it cannot be kept; empty means it can.
    package static func problems(_ draft: Draft, isOpen: Bool) -> [Problem] {
        if !isOpen { return [Problem("", "This pathway is closed: open it again before you change it")] }
        var problems: [Problem] = []
        let contact = draft.contact
        let texts = [
            ("phone", "telephone number", contact.phone), ("email", "e-mail address", contact.email),
            ("address", "address", contact.address), ("times", "times", contact.times),
            ("code_word", "code word", contact.codeWord), ("warnings", "warnings", contact.warnings),
        ]
        problems += texts.compactMap { TextLength.problem($0.0, $0.1, $0.2, limit: 1_000) }
        if !contact.phone.isEmpty, contact.phone.filter(\.isNumber).count < 7 {
            problems.append(Problem("phone", "Enter a telephone number with its figures, such as 07700 900123"))
        }
        if !contact.email.isEmpty, !contact.email.contains("@") {
            problems.append(Problem("email", "Enter an e-mail address with an @, such as name@example.org"))
        }
        for (field, text) in [("from", contact.from), ("until", contact.until)]
        where !text.isEmpty && ClockTime(text) == nil {
            problems.append(Problem(field, "Enter the time as hours and minutes, such as 09:30"))
        }
        if contact.from.isEmpty != contact.until.isEmpty {
            problems.append(
                Problem(contact.from.isEmpty ? "from" : "until", "Enter both times, or neither"))
        } else if let from = ClockTime(contact.from), let until = ClockTime(contact.until), until == from {
            problems.append(Problem("until", "Enter another time than the beginning; hours over midnight are understood"))
        }
        if draft.rule == .safeWaysOnly {
            let reached: [(String, Bool)] = [
                (contact.phone, draft.unsafeWays.isSuperset(of: [.call, .message])),
                (contact.email, draft.unsafeWays.contains(.email)),
                (contact.address, draft.unsafeWays.isSuperset(of: [.post, .visit])),
            ]
            if !reached.contains(where: { !$0.0.isEmpty && !$0.1 }) {
                problems.append(
                    Problem("rule", "No safe way is left: enter one that nobody else reads, or choose another rule"))
            }
        }
        return problems
    }
}

extension PathwayDesk {

    package func keepSafeContact(
        of victim: ID<PotentialVictim>, _ draft: KeepSafeContact.Draft, by viewer: Viewer, expecting version: Int?,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<PotentialVictim>> {
        try await desk.change(KeepSafeContact.self, on: victim, by: viewer, expecting: version, key: key) { change in
            let problems = KeepSafeContact.problems(draft, isOpen: try change.reading.victim(victim).isOpen)
            guard problems.isEmpty else { return .refused(problems) }
            try change.keep(draft)
            change.note("How they can be reached safely was written down")
            return .done(victim)
        }
    }
}
