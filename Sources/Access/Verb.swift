/// One thing that can be done to a record: its name in the journal, whom it is open to, and what it changes.
package protocol Verb: Sendable {
    /// What the verb changes or makes.
    associatedtype Record
    /// As the journal names it: "raise-concern".
    static var name: String { get }
    /// The table that holds the record; the record must be visible there before it can be changed.
    static var relation: Relation { get }
    /// Who may: a person with any of these roles.
    static var roles: Set<Role> { get }
    /// Doors without a person that may as well; none unless the verb says so.
    static var doors: Set<Viewer.Door> { get }
    /// Which of the events of section 62 it is.
    static var event: JournalEvent { get }
    /// Which strand the change belongs to: who sees it on the timeline. Empty for the concern itself.
    static var strand: String { get }
}

extension Verb {
    package static var doors: Set<Viewer.Door> { [] }
    package static var event: JournalEvent { .alteration }
    package static var strand: String { "" }

    /// Whether this viewer may do it at all, before any record is looked at.
    package static func permits(_ viewer: Viewer) -> Bool {
        guard viewer.mayChange else { return false }
        if viewer.door == .person {
            return !roles.isDisjoint(with: viewer.roles) && (viewer.agreementInForce || viewer.isCoordinator)
        }
        return doors.contains(viewer.door)
    }
}
