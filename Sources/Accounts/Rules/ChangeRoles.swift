import Access
import Kernel

extension AccountDesk {
    /// Gives somebody exactly these roles in the viewer's partnership; none takes them out of it. It counts from their
    /// next request.
    ///
    /// Nobody takes the administrator's role from themselves. Throws `AccessError.denied` and `.notVisible`.
    package func changeRoles(
        of person: ID<Person>, to roles: Set<Role>, town: ID<Term>?, by viewer: Viewer
    ) async throws -> Outcome<Bool> {
        let partnership = try AccountDesk.administered(by: viewer)
        return try await desk.changeOffice { office in
            guard try office.account(person, in: partnership) != nil else { throw AccessError.notVisible }
            let choices = try office.accountChoices(in: partnership)
            var problems = roles.isEmpty ? [] : AccountDesk.problems(roles, town: town, choices: choices)
            if person == viewer.person, !roles.contains(.administrator) {
                problems.append(
                    Problem("roles", "You cannot take this role from yourself. Another administrator can"))
            }
            guard problems.isEmpty else { return .refused(problems) }
            try office.setRoles(roles, town: town, of: person, in: partnership)
            office.journal(
                "change-roles", "person", person.text, by: viewer.person, of: partnership, request: viewer.request,
                detail: AccountDesk.text(roles))
            return .done(true)
        }
    }
}
