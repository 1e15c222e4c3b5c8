import Access
import Kernel
import Schema
import Store
import TestSupport

/// Who, where and what the records of a world mention, as plain values.
struct SubjectWorld: Sendable {
    enum Source: Sendable {
        case concern(ID<Concern>)
        case visit(ID<Visit>)
        case screening(ID<Screening>)
        case victim(ID<PotentialVictim>)
    }

    struct Noted: Sendable {
        let id: ID<Mention>
        let place: ID<Partnership>
        let source: Source
        let subject: ID<Subject>?
        let mark: String
    }

    struct Pair: Sendable {
        let id: ID<SubjectProposal>
        let place: ID<Partnership>
        let one: ID<Mention>
        let other: ID<Mention>
    }

    struct Joined: Sendable {
        let id: ID<SubjectMerge>
        let place: ID<Partnership>
        let kept: ID<Subject>
        let merged: ID<Subject>
    }

    struct Told: Sendable {
        let id: ID<BlindAnswer>
        let place: ID<Partnership>
        let concern: ID<Concern>
        let asker: ID<Organisation>
        let held: ID<Concern>
        let holder: ID<Organisation>?
    }

    /// A licence at a place, or an order.
    struct Licence: Sendable {
        let id: ID<LicenceOrOrder>
        let place: ID<Partnership>
        let subject: ID<Subject>
        let mark: String
    }

    struct Party: Sendable {
        let id: ID<PremisesParty>
        let place: ID<Partnership>
        let premises: ID<Subject>
        let party: ID<Subject>
    }

    /// Two agencies that compare, and the sides that agreed to talk.
    struct Compared: Sendable {
        let id: ID<BlindComparison>
        let place: ID<Partnership>
        let one: ID<Organisation>
        let other: ID<Organisation>
        let agreed: Set<ID<Organisation>>
        let matches: Int
        let mark: String
        var sides: [ID<Organisation>] { [one, other] }
    }

    var licences: [Licence] = []
    var parties: [Party] = []
    var compared: [Compared] = []
    var noted: [Noted] = []
    var subjects: [(id: ID<Subject>, place: ID<Partnership>)] = []
    var pairs: [Pair] = []
    var joined: [Joined] = []
    var told: [Told] = []
    var runs: [(id: ID<LinkRun>, place: ID<Partnership>)] = []
}

extension CaseWorldMaker {
    mutating func addSubjects(in place: CaseWorld.Place, runs: Int) {
        let cases = world.cases.filter { $0.place == place.id }.map(\.id)
        let subjects = (0..<max(cases.count / 3, 2)).map { _ -> ID<Subject> in newID() }
        world.known.subjects += subjects.map { ($0, place.id) }
        var sources: [SubjectWorld.Source] = cases.map { .concern($0) }
        sources += world.calls.filter { $0.place == place.id }.map { .visit($0.id) }
        sources += world.met.filter { $0.place == place.id }.map { .screening($0.id) }
        sources += world.helped.filter { $0.place == place.id }.map { .victim($0.id) }
        var mentions: [ID<Mention>] = []
        for source in sources {
            let id: ID<Mention> = newID()
            mentions.append(id)
            world.known.noted.append(
                .init(id: id, place: place.id, source: source, subject: happens(60) ? pick(subjects) : nil, mark: mark()))
        }
        for (one, other) in zip(mentions, mentions.dropFirst()) where happens(50) {
            world.known.pairs.append(.init(id: newID(), place: place.id, one: min(one, other), other: max(one, other)))
        }
        for (one, other) in zip(subjects, subjects.dropFirst()) where happens(60) {
            world.known.joined.append(.init(id: newID(), place: place.id, kept: one, merged: other))
        }
        for (one, other) in zip(cases, cases.dropFirst()) {
            world.known.told.append(
                .init(
                    id: newID(), place: place.id, concern: one, asker: pick(place.members), held: other,
                    holder: happens(80) ? pick(place.members) : nil))
        }
        for subject in subjects where happens(70) {
            world.known.licences.append(.init(id: newID(), place: place.id, subject: subject, mark: mark()))
        }
        for (one, other) in zip(subjects, subjects.dropFirst()) where happens(70) {
            world.known.parties.append(.init(id: newID(), place: place.id, premises: one, party: other))
        }
        for _ in 0..<4 + 3 * runs {
            let one = pick(place.members)
            let other = pick(place.members.filter { $0 != one })
            world.known.compared.append(
                .init(
                    id: newID(), place: place.id, one: one, other: other, agreed: Set([one, other].filter { _ in happens(60) }),
                    matches: happens(80) ? 2 : 1, mark: mark()))
        }
        for _ in 0..<runs { world.known.runs.append((newID(), place.id)) }
    }
}

