import Access
import Kernel
import Partnerships
import Store

/// Records a licence or an order at a place.
package enum RecordLicence: Verb {
    package typealias Record = LicenceOrOrder
    package static let name = "record-licence"
    package static let relation = Relation.licencesAndOrders
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.collection
}

/// Changes what is known of a licence or an order: by the coordinator or the organisation that recorded it.
package enum ChangeLicence: Verb {
    package typealias Record = LicenceOrOrder
    package static let name = "change-licence"
    package static let relation = Relation.licencesAndOrders
    package static let roles: Set<Role> = [.coordinator, .member]

    static func isAllowed(_ recordedBy: ID<Organisation>?, to viewer: Viewer) -> Bool {
        permits(viewer) && (viewer.isCoordinator || (recordedBy != nil && recordedBy == viewer.organisation))
    }
}

/// What somebody writes of a licence or an order.
package struct LicenceDraft: Sendable {
    package var kind = ""
    package var number = ""
    package var holder = ""
    package var holderSubject: ID<Subject>?
    package var authority = ""
    package var from: Day?
    package var until: Day?
    /// The names of dates that were typed and cannot be read.
    package var unreadable: [String] = []
    package var state = ""
    package var source = ""

    package init() {}

    /// Every reason why it cannot be kept; empty means it can.
    func problems(_ lists: CodeLists) -> [Problem] {
        var problems: [Problem] = []
        if !lists["licence_or_order"].contains(kind) { problems.append(Problem("kind", "Choose what it is")) }
        if !lists["licence_state"].contains(state) { problems.append(Problem("state", "Choose where it stands")) }
        if authority.isEmpty { problems.append(Problem("authority", "Say which authority or court gave or made it")) }
        if source.isEmpty { problems.append(Problem("source", "Say where this is known from")) }
        for name in unreadable { problems.append(Problem(name, "Give a date such as 8 2 2020, or none")) }
        if let from, let until, until < from { problems.append(Problem("until", "Give a last day that is not before the first")) }
        let texts = [
            ("number", "number", number), ("holder", "holder", holder), ("authority", "authority", authority), ("source", "source", source),
        ]
        return problems + texts.compactMap { TextLength.problem($0.0, $0.1, $0.2, limit: TextLength.line) }
    }
}

extension SubjectDesk {
    /// Records a licence or an order. Throws `AccessError.notVisible` where the viewer sees no such place.
    package func record(
        _ draft: LicenceDraft, at place: ID<Subject>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<LicenceOrOrder>> {
        let lists = lists
        return try await desk.create(RecordLicence.self, by: viewer, key: key) { change in
            guard try change.reading.named([place])[place]?.kind == .premises else { throw AccessError.notVisible }
            let problems = draft.problems(lists) + (try change.reading.problem(of: draft.holderSubject, field: "party"))
            guard problems.isEmpty else { return .refused(problems) }
            try change.insert(draft, at: place)
            change.note("Licence or order recorded")
            return .done(change.record)
        }
    }

    /// Changes a licence or an order. Throws `AccessError.denied` for whoever neither recorded it nor coordinates.
    package func change(
        _ id: ID<LicenceOrOrder>, at place: ID<Subject>, to draft: LicenceDraft, by viewer: Viewer, expecting version: Int?,
        key: IdempotencyKey?
    ) async throws -> Outcome<ID<LicenceOrOrder>> {
        let lists = lists
        return try await desk.change(ChangeLicence.self, on: id, by: viewer, expecting: version, key: key) { change in
            let before = try change.reading.licence(id, at: place)
            guard ChangeLicence.isAllowed(before.organisation, to: viewer) else { throw AccessError.denied }
            let problems = draft.problems(lists) + (try change.reading.problem(of: draft.holderSubject, field: "party"))
            guard problems.isEmpty else { return .refused(problems) }
            try change.update(draft, keepsHolder: before.holderSubject == nil)
            change.note("Licence or order changed")
            return .done(id)
        }
    }
}

extension Reading {
    /// What is wrong with somebody who was chosen as owner, landlord or holder.
    func problem(of party: ID<Subject>?, field: String) throws -> [Problem] {
        guard let party else { return [] }
        let kind = try named([party])[party]?.kind
        return kind == .person || kind == .company ? [] : [Problem(field, "Choose a person or a company of the list")]
    }
}
