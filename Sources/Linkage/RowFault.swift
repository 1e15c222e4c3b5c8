/// A row of a file that could not be read, and why.
package struct RowFault: Hashable, Sendable {
    /// What is wrong with the row; the raw value is a sentence without a full stop.
    package enum Reason: String, Sendable {
        case unclosedQuotation = "A quotation mark opens a value that never ends"
        case textAfterQuotation = "Text stands after a closing quotation mark"
        case quotationInsideValue = "A quotation mark stands inside a value that is not in quotation marks"
        case valueTooLong = "A value is longer than 65,536 bytes"
        case zeroByte = "A character without meaning (NUL) stands here"
        case notUTF8 = "This row is not UTF-8 text"
        case wrongCount = "The row has more or fewer values than the heading"
    }

    /// The line on which the row begins; the first line of the file is 1.
    package let line: Int
    package let reason: Reason

    package init(line: Int, reason: Reason) {
        self.line = line
        self.reason = reason
    }
}
