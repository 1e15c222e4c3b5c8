import Store

/// Why the schema of a database cannot be brought up to date or used; the text is for the person who starts the server.
package enum MigrationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A migration that the database has had is written differently now.
    case edited(number: Int, name: String)
    /// The database has had a migration that this program does not know.
    case newer(number: Int, name: String)
    /// A migration is not numbered one after its predecessor.
    case misnumbered(number: Int, expected: Int)
    /// The database refused a statement of a migration; nothing of that migration was kept.
    case failed(number: Int, name: String, reason: StoreError)

    package var description: String {
        switch self {
        case .edited(let number, let name):
            "migration \(number) (\(name)) is not the one this database was built with; "
                + "use the program that built it, or restore a backup"
        case .newer(let number, let name):
            "this database was built by a newer program: migration \(number) (\(name)) is not known here"
        case .misnumbered(let number, let expected):
            "migration \(number) stands where number \(expected) is due"
        case .failed(let number, let name, let reason):
            "migration \(number) (\(name)) was refused and left nothing behind: \(reason)"
        }
    }
}
