import Access
import Concerns
import Kernel
import Partnerships
import Store

/// Rows of one batch, ready to be written with one prepared statement for each table.
struct Rows: Sendable {
    let partnership: ID<Partnership>
    private var concerns: [SQLValue] = []
    private var circles: [SQLValue] = []
    private var words: [SQLValue] = []
    private var subjects: [SQLValue] = []
    private var mentions: [SQLValue] = []
    private var marks: [SQLValue] = []

    init(partnership: ID<Partnership>) {
        self.partnership = partnership
    }

    mutating func add(_ one: InventedMentions.Told, reference: String) {
        concerns += [
            one.concern.sqlValue, partnership.sqlValue, reference.sqlValue, one.day.sqlValue, one.source.sqlValue, one.address.sqlValue,
            one.postcode.sqlValue, MatchKeys.place(one.address, postcode: one.postcode).sqlValue,
        ]
        for member in one.circle { circles += [one.concern.sqlValue, member.sqlValue, partnership.sqlValue] }
    }

    mutating func addWord(_ id: ID<Mention>, of one: InventedMentions.Told, _ kind: String, _ value: String, _ position: Int) {
        words += [
            id.sqlValue, one.concern.sqlValue, partnership.sqlValue, kind.sqlValue, value.sqlValue,
            MatchKeys.key(kind: kind, value: value).sqlValue, position.sqlValue,
        ]
    }

    mutating func add(
        _ mention: IndexedMention, _ id: ID<Mention>, _ marks: [MentionMark], of one: InventedMentions.Told,
        subject: ID<Subject>?
    ) {
        if let subject {
            subjects += [
                subject.sqlValue, partnership.sqlValue, mention.kind.sqlValue, "S-\(subject.text.suffix(12))".sqlValue, subject.sqlValue,
            ]
        }
        mentions += [
            id.sqlValue, partnership.sqlValue, mention.kind.sqlValue, one.concern.sqlValue, mention.field.sqlValue, mention.label.sqlValue,
            mention.labelKey.sqlValue, one.day.sqlValue, subject.sqlValue,
        ]
        for mark in marks {
            self.marks += [id.sqlValue, mark.mark.sqlValue, partnership.sqlValue, mention.kind.sqlValue, mark.isExact.sqlValue]
        }
    }

    func write(_ transaction: any Transaction) throws {
        let none = SQLValue.null
        try transaction.run(
            """
            INSERT INTO concerns (id, partnership_id, reference, received_on, source_organisation_id, place, postcode, place_key,
                version, received_at, channel, source, status, is_open, immediate_danger, summary, seen, inferred, happens_when,
                how_known, location_type, residence, residence_key, nationality, children_present, reporter_contact, reporter_safe_way,
                threat, harm, risk, investigation, vulnerability, engagement, planning_meeting_notes, tactical_plan, closing_summary,
                report_back)
            VALUES (\(none), \(none), \(none), \(none), \(none), \(none), \(none), \(none),
                1, 0, 'form', 'agency', 'raised', 1, 0, '', 'Workers arrive before five by minibus', '', '', '', 'farm', '', '', '',
                'unknown', '', '', '', '', '', '', '', '', '', '', '', '')
            """, each: concerns)
        try transaction.run(
            """
            INSERT INTO circles (concern_id, organisation_id, partnership_id, sees_answers, sees_victims, basis, added_at)
            VALUES (\(none), \(none), \(none), 0, 0, 'Raised the concern', 0)
            """, each: circles)
        try transaction.run(
            """
            INSERT INTO mentions (id, concern_id, partnership_id, kind, role, description, value_text, value_key, position)
            VALUES (\(none), \(none), \(none), \(none), '', 'Seen there', \(none), \(none), \(none))
            """, each: words)
        try transaction.run(
            """
            INSERT INTO subjects (id, partnership_id, kind, reference, root_id, made_at)
            VALUES (\(none), \(none), \(none), \(none), \(none), 0)
            """, each: subjects)
        try transaction.run(
            """
            INSERT INTO subject_mentions (id, partnership_id, kind, concern_id, field, label, label_key, noted_on, subject_id, source,
                reason)
            VALUES (\(none), \(none), \(none), \(none), \(none), \(none), \(none), \(none), \(none), 'concern', '')
            """, each: mentions)
        try transaction.run(
            """
            INSERT INTO mention_marks (mention_id, mark, partnership_id, kind, is_exact)
            VALUES (\(none), \(none), \(none), \(none), \(none))
            """, each: marks)
    }
}
