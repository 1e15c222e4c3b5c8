import Access
import Kernel

/// What the page of a partnership shows.
struct PartnershipOverview: Sendable {
    let partnership: PartnershipSummary
    let members: [PartnershipMember]
    let contacts: [ID<Organisation>: [String]]
    let towns: [TermSummary]
    /// Nil for those who are not told of changes to accounts.
    let accountChanges: [AccountChange]?
}

extension PartnershipDesk {
    /// For how many days changes to accounts are shown.
    package static let watchedDays: Int64 = 30

    /// The partnership of the viewer. Its coordinators and administrators also see what was done to accounts.
    ///
    /// Throws `AccessError.notVisible`.
    func overview(for viewer: Viewer) async throws -> PartnershipOverview {
        guard let id = viewer.partnership else { throw AccessError.notVisible }
        let watches = viewer.has(.coordinator) || viewer.has(.administrator)
        return try await desk.readOffice { office in
            guard let partnership = try office.partnership(id: id) else { throw AccessError.notVisible }
            let since = office.moment.adding(days: -PartnershipDesk.watchedDays)
            return PartnershipOverview(
                partnership: partnership, members: try office.memberships(of: id), contacts: try office.contacts(of: id),
                towns: try office.terms(of: id, kind: "town"),
                accountChanges: watches ? try office.accountChanges(of: id, since: since) : nil)
        }
    }

    /// The organisations that can be admitted. Throws `AccessError.denied`.
    func outsiders(by viewer: Viewer) async throws -> [OrganisationSummary] {
        let id = try PartnershipDesk.kept(by: viewer)
        return try await desk.readOffice { office in try office.outsiders(of: id) }
    }

    /// One member, present or past. Throws `AccessError.denied` and `.notVisible`.
    func member(_ organisation: ID<Organisation>, by viewer: Viewer) async throws -> PartnershipMember {
        let id = try PartnershipDesk.kept(by: viewer)
        return try await desk.readOffice { office in
            guard let member = try office.membership(of: organisation, in: id) else { throw AccessError.notVisible }
            return member
        }
    }
}
