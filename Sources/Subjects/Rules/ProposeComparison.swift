import Access
import BlindLinkage
import Kernel
import Partnerships
import Store

/// Proposes to another member that both compare records which neither shows the other.
package enum ProposeComparison: Verb {
    package typealias Record = BlindComparison
    package static let name = "propose-comparison"
    package static let relation = Relation.blindComparisons
    package static let roles: Set<Role> = [.coordinator, .member]

    /// Whether this viewer can be a side of a comparison: a contact, or the coordinator for her own organisation, while the
    /// agreement is in force.
    package static func speaksForOwn(_ viewer: Viewer) -> Bool {
        permits(viewer) && viewer.agreementInForce && viewer.organisation != nil
    }

    /// Every reason why it cannot be proposed; empty means it can.
    static func problems(
        _ draft: ComparisonDraft, by own: ID<Organisation>?, members: [ID<Organisation>], today: Day, limits: ComparisonLimits
    ) -> [Problem] {
        var problems: [Problem] = []
        func need(_ field: String, _ text: String, _ name: String, _ missing: String) {
            if text.isEmpty { problems.append(Problem(field, missing)) }
            if let problem = TextLength.problem(field, name, text, limit: TextLength.line) { problems.append(problem) }
        }
        if draft.other.map({ $0 == own || !members.contains($0) }) ?? true {
            problems.append(Problem("other", "Choose another member of the partnership"))
        }
        need("purpose", draft.purpose, "purpose", "Say what the comparison is for")
        need("agreement", draft.agreement, "agreement", "Name the agreement on which it stands")
        need("compared", draft.compared, "description", "Say which records both sides compare")
        if let until = draft.until {
            if until < today { problems.append(Problem("until", "Give a day that is not over")) }
            if until > today.adding(days: limits.longestDays) {
                problems.append(Problem("until", "Give a day within \(limits.longestDays) days: then the result is removed"))
            }
        } else {
            problems.append(Problem("until", "Give the day until which the result is kept, such as 8 2 2020"))
        }
        if draft.threshold.map({ $0 < limits.leastThreshold || $0 > 100 }) ?? true {
            problems.append(Problem("threshold", "Choose how alike two records have to be"))
        }
        if case .failure(let problem) = draft.readSchema { problems.append(problem) }
        return problems
    }
}

/// What somebody proposes to compare.
package struct ComparisonDraft: Sendable {
    package var other: ID<Organisation>?
    package var purpose = ""
    package var agreement = ""
    package var compared = ""
    /// The last day on which the result is kept.
    package var until: Day?
    /// In hundredths.
    package var threshold: Int?
    /// Empty for the usual one.
    package var schema = ""

    package init() {}

    /// The schema with the length of its encodings, or what is wrong with it.
    var readSchema: Result<(text: String, bitCount: Int), Problem> {
        let text = schema.isEmpty ? UsualSchema.text : schema
        guard text.utf8.count <= ComparisonLimits.longestSchema else {
            return .failure(Problem("schema", "Shorten the schema to \(ComparisonLimits.longestSchema) characters or fewer"))
        }
        do {
            let bits = try EncodingSchema(json: Array(text.utf8)).bitCount
            guard bits <= ComparisonLimits.mostBits else {
                return .failure(Problem("schema", "Choose encodings of \(ComparisonLimits.mostBits) bits or fewer; these have \(bits)"))
            }
            return .success((text, bits))
        } catch let fault as SchemaFault {
            return .failure(Problem("schema", "Correct the schema: \(String(fault.description.dropLast()))"))
        } catch {
            return .failure(Problem("schema", "Correct the schema: it cannot be read"))
        }
    }
}

extension SubjectDesk {
    package var comparisonLimits: ComparisonLimits { ComparisonLimits(lists) }

    /// Proposes a comparison for the viewer's organisation.
    package func propose(
        _ draft: ComparisonDraft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<BlindComparison>> {
        let limits = comparisonLimits
        return try await desk.create(ProposeComparison.self, by: viewer, key: key) { change in
            guard ProposeComparison.speaksForOwn(viewer), let own = viewer.organisation, let partnership = viewer.partnership else {
                throw AccessError.denied
            }
            let members = try change.members(of: partnership).map(\.id)
            let problems = ProposeComparison.problems(
                draft, by: own, members: members, today: change.moment.day, limits: limits)
            guard problems.isEmpty, let other = draft.other, let until = draft.until, let threshold = draft.threshold,
                case .success(let schema) = draft.readSchema
            else { return .refused(problems) }
            try change.insert(draft, between: own, and: other, until: until, threshold: threshold, schema: schema, in: partnership)
            change.note("Blind comparison proposed")
            return .done(change.record)
        }
    }
}
