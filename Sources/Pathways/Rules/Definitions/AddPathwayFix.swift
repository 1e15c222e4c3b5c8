import Access
import Kernel
import Partnerships

/// A verb that asks for something to be put right.
package protocol FixAsking: Verb {}

/// Says what has to be put right after a test, by whom and until when.
package enum AddPathwayFix: FixAsking {
    package typealias Record = PathwayFix
    package static let name = "add-pathway-fix"
    package static let relation = Relation.pathwayFixes
    package static let roles: Set<Role> = [.coordinator]
    package static let event = JournalEvent.collection

    package struct Draft: Sendable, Hashable {
        package var what: String
        package var organisation: ID<Organisation>?
        package var dueOn: Day?

        package init(what: String = "", organisation: ID<Organisation>? = nil, dueOn: Day? = nil) {
            self.what = what
            self.organisation = organisation
            self.dueOn = dueOn
        }
    }

    /// Every reason why the fix cannot be kept like this; empty means it can. The fields carry the number of the row.
    package static func problems(_ draft: Draft, members: Set<ID<Organisation>>, number: Int) -> [Problem] {
        var problems = [TextLength.problem("fix-\(number)", "text", draft.what, limit: TextLength.line)].compactMap { $0 }
        if draft.what.isEmpty { problems.append(Problem("fix-\(number)", "Say what has to be put right")) }
        if draft.organisation.map({ !members.contains($0) }) ?? true {
            problems.append(Problem("owner-\(number)", "Choose who puts it right"))
        }
        if draft.dueOn == nil { problems.append(Problem("due-\(number)", "Enter the day by which it is put right")) }
        return problems
    }
}

extension DefinitionDesk {
    /// Throws `AccessError.notVisible` for a test that is not there, and `.denied`.
    package func addFix(
        _ draft: AddPathwayFix.Draft, to test: ID<PathwayTest>, of definition: ID<PathwayDefinition>, by viewer: Viewer,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<PathwayFix>> {
        try await desk.create(AddPathwayFix.self, by: viewer, key: key) { change in
            guard try change.reading.tests(of: definition).contains(where: { $0.id == test }) else {
                throw AccessError.notVisible
            }
            let members = Set(try change.reading.members(of: try change.reading.ownPartnership).map(\.id))
            let problems = AddPathwayFix.problems(draft, members: members, number: 1)
            guard problems.isEmpty else { return .refused(problems) }
            try change.insertFix(draft, id: change.record, test: test, definition: definition)
            change.note("Fix of a pathway asked for")
            return .done(change.record)
        }
    }
}
