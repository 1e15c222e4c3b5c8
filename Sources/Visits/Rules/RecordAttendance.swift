import Access
import Kernel

/// An agency records what it did on a visit; the coordinator may do so for any.
package enum RecordAttendance: Verb {
    package typealias Record = Visit
    package static let name = "record-attendance"
    package static let relation = Relation.visits
    package static let roles: Set<Role> = [.coordinator, .member, .visitTeam]
    package static let strand = "visits"

    package struct Draft: Sendable, Hashable {
        package var organisation: ID<Organisation>
        package var attended: Attended
        package var minutes: Int?
        /// A code of the directory, or the power in the agency's own words.
        package var powerUsed: String
        package var entry: EntryObtained
        package var found: String
        package var did: String
        /// The version of the agency's entry that the writer saw; nil when there was none.
        package var version: Int?

        package init(
            organisation: ID<Organisation>, attended: Attended = .notSaid, minutes: Int? = nil, powerUsed: String = "",
            entry: EntryObtained = .notSaid, found: String = "", did: String = "", version: Int? = nil
        ) {
            self.organisation = organisation
            self.attended = attended
            self.minutes = minutes
            self.powerUsed = powerUsed
            self.entry = entry
            self.found = found
            self.did = did
            self.version = version
        }
    }

    /// Every reason why the attendance cannot be recorded; empty means it can.
    package static func problems(_ draft: Draft, visit: VisitDetail, today: Day) -> [Problem] {
        if visit.status == .cancelled { return [Problem("", "The visit was called off")] }
        if visit.visitedOn > today {
            return [Problem("", "The visit is on \(visit.visitedOn.text). Attendance can be recorded from that day on")]
        }
        var problems: [Problem] = []
        if draft.attended == .notSaid {
            problems.append(Problem("attended", "Say whether the agency attended"))
        }
        if let minutes = draft.minutes, !(0...1_440).contains(minutes) {
            problems.append(Problem("minutes", "Enter the minutes on the visit, up to 1,440, which is a whole day"))
        }
        if draft.attended == .no {
            if draft.minutes ?? 0 > 0 {
                problems.append(Problem("minutes", "Leave the minutes empty for an agency that did not attend"))
            }
            if draft.entry != .notSaid && draft.entry != .notNeeded {
                problems.append(Problem("entry", "Leave the entry empty for an agency that did not attend"))
            }
        }
        if draft.entry == .power, draft.powerUsed.isEmpty {
            problems.append(Problem("power_used", "Say which power or warrant was used"))
        }
        problems += [
            TextLength.problem("power_used", "power", draft.powerUsed, limit: TextLength.line),
            TextLength.problem("found", "account of what was found", draft.found, limit: TextLength.account),
            TextLength.problem("did", "account of what was done", draft.did, limit: TextLength.account),
        ].compactMap { $0 }
        return problems
    }
}

extension VisitDesk {
    /// Records what one agency did on a visit. An agency that came without being asked is added by the coordinator.
    ///
    /// Throws `AccessError.denied` for another agency's entry, `.changedMeanwhile` when the entry was changed since.
    package func recordAttendance(
        at visit: ID<Visit>, _ draft: RecordAttendance.Draft, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Visit>> {
        guard viewer.isCoordinator || viewer.organisation == draft.organisation else { throw AccessError.denied }
        return try await desk.change(RecordAttendance.self, on: visit, by: viewer, key: key) { change in
            let standing = try change.reading.visit(visit)
            let problems = RecordAttendance.problems(draft, visit: standing, today: change.moment.day)
            guard problems.isEmpty else { return .refused(problems) }
            let name: String
            if let entry = standing.agency(draft.organisation) {
                if let version = draft.version, version != entry.version {
                    throw AccessError.changedMeanwhile(version: entry.version)
                }
                name = entry.name
                try change.update(draft, version: entry.version)
            } else {
                guard let member = try change.reading.planningMembers().first(where: { $0.id == draft.organisation })
                else {
                    return .refused([Problem("organisation", "Choose an agency that is a member of the partnership")])
                }
                name = member.name
                try change.insert(draft)
            }
            let verb = draft.attended == .yes ? "attended" : "did not attend"
            change.note("\(name) \(verb) visit \(standing.reference)", concern: standing.concernID)
            return .done(visit)
        }
    }
}