extension CaseWorldWriter {
    func subjects(_ tx: any Transaction) throws {
        for one in world.known.subjects {
            try tx.run(
                """
                INSERT INTO subjects (id, partnership_id, kind, reference, root_id, made_at)
                VALUES (\(one.id), \(one.place), 'premises', \("S-\(one.id.text.suffix(12))"), \(one.id), 0)
                """)
        }
        for one in world.known.noted { try noted(one, tx) }
        try tx.run(Migration.countRepeatedMarks)
        for one in world.known.pairs {
            try tx.run(
                """
                INSERT INTO subject_proposals (id, partnership_id, kind, one_id, other_id, weight, contributions, status, proposed_at)
                VALUES (\(one.id), \(one.place), 'phone', \(one.one), \(one.other), 112, 'telephone|the same|112', 'open', \(now))
                """)
        }
        for one in world.known.joined {
            try tx.run(
                """
                INSERT INTO subject_merges (id, partnership_id, kept_id, merged_id, merged_at, undo_reason)
                VALUES (\(one.id), \(one.place), \(one.kept), \(one.merged), \(now), '')
                """)
            try tx.run("UPDATE subjects SET root_id = \(one.kept) WHERE id = \(one.merged)")
        }
        for one in world.known.told {
            try tx.run(
                """
                INSERT INTO blind_answers (id, partnership_id, kind, concern_id, organisation_id, held_concern_id, held_mention_id,
                    holder_id, answered_at)
                VALUES (\(one.id), \(one.place), 'phone', \(one.concern), \(one.asker), \(one.held), '', \(one.holder), \(now))
                """)
        }
        try placesAndComparisons(tx)
        for one in world.known.runs {
            try tx.run(
                """
                INSERT INTO link_runs (id, partnership_id, ran_at, records, read_mentions, proposals)
                VALUES (\(one.id), \(one.place), \(now), 1, 1, 1)
                """)
        }
    }

    private func placesAndComparisons(_ tx: any Transaction) throws {
        for one in world.known.licences {
            try tx.run(
                """
                INSERT INTO licences_and_orders (id, partnership_id, subject_id, version, kind, number, holder, authority, status,
                    source, recorded_at)
                VALUES (\(one.id), \(one.place), \(one.subject), 1, 'hmo-licence', \(one.mark), '', '', 'in-force', '', \(now))
                """)
        }
        for one in world.known.parties {
            try tx.run(
                """
                INSERT INTO premises_parties (id, partnership_id, premises_id, party_id, role, source, recorded_at)
                VALUES (\(one.id), \(one.place), \(one.premises), \(one.party), 'landlord', '', \(now))
                """)
        }
        for one in world.known.compared {
            try tx.run(
                """
                INSERT INTO blind_comparisons (id, partnership_id, reference, one_id, other_id, status, purpose, agreement, compared,
                    encoding_schema, bit_count, threshold, valid_until, proposed_at, reason)
                VALUES (\(one.id), \(one.place), \("B-\(one.id.text.suffix(12))"), \(one.one), \(one.other), 'matched', \(one.mark), '',
                    \(one.mark), '{}', 64, 80, \(now.day), \(now), '')
                """)
            for side in one.sides {
                try tx.run(
                    """
                    INSERT INTO comparison_sides (comparison_id, organisation_id, partnership_id, records, agreed_at)
                    VALUES (\(one.id), \(side), \(one.place), 7000, \(one.agreed.contains(side) ? now : nil))
                    """)
                for number in 1...one.matches {
                    try tx.run(
                        """
                        INSERT INTO comparison_matches (comparison_id, organisation_id, place, partnership_id, pair)
                        VALUES (\(one.id), \(side), \(number), \(one.place), \(number))
                        """)
                }
            }
        }
    }

