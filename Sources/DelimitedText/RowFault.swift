/// A row of a file that cannot be read, with its place: the answer to "which line, and what do I do about it?"
package struct RowFault: Error, Hashable, Sendable {
    /// The line on which the row begins; the first line of the file is 1.
    package let line: Int
    /// What is wrong and what to do, as a sentence without a full stop.
    package let message: String

    package init(line: Int, message: String) {
        self.line = line
        self.message = message
    }
}
