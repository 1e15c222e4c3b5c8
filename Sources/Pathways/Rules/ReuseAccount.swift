import Access
import Kernel
import ReferralForm

/// Puts what somebody told into an answer of a referral: it was told once, and nobody asks again for the sake of a form.
package enum ReuseAccount {
    /// Why no account goes into this referral at all; nil where one can.
    ///
    /// A report without a name may say nothing by which somebody could be known, and their own words do.
    package static func refusal(_ line: ReferralLine) -> Problem? {
        guard line.isAnonymous else { return nil }
        return Problem("", "A report without a name takes no account as it was told: write what can be said without telling who it is")
    }

    /// The answer with the account at its end, under a line that says when, how and to whom it was told.
    package static func appended(_ account: OpenedAccount, _ line: AccountLine, to answer: String) -> String {
        let whom = line.organisationName.isEmpty ? "" : " (\(line.source == .inferred ? "by" : "to") \(line.organisationName))"
        let told = "\(line.source.label) on \(line.takenOn.text)\(whom):\n\(account.words)"
        return answer.isEmpty ? told : "\(answer)\n\n\(told)"
    }

    /// Every reason why the answer cannot be this one; empty means it can. The length is counted as the form counts it.
    package static func problems(_ field: FormField, from before: String, to after: String, account: OpenedAccount) -> [Problem] {
        if account.words.isEmpty { return [Problem(field.code, "This account holds no words")] }
        if before.contains(account.words) { return [Problem(field.code, "This account stands in the answer already")] }
        let limit = field.rules.compactMap { rule in
            if case .maximumLength(let most) = rule { most } else { nil }
        }.min()
        let length = after.utf16.count
        guard let limit, length > limit else { return [] }
        return [
            Problem(
                field.code,
                "With this account the answer would have \(length) characters and the form takes \(limit). "
                    + "Nothing was changed: shorten what stands there, or write in what matters for this question")
        ]
    }
}

extension PathwayDesk {
    /// Opens one account of somebody. Like every opening of what they told it is in the journal, and like there no reason is
    /// asked for. Throws `AccessError.notVisible`, also for an account of somebody else.
    package func readAccount(
        _ account: AccountLine, of victim: ID<PotentialVictim>, by viewer: Viewer
    ) async throws -> OpenedAccount {
        let outcome: Outcome<OpenedAccount> = try await desk.change(ReadAccounts.self, on: victim, by: viewer, key: nil) { change in
            let lines = try change.reading.accounts(of: victim).filter { $0.id == account.id }
            guard let opened = try change.openedAccounts(lines).first else { throw AccessError.notVisible }
            return .done(opened)
        }
        guard let opened = outcome.result else { throw AccessError.notVisible }
        return opened
    }
}
