import Access
import Kernel

/// Writes down that the police recorded a crime because of what was done to somebody: for a referral, or without one.
package enum RecordCrime: Verb {
    package typealias Record = VictimCrime
    package static let name = "record-crime"
    package static let relation = Relation.victimCrimes
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.collection

    package struct Draft: Sendable, Hashable {
        /// Spelt as the Home Office form spells it.
        package var force: String
        package var reference: String
        /// When the police were told; nil where it could not be read.
        package var toldAt: Moment?
        package var recordedAt: Moment?

        package init(force: String, reference: String, toldAt: Moment?, recordedAt: Moment?) {
            self.force = force
            self.reference = reference
            self.toldAt = toldAt
            self.recordedAt = recordedAt
        }
    }

    /// Every reason why the record cannot be kept like this; empty means it can.
    ///
    /// - Parameter known: the records that this one may not repeat.
    package static func problems(_ draft: Draft, forces: [String], known: [CrimeRecord], now: Moment) -> [Problem] {
        var problems: [Problem] = []
        if !forces.contains(draft.force) { problems.append(Problem("force", "Choose the police force from the list")) }
        if let fault = fault(inReference: draft.reference) {
            problems.append(Problem("reference", fault))
        } else if known.contains(where: { $0.force == draft.force && CrimeRecord.key($0.reference) == CrimeRecord.key(draft.reference) }) {
            problems.append(Problem("reference", "This crime reference is on record here already"))
        }
        func check(_ moment: Moment?, _ field: String, _ what: String) {
            guard let moment else {
                problems.append(Problem(field, "Enter the day and the time when \(what)"))
                return
            }
            if moment > now { problems.append(Problem(field, "The time lies ahead: enter when \(what)")) }
        }
        check(draft.toldAt, "told", "the police were told")
        check(draft.recordedAt, "recorded", "the crime was recorded")
        if let told = draft.toldAt, let recorded = draft.recordedAt, recorded < told {
            problems.append(Problem("recorded", "The crime was recorded before the police were told: correct one of the two"))
        }
        return problems
    }

    /// A reference is short and made of figures: nobody's name can stand in it.
    static func fault(inReference reference: String) -> String? {
        if reference.isEmpty { return "Enter the crime reference" }
        let allowed = reference.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || "/-. ".unicodeScalars.contains($0))
        }
        let words = reference.split { !$0.isLetter }
        guard allowed, reference.count <= 40, reference.contains(where: \.isNumber), words.allSatisfy({ $0.count <= 4 }) else {
            return "Enter the crime reference as the police wrote it, such as 20/12345/24, and nothing else"
        }
        return nil
    }
}

/// Takes out a crime record that was entered wrongly; it stays in the history.
package enum RemoveCrime: Verb {
    package typealias Record = VictimCrime
    package static let name = "remove-crime"
    package static let relation = Relation.victimCrimes
    package static let roles: Set<Role> = [.coordinator, .member]
}

extension CourseDesk {
    /// The crime records of somebody that belong to no referral. Throws `AccessError.notVisible`.
    package func crimesAlone(
        of victim: ID<PotentialVictim>, as viewer: Viewer
    ) async throws -> (VictimDetail, [CrimeRecord]) {
        try await desk.read(as: viewer, Consultation("open-crime-records", "victim_crimes", victim.text)) {
            (try $0.victim(victim), try $0.crimesAlone(of: victim))
        }
    }

    /// Keeps a crime record, for a referral or for somebody alone. Throws `AccessError.notVisible`.
    package func recordCrime(
        _ draft: RecordCrime.Draft, for referral: ID<Referral>?, of victim: ID<PotentialVictim>, forces: [String],
        by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<VictimCrime>> {
        try await desk.create(RecordCrime.self, by: viewer, key: key) { change in
            let person = try change.reading.victim(victim)
            // Noted without a referral, it may stand for one of theirs already.
            let known =
                try referral.map { try change.reading.courseFile($0, of: victim).crimes }
                ?? change.reading.crimes(ofAnyReferralOf: victim)
            let problems = RecordCrime.problems(draft, forces: forces, known: known, now: change.moment)
            guard problems.isEmpty, let toldAt = draft.toldAt, let recordedAt = draft.recordedAt else {
                return .refused(problems)
            }
            try change.insert(draft, toldAt: toldAt, recordedAt: recordedAt, for: referral, of: victim)
            change.note("Pathway \(person.reference): a crime record noted", victim: victim)
            return .done(change.record)
        }
    }

    /// Takes a crime record out. Throws `AccessError.notVisible`.
    package func removeCrime(
        _ crime: ID<VictimCrime>, of victim: ID<PotentialVictim>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<VictimCrime>> {
        try await desk.change(RemoveCrime.self, on: crime, by: viewer, key: key) { change in
            let person = try change.reading.victim(victim)
            guard try change.remove(of: victim) == 1 else {
                return .refused([Problem("", "This crime record is taken out already")])
            }
            change.note("Pathway \(person.reference): a crime record taken out", victim: victim)
            return .done(crime)
        }
    }
}
