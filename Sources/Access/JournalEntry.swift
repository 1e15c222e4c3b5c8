import Kernel
import Store

/// The kinds of processing that are logged (section 62, Data Protection Act 2018).
package enum JournalEvent: String, Sendable, Bindable, ColumnDecodable {
    case collection, alteration, consultation, disclosure, combination, erasure
    /// Ties chains together; not an event of section 62.
    case checkpoint
}

/// One line of the journal: who did what to which record, when and for what purpose. Never holds personal data.
package struct JournalEntry: Sendable {
    package var at: Moment
    package var event: JournalEvent
    package var verb: String
    package var person: ID<Person>?
    package var organisation: ID<Organisation>?
    package var partnership: ID<Partnership>?
    package var purpose: String
    package var recordKind: String
    package var record: String
    package var before: String?
    package var after: String?
    package var detail: String
    package var request: String

    /// What the chain's hash covers: every member, each preceded by its length, so that no two entries read alike.
    func bytes(previous: String, number: Int64) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        write(to: &bytes, previous: previous, number: number)
        return bytes
    }

    /// The same, behind bytes that are there.
    func write(to bytes: inout [UInt8], previous: String, number: Int64) {
        func add(_ text: String) {
            bytes.append(contentsOf: String(text.utf8.count).utf8)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(contentsOf: text.utf8)
        }
        add(previous)
        add(String(number))
        add(String(at.microseconds))
        add(event.rawValue)
        add(verb)
        add(person?.text ?? "")
        add(organisation?.text ?? "")
        add(partnership?.text ?? "")
        add(purpose)
        add(recordKind)
        add(record)
        add(before ?? "")
        add(after ?? "")
        add(detail)
        add(request)
    }
}

extension JournalEntry {
    init(
        by viewer: Viewer, at moment: Moment, event: JournalEvent, verb: String, kind: String, record: String,
        before: String? = nil, after: String? = nil, detail: String = ""
    ) {
        self.init(
            at: moment, event: event, verb: verb, person: viewer.person, organisation: viewer.organisation,
            partnership: viewer.partnership, purpose: viewer.door.rawValue, recordKind: kind, record: record,
            before: before, after: after, detail: detail, request: viewer.request)
    }
}
