import Access
import Kernel
import Store

/// An organisation that is to become a member: one that is known, or one with a name and a kind.
package struct NewMember: Hashable, Sendable {
    package var known: ID<Organisation>?
    package var name: String
    /// A code of the list "organisation_kind".
    package var kind: String

    package init(known: ID<Organisation>? = nil, name: String = "", kind: String = "") {
        self.known = known
        self.name = name
        self.kind = kind
    }
}

extension PartnershipDesk {
    /// The longest name of an organisation, in characters.
    package static let longestName = 200

    /// What is wrong with a new member.
    static func problems(_ member: NewMember, kinds: CodeList, on day: Day) -> [Problem] {
        if member.known != nil {
            return member.name.isEmpty
                ? [] : [Problem("name", "Choose an organisation from the list or enter a new name, not both")]
        }
        var problems: [Problem] = []
        if FoldedText(member.name).key.isEmpty {
            problems.append(Problem("name", "Choose an organisation from the list, or enter the name of a new one"))
        }
        if member.name.count > longestName {
            problems.append(Problem("name", "Use at most \(longestName) characters for the name"))
        }
        if kinds[member.kind]?.isValid(on: day) != true {
            problems.append(Problem("kind", "Choose the kind of organisation, such as police, council or charity"))
        }
        return problems
    }

    /// Takes an organisation into the viewer's partnership, or back into it after it left: the roles that its people had
    /// count again then. One that is known by its name keeps its record. Says whether it was no member before.
    ///
    /// Throws `AccessError.denied`.
    package func admit(_ member: NewMember, by viewer: Viewer, key: IdempotencyKey?) async throws -> Outcome<Bool> {
        let partnership = try PartnershipDesk.kept(by: viewer)
        let kinds = lists["organisation_kind"]
        let problems = PartnershipDesk.problems(member, kinds: kinds, on: world.now().day)
        guard problems.isEmpty else { return .refused(problems) }
        let fresh: ID<Organisation> = world.newID()
        do {
            return try await desk.changeOffice { office in
                if let result = try office.repeated(key, by: viewer, verb: "admit-organisation") {
                    return .done(result == "new")
                }
                let organisation: ID<Organisation>
                if let known = member.known {
                    guard try office.organisationExists(known) else {
                        return .refused([Problem("known", "Choose an organisation from the list")])
                    }
                    organisation = known
                } else if let known = try office.organisation(named: member.name) {
                    organisation = known
                } else {
                    try office.insertOrganisation(
                        fresh, name: member.name, kind: member.kind,
                        isEnforcement: kinds[member.kind]?.note == "enforcement: yes")
                    organisation = fresh
                }
                let wasMember = try office.membership(of: organisation, in: partnership)
                let isNew = try office.insertMember(organisation, of: partnership)
                try office.remember(
                    key, by: viewer, verb: "admit-organisation", result: isNew ? "new" : "member already")
                if isNew {
                    office.journal(
                        "admit-organisation", "organisation", organisation.text, by: viewer.person, of: partnership,
                        request: viewer.request, detail: wasMember == nil ? "" : "again")
                }
                return .done(isNew)
            }
        } catch let repeated as RepeatedForm {
            return .refused([repeated.problem])
        }
    }
}
