import Access
import Kernel
import Partnerships
import Store

extension Change where V.Record == Concern {
    /// Writes a new concern with everything that was told of it, and lets the organisation that raised it see it.
    /// Answers its reference.
    func insertConcern(
        _ draft: ConcernDraft, channel: String, status: ConcernStatus, partnership: ID<Partnership>, lists: CodeLists
    ) throws -> String {
        let reference = try takeReference(of: partnership)
        let source = draft.sourceOrganisation ?? (draft.source == "agency" || draft.source == "police" ? viewer.organisation : nil)
        try run(
            """
            INSERT INTO \(table(.concerns)) (id, partnership_id, reference, version, received_on, received_at, channel,
                source, source_organisation_id, recorded_by, status, is_open, immediate_danger, police_incident, summary,
                seen, inferred, happens_when, how_known, location_type, place, postcode, place_key, town_id, ward_id,
                residence, residence_key, residence_town_id, nationality, people_count, children_present,
                reporter_contact, reporter_safe_way, threat, harm, risk, investigation, vulnerability, engagement,
                planning_meeting_notes, tactical_plan, closing_summary, report_back)
            VALUES (\(record), \(partnership), \(reference), 1, \(draft.receivedOn), \(moment), \(channel),
                \(draft.source), \(source), \(viewer.person), \(status), 1, \(draft.immediateDanger),
                \(draft.policeIncident.isEmpty ? nil : draft.policeIncident), \(draft.summary), \(draft.seen),
                \(draft.inferred), \(draft.happensWhen), \(draft.howKnown), \(draft.locationType), \(draft.place),
                \(draft.postcode), \(MatchKeys.place(draft.place, postcode: draft.postcode)), \(draft.town),
                \(draft.ward), \(draft.residence), \(MatchKeys.place(draft.residence, postcode: "")),
                \(draft.residenceTown), \(draft.nationality), \(draft.peopleCount), \(draft.childrenPresent),
                \(draft.reporterContact), \(draft.reporterSafeWay), '', '', '', '', '', '', '', '', '', '')
            """)
        let mentions = try writeParts(draft, of: record, partnership: partnership)
        try indexMentions(
            mentions + ConcernDraft.indexed(place: draft.place, postcode: draft.postcode, residence: draft.residence),
            of: .concern(record), on: draft.receivedOn, in: partnership)
        for organisation in Set([source, viewer.organisation].compactMap { $0 }) {
            try admit(organisation, to: record, of: partnership, seesVictims: false, basis: "Raised the concern")
        }
        try seal(draft.reporterName, field: "reporter_name", in: .reporters)
        try seal(draft.reporterDetails, field: "reporter_details", in: .reporters)
        try indexWords(words(of: draft, reference: reference, lists: lists), of: record, in: partnership)
        return reference
    }

    /// Exploitation types, indicators and mentions, written anew. Answers what the mentions are found by.
    ///
    /// The types stand beside the concern as well, where figures count them.
    @discardableResult
    func writeParts(_ draft: ConcernDraft, of concern: ID<Concern>, partnership: ID<Partnership>) throws -> [IndexedMention] {
        try run("DELETE FROM \(table(.concernExploitation)) WHERE concern_id = \(concern)")
        let types = Set(draft.exploitation).sorted()
        for type in types {
            try run(
                """
                INSERT INTO \(table(.concernExploitation)) (concern_id, partnership_id, exploitation_type)
                VALUES (\(concern), \(partnership), \(type))
                """)
        }
        try run("UPDATE \(table(.concerns)) SET exploitation = \(types.joined(separator: " ")) WHERE id = \(concern)")
        try run("DELETE FROM \(table(.concernIndicators)) WHERE concern_id = \(concern)")
        for indicator in Set(draft.indicators).sorted() {
            try run(
                """
                INSERT INTO \(table(.concernIndicators)) (concern_id, partnership_id, indicator)
                VALUES (\(concern), \(partnership), \(indicator))
                """)
        }
        return try draft.mentions.enumerated().compactMap { position, mention in
            try insertMention(mention, position: position, of: concern, partnership: partnership)
        }
    }

    /// Writes a mention and answers what it is found by.
    func insertMention(
        _ mention: MentionDraft, position: Int, of concern: ID<Concern>, partnership: ID<Partnership>
    ) throws -> IndexedMention? {
        let id = newID(Mention.self)
        try run(
            """
            INSERT INTO \(table(.mentions)) (id, concern_id, partnership_id, kind, role, description, value_text,
                value_key, position)
            VALUES (\(id), \(concern), \(partnership), \(mention.kind), \(mention.role), \(mention.description),
                \(mention.value), \(MatchKeys.key(kind: mention.kind, value: mention.value)), \(position))
            """)
        try seal(mention.name, field: MentionFields.name, in: .victims, of: id.text)
        return mention.indexed(field: id.text)
    }

    /// Everything by which a concern can be found: its reference, words, places, numbers and marks. No sealed name.
    func words(of draft: ConcernDraft, reference: String, lists: CodeLists) -> String {
        var parts = [
            reference, draft.summary, draft.seen, draft.inferred, draft.happensWhen, draft.place, draft.postcode,
            draft.postcode.filter { $0 != " " }, draft.residence, lists["location_type"].label(draft.locationType),
            draft.policeIncident,
        ]
        for mention in draft.mentions {
            parts += [
                mention.description, mention.value, MatchKeys.key(kind: mention.kind, value: mention.value).lowercased(),
            ]
        }
        return parts.joined(separator: " ")
    }

    private func takeReference(of partnership: ID<Partnership>) throws -> String {
        let taken = try first(
            """
            UPDATE partnerships SET next_reference = next_reference + 1 WHERE id = \(partnership)
            RETURNING reference_prefix, next_reference - 1
            """
        ) { row in (try row.next(String.self), try row.next(Int.self)) }
        guard let (prefix, number) = taken else { throw AccessError.notVisible }
        let digits = String(number)
        return "\(prefix)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    }
}

extension Change {
    /// What a saved concern mentions, its sealed names opened to compute their keys and shown to nobody.
    package func mentionsIndexed(of concern: ConcernDetail) throws -> [IndexedMention] {
        try concern.mentions.compactMap { mention in
            let name =
                mention.kind == "person"
                ? try opened(field: MentionFields.name, in: .victims, of: mention.id.text) ?? "" : ""
            return MatchKeys.mention(kind: mention.kind, value: mention.value, name: name, field: mention.id.text)
        } + ConcernDraft.indexed(place: concern.place, postcode: concern.postcode, residence: concern.residence)
    }
}

/// Where the sealed values of a mention lie.
package enum MentionFields {
    package static let name: StaticString = "name"
}
