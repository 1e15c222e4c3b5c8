import Access
import Kernel
import Store

extension Reading {
    /// A page of concerns: those in immediate danger first, then the newest.
    package func concerns(matching query: ConcernQuery) throws -> Listing<ConcernLine> {
        if !query.search.isEmpty { return try found(query) }
        var conditions: [Statement] = []
        switch query.stage {
        case .open: conditions.append("c.is_open = 1")
        case .all: break
        case .awaitingCheck: conditions.append("c.is_open = 1 AND c.status = 'awaiting-check'")
        case .raised: conditions.append("c.is_open = 1 AND c.status = 'raised'")
        case .triaged: conditions.append("c.is_open = 1 AND c.status = 'triaged'")
        case .scoping: conditions.append("c.is_open = 1 AND c.status = 'scoping'")
        case .response: conditions.append("c.is_open = 1 AND c.status = 'response'")
        case .closed: conditions.append("c.is_open = 0")
        }
        if let town = query.town { conditions.append("c.town_id = \(town)") }
        if let after = query.after {
            conditions.append(
                "(c.immediate_danger, c.received_on, c.id) < (\(after.danger), \(after.receivedOn), \(after.id))")
        }
        let lines = try concernLines(where: "\(all: conditions)", limit: query.size + 1)
        return Listing(rows: lines, size: query.size) { ConcernQuery.Cursor($0).text }
    }

    /// The concerns that hold the words, the newest first. A telephone number or a registration mark is found however it is
    /// written.
    private func found(_ query: ConcernQuery) throws -> Listing<ConcernLine> {
        var search = WordSearch(query.search)
        search.orKey(MatchKeys.phone(query.search))
        let vehicle = MatchKeys.vehicle(query.search)
        if vehicle.count <= 10, query.search.contains(where: \.isNumber) { search.orKey(vehicle.lowercased()) }
        var lines: [ConcernLine] = []
        for matches in try matches(of: search, after: query.after?.id) where lines.count <= query.size {
            lines = try rows(
                """
                SELECT \(ConcernLine.columns) FROM \(matches.source) CROSS JOIN \(visible(.concerns)) c
                WHERE c.id = w.concern_id AND \(matches.condition)
                ORDER BY \(matches.order) LIMIT \(query.size + 1)
                """, ConcernLine.init)
        }
        return Listing(rows: lines, size: query.size) { ConcernQuery.Cursor($0).text }
    }

    func concernLines(where condition: Statement, limit: Int) throws -> [ConcernLine] {
        try rows(
            """
            SELECT \(ConcernLine.columns) FROM \(visible(.concerns)) c
            WHERE \(condition)
            ORDER BY c.immediate_danger DESC, c.received_on DESC, c.id DESC LIMIT \(limit)
            """, ConcernLine.init)
    }

    /// One concern; throws `AccessError.notVisible` where the viewer has none with this identifier.
    package func concern(_ id: ID<Concern>) throws -> ConcernDetail {
        let found = try first(
            """
            SELECT c.id, c.reference, c.version, c.received_on, c.received_at, c.channel, c.source,
                c.source_organisation_id, so.name, rp.name, c.status, c.immediate_danger, c.police_incident, c.summary,
                c.seen, c.inferred, c.happens_when, c.how_known, c.location_type, c.place, c.postcode, c.place_key,
                c.town_id, tt.label, c.ward_id, tw.label, c.residence, c.residence_key, c.residence_town_id,
                c.nationality, c.people_count, c.children_present, c.reporter_contact, c.reporter_safe_way, c.threat,
                c.harm, c.risk, c.investigation, c.vulnerability, c.engagement, c.triaged_at, c.response,
                c.response_decided_at, c.lead_organisation_id, lo.name, c.report_back_on, c.planning_meeting_on,
                c.planning_meeting_notes, c.tactical_plan, c.joined_to, c.closing_reason, c.closing_summary,
                c.report_back, c.closed_at
            FROM \(visible(.concerns)) c
            LEFT JOIN organisations so ON so.id = c.source_organisation_id
            LEFT JOIN organisations lo ON lo.id = c.lead_organisation_id
            LEFT JOIN people rp ON rp.id = c.recorded_by
            LEFT JOIN partnership_terms tt ON tt.id = c.town_id
            LEFT JOIN partnership_terms tw ON tw.id = c.ward_id
            WHERE c.id = \(id)
            """
        ) { row in
            ConcernDetail(
                id: try row.next(), reference: try row.next(), version: try row.next(), receivedOn: try row.next(),
                receivedAt: try row.next(), channel: try row.next(), source: try row.next(),
                sourceOrganisation: try row.next(), sourceOrganisationName: try row.next(),
                recordedBy: try row.next(), status: try row.next(), immediateDanger: try row.next(),
                policeIncident: try row.next(), summary: try row.next(), seen: try row.next(),
                inferred: try row.next(), happensWhen: try row.next(), howKnown: try row.next(),
                locationType: try row.next(), place: try row.next(), postcode: try row.next(),
                placeKey: try row.next(), townID: try row.next(), town: try row.next(), wardID: try row.next(),
                ward: try row.next(), residence: try row.next(), residenceKey: try row.next(),
                residenceTownID: try row.next(), nationality: try row.next(), peopleCount: try row.next(),
                childrenPresent: try row.next(), reporterContact: try row.next(), reporterSafeWay: try row.next(),
                thrive: Thrive(
                    threat: try row.next(), harm: try row.next(), risk: try row.next(),
                    investigation: try row.next(), vulnerability: try row.next(), engagement: try row.next()),
                triagedAt: try row.next(), response: try row.next(), responseDecidedAt: try row.next(),
                leadOrganisation: try row.next(), leadOrganisationName: try row.next(),
                reportBackOn: try row.next(), planningMeetingOn: try row.next(),
                planningMeetingNotes: try row.next(), tacticalPlan: try row.next(), joinedTo: try row.next(),
                closingReason: try row.next(), closingSummary: try row.next(), reportBack: try row.next(),
                closedAt: try row.next())
        }
        guard var concern = found else { throw AccessError.notVisible }
        concern.exploitation = try rows(
            "SELECT e.exploitation_type FROM \(visible(.concernExploitation)) e WHERE e.concern_id = \(id) ORDER BY 1"
        ) { try $0.next() }
        concern.indicators = try rows(
            "SELECT i.indicator FROM \(visible(.concernIndicators)) i WHERE i.concern_id = \(id) ORDER BY 1"
        ) { try $0.next() }
        concern.mentions = try rows(
            """
            SELECT m.id, m.kind, m.role, m.description, m.value_text, m.value_key
            FROM \(visible(.mentions)) m WHERE m.concern_id = \(id) ORDER BY m.position
            """
        ) { row in
            MentionDetail(
                id: try row.next(), kind: try row.next(), role: try row.next(), description: try row.next(),
                value: try row.next(), valueKey: try row.next(), hasName: false)
        }
        return concern
    }

