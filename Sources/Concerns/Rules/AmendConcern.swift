import Access
import Kernel
import Partnerships
import Store

/// Corrects and completes what was told: the coordinator as long as the concern is open, the organisation that raised it
/// until it is screened.
package enum AmendConcern: Verb {
    package typealias Record = Concern
    package static let name = "amend-concern"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = [.coordinator, .member]

    package struct Draft: Sendable {
        /// The concern as it is to be; its mentions are the new ones alone, its sealed fields empty where they stay.
        package var concern: ConcernDraft
        /// Mentions that were wrong.
        package var struckOut: Set<ID<Mention>>
        /// Whether the sealed name and the sealed ways of reaching the reporter are destroyed.
        package var forgetsReporter: Bool

        package init(concern: ConcernDraft, struckOut: Set<ID<Mention>> = [], forgetsReporter: Bool = false) {
            self.concern = concern
            self.struckOut = struckOut
            self.forgetsReporter = forgetsReporter
        }
    }

    /// Whether this viewer may amend a concern in this state.
    package static func isAllowed(_ concern: ConcernDetail, to viewer: Viewer) -> Bool {
        if viewer.isCoordinator { return true }
        return viewer.has(.member) && concern.status == .raised && concern.sourceOrganisation != nil
            && concern.sourceOrganisation == viewer.organisation
    }

    /// The fields that were empty or out of range before and are left as they were: an import may lack them, and a
    /// correction elsewhere must not wait for them.
    static func untouched(_ draft: ConcernDraft, since concern: ConcernDetail) -> Set<String> {
        var fields: Set<String> = []
        if draft.seen == concern.seen { fields.insert("seen") }
        if draft.source == concern.source { fields.insert("source") }
        if draft.locationType == concern.locationType { fields.insert("location_type") }
        if draft.receivedOn == concern.receivedOn { fields.insert("received_on") }
        return fields
    }

    /// What the timeline says of changes that are not in the concern's own fields.
    static func note(
        _ draft: Draft, since concern: ConcernDetail, lists: CodeLists, indicators: IndicatorCatalogue
    ) -> String {
        var parts: [String] = []
        let (before, after) = (Set(concern.exploitation), Set(draft.concern.exploitation))
        if before != after {
            func words(_ codes: Set<String>) -> String {
                let labels = codes.sorted().map { lists["exploitation_type"].label($0).lowercased() }
                return labels.isEmpty ? "not known" : labels.joined(separator: ", ")
            }
            parts.append("Exploitation \(words(after)), before \(words(before))")
        }
        let new = Set(draft.concern.indicators).subtracting(concern.indicators).sorted().map(indicators.text)
        if !new.isEmpty { parts.append("Indicators added: \(new.joined(separator: "; "))") }
        let gone = Set(concern.indicators).subtracting(draft.concern.indicators).sorted().map(indicators.text)
        if !gone.isEmpty { parts.append("Indicators taken back: \(gone.joined(separator: "; "))") }
        for mention in concern.mentions where draft.struckOut.contains(mention.id) {
            let words = [mention.role, mention.description, mention.value].filter { !$0.isEmpty }
            parts.append("Struck out: \(lists["mention_kind"].label(mention.kind)) \(words.joined(separator: ", "))")
        }
        for mention in draft.concern.mentions {
            let words = [mention.role, mention.description, mention.value].filter { !$0.isEmpty }
            parts.append("Added: \(lists["mention_kind"].label(mention.kind)) \(words.joined(separator: ", "))")
        }
        if draft.forgetsReporter { parts.append("The sealed name of the reporter was destroyed") }
        return parts.joined(separator: ". ")
    }
}

extension Change where V == AmendConcern {
    func rewrite(_ draft: ConcernDraft) throws {
        let incident = draft.policeIncident.isEmpty ? nil : draft.policeIncident
        try run(
            """
            UPDATE \(target) SET received_on = \(draft.receivedOn), source = \(draft.source),
                source_organisation_id = \(draft.sourceOrganisation), immediate_danger = \(draft.immediateDanger),
                police_incident = \(incident), summary = \(draft.summary), seen = \(draft.seen),
                inferred = \(draft.inferred), happens_when = \(draft.happensWhen), how_known = \(draft.howKnown),
                location_type = \(draft.locationType), place = \(draft.place), postcode = \(draft.postcode),
                place_key = \(MatchKeys.place(draft.place, postcode: draft.postcode)), town_id = \(draft.town),
                ward_id = \(draft.ward), residence = \(draft.residence),
                residence_key = \(MatchKeys.place(draft.residence, postcode: "")),
                residence_town_id = \(draft.residenceTown), nationality = \(draft.nationality),
                people_count = \(draft.peopleCount), children_present = \(draft.childrenPresent),
                reporter_contact = \(draft.reporterContact), reporter_safe_way = \(draft.reporterSafeWay)
            WHERE id = \(record)
            """)
    }

