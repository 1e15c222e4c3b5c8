import Access
import Kernel
import Store

/// Which visits a list shows.
package struct VisitQuery: Sendable, Hashable {
    package enum Span: String, Sendable, CaseIterable {
        /// From today on, the next one first.
        case upcoming
        /// Before today, the latest first.
        case past
        /// Every visit, the latest first.
        case all
    }

    package var span: Span
    package var status: VisitStatus?
    package var concern: ID<Concern>?
    /// Where the page begins, as `Listing.next` of the page before said.
    package var after: String?
    package var size: Int

    package init(
        span: Span = .upcoming, status: VisitStatus? = nil, concern: ID<Concern>? = nil, after: String? = nil,
        size: Int = 25
    ) {
        self.span = span
        self.status = status
        self.concern = concern
        self.after = after
        self.size = min(max(size, 1), 100)
    }

    /// False when `after` is given and no page ends there.
    package var hasReadableStart: Bool { after == nil || start != nil }

    /// The day and the visit after which the page goes on; nil for the first page and for an unreadable key.
    var start: DayCursor<Visit>? { after.flatMap { DayCursor($0) } }
}

extension Reading {
    /// A page of the visits that the viewer may see.
    package func visits(_ query: VisitQuery) throws -> Listing<VisitLine> {
        var conditions: [Statement] = []
        switch query.span {
        case .upcoming: conditions.append("v.visited_on >= \(moment.day)")
        case .past: conditions.append("v.visited_on < \(moment.day)")
        case .all: break
        }
        if let status = query.status { conditions.append("v.status = \(status)") }
        if let concern = query.concern { conditions.append("v.concern_id = \(concern)") }
        let isForward = query.span == .upcoming
        if let start = query.start {
            conditions.append(
                isForward
                    ? "(v.visited_on, v.id) > (\(start.day), \(start.id))" : "(v.visited_on, v.id) < (\(start.day), \(start.id))")
        }
        let order: Statement = isForward ? "v.visited_on, v.id" : "v.visited_on DESC, v.id DESC"
        let lines = try rows(
            """
            SELECT v.id, v.reference, v.status, v.visited_on, v.starts_at, p.label, v.place, v.location_type, t.label,
                v.concern_id, o.name, v.risk_level
            FROM \(visible(.visits)) v
            JOIN partnership_terms p ON p.id = v.purpose_id
            LEFT JOIN partnership_terms t ON t.id = v.town_id
            LEFT JOIN organisations o ON o.id = v.lead_organisation_id
            WHERE \(all: conditions) ORDER BY \(order) LIMIT \(query.size + 1)
            """
        ) { row in
            VisitLine(
                id: try row.next(), reference: try row.next(), status: try row.next(), visitedOn: try row.next(),
                startsAt: try row.next(), purpose: try row.next(), place: try row.next(),
                locationType: try row.next(), town: try row.next(String?.self) ?? "", concern: try row.next(),
                leadName: try row.next(String?.self) ?? "", riskLevel: try row.next())
        }
        let page = Listing(rows: lines, size: query.size, key: \.key)
        return Listing(items: try counted(page.items), next: page.next)
    }

    /// The same lines with their agencies, interventions and people screened.
    private func counted(_ lines: [VisitLine]) throws -> [VisitLine] {
        guard !lines.isEmpty else { return [] }
        let ids = lines.map(\.id)
        let agencies = try rows(
            """
            SELECT a.visit_id, COUNT(*), SUM(CASE WHEN a.attended = 'yes' THEN 1 ELSE 0 END)
            FROM \(visible(.visitAgencies)) a WHERE a.visit_id IN \(in: ids) GROUP BY a.visit_id
            """
        ) { row in (try row.next(ID<Visit>.self), try row.next(Int.self), try row.next(Int.self)) }
        let screened = try rows(
            """
            SELECT s.visit_id, COUNT(*) FROM \(visible(.screenings)) s
            WHERE s.visit_id IN \(in: ids) GROUP BY s.visit_id
            """
        ) { row in (try row.next(ID<Visit>.self), try row.next(Int.self)) }
        let asked = Dictionary(agencies.map { ($0.0, ($0.1, $0.2)) }) { first, _ in first }
        let met = Dictionary(screened) { first, _ in first }
        return lines.map { line in
            var line = line
            (line.agencies, line.interventions) = asked[line.id] ?? (0, 0)
            line.screened = met[line.id] ?? 0
            return line
        }
    }

    /// One visit with its concern, agencies and tasks. Throws `AccessError.notVisible`.
    package func visit(_ id: ID<Visit>) throws -> VisitDetail {
        let found = try first(
            """
            SELECT v.id, v.version, v.reference, v.status, p.id, p.label, v.visited_on, v.starts_at, v.place,
                v.postcode, v.location_type, t.id, t.label, v.is_occupied, v.lead_organisation_id, v.lead_reason,
                v.notice, v.warrant, v.risks, v.risk_level, v.safety_officer, v.interpreters, v.reception,
                v.meeting_point, v.briefing, v.debrief, v.lessons, v.concern_id, v.created_at
            FROM \(visible(.visits)) v
            JOIN partnership_terms p ON p.id = v.purpose_id
            LEFT JOIN partnership_terms t ON t.id = v.town_id
            WHERE v.id = \(id)
            """, Reading.visitDetail)
        guard var visit = found else { throw AccessError.notVisible }
        if let concern = visit.concernID { visit.concern = try self.concern(.id(concern)) }
        visit.agencies = try agencies(of: id)
        visit.tasks = try tasks(of: id)
        return visit
    }

