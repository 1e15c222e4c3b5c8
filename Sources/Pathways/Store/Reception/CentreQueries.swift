import Access
import Kernel
import Store

/// Which reception centres a page of their list holds.
package struct CentreQuery: Sendable, Hashable {
    /// The line after which a page begins.
    package var after: NameCursor<ReceptionCentre>?
    package var size: Int

    package init(after: NameCursor<ReceptionCentre>? = nil, size: Int = 50) {
        self.after = after
        self.size = size
    }
}

extension Reading {
    /// A page of the centres by name.
    package func centres(_ query: CentreQuery) throws -> Listing<CentreLine> {
        var conditions: [Statement] = ["c.partnership_id = \(try ownPartnership)"]
        if let after = query.after { conditions.append("(c.name_key, c.id) > (\(after.key), \(after.id))") }
        let lines = try rows(
            """
            SELECT c.id, c.name, c.status, t.label, c.capacity, c.plan_number, c.name_key
            FROM \(visible(.receptionCentres)) c LEFT JOIN partnership_terms t ON t.id = c.town_id
            WHERE \(all: conditions) ORDER BY c.name_key, c.id LIMIT \(query.size + 1)
            """
        ) { row in
            CentreLine(
                id: try row.next(), name: try row.next(), status: try row.next(), town: try row.next(String?.self) ?? "",
                capacity: try row.next(), planNumber: try row.next(), nameKey: try row.next())
        }
        return Listing(rows: lines, size: query.size) { NameCursor($0.nameKey, $0.id).text }
    }

    /// One centre. Throws `AccessError.notVisible`.
    package func centre(_ id: ID<ReceptionCentre>) throws -> CentreDetail {
        let found = try first(
            """
            SELECT c.id, c.version, c.name, c.town_id, c.capacity, c.status, t.label, c.plan_number, c.has_address
            FROM \(visible(.receptionCentres)) c LEFT JOIN partnership_terms t ON t.id = c.town_id WHERE c.id = \(id)
            """
        ) { row in
            CentreDetail(
                id: try row.next(), version: try row.next(),
                facts: CentreFacts(
                    name: try row.next(), town: try row.next(), capacity: try row.next(), status: try row.next()),
                townName: try row.next(String?.self) ?? "", planNumber: try row.next(), hasAddress: try row.next())
        }
        guard let found else { throw AccessError.notVisible }
        return found
    }

    /// One version of a centre's plan. Throws `AccessError.notVisible`.
    func plan(of centre: ID<ReceptionCentre>, number: Int) throws -> ReceptionPlan {
        let content = try value(
            "SELECT p.content FROM \(visible(.receptionPlans)) p WHERE p.centre_id = \(centre) AND p.number = \(number)",
            as: String.self)
        guard let content else { throw AccessError.notVisible }
        return try SealedJSON.value(content)
    }

    /// Every version of a plan, the newest first.
    func planVersions(of centre: ID<ReceptionCentre>) throws -> [PlanVersionLine] {
        try rows(
            """
            SELECT p.number, p.saved_at, o.name, w.name FROM \(visible(.receptionPlans)) p
            LEFT JOIN organisations o ON o.id = p.organisation_id LEFT JOIN people w ON w.id = p.person_id
            WHERE p.centre_id = \(centre) ORDER BY p.number DESC LIMIT 100
            """
        ) { row in
            PlanVersionLine(
                number: try row.next(), savedAt: try row.next(), organisationName: try row.next(String?.self) ?? "",
                personName: try row.next(String?.self) ?? "")
        }
    }

    /// The last openings of a centre at which the viewer works, the newest first.
    package func openings(of centre: ID<ReceptionCentre>) throws -> [OpeningLine] {
        try openings("a.centre_id = \(centre)")
    }

    /// What is open now at which the viewer works, the newest first.
    package func openingsNow() throws -> [OpeningLine] { try openings("a.is_open = 1") }