    /// Earlier or later concerns at the same place or home, or with the same telephone or vehicle; at most 20.
    package func concernsLike(_ concern: ConcernDetail) throws -> [EarlierConcern] {
        var reasons: [ID<Concern>: Set<String>] = [:]
        func collect(_ reason: String, _ statement: Statement) throws {
            for id in try rows(statement, { try $0.next(ID<Concern>.self) }) where id != concern.id {
                reasons[id, default: []].insert(reason)
            }
        }
        for key in Set([concern.placeKey, concern.residenceKey]) where !key.isEmpty {
            // The indexes hold only what has a key, and are used where a statement says that it wants no other.
            try collect(
                "same place",
                "SELECT c.id FROM \(visible(.concerns)) c WHERE c.place_key = \(key) AND c.place_key <> '' LIMIT 20")
            try collect(
                "same home", "SELECT c.id FROM \(visible(.concerns)) c WHERE c.residence_key = \(key) AND c.residence_key <> '' LIMIT 20")
        }
        for mention in concern.mentions where !mention.valueKey.isEmpty {
            let reason =
                switch mention.kind {
                case "phone": "same telephone"
                case "vehicle": "same vehicle"
                default: "same \(mention.kind)"
                }
            try collect(
                reason,
                """
                SELECT m.concern_id FROM \(visible(.mentions)) m
                WHERE m.kind = \(mention.kind) AND m.value_key = \(mention.valueKey) LIMIT 20
                """)
        }
        if reasons.isEmpty { return [] }
        let apart = Set(
            try rows("SELECT n.other_id FROM \(visible(.notTheSame)) n WHERE n.concern_id = \(concern.id)") {
                try $0.next(ID<Concern>.self)
            })
        let ids = Array(reasons.keys.filter { !apart.contains($0) }.prefix(20))
        return try concernLines(where: "c.id IN \(in: ids)", limit: 20).map { line in
            EarlierConcern(line: line, reasons: (reasons[line.id] ?? []).sorted())
        }
    }
}

extension ConcernLine {
    fileprivate static let columns: Statement = """
        c.id, c.reference, c.received_on, c.status, c.immediate_danger, c.location_type,
        (SELECT t.label FROM partnership_terms t WHERE t.id = c.town_id), c.response, c.summary
        """

    fileprivate init(_ row: any Row) throws {
        self.init(
            id: try row.next(), reference: try row.next(), receivedOn: try row.next(), status: try row.next(),
            immediateDanger: try row.next(), locationType: try row.next(), town: try row.next(String?.self) ?? "",
            response: try row.next(), summary: try row.next())
    }
}

extension ConcernQuery.Cursor {
    fileprivate init(_ line: ConcernLine) {
        self.init(danger: line.immediateDanger, receivedOn: line.receivedOn, id: line.id)
    }
}
