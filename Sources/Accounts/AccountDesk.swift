import Access
import Kernel

/// Everything that is done with accounts, sessions and API tokens. Each way of doing it is an extension in `Rules`; every
/// change leaves its entry in the journal, which never holds an email address or a name.
package struct AccountDesk: Sendable {
    let desk: Desk
    let passwords: PasswordHasher
    let policy: PasswordPolicy
    let uses = SessionUses()
    package let settings: AccountSettings

    /// - Parameters:
    ///   - passwords: shared by the whole process, because it limits how many hashes run at once.
    ///   - commonPasswords: passwords that are refused, in lower case.
    package init(
        desk: Desk, passwords: PasswordHasher, commonPasswords: Set<String>,
        settings: AccountSettings = AccountSettings()
    ) {
        self.desk = desk
        self.passwords = passwords
        policy = PasswordPolicy(common: commonPasswords)
        self.settings = settings
    }

    var world: World { desk.world }

    /// A secret for a cookie or a form.
    func newSecret() -> String { world.newToken() }

    /// The partnership whose accounts this viewer keeps; throws `AccessError.denied` for everybody but its administrators
    /// and the operator at the command line.
    static func administered(by viewer: Viewer) throws -> ID<Partnership> {
        guard let partnership = viewer.partnership, viewer.mayChange,
            viewer.door == .operator || (viewer.door == .person && viewer.has(.administrator))
        else { throw AccessError.denied }
        return partnership
    }
}
