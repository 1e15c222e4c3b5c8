import Kernel
import Store

/// The surface on which accounts, partnerships, sessions, drafts, limits and code lists are kept: everything that is no
/// case. A statement that names a protected table is refused.
package struct Office {
    package let moment: Moment
    let transaction: any Transaction
    let vault: Vault
    let entries = OfficeEntries()

    package var dialect: Dialect { transaction.dialect }

    @discardableResult
    package func run(_ statement: Statement) throws -> Int {
        try ProtectedNames.check(statement)
        return try transaction.run(statement)
    }

    /// Runs a statement once for each row of values, prepared once: `Transaction.run(_:each:)`.
    package func run(_ statement: Statement, each values: [SQLValue]) throws {
        try ProtectedNames.check(statement)
        try transaction.run(statement, each: values)
    }

    package func rows<Value>(_ statement: Statement, _ decode: (any Row) throws -> Value) throws -> [Value] {
        try ProtectedNames.check(statement)
        return try transaction.rows(statement, decode)
    }

    /// Notes in the journal what was done to an account or a setting.
    package func journal(
        _ verb: String, _ kind: String, _ record: String, by person: ID<Person>?,
        of partnership: ID<Partnership>? = nil,
        event: JournalEvent = .alteration, request: String, detail: String = ""
    ) {
        entries.entries.append(
            JournalEntry(
                at: moment, event: event, verb: verb, person: person, organisation: nil, partnership: partnership,
                purpose: "office", recordKind: kind, record: record, before: nil, after: nil, detail: detail,
                request: request))
    }

    // MARK: Drafts and keys, sealed

    /// Keeps an unfinished form for the person who types it, sealed.
    package func saveDraft(_ bytes: [UInt8], form: String, of person: ID<Person>, in partnership: ID<Partnership>?)
        throws
    {
        let sealed = try vault.seal(bytes, compartment: .drafts, at: Vault.Place(record: person.text, field: form))
        try transaction.run(
            """
            INSERT INTO drafts (person_id, form, partnership_id, sealed, saved_at)
            VALUES (\(person), \(form), \(partnership), \(sealed), \(moment))
            ON CONFLICT (person_id, form) DO UPDATE SET sealed = excluded.sealed, saved_at = excluded.saved_at
            """)
    }

    /// The unfinished form that this person left, with the moment when it was saved.
    package func draft(form: String, of person: ID<Person>) throws -> (bytes: [UInt8], savedAt: Moment)? {
        let found = try transaction.first(
            "SELECT sealed, saved_at FROM drafts WHERE person_id = \(person) AND form = \(form)"
        ) { row in (try row.next([UInt8].self), try row.next(Moment.self)) }
        guard let found else { return nil }
        let place = Vault.Place(record: person.text, field: form)
        return (try vault.open(found.0, compartment: .drafts, at: place), found.1)
    }

    /// The newest unfinished form that somebody else left under this name, with who that is and when it was saved. Only for
    /// forms of a record that whoever asks has just been shown: drafts of it belong to all who work on it.
    package func draft(form: String, ofOthersThan person: ID<Person>) throws -> (writer: String, bytes: [UInt8], savedAt: Moment)? {
        let found = try transaction.first(
            """
            SELECT d.person_id, p.name, d.sealed, d.saved_at FROM drafts d JOIN people p ON p.id = d.person_id
            WHERE d.form = \(form) AND d.person_id <> \(person) ORDER BY d.saved_at DESC, d.person_id LIMIT 1
            """
        ) { row in
            (
                person: try row.next(ID<Person>.self), writer: try row.next(String.self), sealed: try row.next([UInt8].self),
                savedAt: try row.next(Moment.self)
            )
        }
        guard let found else { return nil }
        let place = Vault.Place(record: found.person.text, field: form)
        return (found.writer, try vault.open(found.sealed, compartment: .drafts, at: place), found.savedAt)
    }

    package func deleteDraft(form: String, of person: ID<Person>) throws {
        try transaction.run("DELETE FROM drafts WHERE person_id = \(person) AND form = \(form)")
    }

    /// The unfinished forms of a person in one partnership, newest first.
    package func drafts(of person: ID<Person>, in partnership: ID<Partnership>) throws -> [(
        form: String, savedAt: Moment
    )] {
        try transaction.rows(
            """
            SELECT form, saved_at FROM drafts WHERE person_id = \(person) AND partnership_id = \(partnership)
            ORDER BY saved_at DESC LIMIT 50
            """
        ) { row in (try row.next(String.self), try row.next(Moment.self)) }
    }

    package func seal(_ bytes: [UInt8], compartment: Compartment, record: String, field: String) throws -> [UInt8] {
        try vault.seal(bytes, compartment: compartment, at: Vault.Place(record: record, field: field))
    }

    package func open(_ sealed: [UInt8], compartment: Compartment, record: String, field: String) throws -> [UInt8] {
        try vault.open(sealed, compartment: compartment, at: Vault.Place(record: record, field: field))
    }
}

/// The journal entries that work at the office asks for.
final class OfficeEntries {
    var entries: [JournalEntry] = []
}
