import Access
import Kernel
import Partnerships

/// Begins to write a pathway down: from nothing, from what is shipped, or from another.
package enum BeginDefinition: Verb {
    package typealias Record = PathwayDefinition
    package static let name = "begin-pathway-definition"
    package static let relation = Relation.pathwayDefinitions
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.collection

    /// What a new pathway starts from.
    package enum Start: Sendable, Hashable {
        case nothing
        case template(PathwayWay)
        case copy(ID<PathwayDefinition>)

        /// "", "template-adult", or the identifier of a pathway; nil for anything else.
        package init?(_ text: String) {
            if text.isEmpty {
                self = .nothing
            } else if let way = PathwayWay.allCases.first(where: { text == "template-\($0.rawValue)" }) {
                self = .template(way)
            } else if let id = ID<PathwayDefinition>(text) {
                self = .copy(id)
            } else {
                return nil
            }
        }
    }

    /// The most steps that a pathway may have.
    package static let mostSteps = 40

    static func problems(_ facts: DefinitionFacts, towns: [TermSummary], lists: CodeLists) -> [Problem] {
        var problems = [TextLength.problem("title", "title", facts.title, limit: TextLength.line)].compactMap { $0 }
        if facts.title.isEmpty { problems.append(Problem("title", "Enter what the pathway is called")) }
        if let town = facts.town, !towns.contains(where: { $0.id == town }) {
            problems.append(Problem("town", "Choose a town from the list, or the whole area"))
        }
        if !facts.serviceKind.isEmpty, !lists["organisation_kind"].contains(facts.serviceKind) {
            problems.append(Problem("service_kind", "Choose for which kind of organisation it is"))
        }
        return problems
    }
}

extension DefinitionDesk {
    /// Throws `AccessError.denied` for everybody but the coordinator.
    package func begin(
        _ facts: DefinitionFacts, from start: BeginDefinition.Start, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PathwayDefinition>> {
        try await desk.create(BeginDefinition.self, by: viewer, key: key) { change in
            let problems = BeginDefinition.problems(facts, towns: try change.reading.towns(), lists: lists)
            guard problems.isEmpty else { return .refused(problems) }
            let content: PathwayContent =
                switch start {
                case .nothing: PathwayContent()
                case .template(let way): templates[way] ?? PathwayContent()
                case .copy(let other):
                    try change.reading.definition(other).draft
                        ?? change.reading.versions(of: other).first?.content ?? PathwayContent()
                }
            try change.insert(facts, content)
            change.note("Pathway definition begun")
            return .done(change.record)
        }
    }
}
