import Access
import Kernel
import Store

extension Office {
    /// What a form with this key did when it came for the first time; nil when it has not come before.
    ///
    /// Throws `RepeatedForm.otherUse` when the key belongs to a form of another kind.
    func repeated(_ key: IdempotencyKey?, by viewer: Viewer, verb: String) throws -> String? {
        guard let key else { return nil }
        let known = try first(
            """
            SELECT verb, result FROM idempotency_keys
            WHERE scope = \(RepeatedForm.scope(viewer)) AND idempotency_key = \(key.text)
            """
        ) { row in (try row.next(String.self), try row.next(String.self)) }
        guard let known else { return nil }
        guard known.0 == verb else { throw RepeatedForm.otherUse }
        return known.1
    }

    /// Remembers what a form with this key did.
    func remember(_ key: IdempotencyKey?, by viewer: Viewer, verb: String, result: String) throws {
        guard let key else { return }
        try run(
            """
            INSERT INTO idempotency_keys (scope, idempotency_key, verb, result, created_at)
            VALUES (\(RepeatedForm.scope(viewer)), \(key.text), \(verb), \(result), \(moment))
            """)
    }
}

/// The second arrival of a form.
enum RepeatedForm: Error {
    case otherUse

    static let problem = Problem("", "This form was already used for something else. Open it again")

    /// The same scope as that of changes to records, so that a key counts once whatever it is used for.
    static func scope(_ viewer: Viewer) -> String {
        "\(viewer.person?.text ?? viewer.door.rawValue)/\(viewer.partnership?.text ?? "")"
    }
}
