import Access
import Kernel
import Partnerships

/// The use cases of the pathways themselves: written down, agreed, read, tried out and put right.
package struct DefinitionDesk: Sendable {
    package let desk: Desk
    package let lists: CodeLists
    /// What a coordinator can copy as a start, by the way it is for.
    package let templates: [PathwayWay: PathwayContent]

    package init(desk: Desk, lists: CodeLists, templates: [PathwayWay: PathwayContent]) {
        self.desk = desk
        self.lists = lists
        self.templates = templates
    }

    /// A page of the pathways of the partnership, and the fixes that are open.
    package func list(_ query: DefinitionQuery = DefinitionQuery(), as viewer: Viewer) async throws -> DefinitionOverview {
        try await desk.read(as: viewer, Consultation("list-pathway-definitions", "pathway_definitions")) { reading in
            DefinitionOverview(
                listing: try reading.definitions(query), ownKind: try reading.ownKind(), fixes: try reading.openFixes(size: 100),
                members: try reading.members(of: try reading.ownPartnership))
        }
    }

    /// One pathway with the version in force. Throws `AccessError.notVisible`.
    package func one(_ definition: ID<PathwayDefinition>, as viewer: Viewer) async throws -> DefinitionFile {
        try await desk.read(as: viewer, Consultation("open-pathway-definition", "pathway_definitions", definition.text)) {
            try $0.definitionFile(definition)
        }
    }

    /// One version. Throws `AccessError.notVisible`.
    package func version(
        _ number: Int, of definition: ID<PathwayDefinition>, as viewer: Viewer
    ) async throws -> (definition: DefinitionDetail, version: DefinitionVersionDetail) {
        try await desk.read(as: viewer, Consultation("open-definition-version", "definition_versions", definition.text)) { reading in
            let detail = try reading.definition(definition)
            guard let version = try reading.versions(of: definition).first(where: { $0.number == number }) else {
                throw AccessError.notVisible
            }
            return (detail, version)
        }
    }

    /// What a form of a pathway offers to choose from.
    package func ground(as viewer: Viewer) async throws -> (towns: [TermSummary], definitions: Listing<DefinitionLine>) {
        try await desk.read(as: viewer, Consultation("prepare-pathway-definition", "pathway_definitions")) {
            (try $0.towns(), try $0.definitions(DefinitionQuery(size: 200)))
        }
    }

    /// One test of a pathway. Throws `AccessError.notVisible`.
    package func test(
        _ test: ID<PathwayTest>, of definition: ID<PathwayDefinition>, as viewer: Viewer
    ) async throws -> TestFile {
        try await desk.read(as: viewer, Consultation("open-pathway-test", "pathway_tests", test.text)) { reading in
            let detail = try reading.definition(definition)
            guard let found = try reading.tests(of: definition).first(where: { $0.id == test }),
                let version = try reading.versions(of: definition).first(where: { $0.number == found.number })
            else { throw AccessError.notVisible }
            return TestFile(
                definition: detail, version: version, test: found, results: try reading.results(of: test),
                fixes: try reading.fixes(of: definition).filter { $0.test == test },
                members: try reading.members(of: try reading.ownPartnership))
        }
    }

    /// One fix. Throws `AccessError.notVisible`.
    package func fix(
        _ fix: ID<PathwayFix>, of definition: ID<PathwayDefinition>, as viewer: Viewer
    ) async throws -> (definition: DefinitionDetail, fix: FixLine) {
        try await desk.read(as: viewer, Consultation("open-pathway-fix", "pathway_fixes", fix.text)) { reading in
            let detail = try reading.definition(definition)
            guard let found = try reading.fixes(of: definition).first(where: { $0.id == fix }) else {
                throw AccessError.notVisible
            }
            return (detail, found)
        }
    }
}

/// A page of the pathways with what is to be put right.
package struct DefinitionOverview: Sendable {
    package let listing: Listing<DefinitionLine>
    /// The kind of the viewer's organisation.
    package let ownKind: String
    package let fixes: [FixLine]
    package let members: [OrganisationSummary]
}

/// One pathway with everything that its page shows.
package struct DefinitionFile: Sendable {
    package let definition: DefinitionDetail
    package let versions: [DefinitionVersionDetail]
    /// What holds today; nil where nothing does.
    package let current: DefinitionVersionDetail?
    package let readers: [DefinitionReader]
    package let tests: [PathwayTestLine]
    package let fixes: [FixLine]
    package let members: [OrganisationSummary]
    package let towns: [TermSummary]

    /// Members whose pathway this is.
    package var meant: [OrganisationSummary] {
        members.filter { definition.facts.isMeant(for: $0.kind) }
    }
}

/// One test with everything that its page shows.
package struct TestFile: Sendable {
    package let definition: DefinitionDetail
    package let version: DefinitionVersionDetail
    package let test: PathwayTestLine
    package let results: [TestStepResult]
    package let fixes: [FixLine]
    package let members: [OrganisationSummary]
}