    /// Strikes mentions out, with their sealed names, and adds the new ones behind the others.
    func rewriteMentions(_ draft: AmendConcern.Draft, of concern: ConcernDetail, partnership: ID<Partnership>) throws {
        for mention in concern.mentions where draft.struckOut.contains(mention.id) {
            try seal("", field: MentionFields.name, in: .victims, of: mention.id.text)
            try run("DELETE FROM \(table(.mentions)) WHERE id = \(mention.id) AND concern_id = \(record)")
        }
        let last = try value(
            "SELECT MAX(m.position) FROM \(visible(.mentions)) m WHERE m.concern_id = \(record)", as: Int?.self)
        let start = ((last ?? nil) ?? -1) + 1
        for (offset, mention) in draft.concern.mentions.enumerated() {
            _ = try insertMention(mention, position: start + offset, of: record, partnership: partnership)
        }
    }
}

extension ConcernDesk {
    /// Amends a concern; throws `AccessError.changedMeanwhile` when it has another version than `version`.
    package func amend(
        _ id: ID<Concern>, _ draft: AmendConcern.Draft, by viewer: Viewer, expecting version: Int?, key: IdempotencyKey?
    ) async throws -> Outcome<ID<Concern>> {
        let lists = lists
        let indicators = indicators
        let today = desk.world.now().day
        return try await desk.change(AmendConcern.self, on: id, by: viewer, expecting: version, key: key) { change in
            guard let partnership = viewer.partnership else { throw AccessError.denied }
            let concern = try change.reading.concern(id)
            guard AmendConcern.isAllowed(concern, to: viewer) else { throw AccessError.denied }
            if !concern.status.isOpen {
                return .refused([Problem("", "This concern is closed: open it again before you change it")])
            }
            var draft = draft
            if !viewer.isCoordinator { draft.concern.sourceOrganisation = concern.sourceOrganisation }
            let standing = try change.standing(of: partnership)
            let untouched = AmendConcern.untouched(draft.concern, since: concern)
            let problems = RaiseConcern.problems(
                draft.concern, channel: RaiseConcern.Channel(rawValue: concern.channel) ?? .agencyForm, lists: lists,
                indicators: indicators, towns: standing.towns, wards: standing.wards,
                members: standing.members.union([concern.sourceOrganisation].compactMap { $0 }), today: today
            ).filter { !untouched.contains($0.field) }
            guard problems.isEmpty else { return .refused(problems) }
            try change.rewrite(draft.concern)
            var parts = draft.concern
            parts.mentions = []
            try change.writeParts(parts, of: id, partnership: partnership)
            try change.rewriteMentions(draft, of: concern, partnership: partnership)
            let amended = try change.reading.concern(id)
            try change.indexMentions(
                try change.mentionsIndexed(of: amended), of: .concern(id), on: amended.receivedOn, in: partnership)
            try change.askBlindly(of: id)
            if draft.forgetsReporter || !draft.concern.reporterName.isEmpty {
                try change.seal(draft.concern.reporterName, field: "reporter_name", in: .reporters)
            }
            if draft.forgetsReporter || !draft.concern.reporterDetails.isEmpty {
                try change.seal(draft.concern.reporterDetails, field: "reporter_details", in: .reporters)
            }
            var whole = draft.concern
            whole.mentions += concern.mentions.filter { !draft.struckOut.contains($0.id) }.map { mention in
                MentionDraft(
                    kind: mention.kind, role: mention.role, description: mention.description, value: mention.value)
            }
            let words = change.words(of: whole, reference: concern.reference, lists: lists)
            let quote = try change.reading.publicQuote(of: id) ?? ""
            try change.indexWords("\(words) \(quote)", of: id, in: partnership)
            change.note(AmendConcern.note(draft, since: concern, lists: lists, indicators: indicators))
            return .done(id)
        }
    }
}
