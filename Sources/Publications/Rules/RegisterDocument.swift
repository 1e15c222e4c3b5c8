import Access
import Disclosure
import Figures
import Kernel
import Reviews

/// Takes what was published otherwise into the ledger, so that later publications are checked beside it.
package enum RegisterDocument: Verb {
    package typealias Record = RegisteredDocument
    package static let name = "register-document"
    package static let relation = Relation.registeredDocuments
    package static let roles: Set<Role> = [.coordinator]
    package static let doors: Set<Viewer.Door> = [.operator]
    package static let event = JournalEvent.collection

    package static func problems(title: String, publishedOn: Day, today: Day) -> [Problem] {
        var problems = [TextLength.problem("title", "title", title, limit: 120)].compactMap { $0 }
        if title.isEmpty { problems.append(Problem("title", "Enter what the document is called")) }
        if publishedOn > today { problems.append(Problem("published-on", "Only what is out is registered: this day is still to come")) }
        return problems
    }
}

/// Takes what was registered by mistake out of the ledger. That it was there, and why it is not any more, stays.
package enum StrikeRegisteredDocument: Verb {
    package typealias Record = RegisteredDocument
    package static let name = "strike-registered-document"
    package static let relation = Relation.registeredDocuments
    package static let roles: Set<Role> = [.coordinator]

    package static func problems(reason: String, standing: RegisteredDetail) -> [Problem] {
        if standing.struckAt != nil { return [Problem("", "It is struck out already")] }
        if standing.laterEditions > 0 {
            return [
                Problem(
                    "",
                    "A publication was locked since it was registered, and was checked beside it. It stays, so that what is out can be explained"
                )
            ]
        }
        if reason.isEmpty { return [Problem("reason", "Say why it is struck out")] }
        return [TextLength.problem("reason", "text", reason, limit: TextLength.line)].compactMap { $0 }
    }
}

extension PublicationDesk {
    /// The figures of a file as a document states them, or what is wrong with its rows.
    package static func stated(in file: [UInt8]) -> Outcome<[StatedCounts]> {
        StatedFile.reading(file, units: FigureDesk.statedUnits, characteristics: FigureDesk.statedCharacteristics)
    }

    /// Throws `AccessError.denied`.
    package func register(
        _ stated: [StatedCounts], title: String, publishedOn: Day, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<RegisteredDocument>> {
        let ledger = try await desk.read(as: viewer, Consultation("check-publication", "publications")) { try $0.ledger() }
        // Figures that nothing could be checked beside any more would block every later publication.
        let day = Moment(day: publishedOn, hour: 0)
        let contradiction =
            ReleaseLedger.contradiction(in: [stated])
            ?? ReleaseLedger.contradiction(
                in: ledger.filter { $0.at < day }.map(\.stated) + [stated] + ledger.filter { $0.at >= day }.map(\.stated)
            ).map { "Beside what is out already: \($0). Leave out what was counted otherwise" }
        return try await desk.create(RegisterDocument.self, by: viewer, key: key) { change in
            var problems = RegisterDocument.problems(title: title, publishedOn: publishedOn, today: change.moment.day)
            if let contradiction { problems.append(Problem("figures.csv", contradiction)) }
            if try change.reading.registeredDocuments().contains(where: {
                $0.struckAt == nil && $0.title == title && $0.publishedOn == publishedOn
            }) {
                problems.append(Problem("title", "A document of this title and day is registered already"))
            }
            guard problems.isEmpty else { return .refused(problems) }
            try change.insert(stated, title: title, publishedOn: publishedOn)
            change.note("Document registered that was published otherwise")
            return .done(change.record)
        }
    }

    /// Throws `AccessError.notVisible` and `.denied`.
    package func strike(
        _ document: ID<RegisteredDocument>, because reason: String, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<Bool> {
        try await desk.change(StrikeRegisteredDocument.self, on: document, by: viewer, key: key) { change in
            let problems = StrikeRegisteredDocument.problems(reason: reason, standing: try change.reading.registeredDocument(document))
            guard problems.isEmpty else { return .refused(problems) }
            try change.strike(because: reason)
            change.note("Registered document struck out")
            return .done(true)
        }
    }

    /// What was published otherwise.
    package func registered(as viewer: Viewer) async throws -> [RegisteredDetail] {
        try await desk.read(as: viewer, Consultation("list-registered-documents", "registered_documents")) {
            try $0.registeredDocuments()
        }
    }

    /// Why a document that the command makes may not be published beside what is out, and what would be safe; nothing where
    /// nothing is out, or where it may.
    ///
    /// - Parameter without: what the document would state without each of its parts, and what that part is called.
    package func dangers(
        of stated: [StatedCounts], without: () -> [(part: String, stated: [StatedCounts])], threshold: Int, as viewer: Viewer
    ) async throws -> (reasons: [String], alternatives: [String]) {
        let ledger = try await desk.read(as: viewer, Consultation("check-publication", "publications")) { try $0.ledger() }
        guard !ledger.isEmpty else { return ([], []) }
        let check = ReleaseLedger(earlier: ledger, threshold: threshold)
        let reasons = check.reasons(against: stated)
        guard !reasons.isEmpty else { return ([], []) }
        var safe = without().filter { check.reasons(against: $0.stated).isEmpty }.map { "leave out “\($0.part)”" }
        if safe.isEmpty {
            safe = ["publish the same days as before, or wait until more has changed: figures that are out already can be repeated"]
        }
        return (reasons, safe)
    }
}
