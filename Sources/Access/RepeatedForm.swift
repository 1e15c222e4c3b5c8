import Kernel
import Store

/// The second arrival of a form, a call or an import: recognised by its key, answered with what the first one did.
///
/// One table and one scope serve changes to records and work at the office alike, so that a key counts once whatever it
/// is used for.
package enum RepeatedForm: Error {
    /// The key belongs to something else that was done.
    case otherUse
    /// The form came without a key of its own: sent twice, it would be done twice.
    case noKey

    /// What the person who sent the form is told.
    package var problem: Problem {
        switch self {
        case .otherUse: Problem("", "This form was already used for something else. Open it again")
        case .noKey:
            Problem(
                "", "This form came without its number, so it could be recorded twice. Check what you typed and send it again")
        }
    }

    /// Whose keys they are: a person's in one partnership, or those of a door without a person.
    static func scope(_ viewer: Viewer) -> String {
        "\(viewer.person?.text ?? viewer.door.rawValue)/\(viewer.partnership?.text ?? "")"
    }

    /// What was answered to this key when it came for the first time; nil when it has not come before. Throws
    /// `RepeatedForm.otherUse` when it was used for another act, `.noKey` for a form that carries none.
    static func known(
        _ key: IdempotencyKey?, by viewer: Viewer, act: String, in transaction: any Transaction
    ) throws -> String? {
        guard let key else { return nil }
        guard key != .missing else { throw RepeatedForm.noKey }
        let known = try transaction.first(
            """
            SELECT verb, result FROM idempotency_keys
            WHERE scope = \(scope(viewer)) AND idempotency_key = \(key.text)
            """
        ) { row in (try row.next(String.self), try row.next(String.self)) }
        guard let known else { return nil }
        guard known.0 == act else { throw RepeatedForm.otherUse }
        return known.1
    }

    /// Remembers what was answered to this key.
    static func remember(
        _ key: IdempotencyKey?, by viewer: Viewer, act: String, result: String, at moment: Moment,
        in transaction: any Transaction
    ) throws {
        guard let key else { return }
        try transaction.run(
            """
            INSERT INTO idempotency_keys (scope, idempotency_key, verb, result, created_at)
            VALUES (\(scope(viewer)), \(key.text), \(act), \(result), \(moment))
            """)
    }
}

extension Office {
    /// What a form with this key did when it came for the first time; nil when it has not come before.
    ///
    /// Throws `RepeatedForm.otherUse` when the key belongs to a form of another kind, `.noKey` when the form has none.
    package func repeated(_ key: IdempotencyKey?, by viewer: Viewer, verb: String) throws -> String? {
        try RepeatedForm.known(key, by: viewer, act: verb, in: transaction)
    }

    /// Remembers what a form with this key did.
    package func remember(_ key: IdempotencyKey?, by viewer: Viewer, verb: String, result: String) throws {
        try RepeatedForm.remember(key, by: viewer, act: verb, result: result, at: moment, in: transaction)
    }
}
