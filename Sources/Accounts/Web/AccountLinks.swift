import Access
import HTML
import Kernel
import Web

/// The addresses of the account pages.
enum AccountLinks {
    static let code: Link = "/sign-in/code"
    static let newPassword: Link = "/sign-in/password"
    static let news: Link = "/account/changes"
    static let password: Link = "/account/password"
    static let secondFactor: Link = "/account/second-factor"
    static let beginSecondFactor: Link = "/account/second-factor/begin"
    static let recoveryCodes: Link = "/account/second-factor/codes"
    static let removeSecondFactor: Link = "/account/second-factor/remove"
    static let endOtherSessions: Link = "/account/sessions/end"

    static func takeToken(_ id: ID<APIToken>) -> Link { "/account/tokens/\(id)/show" }
    static func endToken(_ id: ID<APIToken>) -> Link { "/account/tokens/\(id)/end" }
}

/// The addresses of a partnership's administration of accounts.
struct AdministrationLinks {
    let slug: String

    var people: Link { PageLinks.accounts(slug) }
    var newPerson: Link { "/\(slug)/accounts/new" }
    var settings: Link { "/\(slug)/accounts/second-factor" }
    var tokens: Link { "/\(slug)/accounts/tokens" }
    var newToken: Link { "/\(slug)/accounts/tokens/new" }

    func endToken(_ id: ID<APIToken>) -> Link { "/\(slug)/accounts/tokens/\(id)/end" }
    func decideRoles(_ id: ID<Person>) -> Link { "/\(slug)/accounts/waiting/\(id)" }
    func person(_ id: ID<Person>) -> Link { "/\(slug)/accounts/people/\(id)" }
    func roles(_ id: ID<Person>) -> Link { "\(person(id))/roles" }
    func close(_ id: ID<Person>) -> Link { "\(person(id))/close" }
    func open(_ id: ID<Person>) -> Link { "\(person(id))/open" }
    func endSessions(_ id: ID<Person>) -> Link { "\(person(id))/end-sessions" }
    func resetPassword(_ id: ID<Person>) -> Link { "\(person(id))/password" }
    func resetSecondFactor(_ id: ID<Person>) -> Link { "\(person(id))/second-factor" }
}
