import Access
import Kernel
import Store

/// Which discrepancies a list holds.
package struct DiscrepancyQuery: Sendable, Hashable {
    package var kind: CrimeDiscrepancy
    /// The line after which a page begins: its key and its identifier.
    package var after: String?
    package var size: Int

    package init(kind: CrimeDiscrepancy = .missing, after: String? = nil, size: Int = 50) {
        self.kind = kind
        self.after = after
        self.size = size
    }

    /// Of a list of referrals; nil where the text is no place in one.
    fileprivate var afterReferral: DayCursor<Referral>? { after.flatMap { DayCursor($0) } }

    /// Of a list of crime records; nil where the text is no place in one.
    fileprivate var afterCrime: (moment: Moment, id: ID<VictimCrime>)? {
        guard let parts = after?.split(separator: "_", omittingEmptySubsequences: false), parts.count == 2,
            let microseconds = Int64(parts[0]), let id = ID<VictimCrime>(parts[1])
        else { return nil }
        return (Moment(microseconds: microseconds), id)
    }
}

extension Reading {
    /// The discrepancies of one kind, the oldest first.
    package func discrepancies(_ query: DiscrepancyQuery, rules: CourseRules) throws -> Listing<DiscrepancyLine> {
        switch query.kind {
        case .missing: try referralsWithoutCrime(query, rules: rules)
        case .late:
            try crimeLines(
                query,
                [
                    "c.referral_id IS NOT NULL",
                    "\(any: lateRecording(rules))",
                ])
        case .twice:
            try crimeLines(
                query,
                [
                    """
                    EXISTS (SELECT 1 FROM \(visible(.victimCrimes)) x
                        WHERE x.partnership_id = c.partnership_id AND x.reference_key = c.reference_key AND x.force = c.force
                        AND x.removed_at IS NULL AND (x.victim_id <> c.victim_id OR x.referral_id <> c.referral_id))
                    """
                ])
        case .alone:
            try crimeLines(
                query,
                [
                    """
                    \(isFree) AND NOT EXISTS (SELECT 1 FROM \(visible(.referrals)) s WHERE s.victim_id = c.victim_id
                        AND s.kind = 'nrm' AND s.submitted_on IS NOT NULL AND s.status <> 'void')
                    """
                ])
        }
    }

    /// Whether a crime record, `c`, belongs to no referral that stands: noted before there was one, or for one made void.
    var isFree: Statement {
        """
        (c.referral_id IS NULL OR EXISTS (SELECT 1 FROM \(visible(.referrals)) g
            WHERE g.id = c.referral_id AND g.status = 'void'))
        """
    }

    /// Whether the police recorded a crime for a referral: one that was noted for it, or one of the same person that belongs
    /// to no other.
    func hasCrime(_ referral: Statement) -> Statement {
        """
        EXISTS (SELECT 1 FROM \(visible(.victimCrimes)) c WHERE c.victim_id = \(referral).victim_id
            AND c.removed_at IS NULL AND (c.referral_id = \(referral).id OR \(isFree)))
        """
    }

    /// For each nation in which the police have a time for recording a crime, that it was exceeded.
    private func lateRecording(_ rules: CourseRules) -> [Statement] {
        Nation.allCases.compactMap { nation in
            rules.recordingHours(in: nation, on: moment.day).map { hours in
                "v.nation = \(nation) AND c.recorded_at - c.told_at > \(Int64(hours) * 3_600_000_000)"
            }
        }
    }

