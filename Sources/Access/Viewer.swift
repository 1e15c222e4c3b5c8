import Kernel

/// Whoever looks or acts: a person in one of their partnerships, the public door, or the operator of the machine.
///
/// A viewer is made for one request and holds nothing that outlives it: the roles are read afresh each time, so that
/// whoever is removed has no access with their next request.
package struct Viewer: Sendable {
    /// By which door the viewer came.
    package enum Door: String, Sendable {
        /// A person, signed in by browser or by API token.
        case person
        /// Anybody, through the public form: may hand in a report and read nothing.
        case publicForm
        /// Whoever can run commands on the machine: imports, figures, upkeep.
        case `operator`
    }

    package let door: Door
    package let person: ID<Person>?
    package let name: String
    package let organisation: ID<Organisation>?
    package let organisationName: String
    /// Nil only for the operator, who may ask for all partnerships together.
    package let partnership: ID<Partnership>?
    package let roles: Set<Role>
    /// The town whose figures a town lead sees.
    package let town: ID<Term>?
    /// False when the sharing agreement has lapsed: then members see nothing until it is renewed.
    package let agreementInForce: Bool
    /// Which request this is, for the journal and the log.
    package let request: String
    /// API tokens may be narrower than their owner.
    package let mayChange: Bool

    package init(
        person: ID<Person>, name: String, organisation: ID<Organisation>, organisationName: String,
        partnership: ID<Partnership>, roles: Set<Role>, town: ID<Term>?, agreementInForce: Bool, request: String,
        mayChange: Bool = true
    ) {
        door = .person
        self.person = person
        self.name = name
        self.organisation = organisation
        self.organisationName = organisationName
        self.partnership = partnership
        self.roles = roles
        self.town = town
        self.agreementInForce = agreementInForce
        self.request = request
        self.mayChange = mayChange
    }

    private init(door: Door, name: String, partnership: ID<Partnership>?, request: String) {
        self.door = door
        person = nil
        self.name = name
        organisation = nil
        organisationName = ""
        self.partnership = partnership
        roles = []
        town = nil
        agreementInForce = true
        self.request = request
        mayChange = true
    }

    /// The public form of one partnership.
    package static func publicForm(of partnership: ID<Partnership>, request: String) -> Viewer {
        Viewer(door: .publicForm, name: "Public form", partnership: partnership, request: request)
    }

    /// The operator at the command line; without a partnership, all of them together.
    package static func `operator`(of partnership: ID<Partnership>? = nil, request: String) -> Viewer {
        Viewer(door: .operator, name: "Operator", partnership: partnership, request: request)
    }

    package func has(_ role: Role) -> Bool { roles.contains(role) }
    package var isCoordinator: Bool { roles.contains(.coordinator) }
}
