/// Where a database is, as people write it in settings: `sqlite:data/plainsight.sqlite` or `postgresql://…`.
package struct DatabaseAddress: Hashable, Sendable, CustomStringConvertible {
    package enum Place: Hashable, Sendable {
        /// The path of a file, which is made when it is not there.
        case sqlite(path: String)
        /// A connection address as libpq reads it; it may hold a password.
        case postgres(address: String)
    }

    package let place: Place

    /// Why a text is not the address of a database; never repeats a password.
    package struct Unreadable: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
    }

    /// Reads an address; throws `Unreadable`, whose text says what is wrong and what is right.
    package init(_ text: String) throws(Unreadable) {
        guard let colon = text.firstIndex(of: ":") else {
            throw Unreadable(
                description: text.isEmpty
                    ? "the database address is empty; write sqlite:FILE or postgresql://HOST/NAME"
                    : "a database address starts with sqlite: or postgresql://")
        }
        let scheme = text[..<colon].lowercased()
        let rest = text[text.index(after: colon)...]
        switch scheme {
        case "sqlite":
            place = .sqlite(path: try DatabaseAddress.path(String(rest)))
        case "postgresql", "postgres":
            guard rest.hasPrefix("//"), !text.utf8.contains(0) else {
                throw Unreadable(description: "a PostgreSQL address is written postgresql://USER@HOST:PORT/NAME")
            }
            place = .postgres(address: text)
        default:
            throw Unreadable(
                description: "the database address starts with \(scheme): but only sqlite: and postgresql:// are known")
        }
    }

    /// The address without the user and the password, for logs and messages.
    package var description: String {
        switch place {
        case .sqlite(let path): return "sqlite:\(path)"
        case .postgres(let address):
            let body = address.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "?" }
            let hosts = body.lastIndex(of: "@").map { body[body.index(after: $0)...] } ?? body
            return "postgresql://\(hosts)"
        }
    }

    private static func path(_ rest: String) throws(Unreadable) -> String {
        var path = rest
        if path.hasPrefix("//") {
            guard path.hasPrefix("///") else {
                throw Unreadable(description: "a SQLite address is written sqlite:FILE or sqlite:///FOLDER/FILE")
            }
            path.removeFirst(2)
        }
        guard !path.isEmpty, !path.hasSuffix("/") else {
            throw Unreadable(description: "the SQLite address names no file; write sqlite:FILE")
        }
        guard !path.hasPrefix(":"), !path.utf8.contains(0) else {
            throw Unreadable(description: "the SQLite address must name a file; a database in memory is not kept")
        }
        return path
    }
}
