import Access
import Kernel
import Store

/// The names of sealed fields of what follows a referral.
enum CourseFields {
    static let note: StaticString = "note"
    static let voiding: StaticString = "voiding"
    static let evidence: StaticString = "evidence"
    static let dissent: StaticString = "dissent"
}

extension Reading {
    /// One referral of somebody with everything that followed. Throws `AccessError.notVisible`, for one that was never sent as
    /// well: a draft, also one set aside, has no course.
    package func courseFile(_ referral: ID<Referral>, of victim: ID<PotentialVictim>) throws -> CourseFile {
        let found = try referralLines("r.id = \(referral) AND r.victim_id = \(victim)", order: "r.id", limit: 1)
        guard let line = found.first, line.hasCourse else { throw AccessError.notVisible }
        return CourseFile(
            referral: line, victim: try self.victim(victim),
            history: CourseHistory(
                status: line.status, isNotification: line.isNotification, entries: try courseDecisions(of: referral)),
            panels: try panels(of: referral), crimes: try crimes(of: referral, and: victim))
    }

    /// Every step of a referral, those taken out too, by their days; steps of one day as they were entered.
    func courseDecisions(of referral: ID<Referral>) throws -> [CourseDecision] {
        try courseDecisions("d.referral_id = \(referral)")[referral] ?? []
    }

    /// The steps of several referrals, by referral.
    func courseDecisions(_ condition: Statement) throws -> [ID<Referral>: [CourseDecision]] {
        let found = try rows(
            """
            SELECT d.referral_id, d.id, d.stage, d.outcome, d.decided_on, d.authority, d.reason, d.told_on, d.recorded_at, o.name, p.name,
                d.asked_early, d.has_note, d.from_status, d.voided_at
            FROM \(visible(.referralDecisions)) d LEFT JOIN organisations o ON o.id = d.organisation_id
            LEFT JOIN people p ON p.id = d.person_id WHERE \(condition)
            ORDER BY d.decided_on, d.recorded_at, d.id
            """
        ) { row in
            (
                try row.next(ID<Referral>.self),
                CourseDecision(
                    id: try row.next(), stage: try row.next(), outcome: try row.next(), decidedOn: try row.next(),
                    authority: try row.next(), reason: try row.next(), toldOn: try row.next(), recordedAt: try row.next(),
                    organisationName: try row.next(String?.self) ?? "", personName: try row.next(String?.self) ?? "",
                    wasAskedEarly: try row.next(), hasNote: try row.next(),
                    from: ReferralStatus(rawValue: try row.next(String.self)), voidedAt: try row.next())
            )
        }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }

    /// The children's panels of a referral, the newest first.
    func panels(of referral: ID<Referral>) throws -> [PanelDetail] {
        let members = try rows(
            """
            SELECT m.panel_id, m.id, m.agency, m.name, m.is_chair, m.is_lead_worker, m.conflict
            FROM \(visible(.childPanelMembers)) m JOIN \(visible(.childPanels)) p ON p.id = m.panel_id
            WHERE p.referral_id = \(referral) AND m.removed_at IS NULL ORDER BY m.added_at, m.id
            """
        ) { row in
            (
                try row.next(ID<ChildPanel>.self),
                PanelDetail.Member(
                    id: try row.next(), agency: try row.next(), name: try row.next(), isChair: try row.next(),
                    isLeadWorker: try row.next(), conflict: try row.next())
            )
        }
        return try rows(
            """
            SELECT p.id, p.referral_id, p.victim_id, p.stage, p.meets_on, p.status, p.outcome, p.conclusive_outcome, p.decided_on,
                p.has_dissent
            FROM \(visible(.childPanels)) p WHERE p.referral_id = \(referral) ORDER BY p.convened_at DESC, p.id DESC
            """
        ) { row in
            let id: ID<ChildPanel> = try row.next()
            return PanelDetail(
                id: id, referral: try row.next(), victim: try row.next(), stage: try row.next(), meetsOn: try row.next(),
                status: try row.next(), outcome: DecisionOutcome(rawValue: try row.next(String.self)),
                conclusive: DecisionOutcome(rawValue: try row.next(String.self)), decidedOn: try row.next(),
                hasDissent: try row.next(), members: members.filter { $0.0 == id }.map(\.1))
        }
    }

    /// The crime records of a referral: its own, and those of the person that were noted before there was one.
    func crimes(of referral: ID<Referral>, and victim: ID<PotentialVictim>) throws -> [CrimeRecord] {
        try crimes("c.victim_id = \(victim) AND (c.referral_id = \(referral) OR \(isFree))")
    }

    /// Every crime record of somebody.
    func crimes(ofAnyReferralOf victim: ID<PotentialVictim>) throws -> [CrimeRecord] { try crimes("c.victim_id = \(victim)") }

    /// The crime records of somebody that belong to no referral.
    func crimesAlone(of victim: ID<PotentialVictim>) throws -> [CrimeRecord] {
        try crimes("c.victim_id = \(victim) AND c.referral_id IS NULL")
    }

    private func crimes(_ condition: Statement) throws -> [CrimeRecord] {
        try rows(
            """
            SELECT c.id, c.victim_id, c.referral_id, c.force, c.crime_reference, c.told_at, c.recorded_at, o.name
            FROM \(visible(.victimCrimes)) c LEFT JOIN organisations o ON o.id = c.organisation_id
            WHERE \(condition) AND c.removed_at IS NULL ORDER BY c.entered_at, c.id
            """
        ) { row in
            CrimeRecord(
                id: try row.next(), victim: try row.next(), referral: try row.next(), force: try row.next(),
                reference: try row.next(), toldAt: try row.next(), recordedAt: try row.next(),
                organisationName: try row.next(String?.self) ?? "")
        }
    }
}
