import Access
import Kernel
import Store

/// Which potential victims a list holds.
package struct VictimQuery: Sendable, Hashable {
    package enum Stage: String, Sendable, CaseIterable {
        case open, all, closed
    }

    package var stage: Stage
    package var concern: ID<Concern>?
    package var after: Cursor?
    package var size: Int

    package init(stage: Stage = .open, concern: ID<Concern>? = nil, after: Cursor? = nil, size: Int = 50) {
        self.stage = stage
        self.concern = concern
        self.after = after
        self.size = size
    }

    package typealias Cursor = DayCursor<PotentialVictim>
}

extension Reading {
    /// A page of potential victims, the newest first.
    package func victims(_ query: VictimQuery) throws -> Listing<VictimLine> {
        var conditions: [Statement] = []
        switch query.stage {
        case .open: conditions.append("v.status = 'open'")
        case .all: break
        case .closed: conditions.append("v.status = 'closed'")
        }
        if let concern = query.concern { conditions.append("v.concern_id = \(concern)") }
        if let after = query.after { conditions.append("(v.opened_on, v.id) < (\(after.day), \(after.id))") }
        let lines = try rows(
            """
            SELECT v.id, v.reference, v.opened_on, v.age_basis, v.age_group, v.adult_from_month, v.gender, o.name, v.status,
                (SELECT r.status FROM \(visible(.referrals)) r WHERE r.victim_id = v.id AND r.status <> 'void'
                    ORDER BY r.started_on DESC, r.id DESC LIMIT 1),
                (SELECT c.answer FROM \(visible(.consents)) c WHERE c.victim_id = v.id AND c.purpose = 'nrm'
                    ORDER BY c.position DESC LIMIT 1),
                (SELECT MIN(e.level) FROM \(visible(.supportEntries)) e WHERE e.victim_id = v.id AND e.kind = 'risk'
                    AND e.is_open = 1 AND e.level IN ('critical', 'high'))
            FROM \(visible(.potentialVictims)) v LEFT JOIN organisations o ON o.id = v.lead_organisation_id
            WHERE \(all: conditions)
            ORDER BY v.opened_on DESC, v.id DESC LIMIT \(query.size + 1)
            """
        ) { [today = moment.day] row in
            VictimLine(
                id: try row.next(), reference: try row.next(), openedOn: try row.next(),
                age: AgeStanding(basis: try row.next(), group: try row.next())
                    .grown(adultFromMonth: try row.next(), today: today), gender: try row.next(),
                leadName: try row.next(String?.self) ?? "", isOpen: try row.next(String.self) == "open",
                referralStatus: try row.next(), referralConsent: try row.next(),
                risk: try row.next(String?.self).flatMap(RiskScore.Level.init))
        }
        return Listing(rows: lines, size: query.size) { DayCursor($0.openedOn, $0.id).text }
    }

    /// One potential victim. Throws `AccessError.notVisible`.
    package func victim(_ id: ID<PotentialVictim>) throws -> VictimDetail {
        let exploitation = try rows(
            "SELECT e.exploitation_type FROM \(visible(.victimExploitation)) e WHERE e.victim_id = \(id) ORDER BY 1",
            { try $0.next(String.self) })
        let found = try first(
            """
            SELECT v.id, v.reference, v.version, v.status, v.concern_id, v.screening_id, v.opened_on, v.organisation_id,
                v.lead_organisation_id, o.name, v.nation, v.town_id, v.local_authority, v.age_basis, v.age_group,
                v.adult_from_month, v.child_at_exploitation,
                v.gender, v.nationality, v.second_nationality, v.language, v.interpreter, v.capacity, t.label,
                v.adult_from_month, v.has_identity, v.contact_rule, v.unsafe_ways, v.closed_on, v.closing_reason
            FROM \(visible(.potentialVictims)) v LEFT JOIN organisations o ON o.id = v.lead_organisation_id
            LEFT JOIN partnership_terms t ON t.id = v.town_id WHERE v.id = \(id)
            """
        ) { [today = moment.day] row in
            VictimDetail(
                id: try row.next(), reference: try row.next(), version: try row.next(),
                isOpen: try row.next(String.self) == "open", concern: try row.next(), screening: try row.next(),
                openedOn: try row.next(), organisation: try row.next(), lead: try row.next(),
                leadName: try row.next(String?.self) ?? "",
                facts: VictimFacts(
                    nation: try row.next(), town: try row.next(), localAuthority: try row.next(),
                    age: AgeStanding(basis: try row.next(), group: try row.next())
                        .grown(adultFromMonth: try row.next(), today: today),
                    childAtExploitation: try row.next(), gender: try row.next(), nationality: try row.next(),
                    secondNationality: try row.next(), language: try row.next(), interpreter: try row.next(),
                    capacity: RouteFacts.Capacity(rawValue: try row.next()) ?? .inDoubt, exploitation: exploitation),
                town: try row.next(String?.self) ?? "", adultFromMonth: try row.next(), hasIdentity: try row.next(),
                contactRule: try row.next(), unsafeWays: ContactWay.set(try row.next(String.self)),
                closedOn: try row.next(), closingReason: try row.next())
        }
        guard let found else { throw AccessError.notVisible }
        return found
    }

