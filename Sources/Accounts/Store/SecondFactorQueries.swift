import Access
import Kernel
import Store

/// The second factor of an account as checking a code needs it.
struct SecondFactor: Sendable {
    let sealedKey: [UInt8]
    let lastStep: Int64?
}

extension QuerySurface {
    func secondFactor(of person: ID<Person>) throws -> SecondFactor? {
        try first(
            """
            SELECT second_factor, second_factor_step FROM people
            WHERE id = \(person) AND second_factor IS NOT NULL
            """
        ) { row in SecondFactor(sealedKey: try row.next(), lastStep: try row.next()) }
    }

    func recoveryCodesLeft(of person: ID<Person>) throws -> Int {
        try value("SELECT COUNT(*) FROM recovery_codes WHERE person_id = \(person) AND used_at IS NULL", as: Int.self)
            ?? 0
    }

    /// Whether a partnership in which this person holds a role asks for a second factor.
    func needsSecondFactor(_ person: ID<Person>) throws -> Bool {
        try value(
            """
            SELECT COUNT(*) FROM roles r JOIN partnerships g ON g.id = r.partnership_id
            WHERE r.person_id = \(person) AND g.requires_second_factor = 1
            """, as: Int.self) ?? 0 > 0
    }
}

extension Office {
    /// Under which form the key of a second factor waits, sealed, until its owner has shown that it works.
    private static let waitingKey = "second-factor"
    private static let sealedField = "second_factor"

    func keepWaitingKey(_ key: [UInt8], of person: ID<Person>) throws {
        try saveDraft(key, form: Office.waitingKey, of: person, in: nil)
    }

    func waitingKey(of person: ID<Person>) throws -> [UInt8]? {
        try draft(form: Office.waitingKey, of: person)?.bytes
    }

    func deleteWaitingKey(of person: ID<Person>) throws {
        try deleteDraft(form: Office.waitingKey, of: person)
    }

    func openSecondFactor(_ factor: SecondFactor, of person: ID<Person>) throws -> TimeCode {
        TimeCode(
            key: try open(
                factor.sealedKey, compartment: .secondFactors, record: person.text, field: Office.sealedField))
    }

    func setSecondFactor(_ key: [UInt8], step: Int64, of person: ID<Person>) throws {
        let sealed = try seal(key, compartment: .secondFactors, record: person.text, field: Office.sealedField)
        try run(
            """
            UPDATE people SET second_factor = \(sealed), second_factor_step = \(step) WHERE id = \(person)
            """)
    }

    func removeSecondFactor(of person: ID<Person>) throws {
        try run("UPDATE people SET second_factor = NULL, second_factor_step = NULL WHERE id = \(person)")
        try run("DELETE FROM recovery_codes WHERE person_id = \(person)")
        try deleteWaitingKey(of: person)
    }

    /// Uses up the step of a code; false when it was used before.
    func useStep(_ step: Int64, of person: ID<Person>) throws -> Bool {
        try run(
            """
            UPDATE people SET second_factor_step = \(step)
            WHERE id = \(person) AND (second_factor_step IS NULL OR second_factor_step < \(step))
            """) > 0
    }

    /// Uses up a recovery code; false when there is none like it.
    func useRecoveryCode(_ hash: String, of person: ID<Person>) throws -> Bool {
        try run(
            """
            UPDATE recovery_codes SET used_at = \(moment)
            WHERE person_id = \(person) AND code_hash = \(hash) AND used_at IS NULL
            """) > 0
    }

    func replaceRecoveryCodes(of person: ID<Person>, hashes: [String]) throws {
        try run("DELETE FROM recovery_codes WHERE person_id = \(person)")
        for hash in hashes {
            try run("INSERT INTO recovery_codes (person_id, code_hash) VALUES (\(person), \(hash))")
        }
    }

    /// Whether this is a code of the person's second factor or one of their recovery codes; it is used up then.
    func useCode(_ typed: String, of person: ID<Person>) throws -> Bool {
        guard let factor = try secondFactor(of: person) else { return false }
        let code = try openSecondFactor(factor, of: person)
        if let step = code.step(of: typed, at: moment, after: factor.lastStep) {
            return try useStep(step, of: person)
        }
        return try useRecoveryCode(SecretHash.of(recoveryCode: typed, person: person), of: person)
    }
}
