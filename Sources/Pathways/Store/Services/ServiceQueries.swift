import Access
import Kernel
import Partnerships
import Store

/// Which services a page of the directory holds.
package struct ServiceQuery: Sendable, Hashable {
    package var capability = ""
    package var group = ""
    /// The identifier of a town.
    package var area = ""
    package var hasPlaces = false
    /// Nil for all that are not ended.
    package var status: ServiceStatus?
    package var after: Cursor?
    package var size = 50

    package init() {}

    /// The line after which a page begins.
    package typealias Cursor = NameCursor<SupportService>
}

extension Reading {
    func towns() throws -> [TermSummary] { try terms(of: try ownPartnership, kind: "town") }

    func serviceGround() throws -> ServiceGround {
        ServiceGround(towns: try towns(), members: try members(of: try ownPartnership))
    }

    /// A page of the directory by name.
    package func services(_ query: ServiceQuery) throws -> Listing<ServiceLine> {
        var conditions: [Statement] = ["s.partnership_id = \(try ownPartnership)"]
        if let status = query.status {
            conditions.append("s.status = \(status)")
        } else {
            conditions.append("s.status <> 'ended'")
        }
        func holds(_ kind: String, _ codes: [String]) -> Statement {
            """
            EXISTS (SELECT 1 FROM \(visible(.serviceTerms)) t WHERE t.service_id = s.id AND t.kind = \(kind)
                AND t.code IN \(in: codes))
            """
        }
        if !query.capability.isEmpty { conditions.append(holds("capability", [query.capability])) }
        if !query.group.isEmpty {
            // Whoever names no group takes everybody.
            conditions.append(
                """
                \(holds("eligibility", [query.group])) OR NOT EXISTS (SELECT 1 FROM \(visible(.serviceTerms)) n
                    WHERE n.service_id = s.id AND n.kind = 'eligibility')
                """)
        }
        if !query.area.isEmpty { conditions.append(holds("area", [query.area, ServiceFacts.wholeArea])) }
        if query.hasPlaces { conditions.append("s.places_free > 0") }
        if let after = query.after { conditions.append("(s.name_key, s.id) > (\(after.key), \(after.id))") }
        var lines = try rows(
            """
            SELECT s.id, s.name, COALESCE(o.name, s.provider), s.status, s.capacity, s.places_free, s.told_on, s.name_key
            FROM \(visible(.supportServices)) s LEFT JOIN organisations o ON o.id = s.organisation_id
            WHERE \(all: conditions) ORDER BY s.name_key, s.id LIMIT \(query.size + 1)
            """
        ) { row in
            ServiceLine(
                id: try row.next(), name: try row.next(), providerName: try row.next(), capabilities: [],
                status: try row.next(), capacity: try row.next(), placesFree: try row.next(), toldOn: try row.next(),
                nameKey: try row.next())
        }
        let marks = try terms(ofServices: lines.map(\.id))
        lines = lines.map { line in
            ServiceLine(
                id: line.id, name: line.name, providerName: line.providerName,
                capabilities: marks[line.id]?["capability"] ?? [], status: line.status, capacity: line.capacity,
                placesFree: line.placesFree, toldOn: line.toldOn, nameKey: line.nameKey)
        }
        return Listing(rows: lines, size: query.size) { NameCursor($0.nameKey, $0.id).text }
    }

    /// What each service offers, to whom and where: codes by kind.
    private func terms(ofServices ids: [ID<SupportService>]) throws -> [ID<SupportService>: [String: [String]]] {
        var found: [ID<SupportService>: [String: [String]]] = [:]
        try forEach(
            "SELECT t.service_id, t.kind, t.code FROM \(visible(.serviceTerms)) t WHERE t.service_id IN \(in: ids) ORDER BY t.code"
        ) { row in
            let id: ID<SupportService> = try row.next()
            let kind: String = try row.next()
            found[id, default: [:]][kind, default: []].append(try row.next())
        }
        return found
    }

    /// One entry of the directory; nil where the viewer sees none.
    func visibleService(_ id: ID<SupportService>) throws -> ServiceDetail? {
        do { return try service(id) } catch AccessError.notVisible { return nil }
    }

    /// The services that a form of support offers, by name: all but those that nobody decided on.
    ///
    /// - Parameter codes: of what they have to offer one; nil for whatever they offer.
    func serviceChoices(offering codes: [String]?) throws -> [ServiceChoice] {
        var conditions: [Statement] = ["s.partnership_id = \(try ownPartnership)", "s.status <> 'proposed'"]
        if let codes {
            conditions.append(
                """
                EXISTS (SELECT 1 FROM \(visible(.serviceTerms)) t WHERE t.service_id = s.id AND t.kind = 'capability'
                    AND t.code IN \(in: codes))
                """)
        }
        return try rows(
            """
            SELECT s.id, s.name, s.status, s.places_free, s.told_on FROM \(visible(.supportServices)) s
            WHERE \(all: conditions) ORDER BY s.name_key, s.id
            """
        ) { row in
            ServiceChoice(
                id: try row.next(), name: try row.next(), status: try row.next(), placesFree: try row.next(),
                toldOn: try row.next())
        }
    }

