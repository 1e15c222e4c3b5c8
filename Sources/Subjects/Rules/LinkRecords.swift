import Access
import Concerns
import Kernel
import Linkage
import Pathways
import Store
import Visits

/// Reads what is new in the database for what it mentions, and proposes what may be the same.
package enum LinkRecords: Verb {
    package typealias Record = LinkRun
    package static let name = "link-records"
    package static let relation = Relation.linkRuns
    package static let roles: Set<Role> = [.coordinator]
    package static let doors: Set<Viewer.Door> = [.operator]
    package static let event = JournalEvent.combination
}

/// What one reading did.
package struct LinkTally: Codable, Sendable, Hashable {
    package var records = 0
    package var mentions = 0
    package var proposals = 0
    /// Up to which identifier each kind of record was looked through: the next reading of the same run goes on from there.
    var reached: [String: String] = [:]

    package init() {}
}

extension SubjectDesk {
    /// Reads at most so many records that are new or were changed since they were read last. Answers zero records when nothing
    /// is left.
    package func link(most size: Int = 200, by viewer: Viewer) async throws -> LinkTally {
        try await link(most: size, after: [:], by: viewer)
    }

    private func link(most size: Int, after reached: [String: String], by viewer: Viewer) async throws -> LinkTally {
        let outcome = try await desk.create(LinkRecords.self, by: viewer, key: nil) { change in
            .done(try change.link(most: size, after: reached))
        }
        return outcome.result ?? LinkTally()
    }

    /// Reads until nothing is left.
    package func linkAll(by viewer: Viewer, _ progress: (LinkTally) -> Void = { _ in }) async throws -> LinkTally {
        var total = LinkTally()
        while true {
            let tally = try await link(most: 200, after: total.reached, by: viewer)
            if tally.records == 0 { return total }
            total.records += tally.records
            total.mentions += tally.mentions
            total.proposals += tally.proposals
            total.reached = tally.reached
            progress(total)
        }
    }
}

extension Change where V == LinkRecords {
    fileprivate func link(most size: Int, after reached: [String: String]) throws -> LinkTally {
        let partnership = try reading.ownPartnership
        var tally = LinkTally()
        tally.reached = reached
        var found: [ID<Mention>] = []
        func read(
            _ relation: Relation, day: Statement?, _ mentions: (StaleRecord) throws -> (MentionSource, [IndexedMention])?
        ) throws {
            let start = tally.reached[relation.rawValue] ?? ""
            for one in try stale(relation, day: day, after: start, size - tally.records) {
                tally.reached[relation.rawValue] = one.id
                if let (source, mentioned) = try mentions(one) {
                    found += try indexMentions(mentioned, of: source, on: one.day, in: partnership)
                }
                try markRead(one, in: partnership)
                tally.records += 1
            }
        }
        try read(.concerns, day: "r.received_on") { one in
            guard let id = ID<Concern>(one.id) else { return nil }
            return (.concern(id), try mentionsIndexed(of: try reading.concern(id)))
        }
        try read(.visits, day: "r.visited_on") { one in
            guard let id = ID<Visit>(one.id) else { return nil }
            let place = try first("SELECT v.place, v.postcode FROM \(visible(.visits)) v WHERE v.id = \(id)") { row in
                (try row.next(String.self), try row.next(String.self))
            }
            return place.map { (.visit(id), [MatchKeys.premises($0.0, postcode: $0.1, field: "place")].compactMap { $0 }) }
        }
        try read(.screenings, day: nil) { one in
            guard let id = ID<Screening>(one.id) else { return nil }
            return (.screening(id), [PersonWords.mention(try person(of: .screening(id)))].compactMap { $0 })
        }
        try read(.potentialVictims, day: "r.opened_on") { one in
            guard let id = ID<PotentialVictim>(one.id) else { return nil }
            return (.victim(id), [PersonWords.mention(try person(of: .victim(id)))].compactMap { $0 })
        }
        tally.mentions = found.count
        for mention in found { tally.proposals += try propose(for: mention, in: partnership) }
        if tally.records > 0 { try insertRun(tally, in: partnership) }
        note("\(tally.records) records read, \(tally.proposals) proposals made")
        return tally
    }

    // MARK: What is new

