import Access
import Kernel
import Partnerships
import Store

/// Which pathways a page of their list holds.
package struct DefinitionQuery: Sendable, Hashable {
    /// The line after which a page begins.
    package var after: NameCursor<PathwayDefinition>?
    package var size: Int

    package init(after: NameCursor<PathwayDefinition>? = nil, size: Int = 50) {
        self.after = after
        self.size = size
    }
}

extension Reading {
    /// The kind of the viewer's own organisation; empty where they have none.
    func ownKind() throws -> String {
        try value("SELECT o.kind FROM organisations o WHERE o.id = \(viewer.organisation)", as: String.self) ?? ""
    }

    /// The newest version of a pathway, `d`, that has begun: one that is published for a later day leaves it in force until
    /// then.
    var newestBegun: Statement {
        """
        (SELECT b.id FROM \(visible(.definitionVersions)) b
            WHERE b.definition_id = d.id AND b.valid_from <= \(moment.day) ORDER BY b.number DESC LIMIT 1)
        """
    }

    /// A page of the pathways by title. Only organisations for which a pathway is meant count as readers.
    package func definitions(_ query: DefinitionQuery) throws -> Listing<DefinitionLine> {
        var conditions: [Statement] = ["d.partnership_id = \(try ownPartnership)"]
        if let after = query.after { conditions.append("(d.title_key, d.id) > (\(after.key), \(after.id))") }
        let lines = try rows(
            """
            SELECT d.id, d.title, d.way, d.town_id, d.service_kind, t.label, d.has_draft, n.number,
                (SELECT COUNT(*) FROM \(visible(.definitionReadings)) r WHERE r.version_id = n.id
                    AND r.organisation_id = \(viewer.organisation)),
                (SELECT COUNT(*) FROM \(visible(.definitionReadings)) r JOIN organisations o ON o.id = r.organisation_id
                    WHERE r.version_id = n.id AND d.service_kind IN ('', o.kind)),
                (SELECT MAX(x.tested_on) FROM \(visible(.pathwayTests)) x WHERE x.definition_id = d.id), d.title_key
            FROM \(visible(.pathwayDefinitions)) d LEFT JOIN partnership_terms t ON t.id = d.town_id
            LEFT JOIN \(visible(.definitionVersions)) n
                ON n.id = \(newestBegun) AND (n.valid_until IS NULL OR n.valid_until >= \(moment.day))
            WHERE \(all: conditions) ORDER BY d.title_key, d.id LIMIT \(query.size + 1)
            """
        ) { row in
            DefinitionLine(
                id: try row.next(),
                facts: DefinitionFacts(
                    title: try row.next(), way: try row.next(), town: try row.next(), serviceKind: try row.next()),
                townName: try row.next(String?.self) ?? "", hasDraft: try row.next(), current: try row.next(),
                isReadByOwn: try row.next(Int.self) > 0, readers: try row.next(), testedOn: try row.next(),
                titleKey: try row.next())
        }
        return Listing(rows: lines, size: query.size) { NameCursor($0.titleKey, $0.id).text }
    }

    /// One pathway. Throws `AccessError.notVisible`.
    package func definition(_ id: ID<PathwayDefinition>) throws -> DefinitionDetail {
        let found = try first(
            """
            SELECT d.id, d.version, d.title, d.way, d.town_id, d.service_kind, t.label, d.draft, d.has_draft, d.latest
            FROM \(visible(.pathwayDefinitions)) d LEFT JOIN partnership_terms t ON t.id = d.town_id WHERE d.id = \(id)
            """
        ) { row -> DefinitionDetail in
            let (id, version): (ID<PathwayDefinition>, Int) = (try row.next(), try row.next())
            let facts = DefinitionFacts(
                title: try row.next(), way: try row.next(), town: try row.next(), serviceKind: try row.next())
            let town = try row.next(String?.self) ?? ""
            let (draft, hasDraft): (String, Bool) = (try row.next(), try row.next())
            return DefinitionDetail(
                id: id, version: version, facts: facts, townName: town, draft: hasDraft ? try SealedJSON.value(draft) : nil,
                latest: try row.next())
        }
        guard let found else { throw AccessError.notVisible }
        return found
    }

