import Access
import Kernel

/// Says what was put right, and in which version of the pathway.
package enum FinishPathwayFix: Verb {
    package typealias Record = PathwayFix
    package static let name = "finish-pathway-fix"
    package static let relation = Relation.pathwayFixes
    package static let roles: Set<Role> = [.coordinator, .member]

    /// Every reason why the fix cannot be finished like this; empty means it can.
    ///
    /// - Parameter fixedIn: the version that holds the fix; nil where the pathway itself stayed as it is.
    package static func problems(result: String, fixedIn: Int?, versions: [Int], fix: FixLine) -> [Problem] {
        guard fix.isOpen else { return [Problem("", "This is put right already")] }
        var problems = [TextLength.problem("result", "text", result, limit: TextLength.account)].compactMap { $0 }
        if result.isEmpty { problems.append(Problem("result", "Say what was put right")) }
        if let fixedIn, !versions.contains(fixedIn) {
            problems.append(Problem("fixed_in", "Choose the version that holds it, or none"))
        }
        return problems
    }
}

extension DefinitionDesk {
    /// For the coordinator and for the organisation that owns the fix. Throws `AccessError.notVisible`, `.denied` and
    /// `.changedMeanwhile`.
    package func finish(
        _ fix: ID<PathwayFix>, of definition: ID<PathwayDefinition>, result: String, fixedIn: Int?, version: Int?,
        by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<PathwayFix>> {
        try await desk.change(FinishPathwayFix.self, on: fix, by: viewer, expecting: version, key: key) { change in
            guard let standing = try change.reading.fixes(of: definition).first(where: { $0.id == fix }) else {
                throw AccessError.notVisible
            }
            guard viewer.isCoordinator || standing.organisation == viewer.organisation else { throw AccessError.denied }
            let problems = FinishPathwayFix.problems(
                result: result, fixedIn: fixedIn, versions: try change.reading.versions(of: definition).map(\.number),
                fix: standing)
            guard problems.isEmpty else { return .refused(problems) }
            try change.finish(result: result, fixedIn: fixedIn)
            change.note("Fix of a pathway finished")
            return .done(fix)
        }
    }
}
