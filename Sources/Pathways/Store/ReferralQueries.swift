import Access
import Kernel
import Store

/// Which referrals a list holds.
package struct ReferralQuery: Sendable, Hashable {
    package enum Stage: String, Sendable, CaseIterable {
        case drafts, review, ready, sent, all
    }

    package var stage: Stage
    package var after: Cursor?
    package var size: Int

    package init(stage: Stage = .drafts, after: Cursor? = nil, size: Int = 50) {
        self.stage = stage
        self.after = after
        self.size = size
    }

    package typealias Cursor = DayCursor<Referral>
}

extension Reading {
    /// A page of referrals, the newest first. Drafts stay until somebody sends them: none is ever taken off the list.
    package func referrals(_ query: ReferralQuery) throws -> Listing<ReferralLine> {
        var conditions: [Statement] = ["r.partnership_id = \(try ownPartnership)"]
        switch query.stage {
        case .drafts: conditions.append("r.status = \(ReferralStatus.draft)")
        case .review: conditions.append("r.status = \(ReferralStatus.inReview)")
        case .ready: conditions.append("r.status = \(ReferralStatus.ready)")
        case .sent: conditions.append("r.submitted_on IS NOT NULL")
        case .all: break
        }
        if let after = query.after { conditions.append("(r.started_on, r.id) < (\(after.day), \(after.id))") }
        let lines = try referralLines("\(all: conditions)", order: "r.started_on DESC, r.id DESC", limit: query.size + 1)
        return Listing(rows: lines, size: query.size) { DayCursor($0.startedOn, $0.id).text }
    }

    /// One referral. Throws `AccessError.notVisible`.
    package func referral(_ id: ID<Referral>) throws -> ReferralDetail {
        guard let line = try referralLines("r.id = \(id)", order: "r.id", limit: 1).first else { throw AccessError.notVisible }
        let found = try first(
            """
            SELECT v.reference, r.drafted_by_id, d.name, p.name, r.reviewed_on
            FROM \(visible(.referrals)) r JOIN \(visible(.potentialVictims)) v ON v.id = r.victim_id
            LEFT JOIN people d ON d.id = r.drafted_by_id LEFT JOIN people p ON p.id = r.reviewer_id WHERE r.id = \(id)
            """
        ) { row in
            ReferralDetail(
                line: line, victimReference: try row.next(), drafter: try row.next(),
                drafterName: try row.next(String?.self) ?? "", reviewerName: try row.next(String?.self) ?? "",
                reviewedOn: try row.next())
        }
        guard let found else { throw AccessError.notVisible }
        return found
    }

    /// Where somebody stands with the referrals of a person.
    func referralGround(of id: ID<PotentialVictim>, bodies: ReportingBodies) throws -> (
        VictimDetail, ConsentLedger, RouteDecision, [ReferralLine]
    ) {
        let victim = try victim(id)
        let ledger = try ledger(of: id)
        let referrals = try referrals(of: id)
        return (victim, ledger, try route(of: victim, ledger: ledger, referrals: referrals, bodies: bodies), referrals)
    }

    /// The fifty referrals of other people that were begun last, with whose texts one is compared: later ones, drafts and void
    /// ones as well, for a text that stands twice is worth a look wherever it stands.
    func othersReferrals(than victim: ID<PotentialVictim>) throws -> [ID<Referral>] {
        try rows(
            """
            SELECT r.id FROM \(visible(.referrals)) r
            WHERE r.partnership_id = \(try ownPartnership) AND r.victim_id <> \(victim)
            ORDER BY r.started_on DESC, r.id DESC LIMIT 50
            """, { try $0.next() })
    }

    /// The viewer's e-mail address.
    func ownEmail() throws -> String {
        guard let person = viewer.person else { return "" }
        return try value("SELECT email FROM people WHERE id = \(person)") ?? ""
    }
}

/// What became of the quality of referrals in one month, of one agency and one person.
package struct QualityLine: Sendable, Hashable {
    package let month: String
    package let organisationName: String
    package let personName: String
    package let score: Int
    package let marks: QualityMarks
}

extension Reading {
    /// The quality of every referral that was handed to a supervisor at the least and begun since a day: whose it was to write, and nothing of whom it
    /// is about. The coordinator reads all, everybody else those of their own organisation.
    func qualityLines(since first: Day) throws -> [QualityLine] {
        var conditions: [Statement] = [
            "r.partnership_id = \(try ownPartnership)", "r.started_on >= \(first)", "r.quality IS NOT NULL",
            "r.status NOT IN (\(ReferralStatus.draft), \(ReferralStatus.void))",
        ]
        if !viewer.isCoordinator { conditions.append("r.organisation_id = \(viewer.organisation)") }
        return try rows(
            """
            SELECT r.started_on, o.name, p.name, r.quality, r.quality_marks
            FROM \(visible(.referrals)) r LEFT JOIN organisations o ON o.id = r.organisation_id
            LEFT JOIN people p ON p.id = r.drafted_by_id WHERE \(all: conditions)
            ORDER BY r.started_on DESC, r.id DESC LIMIT 5000
            """
        ) { row in
            QualityLine(
                month: try row.next(Day.self).isoMonth, organisationName: try row.next(String?.self) ?? "",
                personName: try row.next(String?.self) ?? "", score: try row.next(), marks: QualityMarks(text: try row.next()))
        }
    }
}
