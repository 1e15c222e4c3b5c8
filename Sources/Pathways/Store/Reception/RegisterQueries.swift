import Access
import Kernel
import Partnerships
import Store

/// Whom a page of the register holds.
package struct ArrivalQuery: Sendable, Hashable {
    package enum Filter: String, Sendable, CaseIterable {
        case all, present
        case noMedic = "no-medic"
        case noSupport = "no-support"
        case notScreened = "not-screened"
        case noOnward = "no-onward"
    }

    package var filter: Filter
    /// The wristband after which the page begins.
    package var after: Int?
    package var size: Int

    package init(filter: Filter = .all, after: Int? = nil, size: Int = 50) {
        self.filter = filter
        self.after = after
        self.size = size
    }
}

extension Reading {
    func openingFile(_ id: ID<ReceptionActivation>, _ query: ArrivalQuery) throws -> OpeningFile {
        let opening = try opening(id)
        return OpeningFile(
            opening: opening, checks: try checks(at: id), roles: try roles(at: id),
            plannedRoles: try plan(of: opening.centre, number: opening.planNumber).roles, counts: try counts(at: id),
            listing: try arrivals(at: id, query), members: try members(of: try ownPartnership))
    }

    /// A page of the register, the newest wristband first.
    package func arrivals(at opening: ID<ReceptionActivation>, _ query: ArrivalQuery) throws -> Listing<ArrivalLine> {
        var conditions: [Statement] = ["a.activation_id = \(opening)"]
        switch query.filter {
        case .all: break
        case .present: conditions.append("a.left_at IS NULL")
        case .noMedic: conditions.append("a.left_at IS NULL AND a.medic_at IS NULL")
        case .noSupport: conditions.append("a.left_at IS NULL AND a.support_at IS NULL")
        case .notScreened: conditions.append("a.left_at IS NULL AND a.is_screened = 0")
        case .noOnward: conditions.append("a.left_at IS NULL AND a.onward = ''")
        }
        if let after = query.after { conditions.append("a.wristband < \(after)") }
        let lines = try rows(
            """
            SELECT a.id, a.wristband, a.arrived_at, a.gender, a.age_group, a.language, a.needs, a.is_screened, a.medic_at,
                a.support_at, a.onward, a.left_at
            FROM \(visible(.receptionArrivals)) a WHERE \(all: conditions) ORDER BY a.wristband DESC LIMIT \(query.size + 1)
            """
        ) { row in
            ArrivalLine(
                id: try row.next(), wristband: try row.next(), arrivedAt: try row.next(),
                facts: try ArrivalFacts(row), isScreened: try row.next(), medicAt: try row.next(), supportAt: try row.next(),
                onward: try row.next(), leftAt: try row.next())
        }
        return Listing(rows: lines, size: query.size) { String($0.wristband) }
    }

    /// One entry of the register. Throws `AccessError.notVisible`.
    package func arrival(_ id: ID<ReceptionArrival>) throws -> ArrivalDetail {
        let found = try first(
            """
            SELECT a.id, a.activation_id, a.version, a.wristband, a.arrived_at, a.gender, a.age_group, a.language, a.needs,
                a.is_screened, a.screening_id, a.victim_id, a.medic_at, a.support_at, a.onward, a.service_id, a.left_at,
                a.has_identity, (SELECT s.reference FROM \(visible(.screenings)) s WHERE s.id = a.screening_id),
                (SELECT v.reference FROM \(visible(.potentialVictims)) v WHERE v.id = a.victim_id)
            FROM \(visible(.receptionArrivals)) a WHERE a.id = \(id)
            """
        ) { row -> ArrivalDetail in
            let (id, opening): (ID<ReceptionArrival>, ID<ReceptionActivation>) = (try row.next(), try row.next())
            let (version, wristband, arrivedAt): (Int, Int, Moment) = (try row.next(), try row.next(), try row.next())
            let facts = try ArrivalFacts(row)
            var care = ArrivalCare(isScreened: try row.next(), screening: try row.next(), pathway: try row.next())
            let (medicAt, supportAt): (Moment?, Moment?) = (try row.next(), try row.next())
            care.onward = try row.next()
            care.service = try row.next()
            let leftAt: Moment? = try row.next()
            care.wasSeenByMedic = medicAt != nil
            care.wasSeenBySupport = supportAt != nil
            care.hasLeft = leftAt != nil
            return ArrivalDetail(
                id: id, opening: opening, version: version, wristband: wristband, arrivedAt: arrivedAt, facts: facts,
                care: care, medicAt: medicAt, supportAt: supportAt, leftAt: leftAt, hasIdentity: try row.next(),
                screeningReference: try row.next(String?.self) ?? "", pathwayReference: try row.next(String?.self) ?? "")
        }
        guard let found else { throw AccessError.notVisible }
        return found
    }

