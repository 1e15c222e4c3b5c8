import Access
import Kernel

/// Begins the next edition of what is published. What is out stays readable, and the next edition says what it changes.
package enum CorrectPublication: Verb {
    package typealias Record = PartnershipPublication
    package static let name = "correct-publication"
    package static let relation = Relation.publications
    package static let roles: Set<Role> = [.coordinator]

    package static func problems(reason: String, standing: PublicationDetail) -> [Problem] {
        guard standing.state == .published || standing.state == .withdrawn else {
            return [Problem("", "Only what was published is corrected")]
        }
        if reason.isEmpty { return [Problem("reason", "Say why it is corrected: it is printed in the next edition")] }
        return [TextLength.problem("reason", "text", reason, limit: TextLength.line)].compactMap { $0 }
    }
}

/// Gives a correction up before it is locked: the edition before stays the newest, and the sections are again those that it was
/// made of.
package enum GiveUpCorrection: Verb {
    package typealias Record = PartnershipPublication
    package static let name = "give-up-correction"
    package static let relation = Relation.publications
    package static let roles: Set<Role> = [.coordinator]

    package static func problems(_ standing: PublicationDetail) -> [Problem] {
        if standing.state == .locked { return [Problem("", "Unlock it first")] }
        return standing.state == .draft && standing.edition > 1 ? [] : [Problem("", "Only a correction that is not locked is given up")]
    }
}

/// Takes what is published back. Its place says that it was there, and why it is not any more.
package enum WithdrawPublication: Verb {
    package typealias Record = PartnershipPublication
    package static let name = "withdraw-publication"
    package static let relation = Relation.publications
    package static let roles: Set<Role> = [.coordinator, .chair]

    package static func problems(reason: String, standing: PublicationFile) -> [Problem] {
        if standing.publication.state == .locked { return [Problem("", "Unlock the next edition first")] }
        guard standing.editions.contains(where: { $0.release != nil && $0.withdrawnAt == nil }) else {
            return [Problem("", "Nothing of it is out")]
        }
        if reason.isEmpty { return [Problem("reason", "Say why it is withdrawn: everybody can read it")] }
        return [TextLength.problem("reason", "text", reason, limit: TextLength.line)].compactMap { $0 }
    }
}

extension PublicationDesk {
    /// - Parameter keepsFigures: whether words alone are corrected, over the figures that are out.
    ///
    /// Throws `AccessError.notVisible` and `.denied`.
    package func correct(
        _ publication: ID<PartnershipPublication>, because reason: String, keepsFigures: Bool, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<Int> {
        try await desk.change(CorrectPublication.self, on: publication, by: viewer, key: key) { change in
            let standing = try change.reading.publication(publication)
            let problems = CorrectPublication.problems(reason: reason, standing: standing)
            guard problems.isEmpty else { return .refused(problems) }
            try change.correct(reason: reason, keepsFigures: keepsFigures, edition: standing.edition + 1)
            change.note("Correction begun, edition \(standing.edition + 1)")
            return .done(standing.edition + 1)
        }
    }

    /// Throws `AccessError.notVisible` and `.denied`.
    package func giveUpCorrection(
        of publication: ID<PartnershipPublication>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<Int> {
        try await desk.change(GiveUpCorrection.self, on: publication, by: viewer, key: key) { change in
            let file = try change.reading.publicationFile(publication)
            let problems = GiveUpCorrection.problems(file.publication)
            guard problems.isEmpty, let former = file.former else { return .refused(problems) }
            try change.giveUp(back: former, sections: try change.reading.keptSections(of: former.id))
            change.note("Correction given up; edition \(former.number) stays")
            return .done(former.number)
        }
    }

    /// Throws `AccessError.notVisible` and `.denied`.
    package func withdraw(
        _ publication: ID<PartnershipPublication>, because reason: String, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<Int> {
        try await desk.change(WithdrawPublication.self, on: publication, by: viewer, key: key) { change in
            let file = try change.reading.publicationFile(publication)
            let problems = WithdrawPublication.problems(reason: reason, standing: file)
            guard problems.isEmpty else { return .refused(problems) }
            let releases = file.editions.filter { $0.withdrawnAt == nil }.compactMap(\.release)
            try change.withdraw(releases, reason: reason)
            change.note("Publication withdrawn")
            return .done(releases.count)
        }
    }
}