    /// The consent ledger of somebody.
    package func ledger(of victim: ID<PotentialVictim>) throws -> ConsentLedger {
        ConsentLedger(
            try rows(
                """
                SELECT c.id, c.purpose, c.answer, c.answered_on, c.recorded_at, o.name, p.name, c.explained_by, c.method,
                    c.language, c.interpreter, c.capacity, c.reason
                FROM \(visible(.consents)) c LEFT JOIN organisations o ON o.id = c.organisation_id
                LEFT JOIN people p ON p.id = c.person_id WHERE c.victim_id = \(victim) ORDER BY c.position DESC
                """
            ) { row in
                ConsentRecord(
                    id: try row.next(), purpose: try row.next(), answer: try row.next(), answeredOn: try row.next(),
                    recordedAt: try row.next(), organisationName: try row.next(String?.self) ?? "",
                    personName: try row.next(String?.self) ?? "", explainedBy: try row.next(), method: try row.next(),
                    language: try row.next(), interpreter: try row.next(), capacity: try row.next(),
                    reason: try row.next())
            })
    }

    /// The organisations that work with somebody, then those that did.
    package func circle(of victim: ID<PotentialVictim>) throws -> [VictimCircleMember] {
        try rows(
            """
            SELECT k.organisation_id, o.name, o.is_enforcement, k.added_at, k.removed_at
            FROM \(visible(.victimCircles)) k JOIN organisations o ON o.id = k.organisation_id
            WHERE k.victim_id = \(victim)
            ORDER BY CASE WHEN k.removed_at IS NULL THEN 0 ELSE 1 END, k.added_at, o.name
            """
        ) { row in
            VictimCircleMember(
                organisation: try row.next(), name: try row.next(), isEnforcement: try row.next(),
                addedAt: try row.next(), removedAt: try row.next())
        }
    }

    /// When and by whom accounts were taken down, the oldest first.
    package func accounts(of victim: ID<PotentialVictim>) throws -> [AccountLine] {
        try rows(
            """
            SELECT a.id, a.taken_on, o.name, p.name, a.source, a.language, a.interpreter
            FROM \(visible(.victimAccounts)) a LEFT JOIN organisations o ON o.id = a.organisation_id
            LEFT JOIN people p ON p.id = a.person_id WHERE a.victim_id = \(victim) ORDER BY a.position
            """
        ) { row in
            AccountLine(
                id: try row.next(), takenOn: try row.next(), organisationName: try row.next(String?.self) ?? "",
                personName: try row.next(String?.self) ?? "", source: try row.next(), language: try row.next(),
                interpreter: try row.next())
        }
    }

    /// The referrals of somebody, the newest first.
    package func referrals(of victim: ID<PotentialVictim>) throws -> [ReferralLine] {
        try referralLines("r.victim_id = \(victim)", order: "r.started_on DESC, r.id DESC", limit: 100)
    }

    /// When somebody was met: on the day of the visit where their pathway was begun from a screening that the viewer sees,
    /// else on the day on which it was begun.
    func encounteredOn(_ victim: VictimDetail) throws -> Day {
        guard let screening = victim.screening else { return victim.openedOn }
        let visited = try first(
            """
            SELECT t.visited_on FROM \(visible(.screenings)) s JOIN \(visible(.visits)) t ON t.id = s.visit_id
            WHERE s.id = \(screening)
            """
        ) { try $0.next(Day?.self) }
        return visited.flatMap { $0 } ?? victim.openedOn
    }

