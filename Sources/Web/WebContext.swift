import Access
import Hummingbird
import Kernel
import Logging
import NIOCore
import Store

/// What is known of every request: who signed in, if anybody, and from where it came.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The network address of the browser, for rate limits alone; never logged.
    package var remoteAddress: String
    package var signedIn: SignedInPerson?
    /// Set for pages of one partnership, once the door is passed.
    fileprivate var passage: Passage?

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? "local"
    }

    package var viewer: Viewer? { passage?.viewer }
    package var place: PartnershipPlace? { passage?.place }

    /// Lets somebody through the door of a partnership.
    package mutating func pass(_ person: SignedInPerson, as viewer: Viewer, in place: PartnershipPlace) {
        signedIn = person
        passage = Passage(viewer: viewer, person: person, place: place)
    }
}

/// Who passed the door, and which: behind a reference, because contexts are handed on and copied all the time.
private final class Passage: Sendable {
    let viewer: Viewer
    let person: SignedInPerson
    let place: PartnershipPlace

    init(viewer: Viewer, person: SignedInPerson, place: PartnershipPlace) {
        self.viewer = viewer
        self.person = person
        self.place = place
    }
}

/// The context of pages for people who are signed in and hold a role in the partnership of the address.
///
/// It cannot be made without a viewer, and routes for it cannot be mounted where nobody is signed in.
package struct SignedIn: ChildRequestContext {
    package var coreContext: CoreRequestContextStorage
    private let passage: Passage

    package init(context: WebContext) throws {
        guard let passage = context.passage else { throw SignInNeeded() }
        coreContext = context.coreContext
        self.passage = passage
    }

    package var viewer: Viewer { passage.viewer }
    package var person: SignedInPerson { passage.person }
    package var place: PartnershipPlace { passage.place }

    /// The key under which this page may be kept for this session.
    package func keptKey(_ request: Request) -> KeptKey {
        KeptKey(reader: person.formSecret, subject: request.uri.string, at: person.state)
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
    /// Behind a reference, because a person is handed on with each context.
    private final class Known: Sendable {
        let id: ID<Person>
        let name: String
        let organisation: ID<Organisation>
        let organisationName: String
        let formSecret: String
        let hasSecondFactor: Bool
        let passedSecondFactor: Bool
        let places: [PartnershipPlace]

        init(
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
    }

    private let known: Known
    /// The state of the database in which the session was found; nil where it was not told.
    package var state: DatabaseState?

    package var id: ID<Person> { known.id }
    package var name: String { known.name }
    package var organisation: ID<Organisation> { known.organisation }
    package var organisationName: String { known.organisationName }
    /// The secret that every form of this session carries.
    package var formSecret: String { known.formSecret }
    package var hasSecondFactor: Bool { known.hasSecondFactor }
    package var passedSecondFactor: Bool { known.passedSecondFactor }
    package var places: [PartnershipPlace] { known.places }

    package init(
        id: ID<Person>, name: String, organisation: ID<Organisation>, organisationName: String, formSecret: String,
        hasSecondFactor: Bool, passedSecondFactor: Bool, places: [PartnershipPlace]
    ) {
        known = Known(
            id: id, name: name, organisation: organisation, organisationName: organisationName, formSecret: formSecret,
            hasSecondFactor: hasSecondFactor, passedSecondFactor: passedSecondFactor, places: places)
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
