import Access
import Hummingbird
import Kernel
import Logging
import NIOCore

/// What is known of every request: who signed in, if anybody, and from where it came.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The network address of the browser, for rate limits alone; never logged.
    package var remoteAddress: String
    package var signedIn: SignedInPerson?
    /// Set for pages of one partnership, once the door is passed.
    package var viewer: Viewer?
    package var place: PartnershipPlace?

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? "local"
    }
}

/// The context of pages for people who are signed in and hold a role in the partnership of the address.
///
/// It cannot be made without a viewer, and routes for it cannot be mounted where nobody is signed in.
package struct SignedIn: ChildRequestContext {
    package var coreContext: CoreRequestContextStorage
    package let viewer: Viewer
    package let person: SignedInPerson
    package let place: PartnershipPlace

    package init(context: WebContext) throws {
        guard let viewer = context.viewer, let person = context.signedIn, let place = context.place else {
            throw SignInNeeded()
        }
        coreContext = context.coreContext
        self.viewer = viewer
        self.person = person
        self.place = place
    }

    /// The key under which this page may be kept for this session.
    package func keptKey(_ request: Request) -> KeptKey {
        KeptKey(reader: person.formSecret, subject: request.uri.string)
    }

    /// The identifier in the path; an unreadable one is a page that does not exist.
    package func id<Record>(_ name: String, of type: Record.Type = Record.self) throws -> ID<Record> {
        guard let text = coreContext.parameters.get(name), let id = ID<Record>(text) else {
            throw AccessError.notVisible
        }
        return id
    }
}

/// Thrown where a page needs somebody signed in.
package struct SignInNeeded: Error {
    package init() {}
}

/// Thrown where an address exists and does not take the method of the request (405).
package struct MethodNotAllowed: Error {
    /// What the address takes, for the header `Allow`.
    let allowed: [String]

    package init(allowed: [String]) {
        self.allowed = allowed
    }
}

/// Somebody with a session, and every partnership in which they hold a role.
package struct SignedInPerson: Sendable {
    package let id: ID<Person>
    package let name: String
    package let organisation: ID<Organisation>
    package let organisationName: String
    /// The secret that every form of this session carries.
    package let formSecret: String
    package let hasSecondFactor: Bool
    package let passedSecondFactor: Bool
    package let places: [PartnershipPlace]

    package init(
        id: ID<Person>, name: String, organisation: ID<Organisation>, organisationName: String, formSecret: String,
        hasSecondFactor: Bool, passedSecondFactor: Bool, places: [PartnershipPlace]
    ) {
        self.id = id
        self.name = name
        self.organisation = organisation
        self.organisationName = organisationName
        self.formSecret = formSecret
        self.hasSecondFactor = hasSecondFactor
        self.passedSecondFactor = passedSecondFactor
        self.places = places
    }

    /// The viewer that this person is in one partnership; nil where they hold no role.
    package func viewer(in slug: String, request: String) -> (Viewer, PartnershipPlace)? {
        guard let place = places.first(where: { $0.slug == slug }) else { return nil }
        let viewer = Viewer(
            person: id, name: name, organisation: organisation, organisationName: organisationName,
            partnership: place.id, roles: place.roles, town: place.town, agreementInForce: place.agreementInForce,
            request: request)
        return (viewer, place)
    }
}

/// A partnership as seen by somebody who holds a role in it.
package struct PartnershipPlace: Sendable {
    package let id: ID<Partnership>
    package let slug: String
    package let name: String
    package var roles: Set<Role>
    package var town: ID<Term>?
    package let isDemonstration: Bool
    package let requiresSecondFactor: Bool
    package let agreementInForce: Bool

    package init(
        id: ID<Partnership>, slug: String, name: String, roles: Set<Role>, town: ID<Term>?, isDemonstration: Bool,
        requiresSecondFactor: Bool, agreementInForce: Bool
    ) {
        self.id = id
        self.slug = slug
        self.name = name
        self.roles = roles
        self.town = town
        self.isDemonstration = isDemonstration
        self.requiresSecondFactor = requiresSecondFactor
        self.agreementInForce = agreementInForce
    }
}

/// Looks sessions up; kept by the feature Accounts.
package protocol SessionReader: Sendable {
    /// Whoever holds this session token now; nil when it is unknown, expired or ended.
    func signedIn(token: String) async throws -> SignedInPerson?
}
