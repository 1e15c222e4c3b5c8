/// A row of texts, in the order of the columns of a layout.
package struct TextRow: RecordRow, Sendable {
    private let values: [String]

    package init(_ values: [String]) { self.values = values }

    package func withValue<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        var text = values.indices.contains(index) ? values[index] : ""
        return text.withUTF8(body)
    }
}
