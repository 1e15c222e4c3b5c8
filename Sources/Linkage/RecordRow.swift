/// One row of values, as they are written.
package protocol RecordRow {
    /// Calls `body` with the bytes of a value, which are valid for the call; with none where the row has no such value.
    func withValue<R>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R
}

extension SeparatedRows: RecordRow {}
