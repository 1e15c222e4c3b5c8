/// Why a linkage cannot be run: each says what is wrong and, where it helps, what to do.
package enum LinkProblem: Error, Hashable, Sendable {
    case unreadable(path: String)
    case empty(path: String)
    case unreadableHeading(path: String, reason: String)
    case noSuchColumn(String, path: String)
    case unknownKind(String, column: String)
    case unreadableMap(path: String)
    case nothingToCompare(path: String)
    case tooManyColumns(most: Int)
    case unwritable(path: String)
    /// A file is not what it should be; the message is a sentence without a full stop.
    case content(path: String, message: String)
    /// The call asks for something that cannot be; the message is a sentence without a full stop.
    case call(String)
}

extension LinkProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let path): "\(path) cannot be read."
        case .empty(let path): "\(path) holds no records."
        case .unreadableHeading(let path, let reason): "The heading of \(path) cannot be read: \(reason)."
        case .noSuchColumn(let column, let path): "\(path) has no column “\(column)”."
        case .unknownKind(let kind, let column): "The map gives the column “\(column)” the kind “\(kind)”, which there is not."
        case .unreadableMap(let path): "\(path) is not a JSON object from column names to kinds."
        case .nothingToCompare(let path): "No column of \(path) is one by which people can be compared. Name the columns in a map."
        case .tooManyColumns(let most): "More than \(most) columns of codes and addresses are to be compared. Map some to “ignore”."
        case .unwritable(let path): "\(path) cannot be written."
        case .content(let path, let message): "\(path): \(message)."
        case .call(let message): "\(message)."
        }
    }
}
