import Access
import Kernel
import Partnerships

/// Writes down how a pathway was tried out: round a table, or with a mystery case.
package enum LogPathwayTest: FixAsking {
    package typealias Record = PathwayTest
    package static let name = "log-pathway-test"
    package static let relation = Relation.pathwayTests
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.collection

    package struct Draft: Sendable, Hashable {
        package var kind: PathwayTestLine.Kind?
        package var testedOn: Day?
        /// An invented case: nobody's story.
        package var scenario: String
        package var tookPart: String
        package var findings: String
        package var results: [TestStepResult]
        package var fixes: [AddPathwayFix.Draft]

        package init(
            kind: PathwayTestLine.Kind? = nil, testedOn: Day? = nil, scenario: String = "", tookPart: String = "",
            findings: String = "", results: [TestStepResult] = [], fixes: [AddPathwayFix.Draft] = []
        ) {
            self.kind = kind
            self.testedOn = testedOn
            self.scenario = scenario
            self.tookPart = tookPart
            self.findings = findings
            self.results = results
            self.fixes = fixes
        }
    }

    /// Every reason why the test cannot be kept like this; empty means it can.
    package static func problems(
        _ draft: Draft, version: DefinitionVersionDetail, members: Set<ID<Organisation>>, today: Day
    ) -> [Problem] {
        var problems = [
            TextLength.problem("scenario", "scenario", draft.scenario, limit: TextLength.account),
            TextLength.problem("took_part", "text", draft.tookPart, limit: TextLength.account),
            TextLength.problem("findings", "findings", draft.findings, limit: TextLength.account),
        ].compactMap { $0 }
        if draft.kind == nil { problems.append(Problem("kind", "Choose how it was tried out")) }
        if let on = draft.testedOn {
            if on > today { problems.append(Problem("tested_on", "Enter a day that is not in the future")) }
        } else {
            problems.append(Problem("tested_on", "Enter the day as day, month and year"))
        }
        if draft.scenario.isEmpty { problems.append(Problem("scenario", "Tell the invented case")) }
        let numbers = Set(draft.results.map(\.number))
        for (index, step) in version.content.steps.enumerated() where !numbers.contains(index + 1) {
            problems.append(Problem("result-\(index + 1)", "Say what came of step \(index + 1): \(step.what.prefix(60))"))
        }
        for result in draft.results {
            if let problem = TextLength.problem("took-\(result.number)", "time", result.took, limit: TextLength.line) {
                problems.append(problem)
            }
        }
        for (index, fix) in draft.fixes.enumerated() {
            problems += AddPathwayFix.problems(fix, members: members, number: index + 1)
        }
        if draft.results.contains(where: { $0.result == .failed }), draft.findings.isEmpty {
            problems.append(Problem("findings", "Something failed: say what was found"))
        }
        return problems
    }
}

extension DefinitionDesk {
    /// Throws `AccessError.notVisible` for a version that is not there, and `.denied`.
    package func logTest(
        _ draft: LogPathwayTest.Draft, of number: Int, of definition: ID<PathwayDefinition>, by viewer: Viewer,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<PathwayTest>> {
        try await desk.create(LogPathwayTest.self, by: viewer, key: key) { change in
            guard let version = try change.reading.versions(of: definition).first(where: { $0.number == number }) else {
                throw AccessError.notVisible
            }
            let members = Set(try change.reading.members(of: try change.reading.ownPartnership).map(\.id))
            let problems = LogPathwayTest.problems(draft, version: version, members: members, today: change.moment.day)
            guard problems.isEmpty, let kind = draft.kind, let on = draft.testedOn else { return .refused(problems) }
            try change.insert(draft, kind: kind, testedOn: on, of: number, of: definition)
            change.note("Pathway tried out")
            return .done(change.record)
        }
    }
}