    func wristbands(at opening: ID<ReceptionActivation>) throws -> [Int] {
        try rows(
            "SELECT a.wristband FROM \(visible(.receptionArrivals)) a WHERE a.activation_id = \(opening) ORDER BY a.wristband"
        ) { try $0.next() }
    }

    /// The wristbands of those who have not left.
    func wristbandsPresent(at opening: ID<ReceptionActivation>) throws -> [Int] {
        try rows(
            """
            SELECT a.wristband FROM \(visible(.receptionArrivals)) a
            WHERE a.activation_id = \(opening) AND a.left_at IS NULL ORDER BY a.wristband
            """
        ) { try $0.next() }
    }

    /// Who is there, counted without names.
    func counts(at opening: ID<ReceptionActivation>) throws -> RegisterCounts {
        let people = try rows(
            """
            SELECT a.gender, a.age_group, COUNT(*) FROM \(visible(.receptionArrivals)) a WHERE a.activation_id = \(opening)
            GROUP BY a.gender, a.age_group ORDER BY a.gender, a.age_group
            """
        ) { row in RegisterCounts.Group(gender: try row.next(), ageGroup: try row.next(), count: try row.next()) }
        let waiting = try first(
            """
            SELECT COUNT(*), COALESCE(SUM(CASE WHEN a.medic_at IS NULL THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN a.support_at IS NULL THEN 1 ELSE 0 END), 0),
                COALESCE(SUM(CASE WHEN a.is_screened = 0 THEN 1 ELSE 0 END), 0)
            FROM \(visible(.receptionArrivals)) a WHERE a.activation_id = \(opening) AND a.left_at IS NULL
            """
        ) { row in (try row.next(Int.self), try row.next(Int.self), try row.next(Int.self), try row.next(Int.self)) }
        let (present, medic, support, screened) = waiting ?? (0, 0, 0, 0)
        return RegisterCounts(
            arrived: people.reduce(0) { $0 + $1.count }, present: present, notSeenByMedic: medic, notSeenBySupport: support,
            notScreened: screened, people: people)
    }

    /// Approved places where somebody can be sent today.
    func accommodation(codes: [String]) throws -> [(id: ID<SupportService>, name: String)] {
        try rows(
            """
            SELECT s.id, s.name FROM \(visible(.supportServices)) s
            WHERE s.partnership_id = \(try ownPartnership) AND \(.isOnOffer(moment.day)) AND EXISTS (
                SELECT 1 FROM \(visible(.serviceTerms)) t
                WHERE t.service_id = s.id AND t.kind = 'capability' AND t.code IN \(in: codes))
            ORDER BY s.name_key, s.id LIMIT 200
            """
        ) { row in (id: try row.next(ID<SupportService>.self), name: try row.next(String.self)) }
    }
}

extension ArrivalFacts {
    /// Reads gender, age group, language and needs, in this order.
    fileprivate init(_ row: any Row) throws {
        self.init(
            gender: try row.next(), ageGroup: try row.next(), language: try row.next(),
            needs: try row.next(String.self).split(separator: " ").map(String.init))
    }
}
