import Foundation
import Kernel
import Store

/// The one door to the records: every read, change and opening of a sealed value goes through it, is checked against the
/// viewer and leaves its entry in the journal.
package struct Desk: Sendable {
    package let world: World
    package let dialect: Dialect
    private let engine: any Engine
    let vault: Vault
    private let journal: Journal
    private let kept = KeptResults()

    package init(engine: any Engine, vault: Vault, world: World, journal: Journal) {
        self.engine = engine
        self.vault = vault
        self.world = world
        self.journal = journal
        dialect = engine.dialect
    }

    /// A key for what somebody searched for: the journal can be asked whether a word was searched, without holding it.
    package func blindKey(of words: String) -> String { vault.blindKey(FoldedText(words), purpose: "search") }

    // MARK: Reading

    /// Reads for Access itself what is no record of anybody.
    func work<Result: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Result) async throws -> Result {
        try await engine.read(body)
    }

    /// The state of the database now, for the keys of what a request reads; nil where it cannot be told.
    package func state() async throws -> DatabaseState? { try await engine.state() }

    /// Reads for a viewer. The consultation is in the journal before the answer is given.
    ///
    /// With a key, a result that was made for the same reader is answered again as long as nothing in the database has
    /// changed; that is found out and journalled each time. Throws `AccessError.notVisible` when the closure does.
    package func read<Result: Sendable>(
        as viewer: Viewer, _ consultation: Consultation, keeping key: KeptKey? = nil,
        _ body: @escaping @Sendable (Reading) throws -> Result
    ) async throws -> Result {
        let moment = world.now()
        let result: Result
        do {
            result = try await keeping(key, by: key.map { _ in ViewerIdentity(viewer) }, at: moment) { transaction in
                try body(Reading(viewer: viewer, moment: moment, transaction: transaction))
            }
        } catch let refusal as AccessError {
            try await recordRefusal(
                "refused-\(consultation.verb)", kind: consultation.kind, record: consultation.record, of: viewer)
            throw refusal
        }
        try await journal.record(
            JournalEntry(
                by: viewer, at: moment, event: consultation.event, verb: consultation.verb, kind: consultation.kind,
                record: consultation.record, detail: consultation.detail))
        return result
    }

    /// Reads the journal of the records that a closure finds beside what is read of them, newest first, with the reasons that were given opened. That is a
    /// consultation itself. Throws `AccessError.denied` for everybody but a coordinator.
    package func readJournal<Subject: Sendable>(
        as viewer: Viewer, _ consultation: Consultation, before cursor: JournalLine.Cursor?, size: Int,
        of records: @escaping @Sendable (Reading) throws -> (Subject, [String])
    ) async throws -> (Subject, [JournalLine]) {
        let vault = vault
        return try await read(as: viewer, consultation) { reading in
            let (subject, records) = try records(reading)
            return (subject, try reading.journal(of: records, before: cursor, size: size, vault: vault))
        }
    }

    /// What is kept under the key in the state that the request was told, or in that of the transaction; otherwise what
    /// `make` makes of the transaction, which is then kept.
    private func keeping<Result: Sendable>(
        _ key: KeptKey?, by viewer: ViewerIdentity?, at moment: Moment,
        _ make: @escaping @Sendable (any Transaction) throws -> Result
    ) async throws -> Result {
        guard let key else { return try await engine.read(make) }
        let kept = kept
        let whole = KeptResults.Key(key: key, viewer: viewer, minute: moment.microseconds / 60_000_000)
        if let state = key.state, let result: Result = kept.result(whole, at: state) { return result }
        return try await engine.read { transaction in
            guard let state = try transaction.state() else { return try make(transaction) }
            if let result: Result = kept.result(whole, at: state) { return result }
            let result = try make(transaction)
            kept.keep(result, for: whole, at: state)
            return result
        }
    }

    // MARK: Changing

    /// Makes a new record. The closure inserts the row with the identifier that it is given.
    ///
    /// With a key that was seen before, nothing is done again and the first result is answered. Throws
    /// `AccessError.denied` when the viewer may not.
    package func create<V: Verb, Result: Codable & Sendable>(
        _ verb: V.Type, by viewer: Viewer, key: IdempotencyKey?,
        _ body: @escaping @Sendable (Change<V>) throws -> Outcome<Result>
    ) async throws -> Outcome<Result> {
        guard V.permits(viewer) else {
            try await recordRefusal("refused-\(V.name)", kind: V.relation.table.description, record: "", of: viewer)
            throw AccessError.denied
        }
        return try await perform(verb, on: nil, by: viewer, expecting: nil, key: key, body)
    }

    /// Changes a record that the viewer can see.
    ///
    /// Throws `AccessError.notVisible`, `.denied`, or `.changedMeanwhile` when `expecting` names another version than the
    /// record has now. A refusal by the closure undoes everything.
    package func change<V: Verb, Result: Codable & Sendable>(
        _ verb: V.Type, on record: ID<V.Record>, by viewer: Viewer, expecting version: Int? = nil,
        key: IdempotencyKey?, _ body: @escaping @Sendable (Change<V>) throws -> Outcome<Result>
    ) async throws -> Outcome<Result> {
        try await perform(verb, on: record, by: viewer, expecting: version, key: key, body)
    }

    private struct Refusal: Error {
        let problems: [Problem]
    }

    private func perform<V: Verb, Result: Codable & Sendable>(
        _ verb: V.Type, on existing: ID<V.Record>?, by viewer: Viewer, expecting version: Int?, key: IdempotencyKey?,
        _ body: @escaping @Sendable (Change<V>) throws -> Outcome<Result>
    ) async throws -> Outcome<Result> {
        let moment = world.now()
        let fresh = world.newID(V.Record.self)
        let changeID = world.newID(RecordChange.self)
        let world = world
        let vault = vault
        let act = existing.map { "\(V.name) \($0.text)" } ?? V.name
        do {
            return try await journal.write { transaction -> (Outcome<Result>, [JournalEntry]) in
                // Before a known key is answered: whoever lost sight of the record gets no second answer either.
                if let existing {
                    let found = try transaction.first(
                        "SELECT v.id FROM \(viewer.visible(V.relation)) v WHERE v.id = \(existing)",
                        { try $0.next(String.self) })
                    guard found != nil else { throw AccessError.notVisible }
                    guard V.permits(viewer) else { throw AccessError.denied }
                }
                if let known = try RepeatedForm.known(key, by: viewer, act: act, in: transaction) {
                    return (.done(try JSONDecoder().decode(Result.self, from: Data(known.utf8))), [])
                }
                var before: RecordSnapshot?
                if let existing {
                    before = try RecordSnapshot.take(V.relation, id: existing.text, in: transaction)
                    if let version, let current = before?.version, current != version {
                        throw AccessError.changedMeanwhile(version: current)
                    }
                }
                let record = existing ?? fresh
                let notes = ChangeNotes()
                let change = Change<V>(
                    viewer: viewer, record: record, moment: moment, world: world, vault: vault,
                    transaction: transaction, notes: notes)
                let result: Result
                switch try body(change) {
                case .refused(let problems): throw Refusal(problems: problems)
                case .done(let value): result = value
                }
                if existing != nil, V.relation.isVersioned, V.event != .consultation {
                    let table = Statement(stringLiteral: V.relation.table)
                    try transaction.run("UPDATE \(table) SET version = version + 1 WHERE id = \(record)")
                }
                let after = try RecordSnapshot.take(V.relation, id: record.text, in: transaction)
                let concern = notes.concern?.text ?? (V.relation == .concerns ? record.text : nil)
                let victim = notes.victim?.text ?? (V.relation == .potentialVictims ? record.text : nil)
                if V.event != .consultation {
                    let differences: String =
                        if let before, let after { try before.differences(to: after) } else { "[]" }
                    try transaction.run(
                        """
                        INSERT INTO record_changes (id, partnership_id, concern_id, strand, record_kind, record_id, visit_id,
                            victim_id, at, person_id, organisation_id, verb, summary, differences)
                        VALUES (\(changeID), \(viewer.partnership), \(concern), \(V.strand),
                            \(V.relation.table.description), \(record), \(notes.visit), \(victim), \(moment),
                            \(viewer.person), \(viewer.organisation), \(V.name), \(notes.summary), \(differences))
                        """)
                }
                if key != nil {
                    let text = String(decoding: try JSONEncoder().encode(result), as: UTF8.self)
                    try RepeatedForm.remember(key, by: viewer, act: act, result: text, at: moment, in: transaction)
                }
                let entry = JournalEntry(
                    by: viewer, at: moment, event: V.event, verb: V.name, kind: V.relation.table.description,
                    record: record.text, before: before?.hash, after: after?.hash, detail: notes.detail)
                let others = try notes.others.map { other in
                    JournalEntry(
                        by: viewer, at: moment, event: other.event, verb: other.verb ?? V.name, kind: other.relation.table.description,
                        record: other.record, before: other.before,
                        after: try RecordSnapshot.take(other.relation, id: other.record, in: transaction)?.hash,
                        detail: other.detail)
                }
                return (.done(result), [entry] + others)
            }
        } catch let refusal as Refusal {
            return .refused(refusal.problems)
        } catch let repeated as RepeatedForm {
            return .refused([repeated.problem])
        } catch let refusal as AccessError {
            if refusal == .notVisible || refusal == .denied {
                try await recordRefusal(
                    "refused-\(V.name)", kind: V.relation.table.description, record: existing?.text ?? "", of: viewer)
            }
            throw refusal
        }
    }

    /// Trying what is not allowed leaves its entry too: somebody who looks for what they may not see can be found.
    private func recordRefusal(_ verb: String, kind: String, record: String, of viewer: Viewer) async throws {
        try await journal.record(
            JournalEntry(
                by: viewer, at: world.now(), event: .consultation, verb: verb, kind: kind, record: record))
    }

    // MARK: Work that is nobody's case

    /// Reads accounts, partnerships and code lists: tables without cases. Protected tables cannot be named here.
    ///
    /// - Parameter key: as for reading cases.
    package func readOffice<Result: Sendable>(
        keeping key: KeptKey? = nil, _ body: @escaping @Sendable (Office) throws -> Result
    ) async throws -> Result {
        let moment = world.now()
        let vault = vault
        return try await keeping(key, by: nil, at: moment) { transaction in
            try body(Office(moment: moment, transaction: transaction, vault: vault))
        }
    }

    /// Changes accounts, sessions, drafts, limits or settings, with the journal entries that the closure notes.
    @discardableResult
    package func changeOffice<Result: Sendable>(
        _ body: @escaping @Sendable (Office) throws -> Result
    ) async throws -> Result {
        let moment = world.now()
        let vault = vault
        return try await journal.write { transaction in
            let office = Office(moment: moment, transaction: transaction, vault: vault)
            let result = try body(office)
            return (result, office.entries.entries)
        }
    }
}

/// What is consulted, for the journal: "list-concerns" of a partnership, "open-concern" of one record.
package struct Consultation: Sendable {
    let event: JournalEvent
    let verb: String
    let kind: String
    let record: String
    let detail: String

    /// - Parameter detail: never personal data; a searched word goes in as a blind key.
    package init(
        _ verb: String, _ kind: String, _ record: String = "", detail: String = "", event: JournalEvent = .consultation
    ) {
        self.event = event
        self.verb = verb
        self.kind = kind
        self.record = record
        self.detail = detail
    }
}
