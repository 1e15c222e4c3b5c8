import Access
import Kernel
import Store

extension Reading {
    /// Every figure from elsewhere of the partnership, those that were withdrawn as well, in the order of what they count.
    package func statedFigures() throws -> [StatedFigureDetail] {
        try rows(
            """
            SELECT f.id, f.version, f.key, f.measure, f.category, f.area, f.reach, f.value, f.decimals, f.exactness, f.period_kind,
                f.first_day, f.last_day, f.target, f.target_decimals, f.source_title, f.source_publisher, f.source_place, f.source_date,
                f.mark, f.part_of, f.numerator, f.denominator, f.note, f.recorded_at, p.name, f.withdrawn_at, f.withdrawn_reason
            FROM \(visible(.statedFigures)) f LEFT JOIN people p ON p.id = f.recorded_by
            WHERE f.partnership_id = \(try ownPartnership)
            ORDER BY f.recorded_at, f.key, f.id LIMIT \(RecordStatedFigure.most)
            """
        ) { row in
            let (id, version): (ID<StatedFigure>, Int) = (try row.next(), try row.next())
            let (key, measure, category, area): (String, String, String, String) = (
                try row.next(), try row.next(), try row.next(), try row.next()
            )
            let (reach, value, decimals): (FigureReach, Int, Int) = (try row.next(), try row.next(), try row.next())
            let exactness: FigureExactness = try row.next()
            let (kind, first, last): (StatedPeriod.Kind, Day?, Day?) = (try row.next(), try row.next(), try row.next())
            let (target, targetDecimals): (Int?, Int) = (try row.next(), try row.next())
            let source = StatedSource(
                title: try row.next(), publisher: try row.next(), place: try row.next(), date: try row.next())
            let draft = StatedFigureDraft(
                key: key, measure: measure, category: category, area: area, reach: reach,
                value: StatedValue(value, decimals: decimals), exactness: exactness, period: StatedPeriod(kind, first, last),
                target: target.map { StatedValue($0, decimals: targetDecimals) }, source: source, mark: try row.next(),
                partOf: try row.next(), numerator: try row.next(), denominator: try row.next(), note: try row.next())
            return StatedFigureDetail(
                id: id, version: version, draft: draft, recordedAt: try row.next(), recordedBy: try row.next(String?.self) ?? "",
                withdrawnAt: try row.next(), withdrawnReason: try row.next())
        }
    }

    /// The figures with what was decided about those that contradict each other, in the order of time.
    func statedFigureShelf() throws -> StatedFigureShelf {
        let settled = try rows(
            """
            SELECT s.one_id, s.one_version, s.other_id, s.other_version, s.holds, s.reason, s.settled_at, p.name
            FROM \(visible(.settledFigures)) s LEFT JOIN people p ON p.id = s.settled_by
            WHERE s.partnership_id = \(try ownPartnership) ORDER BY s.settled_at, s.id LIMIT 5000
            """
        ) { row in
            SettledFigures(
                one: try row.next(), oneVersion: try row.next(), other: try row.next(), otherVersion: try row.next(),
                holds: try row.next(), reason: try row.next(), at: try row.next(), by: try row.next(String?.self) ?? "")
        }
        return StatedFigureShelf(figures: try statedFigures(), settled: settled)
    }

    /// One figure with what it said before. Throws `AccessError.notVisible`.
    func statedFigureFile(_ id: ID<StatedFigure>) throws -> StatedFigureFile {
        guard let figure = try statedFigures().first(where: { $0.id == id }) else { throw AccessError.notVisible }
        let former = try rows(
            """
            SELECT v.number, v.said, v.replaced_at, p.name, v.reason
            FROM \(visible(.statedFigureVersions)) v LEFT JOIN people p ON p.id = v.replaced_by
            WHERE v.figure_id = \(id) ORDER BY v.number DESC LIMIT 200
            """
        ) { row in
            FormerFigure(
                number: try row.next(), draft: try StoredJSON.value(try row.next(String.self)), replacedAt: try row.next(),
                replacedBy: try row.next(String?.self) ?? "", reason: try row.next())
        }
        return StatedFigureFile(figure: figure, former: former)
    }

