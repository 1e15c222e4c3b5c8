import Access
import Concerns
import Kernel
import Partnerships
import ReferralForm
import Visits

/// Begins a referral or a duty-to-notify report for somebody, filled in from what is on record.
package enum StartReferral: Verb {
    package typealias Record = Referral
    package static let name = "start-referral"
    package static let relation = Relation.referrals
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.collection

    /// "R-4F9A01BC": a part of the identifier, as pages name a referral.
    static func reference(of id: ID<Referral>) -> String { "R-\(id.text.suffix(8).uppercased())" }

    /// Every reason why no referral can be begun; empty means it can.
    package static func problems(_ route: RouteDecision, victim: VictimDetail, referrals: [ReferralLine]) -> [Problem] {
        var problems: [Problem] = []
        if !victim.isOpen { problems.append(Problem("", "This pathway is closed: open it again first")) }
        if !route.route.isReport {
            problems.append(
                Problem("", "No report goes out as things stand now (“\(route.route.label)”): settle that first"))
        }
        if let other = referrals.first(where: \.status.isBeingWritten) {
            problems.append(
                Problem("", "\(other.reference) is being written for this person already: go on with that one"))
        }
        if let other = referrals.first(where: \.status.isAwaitingDecision) {
            problems.append(
                Problem("", "\(other.reference) of this person was sent and is not decided yet: wait for the decision"))
        }
        return problems
    }
}

extension ReferralStatus {
    /// Drafted, reviewed, or ready to be keyed in.
    var isBeingWritten: Bool { isDraft || self == .ready }

    /// Sent, and the competent authority has not finished with it.
    var isAwaitingDecision: Bool {
        switch self {
        case .submitted, .awaitingReasonableGrounds, .awaitingConclusiveGrounds, .reconsideration, .suspended: true
        default: false
        }
    }
}

extension PathwayDesk {
    /// Begins a referral. The way is decided here, from what is on record at this moment.
    package func startReferral(
        for id: ID<PotentialVictim>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Referral>> {
        try await desk.create(StartReferral.self, by: viewer, key: key) { change in
            let (victim, ledger, route, referrals) = try change.reading.referralGround(of: id, bodies: bodies)
            let problems = StartReferral.problems(route, victim: victim, referrals: referrals)
            guard problems.isEmpty else { return .refused(problems) }
            let isAnonymous = route.route == .anonymousNotification
            // What must not be in the report is not even opened for it.
            let identity = isAnonymous ? nil : try change.opened(field: VictimFields.identity, in: .victims, of: id.text)
            let contact = isAnonymous ? nil : try change.opened(field: VictimFields.contact, in: .safeAddresses, of: id.text)
            let prefill = ReferralPrefill(
                route: route.route, reference: StartReferral.reference(of: change.record), facts: victim.facts,
                identity: try identity.map { try SealedJSON.value($0) },
                contact: try contact.map { try SealedJSON.value($0) }, contactRule: victim.contactRule,
                unsafeWays: victim.unsafeWays, ledger: ledger,
                signs: try change.reading.signs(of: victim, indicators: indicators),
                personName: viewer.name, personEmail: try change.reading.ownEmail(),
                organisationName: viewer.organisationName, lists: lists, today: change.moment.day)
            let reference = try change.insert(victim, route: route.route, answers: prefill.answers)
            change.note("Referral \(reference) begun", victim: id)
            return .done(change.record)
        }
    }
}

extension Reading {
    /// The signs that were noted where somebody's record came from, as far as the viewer may read there.
    fileprivate func signs(of victim: VictimDetail, indicators: IndicatorCatalogue) throws -> [ReferralPrefill.Signs] {
        func visible<Value>(_ read: () throws -> Value) throws -> Value? {
            do { return try read() } catch AccessError.notVisible { return nil }
        }
        var signs: [ReferralPrefill.Signs] = []
        if let id = victim.screening, let found = try visible({ try screening(id) }) {
            signs.append(.init(seenOn: found.recordedAt.day, isScreening: true, words: found.answers.indicators.map(indicators.text)))
        }
        if let id = victim.concern, let found = try visible({ try concern(id) }) {
            signs.append(.init(seenOn: found.receivedOn, isScreening: false, words: found.indicators.map(indicators.text)))
        }
        return signs
    }
}
