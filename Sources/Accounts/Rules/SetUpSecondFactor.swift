import Access
import Kernel

/// What somebody is given when their second factor is set up.
package struct SecondFactorSetUp: Sendable {
    /// Ten codes, each good for one sign-in without the telephone; shown once.
    package let recoveryCodes: [String]
    /// The token of the new session; the others wait for a code.
    package let token: String
}

extension AccountDesk {
    /// How many recovery codes somebody gets.
    package static let recoveryCodeCount = 10

    /// Makes a key that waits until its owner has shown that it works. A key that waits already stays.
    package func beginSecondFactor(of person: ID<Person>) async throws {
        let key = world.randomBytes(TimeCode.keyLength)
        try await desk.changeOffice { office in
            guard try office.secondFactor(of: person) == nil, try office.waitingKey(of: person) == nil else { return }
            try office.keepWaitingKey(key, of: person)
        }
    }

    /// The key that waits; nil when none does.
    package func waitingSecondFactor(of person: ID<Person>) async throws -> TimeCode? {
        try await desk.readOffice { office in try office.waitingKey(of: person).map(TimeCode.init(key:)) }
    }

    /// Puts the waiting key in force when this is its code.
    package func confirmSecondFactor(
        code typed: String, of person: ID<Person>, request: String
    ) async throws -> Outcome<SecondFactorSetUp> {
        if typed.isEmpty { return .refused([Problem("code", "Enter the six digits that the app shows")]) }
        let codes = newRecoveryCodes()
        let session = NewSession(world: world)
        let settings = settings
        return try await desk.changeOffice { office in
            guard try office.secondFactor(of: person) == nil, let key = try office.waitingKey(of: person) else {
                return .refused([Problem("", "There is no key to confirm. Begin again")])
            }
            guard let step = TimeCode(key: key).step(of: typed, at: office.moment, after: nil) else {
                return .refused([
                    Problem(
                        "code",
                        "This is not the code of this key. Check the time of your telephone, and wait for the next one")
                ])
            }
            try office.setSecondFactor(key, step: step, of: person)
            try office.deleteWaitingKey(of: person)
            try office.replaceRecoveryCodes(
                of: person, hashes: codes.map { SecretHash.of(recoveryCode: $0, person: person) })
            try office.endSessions(of: person)
            try office.begin(session, of: person, passedSecondFactor: true, settings: settings)
            office.journal("set-up-second-factor", "person", person.text, by: person, request: request)
            return .done(SecondFactorSetUp(recoveryCodes: codes, token: session.token))
        }
    }

    /// New recovery codes in place of all the old ones, for somebody who gives their password.
    package func renewRecoveryCodes(
        of person: ID<Person>, password: String, request: String
    ) async throws -> Outcome<[String]> {
        if password.isEmpty { return .refused([Problem("password", "Enter your password")]) }
        if let problem = try await confirm(password, of: person, field: "password", request: request) {
            return .refused([problem])
        }
        let codes = newRecoveryCodes()
        return try await desk.changeOffice { office in
            guard try office.secondFactor(of: person) != nil else {
                return .refused([Problem("", "There is no second factor to have codes for")])
            }
            try office.replaceRecoveryCodes(
                of: person, hashes: codes.map { SecretHash.of(recoveryCode: $0, person: person) })
            office.journal("renew-recovery-codes", "person", person.text, by: person, request: request)
            return .done(codes)
        }
    }

    /// Removes the second factor of somebody who gives their password, unless one of their partnerships asks for it.
    package func removeSecondFactor(
        of person: ID<Person>, password: String, request: String
    ) async throws -> Outcome<Bool> {
        if password.isEmpty { return .refused([Problem("password", "Enter your password")]) }
        if let problem = try await confirm(password, of: person, field: "password", request: request) {
            return .refused([problem])
        }
        return try await desk.changeOffice { office in
            guard try !office.needsSecondFactor(person) else {
                return .refused([Problem("", "Your partnership asks for a second factor, so it stays")])
            }
            try office.removeSecondFactor(of: person)
            office.journal("remove-second-factor", "person", person.text, by: person, request: request)
            return .done(true)
        }
    }

    private func newRecoveryCodes() -> [String] {
        (0..<AccountDesk.recoveryCodeCount).map { _ in ReadableCode.make(groups: 3, world: world) }
    }
}
