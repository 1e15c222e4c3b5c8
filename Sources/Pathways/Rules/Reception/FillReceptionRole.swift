import Access
import Kernel
import Partnerships

/// Says which agency holds a role at an open centre, or that it holds it no more. Only agencies with a role read the
/// register.
package enum FillReceptionRole: Verb {
    package typealias Record = ReceptionActivation
    package static let name = "fill-reception-role"
    package static let relation = Relation.receptionActivations
    package static let roles: Set<Role> = [.coordinator, .member]

    package struct Draft: Sendable, Hashable {
        package var role: String
        package var organisation: ID<Organisation>?
        /// Who it is and how to ring them: staff, never somebody who was received.
        package var contact: String
        package var isEnded: Bool

        package init(role: String, organisation: ID<Organisation>?, contact: String = "", isEnded: Bool = false) {
            self.role = role
            self.organisation = organisation
            self.contact = contact
            self.isEnded = isEnded
        }
    }

    /// Every reason why the role cannot be changed like this; empty means it can.
    package static func problems(
        _ draft: Draft, members: Set<ID<Organisation>>, held: [ReceptionRoleLine], knowsRole: Bool
    ) -> [Problem] {
        var problems = [TextLength.problem("contact", "contact", draft.contact, limit: TextLength.line)].compactMap { $0 }
        if !knowsRole { problems.append(Problem("role", "Choose the role")) }
        guard let organisation = draft.organisation, members.contains(organisation) else {
            return problems + [Problem("organisation", "Choose the agency")]
        }
        if draft.isEnded {
            if !held.contains(where: { $0.role == draft.role && $0.organisation == organisation }) {
                problems.append(Problem("role", "This agency does not hold the role"))
            } else if held.count == 1 {
                problems.append(Problem("role", "Somebody has to stay: enter the next agency first"))
            }
        }
        return problems
    }
}

extension ReceptionDesk {
    /// Throws `AccessError.notVisible`.
    package func fillRole(
        _ draft: FillReceptionRole.Draft, at opening: ID<ReceptionActivation>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<ReceptionActivation>> {
        try await desk.change(FillReceptionRole.self, on: opening, by: viewer, key: key) { change in
            guard try change.reading.opening(opening).isOpen else { return .refused([ReceptionDesk.isClosed]) }
            let members = Set(try change.reading.members(of: try change.reading.ownPartnership).map(\.id))
            let problems = FillReceptionRole.problems(
                draft, members: members, held: try change.reading.roles(at: opening),
                knowsRole: lists["reception_role"].contains(draft.role))
            guard problems.isEmpty, let organisation = draft.organisation else { return .refused(problems) }
            try change.keep(draft, of: organisation)
            change.note("Role at a reception centre changed")
            return .done(opening)
        }
    }
}