    package func referralLines(_ condition: Statement, order: Statement, limit: Int) throws -> [ReferralLine] {
        try rows(
            """
            SELECT r.id, r.victim_id, r.reference, r.version, r.kind, r.is_anonymous, r.status, r.started_on,
                r.encountered_on, r.organisation_id, o.name, r.first_responder_id, r.quality, r.submitted_on,
                r.home_office_reference, r.competent_authority
            FROM \(visible(.referrals)) r LEFT JOIN organisations o ON o.id = r.organisation_id
            WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
            """
        ) { row in
            ReferralLine(
                id: try row.next(), victim: try row.next(), reference: try row.next(), version: try row.next(),
                isNotification: try row.next(String.self) != "nrm", isAnonymous: try row.next(), status: try row.next(),
                startedOn: try row.next(), encounteredOn: try row.next(), organisation: try row.next(),
                organisationName: try row.next(String?.self) ?? "", firstResponder: try row.next(),
                quality: try row.next(), submittedOn: try row.next(), homeOfficeReference: try row.next(),
                competentAuthority: try row.next())
        }
    }

    /// What the viewer's own organisation may and must report in a nation today.
    func reportingBody(in nation: Nation, bodies: ReportingBodies) throws -> ReportingBody {
        guard let own = viewer.organisation else { return .none }
        let found = try first("SELECT name, kind FROM organisations WHERE id = \(own)") { row in
            (try row.next(String.self), try row.next(String.self))
        }
        guard let (name, kind) = found else { return .none }
        return bodies.body(name: name, kind: kind, in: nation, on: moment.day)
    }

    /// The way that somebody goes as things stand.
    package func route(
        of victim: VictimDetail, ledger: ConsentLedger, referrals: [ReferralLine], bodies: ReportingBodies
    ) throws -> RouteDecision {
        RouteDecision.decide(
            RouteFacts(
                age: victim.facts.age, nation: victim.facts.nation, capacity: victim.facts.capacity,
                referral: ledger.current(.nrm)?.answer, identity: ledger.current(.identity)?.answer,
                body: try reportingBody(in: victim.facts.nation, bodies: bodies),
                wasReferred: referrals.contains { !$0.isNotification && $0.status.wasSent },
                wasReported: referrals.contains { $0.isNotification && $0.status.wasSent },
                turns18ThisMonth: victim.adultFromMonth == moment.day.isoMonth,
                declinesPolice: ledger.current(.police).map { !($0.answer == .given || $0.answer == .bestInterests) } ?? false))
    }

    func victimFile(_ id: ID<PotentialVictim>, bodies: ReportingBodies) throws -> VictimFile {
        let victim = try victim(id)
        let ledger = try ledger(of: id)
        let referrals = try referrals(of: id)
        return VictimFile(
            victim: victim, ledger: ledger, circle: try circle(of: id),
            route: try route(of: victim, ledger: ledger, referrals: referrals, bodies: bodies),
            accounts: try accounts(of: id), referrals: referrals, support: try supportFile(of: victim, ledger: ledger),
            notices: try safeguardingRecords(of: id), policeToldOn: try policeTold(of: id))
    }
}

extension ContactWay {
    /// As a column holds them: codes parted by blanks.
    static func set(_ text: String) -> Set<ContactWay> {
        Set(text.split(separator: " ").compactMap { ContactWay(rawValue: String($0)) })
    }

    static func text(_ ways: Set<ContactWay>) -> String { ways.map(\.rawValue).sorted().joined(separator: " ") }
}

extension Reading {
    /// The identifiers of a potential victim and of what belongs to them that is read and changed by itself.
    func recordsOf(_ victim: ID<PotentialVictim>) throws -> [String] {
        try rows(
            """
            SELECT v.id FROM \(visible(.potentialVictims)) v WHERE v.id = \(victim)
            UNION ALL SELECT r.id FROM \(visible(.referrals)) r WHERE r.victim_id = \(victim)
            UNION ALL SELECT d.id FROM \(visible(.referralDecisions)) d WHERE d.victim_id = \(victim)
            UNION ALL SELECT n.id FROM \(visible(.childPanels)) n WHERE n.victim_id = \(victim)
            UNION ALL SELECT m.id FROM \(visible(.childPanelMembers)) m WHERE m.victim_id = \(victim)
            UNION ALL SELECT a.id FROM \(visible(.metAgain)) a WHERE a.earlier_id = \(victim)
            UNION ALL SELECT a.id FROM \(visible(.metAgain)) a WHERE a.later_id = \(victim)
            UNION ALL SELECT c.id FROM \(visible(.victimCrimes)) c WHERE c.victim_id = \(victim)
            UNION ALL SELECT e.id FROM \(visible(.supportEntries)) e WHERE e.victim_id = \(victim)
            UNION ALL SELECT g.id FROM \(visible(.safeguardingNotices)) g WHERE g.victim_id = \(victim)
            """
        ) { try $0.next() }
    }
}
