import Foundation
import Kernel

/// The file that holds the master key, outside the database and readable by its owner alone.
package enum KeyFile {
    /// Reads the key file, or makes one on the first start.
    ///
    /// Throws `KeyFileError` when the file is open to others, of the wrong length, or cannot be made.
    package static func load(path: String, world: World) throws -> Vault {
        let files = FileManager.default
        if !files.fileExists(atPath: path) {
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            do {
                try files.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            } catch {
                throw KeyFileError.cannotBeMade(path)
            }
            guard
                files.createFile(
                    atPath: path, contents: Data(world.randomBytes(32)), attributes: [.posixPermissions: 0o600])
            else { throw KeyFileError.cannotBeMade(path) }
        }
        let attributes = try files.attributesOfItem(atPath: path)
        let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
        guard mode & 0o077 == 0 else { throw KeyFileError.openToOthers(path) }
        guard let data = files.contents(atPath: path) else { throw KeyFileError.cannotBeRead(path) }
        return try Vault(keyBytes: Array(data))
    }
}

package enum KeyFileError: Error, Hashable, Sendable, CustomStringConvertible {
    case cannotBeMade(String)
    case cannotBeRead(String)
    case openToOthers(String)
    /// The database is sealed, and its key file is not there: a new one would not open it.
    case missing(String)
    /// The database was sealed with another key.
    case notThisDatabase(String)

    package var description: String {
        switch self {
        case .cannotBeMade(let path): "the key file \(path) cannot be made: check that its folder can be written"
        case .cannotBeRead(let path): "the key file \(path) cannot be read"
        case .missing(let path):
            "the key file \(path) is missing, and this database is sealed with one: put it back from where it is kept"
        case .notThisDatabase(let path):
            "the key file \(path) is not the one that this database was sealed with: name the right one"
        case .openToOthers(let path): "the key file \(path) can be read by others: run chmod 600 \(path)"
        }
    }
}
