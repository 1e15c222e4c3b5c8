/// The records and their tables as bare pointers, for the loop over pairs: copying nothing and counting no references.
///
/// Measured: with arrays the loop spent a quarter of its time on reference counts. A view is valid within the call that hands it out.
struct RecordView {
    let cells: UnsafePointer<UInt32>
    let stride: Int
    let names: NameView
    let codes: UnsafeBufferPointer<CodeView>

    @inline(__always)
    func row(_ index: Int) -> UnsafePointer<UInt32> { cells + index * stride }
}

/// A table of names as bare pointers.
struct NameView {
    let entries: UnsafePointer<NameTable.Entry>
    let words: UnsafePointer<NameTable.Word>
    let bytes: UnsafeBufferPointer<UInt8>

    @inline(__always)
    func spelling(_ entry: NameTable.Entry) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(entry.start)..<(Int(entry.start) + Int(entry.length))])
    }

    /// Whether a name of one record sounds like the other name of the other record, or may hold a word that does.
    @inline(__always)
    func mayBeSwapped(_ left: UnsafePointer<UInt32>, _ right: UnsafePointer<UInt32>) -> Bool {
        let forename = entries[Int(left[PersonRecords.Cell.forename])]
        let surname = entries[Int(left[PersonRecords.Cell.surname])]
        let otherForename = entries[Int(right[PersonRecords.Cell.forename])]
        let otherSurname = entries[Int(right[PersonRecords.Cell.surname])]
        return forename.skeletonUnit == otherSurname.skeletonUnit || surname.skeletonUnit == otherForename.skeletonUnit
            || forename.words + surname.words + otherForename.words + otherSurname.words > 4
    }
}

extension PersonRecords {
    /// Calls `body` with a view of the records.
    func withView<R>(_ body: (RecordView) -> R) -> R {
        cells.withUnsafeBufferPointer { cells in
            names.entries.withUnsafeBufferPointer { entries in
                names.words.withUnsafeBufferPointer { words in
                    names.bytes.withUnsafeBufferPointer { bytes in
                        withCodeViews(from: 0, []) { codes in
                            codes.withUnsafeBufferPointer { codes in
                                // An empty array has no address; no row of it is ever asked for.
                                let none = UnsafeMutableRawPointer.allocate(byteCount: 128, alignment: 64)
                                defer { none.deallocate() }
                                return body(
                                    RecordView(
                                        cells: cells.baseAddress ?? UnsafePointer(none.assumingMemoryBound(to: UInt32.self)),
                                        stride: stride,
                                        names: NameView(
                                            entries: entries.baseAddress
                                                ?? UnsafePointer(none.assumingMemoryBound(to: NameTable.Entry.self)),
                                            words: words.baseAddress ?? UnsafePointer(none.assumingMemoryBound(to: NameTable.Word.self)),
                                            bytes: bytes),
                                        codes: codes))
                            }
                        }
                    }
                }
            }
        }
    }

    private func withCodeViews<R>(from index: Int, _ views: [CodeView], _ body: ([CodeView]) -> R) -> R {
        if index == codeTables.count { return body(views) }
        return codeTables[index].withView { withCodeViews(from: index + 1, views + [$0], body) }
    }
}
