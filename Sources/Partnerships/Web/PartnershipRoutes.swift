import Access
import Design
import HTML
import Hummingbird
import Kernel
import Store
import Web

/// The page of the partnership itself: its members, whom to speak to, the agreement that sharing rests on.
package struct PartnershipRoutes: Sendable {
    private let desk: Desk
    private let lists: CodeLists

    package init(desk: Desk, lists: CodeLists) {
        self.desk = desk
        self.lists = lists
    }

    package var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get("partnership", use: show)
        return routes
    }

    @Sendable private func show(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id = context.place.id
        let lists = lists
        let page = try await desk.readOffice { office -> PartnershipPage in
            guard let partnership = try office.partnership(id: id) else { throw AccessError.notVisible }
            return PartnershipPage(
                partnership: partnership, members: try office.members(of: id), contacts: try office.contacts(of: id),
                towns: try office.terms(of: id, kind: "town"), lists: lists)
        }
        return .page(page.markup(context))
    }
}

extension QuerySurface {
    /// The people who speak for their organisations in a partnership, by organisation.
    func contacts(of partnership: ID<Partnership>) throws -> [ID<Organisation>: [String]] {
        let found = try rows(
            """
            SELECT DISTINCT p.organisation_id, p.name FROM roles r JOIN people p ON p.id = r.person_id
            WHERE r.partnership_id = \(partnership) AND r.role IN ('member', 'coordinator') AND p.is_active = 1
            ORDER BY p.name
            """
        ) { row in (try row.next(ID<Organisation>.self), try row.next(String.self)) }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }
}

struct PartnershipPage {
    let partnership: PartnershipSummary
    let members: [OrganisationSummary]
    let contacts: [ID<Organisation>: [String]]
    let towns: [TermSummary]
    let lists: CodeLists

    func markup(_ context: SignedIn) -> Markup {
        SignedInPage(context, section: .partnership, title: "Partnership") {
            PageHeading(partnership.name) { "\(members.count) member organisations" }
            Split {
                Card("Members") {
                    DataTable(
                        "Member organisations",
                        columns: [.init("Organisation", .rowHeading), .init("Kind"), .init("Whom to speak to")],
                        rows: members.map { member in
                            [
                                .text(member.name), .text(lists["organisation_kind"].label(member.kind)),
                                .text(contacts[member.id]?.joined(separator: ", ") ?? "No account yet"),
                            ]
                        }, empty: "No organisation is a member yet.")
                }
            } side: {
                Card("Sharing agreement") {
                    p {
                        partnership.sharingAgreement.isEmpty
                            ? "No agreement is recorded." : partnership.sharingAgreement
                    }
                    if let until = partnership.agreementValidUntil {
                        p(.class("soft")) {
                            "In force until \(until.text). When it lapses, members see no cases until it is renewed."
                        }
                    }
                }
                Card("Towns") { p { towns.map(\.label).joined(separator: ", ") } }
                Card("Practice") {
                    p {
                        "An agency has \(partnership.scopingHours) hours to answer a question unless the coordinator says otherwise."
                    }
                    p {
                        partnership.requiresSecondFactor
                            ? "Everybody signs in with a second factor." : "A second factor is not required."
                    }
                }
            }
        }.markup
    }
}