    /// - Parameter day: when it was noted; nil for what was noted on a visit.
    private func stale(_ relation: Relation, day: Statement?, after: String, _ size: Int) throws -> [StaleRecord] {
        if size <= 0 { return [] }
        let version: Statement = relation == .screenings ? "r.recorded_at" : "r.version"
        let visited: Statement = "COALESCE((SELECT v.visited_on FROM \(visible(.visits)) v WHERE v.id = r.visit_id), '')"
        let found = try rows(
            """
            SELECT r.id, \(version), \(day ?? visited) FROM \(visible(relation)) r
            LEFT JOIN linked_records l ON l.record_id = r.id AND l.version = \(version)
            WHERE r.partnership_id = \(try reading.ownPartnership) AND r.id > \(after) AND l.record_id IS NULL ORDER BY r.id LIMIT \(size)
            """
        ) { row in (id: try row.next(String.self), version: try row.next(Int.self), day: try row.next(String.self)) }
        return found.map { StaleRecord(id: $0.id, version: $0.version, day: Day($0.day) ?? moment.day) }
    }

    private func markRead(_ record: StaleRecord, in partnership: ID<Partnership>) throws {
        try run(
            """
            INSERT INTO linked_records (record_id, partnership_id, version)
            VALUES (\(record.id), \(partnership), \(record.version))
            ON CONFLICT (record_id) DO UPDATE SET version = excluded.version
            """)
    }

    private func insertRun(_ tally: LinkTally, in partnership: ID<Partnership>) throws {
        try run(
            """
            INSERT INTO \(target) (id, partnership_id, ran_at, records, read_mentions, proposals)
            VALUES (\(record), \(partnership), \(moment), \(tally.records), \(tally.mentions), \(tally.proposals))
            """)
    }

    // MARK: People

    /// Who a mention is of, its sealed name opened to be compared and shown to nobody.
    private func person(of source: MentionSource, mention: ID<Mention>? = nil) throws -> PersonComparison.Person {
        switch source {
        case .concern, .visit:
            let name = try mention.flatMap { try opened(field: MentionFields.name, in: .victims, of: $0.text) }
            return .init(name: name ?? "")
        case .screening(let id):
            let name = try opened(field: ScreeningFields.identity, in: .victims, of: id.text) ?? ""
            let traits = try first("SELECT n.gender, n.nationality FROM \(visible(.screenings)) n WHERE n.id = \(id)") { row in
                (try row.next(String.self), try row.next(String.self))
            }
            return PersonWords.person(name: name, bornOn: nil, gender: traits?.0, nationality: traits?.1)
        case .victim(let id):
            let identity = try identityToCompare(of: id) ?? VictimIdentity()
            let traits = try first("SELECT p.gender, p.nationality FROM \(visible(.potentialVictims)) p WHERE p.id = \(id)") { row in
                (try row.next(String.self), try row.next(String.self))
            }
            return PersonWords.person(
                name: "\(identity.firstName) \(identity.lastName)", bornOn: identity.bornOn, gender: traits?.0,
                nationality: traits?.1)
        }
    }

    private func person(of line: MentionLine) throws -> PersonComparison.Person {
        switch line.source {
        case .concern(let id): try person(of: .concern(id), mention: line.id)
        case .visit(let id): try person(of: .visit(id))
        case .screening(let id, _): try person(of: .screening(id))
        case .pathway(let id): try person(of: .victim(id))
        }
    }

    // MARK: Proposals

    /// A key that more mentions share than this ties nobody together: a hostel, a reception centre's telephone.
    private static var mostOfOneKey: Int { 50 }
    /// Two people whose agreement weighs less than this, in tenths of a bit, are not proposed.
    private static var leastWeight: Int { 90 }

