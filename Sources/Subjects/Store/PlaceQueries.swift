import Access
import Kernel
import Store

extension Reading {
    /// What is written just so, the newest first.
    package func mentions(writtenAs label: String, kind: MentionedKind) throws -> [MentionLine] {
        try mentionLines(where: "m.kind = \(kind) AND m.label = \(label)", limit: 50)
    }

    /// Subjects as other pages name them: those that the viewer sees, by their identifiers.
    func named(_ ids: [ID<Subject>]) throws -> [ID<Subject>: NamedSubject] {
        if ids.isEmpty { return [:] }
        var labels: [ID<Subject>: String] = [:]
        try forEach(
            """
            SELECT m.subject_id, m.label FROM \(visible(.subjectMentions)) m
            WHERE m.subject_id IN \(in: ids) AND m.label <> '' ORDER BY m.noted_on, m.id
            """
        ) { row in labels[try row.next()] = try row.next() }
        let found = try rows("SELECT s.id, s.kind, s.reference FROM \(visible(.subjects)) s WHERE s.id IN \(in: ids)") { row in
            (id: try row.next(ID<Subject>.self), kind: try row.next(MentionedKind.self), reference: try row.next(String.self))
        }
        return Dictionary(
            found.map { ($0.id, NamedSubject(id: $0.id, kind: $0.kind, reference: $0.reference, name: labels[$0.id] ?? "")) }
        ) { first, _ in first }
    }

    /// The people and companies that can be chosen as owner, landlord or holder: the subjects that the viewer sees.
    func possibleParties() throws -> [NamedSubject] {
        func ids(_ kind: MentionedKind) throws -> [ID<Subject>] {
            try subjects(matching: SubjectQuery(kind: kind, size: 200)).map(\.id)
        }
        let ids = try ids(.company) + ids(.person)
        let named = try named(ids)
        return ids.compactMap { named[$0] }
    }

    /// All subjects that the viewer sees and that were said to be the same as one of these, these among them.
    private func sameSubjects(as ids: [ID<Subject>]) throws -> [ID<Subject>: ID<Subject>] {
        if ids.isEmpty { return [:] }
        return Dictionary(
            try rows(
                """
                SELECT s.id, s.root_id FROM \(visible(.subjects)) s
                WHERE s.root_id IN (SELECT o.root_id FROM \(visible(.subjects)) o WHERE o.id IN \(in: ids))
                """
            ) { (try $0.next(ID<Subject>.self), try $0.next(ID<Subject>.self)) }
        ) { first, _ in first }
    }

    // MARK: Licences and orders

    /// The licences and orders at places, those of the latest beginning first.
    private func licences(where condition: Statement) throws -> [LicenceDetail] {
        let found = try rows(
            """
            SELECT l.id, l.version, l.kind, l.number, l.holder, l.holder_id, l.authority, l.valid_from, l.valid_until, l.status,
                l.source, l.organisation_id, COALESCE(o.name, ''), l.recorded_at
            FROM \(visible(.licencesAndOrders)) l LEFT JOIN organisations o ON o.id = l.organisation_id
            WHERE \(condition) ORDER BY COALESCE(l.valid_from, '') DESC, l.id LIMIT 200
            """
        ) { row in
            FoundLicence(
                id: try row.next(), version: try row.next(), kind: try row.next(), number: try row.next(), holder: try row.next(),
                holderID: try row.next(), authority: try row.next(), from: try row.next(), until: try row.next(),
                state: try row.next(), source: try row.next(), organisation: try row.next(), organisationName: try row.next(),
                recordedAt: try row.next())
        }
        let holders = try named(found.compactMap(\.holderID))
        return found.map { one in
            LicenceDetail(
                id: one.id, version: one.version, kind: one.kind, number: one.number, holder: one.holder,
                holderSubject: one.holderID.flatMap { holders[$0] }, authority: one.authority, from: one.from, until: one.until,
                state: one.state, source: one.source, organisation: one.organisation, organisationName: one.organisationName,
                recordedAt: one.recordedAt)
        }
    }

    /// One licence or order at a place; throws `AccessError.notVisible` where it is none of that place.
    func licence(_ id: ID<LicenceOrOrder>, at place: ID<Subject>) throws -> LicenceDetail {
        let places = try sameSubjects(as: [place]).keys.sorted()
        guard !places.isEmpty, let found = try licences(where: "l.id = \(id) AND l.subject_id IN \(in: places)").first else {
            throw AccessError.notVisible
        }
        return found
    }

    // MARK: Owners and landlords

    /// The organisation that said who owns, lets or runs a place; throws `AccessError.notVisible` where that is none of the place.
    func recorder(of id: ID<PremisesParty>, at place: ID<Subject>) throws -> ID<Organisation>? {
        let places = try sameSubjects(as: [place]).keys.sorted()
        let found =
            try places.isEmpty
            ? []
            : rows(
                """
                SELECT t.organisation_id FROM \(visible(.premisesParties)) t WHERE t.id = \(id) AND t.premises_id IN \(in: places)
                """
            ) { try $0.next(ID<Organisation>?.self) }
        guard let recorder = found.first else { throw AccessError.notVisible }
        return recorder
    }