    private func openings(_ condition: Statement) throws -> [OpeningLine] {
        try rows(
            """
            SELECT a.id, c.name, a.reference, a.is_open, a.activated_at FROM \(visible(.receptionActivations)) a
            JOIN \(visible(.receptionCentres)) c ON c.id = a.centre_id
            WHERE a.partnership_id = \(try ownPartnership) AND \(condition) ORDER BY a.activated_at DESC, a.id DESC LIMIT 50
            """
        ) { row in
            OpeningLine(
                id: try row.next(), centreName: try row.next(), reference: try row.next(), isOpen: try row.next(),
                activatedAt: try row.next())
        }
    }

    /// One opening. Throws `AccessError.notVisible`.
    package func opening(_ id: ID<ReceptionActivation>) throws -> OpeningDetail {
        let found = try first(
            """
            SELECT a.id, a.centre_id, c.name, a.reference, a.plan_number, a.is_open, a.activated_at, o.name, a.capacity,
                a.closed_at, a.lessons, (SELECT v.reference FROM \(visible(.visits)) v WHERE v.id = a.visit_id),
                (SELECT n.reference FROM \(visible(.concerns)) n WHERE n.id = a.concern_id)
            FROM \(visible(.receptionActivations)) a JOIN \(visible(.receptionCentres)) c ON c.id = a.centre_id
            LEFT JOIN organisations o ON o.id = a.organisation_id WHERE a.id = \(id)
            """
        ) { row in
            OpeningDetail(
                id: try row.next(), centre: try row.next(), centreName: try row.next(), reference: try row.next(),
                planNumber: try row.next(), isOpen: try row.next(), activatedAt: try row.next(),
                organisationName: try row.next(String?.self) ?? "", capacity: try row.next(), closedAt: try row.next(),
                lessons: try row.next(), visitReference: try row.next(String?.self) ?? "",
                concernReference: try row.next(String?.self) ?? "")
        }
        guard let found else { throw AccessError.notVisible }
        return found
    }

    func checks(at opening: ID<ReceptionActivation>) throws -> [ReceptionCheckLine] {
        try rows(
            """
            SELECT k.number, k.words, k.ticked_at, o.name, w.name FROM \(visible(.receptionChecks)) k
            LEFT JOIN organisations o ON o.id = k.organisation_id LEFT JOIN people w ON w.id = k.person_id
            WHERE k.activation_id = \(opening) ORDER BY k.number
            """
        ) { row in
            ReceptionCheckLine(
                number: try row.next(), words: try row.next(), tickedAt: try row.next(),
                organisationName: try row.next(String?.self) ?? "", personName: try row.next(String?.self) ?? "")
        }
    }

    /// The roles that are held now.
    func roles(at opening: ID<ReceptionActivation>) throws -> [ReceptionRoleLine] {
        try rows(
            """
            SELECT r.role, r.organisation_id, o.name, r.contact, r.filled_at FROM \(visible(.receptionRoles)) r
            JOIN organisations o ON o.id = r.organisation_id
            WHERE r.activation_id = \(opening) AND r.ended_at IS NULL ORDER BY r.role, o.name
            """
        ) { row in
            ReceptionRoleLine(
                role: try row.next(), organisation: try row.next(), organisationName: try row.next(), contact: try row.next(),
                filledAt: try row.next())
        }
    }

    func visitID(reference: String) throws -> ID<Visit>? {
        try value("SELECT v.id FROM \(visible(.visits)) v WHERE v.partnership_id = \(try ownPartnership) AND v.reference = \(reference)")
    }

    func concernID(reference: String) throws -> ID<Concern>? {
        try value(
            "SELECT c.id FROM \(visible(.concerns)) c WHERE c.partnership_id = \(try ownPartnership) AND c.reference = \(reference)")
    }

    func screeningID(reference: String) throws -> ID<Screening>? {
        try value(
            "SELECT s.id FROM \(visible(.screenings)) s WHERE s.partnership_id = \(try ownPartnership) AND s.reference = \(reference)")
    }
}
