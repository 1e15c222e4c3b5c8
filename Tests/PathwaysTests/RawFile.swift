import Foundation

/// A file of the disk as its bytes, to look for what must not lie in it.
enum RawFile {
    static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }
}