    private func parties(of places: [ID<Subject>]) throws -> [PartyOfPlace] {
        let found = try rows(
            """
            SELECT t.id, t.party_id, t.role, t.valid_from, t.valid_until, t.source, t.organisation_id
            FROM \(visible(.premisesParties)) t WHERE t.premises_id IN \(in: places) ORDER BY COALESCE(t.valid_from, '') DESC, t.id
            LIMIT 100
            """
        ) { row in
            (
                id: try row.next(ID<PremisesParty>.self), party: try row.next(ID<Subject>.self), role: try row.next(String.self),
                from: try row.next(Day?.self), until: try row.next(Day?.self), source: try row.next(String.self),
                organisation: try row.next(ID<Organisation>?.self)
            )
        }
        let named = try named(found.map(\.party))
        return found.compactMap { one in
            named[one.party].map { subject in
                PartyOfPlace(
                    id: one.id, subject: subject, role: one.role, from: one.from, until: one.until, source: one.source,
                    organisation: one.organisation)
            }
        }
    }

    /// The places of people and companies, each with its own, without these.
    private func premises(of parties: [ID<Subject>], without places: Set<ID<Subject>>) throws -> [ID<Subject>: [NamedSubject]] {
        let roots = try sameSubjects(as: parties)
        if roots.isEmpty { return [:] }
        let group = roots.keys.sorted()
        let ties = try rows(
            """
            SELECT t.party_id, t.premises_id FROM \(visible(.premisesParties)) t WHERE t.party_id IN \(in: group)
            UNION SELECT l.holder_id, l.subject_id FROM \(visible(.licencesAndOrders)) l
                WHERE l.holder_id IN \(in: group) AND l.status <> 'error'
            """
        ) { (party: try $0.next(ID<Subject>.self), place: try $0.next(ID<Subject>.self)) }
        let placeRoots = try sameSubjects(as: ties.map(\.place))
        let named = try named(ties.map(\.place))
        var found: [ID<Subject>: [NamedSubject]] = [:]
        for party in Set(parties) {
            var seen: Set<ID<Subject>> = []
            for tie in ties.sorted(by: { $0.place < $1.place }) where roots[tie.party] == roots[party] {
                // What was said to be one place is one place.
                guard let place = named[tie.place], let root = placeRoots[tie.place], !places.contains(tie.place) else { continue }
                if seen.insert(root).inserted { found[party, default: []].append(place) }
            }
        }
        return found
    }

    /// The places that a person or a company owns, lets, runs or is licensed for.
    func premises(of party: ID<Subject>) throws -> [NamedSubject] { try premises(of: [party], without: [])[party] ?? [] }

    // MARK: The whole

    /// What is known of a place beside the records that mention it.
    func history(of subject: SubjectDetail) throws -> PlaceHistory {
        let places = try sameSubjects(as: [subject.id]).keys.sorted()
        if places.isEmpty { throw AccessError.notVisible }
        let licences = try licences(where: "l.subject_id IN \(in: places)")
        let parties = try parties(of: places)
        let holders = licences.filter { $0.state != "error" }.compactMap(\.holderSubject?.id)
        let visits = (subject.mentions + subject.alike).compactMap { line -> ID<Visit>? in
            if case .visit(let id) = line.source { id } else { nil }
        }
        let met =
            try visits.isEmpty
            ? 0 : value("SELECT COUNT(*) FROM \(visible(.screenings)) n WHERE n.visit_id IN \(in: visits)", as: Int.self) ?? 0
        return PlaceHistory(
            licences: licences, parties: parties,
            otherPremises: try premises(of: parties.map(\.subject.id) + holders, without: Set(places)), met: met,
            metAgain: try metAgain(on: visits))
    }

    /// Those met on visits of whom somebody said who they are, and who are mentioned elsewhere as well.
    private func metAgain(on visits: [ID<Visit>]) throws -> [MetAtPlace] {
        if visits.isEmpty { return [] }
        let found = try rows(
            """
            SELECT n.id, n.visit_id, n.reference, s.id, s.reference FROM \(visible(.screenings)) n
            JOIN \(visible(.subjectMentions)) m ON m.screening_id = n.id JOIN \(visible(.subjects)) s ON s.id = m.subject_id
            WHERE n.visit_id IN \(in: visits) ORDER BY n.reference LIMIT 50
            """
        ) { row in
            (
                screening: try row.next(ID<Screening>.self), visit: try row.next(ID<Visit>.self), reference: try row.next(String.self),
                subject: try row.next(ID<Subject>.self), name: try row.next(String.self)
            )
        }
        let roots = try sameSubjects(as: found.map(\.subject))
        let group = roots.keys.sorted()
        let mentions = try group.isEmpty ? [] : mentionLines(where: "m.subject_id IN \(in: group)", limit: 500)
        return found.compactMap { one in
            let elsewhere = mentions.filter { line in
                guard let subject = line.subject, roots[subject] == roots[one.subject] else { return false }
                if case .screening(let id, _) = line.source { return id != one.screening }
                return true
            }
            if elsewhere.isEmpty { return nil }
            return MetAtPlace(
                screening: one.screening, visit: one.visit, reference: one.reference, subject: one.subject,
                subjectReference: one.name, elsewhere: elsewhere)
        }
    }
}

private struct FoundLicence {
    let id: ID<LicenceOrOrder>
    let version: Int
    let kind: String
    let number: String
    let holder: String
    let holderID: ID<Subject>?
    let authority: String
    let from: Day?
    let until: Day?
    let state: String
    let source: String
    let organisation: ID<Organisation>?
    let organisationName: String
    let recordedAt: Moment
}