    /// Every published version, the newest first.
    package func versions(of definition: ID<PathwayDefinition>) throws -> [DefinitionVersionDetail] {
        try rows(
            """
            SELECT v.id, v.number, v.published_at, o.name, p.name, v.valid_from, v.valid_until, v.change_note, v.content
            FROM \(visible(.definitionVersions)) v LEFT JOIN organisations o ON o.id = v.organisation_id
            LEFT JOIN people p ON p.id = v.person_id WHERE v.definition_id = \(definition) ORDER BY v.number DESC LIMIT 200
            """
        ) { row in
            DefinitionVersionDetail(
                id: try row.next(), number: try row.next(), publishedAt: try row.next(),
                organisationName: try row.next(String?.self) ?? "", personName: try row.next(String?.self) ?? "",
                validFrom: try row.next(), validUntil: try row.next(), changeNote: try row.next(),
                content: try SealedJSON.value(try row.next(String.self)))
        }
    }

    func definitionFile(_ id: ID<PathwayDefinition>) throws -> DefinitionFile {
        let versions = try versions(of: id)
        let current = DefinitionVersionDetail.current(versions, on: moment.day)
        return DefinitionFile(
            definition: try definition(id), versions: versions, current: current,
            readers: try current.map { try readers(of: $0.id) } ?? [], tests: try tests(of: id), fixes: try fixes(of: id),
            members: try members(of: try ownPartnership), towns: try towns())
    }

    private func readers(of version: ID<DefinitionVersion>) throws -> [DefinitionReader] {
        try rows(
            """
            SELECT r.organisation_id, o.name, p.name, r.read_at FROM \(visible(.definitionReadings)) r
            JOIN organisations o ON o.id = r.organisation_id LEFT JOIN people p ON p.id = r.person_id
            WHERE r.version_id = \(version) ORDER BY o.name
            """
        ) { row in
            DefinitionReader(
                organisation: try row.next(), name: try row.next(), personName: try row.next(String?.self) ?? "",
                readAt: try row.next())
        }
    }

    /// Every test of a pathway, the newest first.
    package func tests(of definition: ID<PathwayDefinition>) throws -> [PathwayTestLine] {
        try rows(
            """
            SELECT x.id, x.number, x.kind, x.tested_on, x.scenario, x.took_part, x.findings, o.name
            FROM \(visible(.pathwayTests)) x LEFT JOIN organisations o ON o.id = x.organisation_id
            WHERE x.definition_id = \(definition) ORDER BY x.tested_on DESC, x.id DESC LIMIT 200
            """
        ) { row in
            PathwayTestLine(
                id: try row.next(), number: try row.next(), kind: try row.next(), testedOn: try row.next(),
                scenario: try row.next(), tookPart: try row.next(), findings: try row.next(),
                organisationName: try row.next(String?.self) ?? "")
        }
    }

    func results(of test: ID<PathwayTest>) throws -> [TestStepResult] {
        try rows(
            "SELECT s.number, s.result, s.took FROM \(visible(.pathwayTestSteps)) s WHERE s.test_id = \(test) ORDER BY s.number"
        ) { row in TestStepResult(number: try row.next(), result: try row.next(), took: try row.next()) }
    }

    /// Every fix of a pathway, the open ones first.
    package func fixes(of definition: ID<PathwayDefinition>) throws -> [FixLine] {
        try fixes("f.definition_id = \(definition)", order: "f.is_open DESC, f.due_on, f.id", size: 300)
    }

    /// Open fixes of every pathway, the oldest due first.
    package func openFixes(size: Int) throws -> [FixLine] {
        try fixes("f.partnership_id = \(try ownPartnership) AND f.is_open = 1", order: "f.due_on, f.id", size: size)
    }

    func fixes(_ condition: Statement, order: Statement, size: Int) throws -> [FixLine] {
        try rows(
            """
            SELECT f.id, f.test_id, f.definition_id, d.title, f.version, f.what, f.organisation_id, o.name, f.due_on, f.is_open,
                f.result, f.done_on, f.fixed_in
            FROM \(visible(.pathwayFixes)) f JOIN \(visible(.pathwayDefinitions)) d ON d.id = f.definition_id
            JOIN organisations o ON o.id = f.organisation_id WHERE \(condition) ORDER BY \(order) LIMIT \(size)
            """
        ) { row in
            FixLine(
                id: try row.next(), test: try row.next(), definition: try row.next(), definitionTitle: try row.next(),
                version: try row.next(), what: try row.next(), organisation: try row.next(),
                organisationName: try row.next(), dueOn: try row.next(), isOpen: try row.next(), result: try row.next(),
                doneOn: try row.next(), fixedIn: try row.next())
        }
    }
}