    private func referralsWithoutCrime(_ query: DiscrepancyQuery, rules: CourseRules) throws -> Listing<DiscrepancyLine> {
        let today = moment.day
        // A day tells no hour: only when the whole days after it are past, the hours surely are.
        let due = Nation.allCases.compactMap { nation -> Statement? in
            rules.recordingDays(in: nation, on: today).map { days in
                "v.nation = \(nation) AND r.submitted_on < \(today.adding(days: -days))"
            }
        }
        var conditions: [Statement] = ["\(any: due)"]
        if let after = query.afterReferral { conditions.append("(r.submitted_on, r.id) > (\(after.day), \(after.id))") }
        let lines = try rows(
            """
            SELECT r.id, r.victim_id, v.reference, r.reference, r.submitted_on
            FROM \(visible(.referrals)) r JOIN \(visible(.potentialVictims)) v ON v.id = r.victim_id
            WHERE r.kind = 'nrm' AND r.status NOT IN ('draft', 'in-review', 'ready', 'void') AND \(all: conditions)
                AND NOT \(hasCrime("r"))
            ORDER BY r.submitted_on, r.id LIMIT \(query.size + 1)
            """
        ) { row in
            let id: ID<Referral> = try row.next()
            return DiscrepancyLine(
                id: id.text, victim: try row.next(), victimReference: try row.next(), referral: id,
                referralReference: try row.next(), force: "", crimeReference: "", on: try row.next(), hours: nil)
        }
        return Listing(rows: lines, size: query.size) { line in
            line.referral.map { DayCursor(line.on, $0).text } ?? ""
        }
    }

    private func crimeLines(_ query: DiscrepancyQuery, _ which: [Statement]) throws -> Listing<DiscrepancyLine> {
        var conditions = which
        if let after = query.afterCrime { conditions.append("(c.entered_at, c.id) > (\(after.moment), \(after.id))") }
        var keys: [String: Int64] = [:]
        let lines = try rows(
            """
            SELECT c.id, c.victim_id, v.reference, c.referral_id, r.reference, c.force, c.crime_reference, c.entered_at,
                c.told_at, c.recorded_at
            FROM \(visible(.victimCrimes)) c JOIN \(visible(.potentialVictims)) v ON v.id = c.victim_id
            LEFT JOIN \(visible(.referrals)) r ON r.id = c.referral_id
            WHERE c.removed_at IS NULL AND \(all: conditions)
            ORDER BY c.entered_at, c.id LIMIT \(query.size + 1)
            """
        ) { row in
            let id: String = try row.next()
            let (victim, victimReference): (ID<PotentialVictim>, String) = (try row.next(), try row.next())
            let referral: ID<Referral>? = try row.next()
            let referralReference = try row.next(String?.self) ?? ""
            let (force, reference): (String, String) = (try row.next(), try row.next())
            let enteredAt: Moment = try row.next()
            let (toldAt, recordedAt): (Moment, Moment) = (try row.next(), try row.next())
            keys[id] = enteredAt.microseconds
            return DiscrepancyLine(
                id: id, victim: victim, victimReference: victimReference, referral: referral,
                referralReference: referralReference, force: force, crimeReference: reference, on: enteredAt.day,
                hours: Int((max(0, recordedAt.seconds(since: toldAt)) + 3599) / 3600))
        }
        return Listing(rows: lines, size: query.size) { "\(keys[$0.id] ?? 0)_\($0.id)" }
    }
}

extension CourseRules {
    /// Within how many hours the police of a nation record a crime; nil where no rule says so.
    package func recordingHours(in nation: Nation, on day: Day) -> Int? { rule(.crimeRecording, in: nation, on: day)?.number }

    /// The same in days begun, for what has a day and no hour.
    package func recordingDays(in nation: Nation, on day: Day) -> Int? {
        recordingHours(in: nation, on: day).map { ($0 + 23) / 24 }
    }

    /// The span as a list of several nations says it: "24 hours".
    func recordingSpan(on day: Day) -> String {
        Set(Nation.allCases.compactMap { rule(.crimeRecording, in: $0, on: day)?.span }).sorted().joined(separator: " or ")
    }
}

extension CourseDesk {
    /// Where referrals and crime records do not fit.
    package func discrepancies(_ query: DiscrepancyQuery, as viewer: Viewer) async throws -> Listing<DiscrepancyLine> {
        let rules = rules
        return try await desk.read(as: viewer, Consultation("list-crime-discrepancies", "victim_crimes")) {
            try $0.discrepancies(query, rules: rules)
        }
    }
}