    private func propose(for mention: ID<Mention>, in partnership: ID<Partnership>) throws -> Int {
        guard let line = try reading.mentionLines(where: "m.id = \(mention)", limit: 1).first else { return 0 }
        var candidates: [ID<Mention>: Bool] = [:]
        let marks = try rows(
            "SELECT k.mark, k.is_exact FROM \(visible(.mentionMarks)) k WHERE k.mention_id = \(mention) ORDER BY k.is_exact DESC, k.mark"
        ) { row in (mark: try row.next(String.self), isExact: try row.next(Bool.self)) }
        // What is written the same is not said to be nearly the same as well.
        var same: Set<ID<Mention>> = []
        for mark in marks {
            let others = try rows(
                """
                SELECT o.mention_id FROM \(visible(.mentionMarks)) o
                WHERE o.partnership_id = \(partnership) AND o.mark = \(mark.mark) AND o.mention_id <> \(mention)
                ORDER BY o.mention_id DESC LIMIT \(Self.mostOfOneKey + 1)
                """
            ) { try $0.next(ID<Mention>.self) }
            if mark.isExact { same.formUnion(others) }
            if others.count > Self.mostOfOneKey { continue }
            // What is written the same hangs together by the nearest: one proposal for each new mention, not one for each pair.
            if mark.isExact {
                if let nearest = others.first { candidates[nearest] = true }
            } else {
                for other in others where !same.contains(other) { candidates[other] = candidates[other] ?? false }
            }
        }
        if candidates.isEmpty { return 0 }
        var count = 0
        for other in try reading.mentionLines(where: "m.id IN \(in: candidates.keys.sorted())", limit: 200) {
            if other.source == line.source || isTheSamePlaceAgain(line, other) { continue }
            if try isItsBeginning(line, other) || isItsBeginning(other, line) { continue }
            if let subject = line.subject, subject == other.subject { continue }
            let contributions = try contributions(line, other, isExact: candidates[other.id] ?? false)
            let weight = StoredContributions.weight(contributions)
            let (one, two) = (min(line.id, other.id), max(line.id, other.id))
            // What is known of either may have changed since they were compared last.
            if weight < Self.leastWeight {
                try run(
                    """
                    DELETE FROM \(table(.subjectProposals)) WHERE one_id = \(one) AND other_id = \(two) AND status = 'open'
                    """)
                continue
            }
            let words = StoredContributions.text(contributions)
            try run(
                """
                UPDATE \(table(.subjectProposals)) SET weight = \(weight), contributions = \(words)
                WHERE one_id = \(one) AND other_id = \(two) AND status = 'open' AND contributions <> \(words)
                """)
            count += try run(
                """
                INSERT INTO \(table(.subjectProposals)) (id, partnership_id, kind, one_id, other_id, weight, contributions,
                    status, proposed_at)
                VALUES (\(newID(SubjectProposal.self)), \(partnership), \(line.kind), \(one), \(two), \(weight), \(words), 'open',
                    \(moment))
                ON CONFLICT (one_id, other_id) DO NOTHING
                """)
        }
        return count
    }

    /// A visit to the place of a concern is no news.
    private func isTheSamePlaceAgain(_ one: MentionLine, _ other: MentionLine) -> Bool {
        guard one.kind == .premises else { return false }
        func isVisit(_ line: MentionLine) -> Bool { if case .visit = line.source { true } else { false } }
        return isVisit(one) || isVisit(other)
    }

    /// A pathway that was begun from a screening is of the person who was screened.
    private func isItsBeginning(_ pathway: MentionLine, _ other: MentionLine) throws -> Bool {
        guard case .pathway(let victim) = pathway.source, case .screening(let screening, _) = other.source else { return false }
        return try value(
            "SELECT 1 FROM \(visible(.potentialVictims)) p WHERE p.id = \(victim) AND p.screening_id = \(screening)", as: Int.self) != nil
    }

    private func contributions(_ one: MentionLine, _ other: MentionLine, isExact: Bool) throws -> [Contribution] {
        let name = one.kind.title.lowercased()
        switch one.kind {
        case .person: return PersonComparison.contributions(try person(of: one), try person(of: other))
        case .phone, .vehicle, .account:
            return [Contribution(field: name, finding: isExact ? "the same" : "close", bits: isExact ? 11.2 : 9)]
        case .premises:
            return [Contribution(field: "address", finding: isExact ? "the same" : "same number and postcode", bits: isExact ? 11.2 : 9)]
        case .company: return [Contribution(field: "name", finding: "the same", bits: 9)]
        }
    }
}

private struct StaleRecord {
    let id: String
    let version: Int
    let day: Day
}

/// What a person is looked for by, as it is kept elsewhere in codes.
enum PersonWords {
    static func person(name: String, bornOn: Day?, gender: String?, nationality: String?) -> PersonComparison.Person {
        func known(_ code: String?) -> String {
            guard let code, !["unknown", "not-known", "other", "prefer-not-to-say"].contains(code) else { return "" }
            return code
        }
        return .init(
            name: name.trimmingPrefix(while: { $0 == " " }).description, bornOn: bornOn?.iso ?? "", gender: known(gender),
            nationality: known(nationality))
    }

    /// The mention that a record of one person makes; nil where nobody knows a name.
    static func mention(_ person: PersonComparison.Person) -> IndexedMention? {
        let words = PersonKeys.words(name: person.name, bornOn: person.bornOn)
        return words.isEmpty ? nil : IndexedMention(field: "person", kind: .person, label: "", exact: [], near: words)
    }
}
