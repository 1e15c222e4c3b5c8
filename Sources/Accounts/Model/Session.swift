import Access
import Kernel
import Web

/// A session as it is found by its token.
struct Session: Sendable {
    var person: SignedInPerson
    let email: String
    /// What is still to be done before the session opens any page; nil for a session that is complete.
    let step: SignInStep?
    let createdAt: Moment
    let seenAt: Moment
    let expiresAt: Moment

    /// Whether it still counts at this moment.
    func isValid(at moment: Moment, settings: AccountSettings) -> Bool {
        guard moment < expiresAt, moment.seconds(since: seenAt) < settings.idleSeconds else { return false }
        return step == nil || moment.seconds(since: createdAt) < AccountSettings.unfinishedSeconds
    }
}

/// What follows the password before somebody is signed in.
package enum SignInStep: String, Hashable, Sendable {
    /// A code of the second factor.
    case code
    /// A password of their own in place of the temporary one.
    case newPassword
}

/// A sign-in that has begun: the password was right, but no page is open yet.
package struct UnfinishedSignIn: Sendable {
    package let step: SignInStep
    package let person: ID<Person>
    package let name: String
    package let email: String
    /// The secret that the forms of the next step carry.
    package let formSecret: String
    /// The same as after the sign-in, without anything being open yet.
    let asPerson: SignedInPerson
}

/// What came of a step of signing in.
package enum SignInResult: Hashable, Sendable {
    /// Signed in; the token of the new session, for the cookie.
    case complete(token: String)
    /// One more step; the token of the unfinished session, for the cookie.
    case unfinished(token: String, SignInStep)
    case refused(Problem)
}

/// One of the sessions of a person, as they see it on their page.
package struct SessionSummary: Hashable, Sendable {
    package let createdAt: Moment
    package let seenAt: Moment
    /// Whether it is the one that asks.
    package let isThisOne: Bool
}
