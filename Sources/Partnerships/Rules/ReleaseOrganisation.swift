import Access
import Kernel

extension PartnershipDesk {
    static let notYourOwn = Problem(
        "", "You cannot take your own organisation out: nobody of it could let it in again")

    /// Ends the membership of an organisation in the viewer's partnership. The roles of its people stop counting with
    /// their next request, and so do their API tokens; what they did stays on the record. False when it had left.
    ///
    /// Throws `AccessError.denied`, and `.notVisible` for an organisation that never was a member.
    package func release(
        _ organisation: ID<Organisation>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<Bool> {
        let partnership = try PartnershipDesk.kept(by: viewer)
        let act = "release-organisation \(organisation)"
        if organisation == viewer.organisation { return .refused([PartnershipDesk.notYourOwn]) }
        do {
            return try await desk.changeOffice { office in
                guard try office.membership(of: organisation, in: partnership) != nil else {
                    throw AccessError.notVisible
                }
                if try office.repeated(key, by: viewer, verb: act) != nil { return .done(true) }
                guard try office.endMember(organisation, of: partnership) else { return .done(false) }
                try office.remember(key, by: viewer, verb: act, result: organisation.text)
                office.journal(
                    "release-organisation", "organisation", organisation.text, by: viewer.person, of: partnership,
                    request: viewer.request)
                return .done(true)
            }
        } catch let repeated as RepeatedForm {
            return .refused([repeated.problem])
        }
    }

    /// The same by name, for the command line. The viewer is the operator of the partnership.
    package func release(organisation name: String, by viewer: Viewer) async throws -> Outcome<Bool> {
        let partnership = try PartnershipDesk.kept(by: viewer)
        let found = try await desk.readOffice { office -> ID<Organisation>? in
            guard let id = try office.organisation(named: name),
                try office.membership(of: id, in: partnership) != nil
            else { return nil }
            return id
        }
        guard let found else {
            return .refused([Problem("name", "No organisation of this name is or was a member of the partnership")])
        }
        return try await release(found, by: viewer, key: nil)
    }
}
