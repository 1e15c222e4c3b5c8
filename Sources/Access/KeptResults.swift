import Kernel
import Store
import Synchronization

/// Whose result it is and of what, for a result that is kept as long as nothing in the database changes.
package struct KeptKey: Hashable, Sendable {
    private let reader: String
    private let subject: String
    let state: DatabaseState?

    /// - Parameters:
    ///   - reader: something that only this reader has in this session, such as the secret of its forms.
    ///   - subject: everything else that the result depends on, such as the address with its query.
    ///   - state: the database's, asked for after the request came. What was kept in this state is then answered without a
    ///     transaction; without it, or where nothing was kept in it, the transaction that reads says its own.
    package init(reader: String, subject: String, at state: DatabaseState? = nil) {
        self.reader = reader
        self.subject = subject
        self.state = state
    }

    /// The same, whatever the state.
    package static func == (one: KeptKey, other: KeptKey) -> Bool {
        one.reader == other.reader && one.subject == other.subject
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(reader)
        hasher.combine(subject)
    }
}

/// What was worked out for a reader and is still true, because nothing in the database has changed since.
///
/// A result is found again only inside a transaction that sees the same state of the database as the one in which it was
/// made, by the same reader with the same roles, in the same minute. With the first change everything is let go.
final class KeptResults: Sendable {
    struct Key: Hashable {
        let key: KeptKey
        let viewer: ViewerIdentity?
        let minute: Int64
    }

    private struct Shelf {
        var state: DatabaseState?
        var results: [Key: any Sendable] = [:]
    }
    private let shelf = Mutex(Shelf())

    /// A page of the case file is some twenty kilobytes.
    private static let most = 512

    func result<Result: Sendable>(_ key: Key, at state: DatabaseState) -> Result? {
        shelf.withLock { shelf in
            guard shelf.state == state, let found = shelf.results[key] else { return nil }
            return found as? Result
        }
    }

    /// Keeps a result made at this state; one that is older than what is kept is not taken in.
    func keep(_ result: some Sendable, for key: Key, at state: DatabaseState) {
        shelf.withLock { shelf in
            let isSame = shelf.state == state
            if let newest = shelf.state, state < newest { return }
            if !isSame || shelf.results.count >= KeptResults.most { shelf.results = [:] }
            shelf.state = state
            shelf.results[key] = result
        }
    }
}

/// Everything about a viewer that decides what they may see.
struct ViewerIdentity: Hashable {
    let door: Viewer.Door
    let person: ID<Person>?
    let organisation: ID<Organisation>?
    let partnership: ID<Partnership>?
    let roles: Set<Role>
    let town: ID<Term>?
    let agreementInForce: Bool
    let mayChange: Bool

    init(_ viewer: Viewer) {
        door = viewer.door
        person = viewer.person
        organisation = viewer.organisation
        partnership = viewer.partnership
        roles = viewer.roles
        town = viewer.town
        agreementInForce = viewer.agreementInForce
        mayChange = viewer.mayChange
    }
}