    /// The figures from elsewhere that an edition states, as they were when it was locked.
    func statedFigures(of publication: ID<PartnershipPublication>, edition number: Int) throws -> [StatedFigureDraft] {
        let text = try value(
            """
            SELECT e.sourced_figures FROM \(visible(.publicationEditions)) e
            WHERE e.publication_id = \(publication) AND e.number = \(number)
            """, as: String.self)
        return try text.map { try StoredJSON.value($0) } ?? []
    }
}

extension Change where V: StatedFigureVerb {
    /// Writes a new figure.
    func insert(_ draft: StatedFigureDraft, as id: ID<StatedFigure>? = nil) throws {
        try run(
            """
            INSERT INTO \(target) (id, partnership_id, version, key, measure, area, reach, category, value, decimals, exactness,
                period_kind, first_day, last_day, target, target_decimals, source_title, source_publisher, source_place, source_date,
                mark, part_of, numerator, denominator, note, recorded_at, recorded_by, withdrawn_reason)
            VALUES (\(id ?? record), \(try reading.ownPartnership), 1, \(draft.key), \(draft.measure), \(draft.area), \(draft.reach),
                \(draft.category), \(draft.value.digits), \(draft.value.decimals), \(draft.exactness), \(draft.period.kind),
                \(draft.period.first), \(draft.period.last), \(draft.target?.digits), \(draft.target?.decimals ?? 0),
                \(draft.source.title), \(draft.source.publisher), \(draft.source.place), \(draft.source.date), \(draft.mark),
                \(draft.partOf), \(draft.numerator), \(draft.denominator), \(draft.note), \(moment), \(viewer.person), '')
            """)
    }
}

extension Change where V == ChangeStatedFigure {
    /// Keeps what a figure says now, before it is corrected.
    func keep(_ standing: StatedFigureDetail, because reason: String) throws {
        let id: ID<RecordChange> = newID()
        try run(
            """
            INSERT INTO \(table(.statedFigureVersions)) (id, figure_id, partnership_id, number, said, replaced_at, replaced_by, reason)
            VALUES (\(id), \(record), \(try reading.ownPartnership), \(standing.version), \(try StoredJSON.text(standing.draft)),
                \(moment), \(viewer.person), \(reason))
            """)
    }

    func update(_ draft: StatedFigureDraft) throws {
        try run(
            """
            UPDATE \(target) SET measure = \(draft.measure), area = \(draft.area), reach = \(draft.reach), category = \(draft.category),
                value = \(draft.value.digits), decimals = \(draft.value.decimals), exactness = \(draft.exactness),
                period_kind = \(draft.period.kind), first_day = \(draft.period.first), last_day = \(draft.period.last),
                target = \(draft.target?.digits), target_decimals = \(draft.target?.decimals ?? 0), source_title = \(draft.source.title),
                source_publisher = \(draft.source.publisher), source_place = \(draft.source.place), source_date = \(draft.source.date),
                mark = \(draft.mark), part_of = \(draft.partOf), numerator = \(draft.numerator), denominator = \(draft.denominator),
                note = \(draft.note)
            WHERE id = \(record)
            """)
    }
}

extension Change where V == WithdrawStatedFigure {
    func withdraw(because reason: String) throws {
        try run("UPDATE \(target) SET withdrawn_at = \(moment), withdrawn_reason = \(reason) WHERE id = \(record)")
    }
}

extension Change where V == SettleStatedFigures {
    func insert(
        _ one: (id: ID<StatedFigure>, version: Int), _ other: (id: ID<StatedFigure>, version: Int), holds: FigureHolding,
        because reason: String
    ) throws {
        try run(
            """
            INSERT INTO \(target) (id, partnership_id, one_id, one_version, other_id, other_version, holds, reason, settled_at, settled_by)
            VALUES (\(record), \(try reading.ownPartnership), \(one.id), \(one.version), \(other.id), \(other.version), \(holds),
                \(reason), \(moment), \(viewer.person))
            """)
    }
}