    private static func visitDetail(_ row: any Row) throws -> VisitDetail {
        func term() throws -> TermReference? {
            let id = try row.next(ID<Term>?.self)
            let label = try row.next(String?.self)
            guard let id, let label else { return nil }
            return TermReference(id: id, label: label)
        }
        return VisitDetail(
            id: try row.next(), version: try row.next(), reference: try row.next(), status: try row.next(),
            purpose: TermReference(id: try row.next(), label: try row.next()), visitedOn: try row.next(),
            startsAt: try row.next(), place: try row.next(), postcode: try row.next(), locationType: try row.next(),
            town: try term(), occupancy: try row.next(), lead: try row.next(), leadReason: try row.next(),
            notice: try row.next(), warrant: try row.next(), risks: try row.next(), riskLevel: try row.next(),
            safetyOfficer: try row.next(), interpreters: try row.next(),
            isReceptionNamed: try row.next(String.self) == VisitFields.named,
            meetingPoint: try row.next(), briefing: try row.next(), debrief: try row.next(), lessons: try row.next(),
            concernID: try row.next(), createdAt: try row.next())
    }

    private func agencies(of visit: ID<Visit>) throws -> [AgencyAttendance] {
        try rows(
            """
            SELECT a.organisation_id, o.name, o.kind, a.version, a.role, a.power, a.officers, a.attended, a.minutes,
                a.power_used, a.entry, a.found, a.did
            FROM \(visible(.visitAgencies)) a JOIN organisations o ON o.id = a.organisation_id
            WHERE a.visit_id = \(visit) ORDER BY CASE WHEN a.role = 'lead' THEN 0 ELSE 1 END, o.name_key
            """
        ) { row in
            AgencyAttendance(
                organisation: try row.next(), name: try row.next(), kind: try row.next(), version: try row.next(),
                role: try row.next(), power: try row.next(), officers: try row.next(), attended: try row.next(),
                minutes: try row.next(), powerUsed: try row.next(), entry: try row.next(), found: try row.next(),
                did: try row.next())
        }
    }

    private func tasks(of visit: ID<Visit>) throws -> [VisitTask] {
        try visitTasks("k.visit_id = \(visit)")
    }

    /// One task of a visit. Throws `AccessError.notVisible`.
    func task(_ id: ID<WorkTask>, of visit: ID<Visit>) throws -> VisitTask {
        guard let found = try visitTasks("k.id = \(id) AND k.visit_id = \(visit)").first else {
            throw AccessError.notVisible
        }
        return found
    }

    private func visitTasks(_ condition: Statement) throws -> [VisitTask] {
        try rows(
            """
            SELECT k.id, k.title, k.strand, k.version, k.organisation_id, o.name, k.due_on, k.is_open, k.result, k.done_at
            FROM \(visible(.tasks)) k JOIN organisations o ON o.id = k.organisation_id
            WHERE \(condition) ORDER BY k.due_on, k.id
            """
        ) { row in
            VisitTask(
                id: try row.next(), title: try row.next(), strand: try row.next(), version: try row.next(),
                organisation: try row.next(), organisationName: try row.next(), dueOn: try row.next(),
                isOpen: try row.next(), result: try row.next(), doneAt: try row.next())
        }
    }

    /// What a visit is called; nil where the viewer does not see it.
    func reference(of visit: ID<Visit>) throws -> String? {
        try value("SELECT v.reference FROM \(visible(.visits)) v WHERE v.id = \(visit)", as: String.self)
    }

    /// Whether the viewer may know where people met on this visit, which they see, are received: the coordinator; of the
    /// agencies on it those that do not enforce; members of an enforcing one whom the concern's circle lets see the victims.
    package func mayOpenReception(of visit: VisitDetail) throws -> Bool {
        if try maySeeIdentities(ofConcern: visit.concernID) { return true }
        guard viewer.has(.member) || viewer.has(.visitTeam), let organisation = viewer.organisation else { return false }
        return try value("SELECT is_enforcement FROM organisations WHERE id = \(organisation)", as: Bool.self) == false
    }
}

extension VisitDetail {
    /// The plan as it stands, for changing it and for checking whether it is complete.
    package var plan: VisitPlan {
        VisitPlan(
            concern: concernID, purpose: purpose.label, visitedOn: visitedOn, startsAt: startsAt, place: place,
            postcode: postcode, locationType: locationType, town: town?.id, occupancy: occupancy,
            agencies: agencies.map {
                PlannedAgency(organisation: $0.organisation, role: $0.role, power: $0.power, officers: $0.officers)
            }, lead: lead, leadReason: leadReason, notice: notice, warrant: warrant, risks: risks,
            riskLevel: riskLevel, safetyOfficer: safetyOfficer, interpreters: interpreters,
            keepsReception: isReceptionNamed, meetingPoint: meetingPoint, briefing: briefing)
    }
}
