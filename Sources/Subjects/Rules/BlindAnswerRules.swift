import Access
import Concerns
import Kernel
import Partnerships
import Store

/// Asks whether another member holds an interest in what a concern mentions.
package enum AskBlindly: Verb {
    package typealias Record = Concern
    package static let name = "ask-blindly"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.member]
    package static let event = JournalEvent.consultation
}

/// Looks what is known already of what is typed into a form, before it is saved.
package enum LookUpMentions: Verb {
    package typealias Record = Concern
    package static let name = "look-up-mentions"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator, .member, .visitTeam]
    package static let event = JournalEvent.consultation
}

/// Says whether others are told blindly of an interest in what a concern mentions: the owner of a live operation switches it off.
package enum SwitchBlindAnswers: Verb {
    package typealias Record = Concern
    package static let name = "switch-blind-answers"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator, .member]

    /// Whether this viewer may: the coordinator, the organisation that raised it and the one that leads the response.
    package static func isAllowed(_ concern: ConcernDetail, to viewer: Viewer) -> Bool {
        if viewer.isCoordinator { return true }
        guard viewer.has(.member), let own = viewer.organisation else { return false }
        return concern.sourceOrganisation == own || concern.leadOrganisation == own
    }
}

/// What is known already of what somebody typed.
package struct KnownAlready: Sendable {
    /// What the viewer may see, with the place in the list of what was typed, and whether it is written the same.
    package let mentions: [(place: Int, line: MentionLine, isExact: Bool)]
    /// What others hold that the viewer may not see.
    package let notices: [(notice: BlindNotice, holderName: String?, contacts: [String])]
    package let typed: [IndexedMention]

    package var isEmpty: Bool { mentions.isEmpty && notices.isEmpty }
}

extension SubjectDesk {
    /// Asks for the viewer's organisation about everything that a concern mentions.
    package func askBlindly(of concern: ID<Concern>, by viewer: Viewer) async throws -> Outcome<ID<Concern>> {
        try await desk.change(AskBlindly.self, on: concern, by: viewer, key: nil) { change in
            try change.askBlindly(of: concern)
            return .done(concern)
        }
    }

    /// What is known already of what is typed: inside the circles of the viewer, and blindly outside of them. What is typed is
    /// kept nowhere; the looking is in the journal, and each blind answer in that of the concern that it is about.
    package func lookUp(_ draft: ConcernDraft, by viewer: Viewer) async throws -> KnownAlready {
        let typed = draft.indexedMentions
        let found = try await desk.create(LookUpMentions.self, by: viewer, key: nil) { change in
            .done(LookedUp(known: try change.known(typed).map(FoundMention.init), notices: try change.askBlindly(typed: typed)))
        }
        guard let result = found.result else { return KnownAlready(mentions: [], notices: [], typed: typed) }
        let partnership = viewer.partnership
        return try await desk.read(as: viewer, Consultation("look-up-mentions", "subject_mentions")) { reading in
            let ids = result.known.map(\.mention)
            let lines = ids.isEmpty ? [] : try reading.mentionLines(where: "m.id IN \(in: ids)", limit: 500)
            let byID = Dictionary(lines.map { ($0.id, $0) }) { first, _ in first }
            let contacts = try partnership.map { try reading.contacts(of: $0) } ?? [:]
            let names = try reading.organisationNames(result.notices.compactMap(\.holder))
            return KnownAlready(
                mentions: result.known.compactMap { one in byID[one.mention].map { (one.place, $0, one.isExact) } },
                notices: result.notices.map { one in
                    (one, one.holder.flatMap { names[$0] }, one.holder.flatMap { contacts[$0] } ?? [])
                }, typed: typed)
        }
    }

    /// Switches the blind answers of a concern.
    package func switchBlindAnswers(
        of concern: ID<Concern>, on isOn: Bool, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        try await desk.change(SwitchBlindAnswers.self, on: concern, by: viewer, key: key) { change in
            guard SwitchBlindAnswers.isAllowed(try change.reading.concern(concern), to: viewer) else { throw AccessError.denied }
            try change.run("UPDATE \(change.target) SET gives_blind_answers = \(isOn) WHERE id = \(concern)")
            change.note(isOn ? "Blind answers are given again" : "No blind answers are given about it")
            return .done(concern)
        }
    }
}

private struct FoundMention: Codable, Sendable {
    let place: Int
    let mention: ID<Mention>
    let isExact: Bool

    init(_ known: KnownMention) {
        place = known.place
        mention = known.mention
        isExact = known.isExact
    }
}

private struct LookedUp: Codable, Sendable {
    let known: [FoundMention]
    let notices: [BlindNotice]
}

extension Reading {
    fileprivate func organisationNames(_ ids: [ID<Organisation>]) throws -> [ID<Organisation>: String] {
        if ids.isEmpty { return [:] }
        return Dictionary(
            try rows("SELECT id, name FROM organisations WHERE id IN \(in: ids)") {
                (try $0.next(ID<Organisation>.self), try $0.next(String.self))
            }
        ) { first, _ in first }
    }
}
