import Access
import Kernel
import Partnerships

/// Changes what is being written: the published versions stay as they are.
package enum ChangeDefinitionDraft: Verb {
    package typealias Record = PathwayDefinition
    package static let name = "change-definition-draft"
    package static let relation = Relation.pathwayDefinitions
    package static let roles: Set<Role> = [.coordinator]

    /// Every reason why the draft cannot be kept like this; empty means it can.
    package static func problems(
        _ facts: DefinitionFacts, _ content: PathwayContent, towns: [TermSummary], lists: CodeLists
    ) -> [Problem] {
        var problems = BeginDefinition.problems(facts, towns: towns, lists: lists)
        if let problem = TextLength.problem("purpose", "purpose", content.purpose, limit: TextLength.account) {
            problems.append(problem)
        }
        if content.steps.count > BeginDefinition.mostSteps {
            problems.append(Problem("purpose", "Keep to \(BeginDefinition.mostSteps) steps: nobody follows more"))
        }
        for (index, step) in content.steps.enumerated() {
            let texts = [
                ("what", step.what), ("who", step.who), ("within", step.within), ("contact", step.contact),
                ("guidance", step.guidance),
            ]
            for (name, text) in texts {
                if let problem = TextLength.problem("\(name)-\(index + 1)", "text", text, limit: TextLength.line) {
                    problems.append(problem)
                }
            }
            if step.what.isEmpty { problems.append(Problem("what-\(index + 1)", "Enter what is done in this step")) }
        }
        return problems
    }
}

extension DefinitionDesk {
    /// Throws `AccessError.notVisible`, `.denied`, and `.changedMeanwhile` when the pathway has another version.
    package func changeDraft(
        of definition: ID<PathwayDefinition>, to facts: DefinitionFacts, _ content: PathwayContent, version: Int,
        by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PathwayDefinition>> {
        try await desk.change(ChangeDefinitionDraft.self, on: definition, by: viewer, expecting: version, key: key) { change in
            let problems = ChangeDefinitionDraft.problems(facts, content, towns: try change.reading.towns(), lists: lists)
            guard problems.isEmpty else { return .refused(problems) }
            try change.update(facts, content)
            change.note("Draft of a pathway definition changed")
            return .done(definition)
        }
    }
}
