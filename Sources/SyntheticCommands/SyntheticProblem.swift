import DelimitedText

/// Why no synthetic data can be made: each says what is wrong and, where it helps, what to do.
package enum SyntheticProblem: Error, Hashable, Sendable {
    case unreadable(path: String)
    case empty(path: String)
    /// Rows that cannot be read, with the first of them.
    case unreadableRows(path: String, count: Int, first: [RowFault])
    case tooManyValues(String, path: String)
    /// Columns in which every row has a value of its own.
    case identifiers([String], path: String)
    case unwritable(path: String)
    /// A file is not what it should be; the message is a sentence without a full stop.
    case content(path: String, message: String)
    /// The call asks for something that cannot be; the message is a sentence without a full stop.
    case call(String)
}

extension SyntheticProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let path): "\(path) cannot be read."
        case .empty(let path): "\(path) holds no records."
        case .unreadableRows(let path, let count, let first):
            "\(count) \(count == 1 ? "row" : "rows") of \(path) cannot be read, and nothing was written.\n"
                + first.map { "  Line \($0.line): \($0.message)." }.joined(separator: "\n")
                + (count > first.count ? "\n  … and \(count - first.count) more." : "")
        case .tooManyValues(let column, let path): "The column “\(column)” of \(path) has too many different values. Group them."
        case .identifiers(let columns, let path):
            "In \(path) no two rows have the same value of \(columns.map { "“\($0)”" }.joined(separator: ", ")). What is different "
                + "for each row names a person and cannot be published: take it out, or group its values."
        case .unwritable(let path): "\(path) cannot be written."
        case .content(let path, let message): "\(path): \(message)."
        case .call(let message): "\(message)."
        }
    }
}