    private func noted(_ one: SubjectWorld.Noted, _ tx: any Transaction) throws {
        var concern: ID<Concern>?
        var visit: ID<Visit>?
        var screening: ID<Screening>?
        var victim: ID<PotentialVictim>?
        let source: String
        switch one.source {
        case .concern(let id): (source, concern) = ("concern", id)
        case .visit(let id): (source, visit) = ("visit", id)
        case .screening(let id): (source, screening) = ("screening", id)
        case .victim(let id): (source, victim) = ("victim", id)
        }
        try tx.run(
            """
            INSERT INTO subject_mentions (id, partnership_id, kind, source, concern_id, visit_id, screening_id, victim_id, field,
                label, label_key, noted_on, subject_id, reason)
            VALUES (\(one.id), \(one.place), 'phone', \(source), \(concern), \(visit), \(screening), \(victim), 'a', \(one.mark),
                \(one.mark), \(now.day), \(one.subject), '')
            """)
        // All of a place are written the same: whoever sees one is led to all the others that they see.
        try tx.run(
            """
            INSERT INTO mention_marks (mention_id, mark, partnership_id, kind, is_exact)
            VALUES (\(one.id), \("key of \(one.place)"), \(one.place), 'phone', 1)
            """)
    }
}

extension PolicyOracle {
    /// What a record mentions is seen by whoever sees the record.
    func sees(_ actor: Actor, _ noted: SubjectWorld.Noted) -> Bool {
        guard isHere(actor, noted.place) else { return false }
        if actor.seesAll { return true }
        let isSeen =
            switch noted.source {
            case .concern(let id): cases[id].map { sees(actor, $0) } ?? false
            case .visit(let id): calls[id].map { sees(actor, $0) } ?? false
            case .screening(let id): met[id].map { sees(actor, $0) } ?? false
            case .victim(let id): helped[id].map { sees(actor, $0) } ?? false
            }
        return holds(.mentionsFollowTheirRecord, isSeen)
    }

    /// The keys of the relations of subjects; nil for any other.
    func subjectKeys(_ relation: Relation, for actor: Actor) -> Set<String>? {
        guard
            [
                .subjects, .subjectMentions, .mentionMarks, .subjectProposals, .subjectMerges, .blindAnswersHeard, .blindAnswersGiven,
                .linkRuns, .licencesAndOrders, .premisesParties, .blindComparisons, .comparisonSides, .comparisonMatches,
            ].contains(relation)
        else { return nil }
        if let keys = comparisonKeys(relation, for: actor) { return keys }
        let known = world.known
        let noted = known.noted.filter { sees(actor, $0) }
        let seen = Set(noted.map(\.id))
        let subjects = Set(noted.compactMap(\.subject))
        let goesAnywhere = actor.seesAll || actor.roles.contains(.member) || actor.roles.contains(.visitTeam)
        func isInCircle(_ concern: ID<Concern>) -> Bool { cases[concern].map { sees(actor, $0) } ?? false }
        switch relation {
        case .subjects:
            return Set(known.subjects.filter { isHere(actor, $0.place) && (actor.seesAll || subjects.contains($0.id)) }.map(\.id.text))
        case .licencesAndOrders:
            return Set(
                known.licences.filter { isHere(actor, $0.place) && (actor.seesAll || subjects.contains($0.subject)) }.map(\.id.text))
        case .premisesParties:
            return Set(
                known.parties.filter { one in
                    isHere(actor, one.place) && goesAnywhere
                        && (actor.seesAll
                            || (subjects.contains(one.premises) && holds(.partiesNeedBothSides, subjects.contains(one.party))))
                }.map(\.id.text))
        case .subjectMentions: return Set(noted.map(\.id.text))
        case .mentionMarks: return Set(noted.map { "\($0.id)/key of \($0.place)" })
        case .subjectProposals:
            return Set(
                known.pairs.filter { pair in
                    isHere(actor, pair.place) && goesAnywhere
                        && (actor.seesAll
                            || (holds(.proposalsNeedBothSides, seen.contains(pair.one) && seen.contains(pair.other))
                                && (seen.contains(pair.one) || seen.contains(pair.other))))
                }.map(\.id.text))
        case .subjectMerges:
            return Set(
                known.joined.filter { one in
                    isHere(actor, one.place) && (actor.seesAll || (subjects.contains(one.kept) && subjects.contains(one.merged)))
                }.map(\.id.text))
        case .blindAnswersHeard:
            return Set(
                known.told.filter { one in
                    isHere(actor, one.place)
                        && (actor.seesAll || (holds(.blindAnswersOfOwn, one.asker == actor.agency) && isInCircle(one.concern)))
                }.map(\.id.text))
        case .blindAnswersGiven:
            return Set(
                known.told.filter { one in
                    isHere(actor, one.place)
                        && (actor.seesAll || (holds(.blindAnswersOfOwn, one.holder == actor.agency) && isInCircle(one.held)))
                }.map(\.id.text))
        default: return Set(known.runs.filter { isHere(actor, $0.place) && actor.seesAll }.map(\.id.text))
        }
    }

