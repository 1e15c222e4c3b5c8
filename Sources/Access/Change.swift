import Kernel
import Store

/// A permit to do one thing to one record, with the transaction in which it is done.
///
/// Only `Desk` makes one, after it has found that the viewer may see the record and may do this to it. The SQL of a verb
/// is an extension of `Change` for that verb.
package struct Change<V: Verb> {
    package let viewer: Viewer
    package let record: ID<V.Record>
    package let moment: Moment
    let world: World
    let vault: Vault
    let transaction: any Transaction
    let notes: ChangeNotes

    package var dialect: Dialect { transaction.dialect }

    /// The table of the record, for `UPDATE \(target) SET …` and `INSERT INTO \(target) …`.
    package var target: Statement { table(V.relation) }

    /// A protected table by name, for the rows that belong to the record.
    package func table(_ relation: Relation) -> Statement { Statement(stringLiteral: relation.table).vouched() }

    /// What the viewer may see, inside the same transaction.
    package var reading: Reading { Reading(viewer: viewer, moment: moment, transaction: transaction) }

    package func visible(_ relation: Relation) -> Statement { viewer.visible(relation) }

    @discardableResult
    package func run(_ statement: Statement) throws -> Int {
        try ProtectedNames.check(statement)
        return try transaction.run(statement)
    }

    /// Writes rows, each of them values in brackets, into a table with its columns: `things (id, name)`.
    ///
    /// SQLite keeps a journal of the pages that a statement of several rows touches, and none for a single row. There each
    /// row is written by itself, and those of one shape with one prepared statement.
    package func insert(_ rows: [Statement], into place: Statement) throws {
        try ProtectedNames.check(place)
        guard dialect == .sqlite else {
            for row in rows { try ProtectedNames.check(row) }
            try transaction.run("INSERT INTO \(place) VALUES \(joined: rows)")
            return
        }
        try transaction.insertEach(rows, into: place) { try ProtectedNames.check($0) }
    }

    package func rows<Value>(_ statement: Statement, _ decode: (any Row) throws -> Value) throws -> [Value] {
        try reading.rows(statement, decode)
    }

    /// An identifier for another record that this change makes.
    package func newID<Record>(_ type: Record.Type = Record.self) -> ID<Record> { world.newID(type) }

    // MARK: Sealing

    /// Seals a value of this record in a compartment; an empty text removes it. The text is in no history and no index.
    package func seal(_ text: String, field: StaticString, in compartment: Compartment, of record: String? = nil) throws {
        let owner = record ?? self.record.text
        try transaction.run(
            "DELETE FROM sealed_values WHERE record_id = \(owner) AND field = \(field.description)")
        if text.isEmpty { return }
        let place = Vault.Place(record: owner, field: field.description)
        let sealed = try vault.seal(text, compartment: compartment, at: place)
        let blind = vault.blindKey(FoldedText(text), purpose: "sealed")
        try transaction.run(
            """
            INSERT INTO sealed_values (record_id, field, partnership_id, compartment, sealed, blind_key, sealed_at)
            VALUES (\(owner), \(field.description), \(viewer.partnership), \(compartment.rawValue), \(sealed), \(blind),
                \(moment))
            """)
    }

    /// Seals bytes that are kept in a column of their own, such as a chunk of a file.
    package func sealed(_ bytes: [UInt8], field: String, in compartment: Compartment) throws -> [UInt8] {
        try vault.seal(bytes, compartment: compartment, at: Vault.Place(record: record.text, field: field))
    }

    /// Opens a sealed value of this record. Only verbs whose event is a consultation or a disclosure should need it: the
    /// journal entry of this change is the record of the opening.
    package func opened(field: StaticString, in compartment: Compartment, of record: String? = nil) throws -> String? {
        let owner = record ?? self.record.text
        return try vault.opened(
            SealedPlace(
                record: owner, field: field.description, compartment: compartment, partnership: viewer.partnership),
            in: transaction)
    }

    // MARK: The trace

    /// Says that this change also changes another record, so that the journal has an entry for that one too, with its hashes.
    /// Called before it is changed, once for each record.
    package func alsoChanges(_ relation: Relation, _ id: String) throws {
        notes.others.append(
            .init(event: V.event, relation: relation, record: id, before: try snapshot(relation, id)?.hash, detail: ""))
    }

    /// Says that this change tells somebody something out of another record, which stays as it is: a disclosure, with an entry of
    /// its own in the journal of that record.
    ///
    /// - Parameter verb: as the journal names what happened to that record.
    func discloses(_ relation: Relation, _ id: String, as verb: String, detail: String) {
        notes.others.append(.init(event: .disclosure, verb: verb, relation: relation, record: id, before: nil, detail: detail))
    }

    /// Says that this change destroys something that was sealed in its record, which no later change brings back: an erasure,
    /// with an entry of its own in the journal.
    ///
    /// - Parameter what: the name of the sealed field.
    package func erases(_ what: StaticString) throws {
        notes.others.append(
            .init(
                event: .erasure, relation: V.relation, record: record.text, before: try snapshot(V.relation, record.text)?.hash,
                detail: what.description))
    }

    private func snapshot(_ relation: Relation, _ id: String) throws -> RecordSnapshot? {
        try RecordSnapshot.take(relation, id: id, in: transaction)
    }

    /// Records why a sealed value is opened: the words are sealed, and the journal's entry says where they lie.
    package func purpose(_ text: String) throws {
        let id = world.newID(RecordChange.self).text
        try seal(text, field: "purpose", in: .purposes, of: id)
        notes.detail = "purpose \(id)"
    }

    /// Says on the timeline what was done, in words without personal data beyond the record's own; the concern it
    /// belongs to, where the record is not itself one; the visit, whose agencies alone are then shown it; and the potential
    /// victim, with whom only those who work with them are shown it.
    package func note(
        _ summary: String, concern: ID<Concern>? = nil, visit: ID<Visit>? = nil, victim: ID<PotentialVictim>? = nil
    ) {
        notes.summary = summary
        if let victim { notes.victim = victim }
        if let concern { notes.concern = concern }
        if let visit { notes.visit = visit }
    }
}

/// What a verb says about itself while it runs.
final class ChangeNotes {
    var summary = ""
    var concern: ID<Concern>?
    var visit: ID<Visit>?
    var victim: ID<PotentialVictim>?
    var detail = ""
    /// What else stands in the journal because of this change.
    var others: [Other] = []

    struct Other {
        let event: JournalEvent
        /// Nil where it is the verb of the change itself.
        var verb: String?
        let relation: Relation
        let record: String
        /// The hash of the record before.
        let before: String?
        let detail: String
    }
}
