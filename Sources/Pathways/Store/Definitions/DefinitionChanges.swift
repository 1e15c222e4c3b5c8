import Access
import Kernel
import Store

extension Change where V == BeginDefinition {
    func insert(_ facts: DefinitionFacts, _ content: PathwayContent) throws {
        try run(
            """
            INSERT INTO \(target) (id, partnership_id, version, title, title_key, way, town_id, service_kind, draft, has_draft,
                latest, created_on)
            VALUES (\(record), \(try reading.ownPartnership), 1, \(facts.title), \(FoldedText(facts.title).key), \(facts.way),
                \(facts.town), \(facts.serviceKind), \(try SealedJSON.text(content)), 1, 0, \(moment.day))
            """)
    }
}

extension Change where V == ChangeDefinitionDraft {
    func update(_ facts: DefinitionFacts, _ content: PathwayContent) throws {
        try run(
            """
            UPDATE \(target) SET title = \(facts.title), title_key = \(FoldedText(facts.title).key), way = \(facts.way),
                town_id = \(facts.town), service_kind = \(facts.serviceKind), draft = \(try SealedJSON.text(content)),
                has_draft = 1 WHERE id = \(record)
            """)
    }
}

extension Change where V == PublishDefinition {
    /// Keeps the version and ends the one before: on the day before, or on its own first day.
    func publish(
        _ content: PathwayContent, number: Int, from: Day, _ draft: PublishDefinition.Draft, before: DefinitionVersionDetail?
    ) throws {
        if let before, before.validUntil.map({ $0 >= from }) ?? true {
            let until = max(from.adding(days: -1), before.validFrom)
            try run("UPDATE \(table(.definitionVersions)) SET valid_until = \(until) WHERE id = \(before.id)")
        }
        let id: ID<DefinitionVersion> = newID()
        try run(
            """
            INSERT INTO \(table(.definitionVersions)) (id, definition_id, partnership_id, number, published_at,
                organisation_id, person_id, valid_from, valid_until, change_note, content)
            VALUES (\(id), \(record), \(try reading.ownPartnership), \(number), \(moment), \(viewer.organisation),
                \(viewer.person), \(from), \(draft.validUntil), \(draft.changeNote), \(try SealedJSON.text(content)))
            """)
        try run("UPDATE \(target) SET draft = '', has_draft = 0, latest = \(number) WHERE id = \(record)")
    }
}

extension Change where V == ReadDefinition {
    func keepReading() throws {
        try run(
            """
            INSERT INTO \(table(.definitionReadings)) (version_id, organisation_id, partnership_id, person_id, read_at)
            VALUES (\(record), \(viewer.organisation), \(try reading.ownPartnership), \(viewer.person), \(moment))
            ON CONFLICT (version_id, organisation_id) DO NOTHING
            """)
    }
}

extension Change where V == LogPathwayTest {
    func insert(
        _ draft: LogPathwayTest.Draft, kind: PathwayTestLine.Kind, testedOn: Day, of number: Int,
        of definition: ID<PathwayDefinition>
    ) throws {
        let partnership = try reading.ownPartnership
        try run(
            """
            INSERT INTO \(target) (id, definition_id, partnership_id, number, kind, scenario, tested_on, took_part, findings,
                organisation_id, person_id, recorded_at)
            VALUES (\(record), \(definition), \(partnership), \(number), \(kind), \(draft.scenario), \(testedOn),
                \(draft.tookPart), \(draft.findings), \(viewer.organisation), \(viewer.person), \(moment))
            """)
        for result in draft.results {
            try run(
                """
                INSERT INTO \(table(.pathwayTestSteps)) (test_id, number, partnership_id, result, took)
                VALUES (\(record), \(result.number), \(partnership), \(result.result), \(result.took))
                """)
        }
        for fix in draft.fixes { try insertFix(fix, id: newID(), test: record, definition: definition) }
    }
}

extension Change where V: FixAsking {
    /// Keeps something that is to be put right.
    func insertFix(
        _ draft: AddPathwayFix.Draft, id: ID<PathwayFix>, test: ID<PathwayTest>, definition: ID<PathwayDefinition>
    ) throws {
        try run(
            """
            INSERT INTO \(table(.pathwayFixes)) (id, test_id, definition_id, partnership_id, version, what, organisation_id,
                due_on, is_open, result)
            VALUES (\(id), \(test), \(definition), \(try reading.ownPartnership), 1, \(draft.what), \(draft.organisation),
                \(draft.dueOn), 1, '')
            """)
    }
}

extension Change where V == FinishPathwayFix {
    func finish(result: String, fixedIn: Int?) throws {
        try run(
            """
            UPDATE \(target) SET is_open = 0, result = \(result), done_on = \(moment.day), fixed_in = \(fixedIn)
            WHERE id = \(record)
            """)
    }
}