    // MARK: Blind comparisons

    /// Whether somebody speaks for their organisation in comparisons.
    private func speaksForOwn(_ actor: Actor) -> Bool {
        actor.door == .person && (actor.roles.contains(.member) || actor.roles.contains(.coordinator))
            && holds(.agreementInForce, actor.agreementInForce)
    }

    func sees(_ actor: Actor, _ one: SubjectWorld.Compared) -> Bool {
        guard isHere(actor, one.place) else { return false }
        return actor.seesAll || (speaksForOwn(actor) && holds(.comparisonsOfOwn, actor.agency.map(one.sides.contains) ?? false))
    }

    /// Whether somebody is a side of it, and not the coordinator alone.
    private func isSide(_ actor: Actor, _ one: SubjectWorld.Compared) -> Bool {
        guard isHere(actor, one.place), speaksForOwn(actor) else { return false }
        let isSide = actor.agency.map(one.sides.contains) ?? false
        return isSide || (actor.roles.contains(.coordinator) && without == .coordinatorIsNoSide)
    }

    private func comparisonKeys(_ relation: Relation, for actor: Actor) -> Set<String>? {
        let compared = world.known.compared
        switch relation {
        case .blindComparisons: return Set(compared.filter { sees(actor, $0) }.map(\.id.text))
        case .comparisonSides:
            return Set(
                compared.filter { isSide(actor, $0) }.flatMap { one in
                    one.sides.filter { $0 == actor.agency || holds(.sidesWaitForBoth, one.agreed.count == 2) }.map { "\(one.id)/\($0)" }
                })
        case .comparisonMatches:
            return Set(
                compared.filter { isSide(actor, $0) }.flatMap { one in
                    one.sides.filter { $0 == actor.agency }.flatMap { side in
                        (1...one.matches).map { number in
                            "\(one.id)/\(side)/\(number)/\(holds(.sidesWaitForBoth, one.agreed.count == 2) ? number : 0)"
                        }
                    }
                })
        default: return nil
        }
    }

    /// The marks of what is mentioned that may stand on a page for this actor.
    func subjectMarks(for actor: Actor) -> Set<String> {
        let seen = world.known.noted.filter { sees(actor, $0) }
        let subjects = Set(seen.compactMap(\.subject))
        return Set(seen.map(\.mark)).union(world.known.compared.filter { sees(actor, $0) }.map(\.mark))
            .union(world.known.licences.filter { subjects.contains($0.subject) }.map(\.mark))
    }
}