    /// How many people stay in each service today, by the stays that this viewer sees.
    ///
    /// A coordinator sees every stay of the partnership. A member sees those of the people with whom it works, so what it is
    /// shown tells it of nobody else: it is never the whole number, and the whole number is never worked into anything that a
    /// member is shown, since a flat with one place would tell that somebody is in it. Nor does the provider learn it by
    /// owning the service: who lives there is known to it, and not who among them is known here.
    func staysKnown(at service: ID<SupportService>? = nil) throws -> [ID<SupportService>: Int] {
        var conditions: [Statement] = [
            "e.partnership_id = \(try ownPartnership)", "e.kind = 'stay'", "e.is_open = 1", "e.status = 'current'",
            "e.starts_on <= \(moment.day)", "(e.ends_on IS NULL OR e.ends_on >= \(moment.day))",
        ]
        conditions.append(service.map { "e.service_id = \($0)" } ?? "e.service_id IS NOT NULL")
        var found: [ID<SupportService>: Int] = [:]
        try forEach(
            "SELECT e.service_id, COUNT(*) FROM \(visible(.supportEntries)) e WHERE \(all: conditions) GROUP BY e.service_id"
        ) { row in
            let id: ID<SupportService> = try row.next()
            found[id] = try row.next()
        }
        return found
    }

    /// One entry of the directory. Throws `AccessError.notVisible`.
    package func service(_ id: ID<SupportService>) throws -> ServiceDetail {
        let marks = try terms(ofServices: [id])[id] ?? [:]
        let found = try first(
            """
            SELECT s.id, s.version, s.status, s.status_reason, s.organisation_id, s.provider, s.name, s.capacity, s.contact,
                s.hours, s.note, s.valid_from, s.valid_until, COALESCE(o.name, s.provider), s.places_free, s.told_on,
                s.has_address, s.reassess_on
            FROM \(visible(.supportServices)) s LEFT JOIN organisations o ON o.id = s.organisation_id WHERE s.id = \(id)
            """
        ) { row in
            ServiceDetail(
                id: try row.next(), version: try row.next(), status: try row.next(), statusReason: try row.next(),
                facts: ServiceFacts(
                    organisation: try row.next(), provider: try row.next(), name: try row.next(),
                    capabilities: marks["capability"] ?? [], groups: marks["eligibility"] ?? [], areas: marks["area"] ?? [],
                    capacity: try row.next(), contact: try row.next(), hours: try row.next(), note: try row.next(),
                    validFrom: try row.next(), validUntil: try row.next()),
                providerName: try row.next(), placesFree: try row.next(), toldOn: try row.next(),
                hasAddress: try row.next(), reassessOn: try row.next())
        }
        guard let found else { throw AccessError.notVisible }
        return found
    }

    /// The newest assessment of a provider, which decides; nil where there is none or the viewer may not read it.
    func newestAssessment(of service: ID<SupportService>) throws -> AssessmentLine? {
        try assessments(of: service, limit: 1).first
    }

    /// What was found out about a provider, the newest first; empty where the viewer may not read it.
    package func assessments(of service: ID<SupportService>, limit: Int = 20) throws -> [AssessmentLine] {
        var lines = try rows(
            """
            SELECT a.id, a.assessed_on, o.name, p.name, a.result, a.reason, a.next_due_on, a.has_notes
            FROM \(visible(.serviceAssessments)) a LEFT JOIN organisations o ON o.id = a.organisation_id
            LEFT JOIN people p ON p.id = a.person_id
            WHERE a.service_id = \(service) ORDER BY a.assessed_on DESC, a.recorded_at DESC LIMIT \(limit)
            """
        ) { row in
            AssessmentLine(
                id: try row.next(), assessedOn: try row.next(), organisationName: try row.next(String?.self) ?? "",
                personName: try row.next(String?.self) ?? "", result: try row.next(), reason: try row.next(),
                nextDueOn: try row.next(), hasNotes: try row.next(), answers: [:])
        }
        var answers: [ID<ServiceAssessment>: [String: PointAnswer]] = [:]
        try forEach(
            """
            SELECT t.assessment_id, t.point, t.answer FROM \(visible(.assessmentPoints)) t
            WHERE t.assessment_id IN \(in: lines.map(\.id))
            """
        ) { row in answers[try row.next(), default: [:]][try row.next(String.self)] = try row.next() }
        for index in lines.indices { lines[index].answers = answers[lines[index].id] ?? [:] }
        return lines
    }

    /// Approved providers whose next assessment is due within six weeks, the oldest due first; for the coordinator and for
    /// the provider's own people.
    package func assessmentsDue() throws -> [AssessmentDue] {
        var conditions: [Statement] = [
            "s.partnership_id = \(try ownPartnership)", "s.reassess_on <= \(moment.day.adding(days: 42))",
            "s.status IN ('approved', 'suspended')",
        ]
        if !viewer.isCoordinator { conditions.append("s.organisation_id = \(viewer.organisation)") }
        return try rows(
            """
            SELECT s.id, s.name, s.reassess_on FROM \(visible(.supportServices)) s
            WHERE \(all: conditions) ORDER BY s.reassess_on, s.id LIMIT 100
            """
        ) { row in AssessmentDue(service: try row.next(), name: try row.next(), dueOn: try row.next()) }
    }

    /// Every service that people can be sent to on a day. What was told of free places is cut to what the stays that the viewer
    /// sees leave of them.
    package func offers(on day: Day) throws -> [ServiceGaps.Offer] {
        let open = try rows(
            """
            SELECT s.id, s.capacity, s.places_free FROM \(visible(.supportServices)) s
            WHERE s.partnership_id = \(try ownPartnership) AND \(.isOnOffer(day)) ORDER BY s.name_key, s.id LIMIT 2000
            """
        ) { row in (try row.next(ID<SupportService>.self), try row.next(Int?.self), try row.next(Int?.self)) }
        let marks = try terms(ofServices: open.map(\.0))
        let stays = try staysKnown()
        return open.map { id, capacity, told in
            ServiceGaps.Offer(
                capabilities: Set(marks[id]?["capability"] ?? []), groups: Set(marks[id]?["eligibility"] ?? []),
                areas: Set(marks[id]?["area"] ?? []),
                placesFree: ServiceGaps.placesFree(told: told, capacity: capacity, stays: stays[id] ?? 0))
        }
    }
}
