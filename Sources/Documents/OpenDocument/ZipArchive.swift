/// A zip archive whose files are stored as they are (APPNOTE 6.3.3, method 0), in the order in which they are added.
///
/// Every reader takes it, and the same files give the same bytes. The document formats want `mimetype` first and uncompressed.
package struct ZipArchive {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    package init() {}

    /// Adds a file under a name of plain letters. Together the files stay below 4 GB.
    package mutating func add(_ name: String, _ bytes: [UInt8]) {
        let place = UInt32(truncatingIfNeeded: body.count)
        var entry: [UInt8] = []
        // Version 2.0, names in UTF-8, stored, 1 January 1980: the time is no part of a document's content.
        append(UInt16(20), to: &entry)
        append(UInt16(0x0800), to: &entry)
        append(UInt16(0), to: &entry)
        append(UInt16(0), to: &entry)
        append(UInt16(0x0021), to: &entry)
        append(ZipArchive.checksum(bytes), to: &entry)
        append(UInt32(truncatingIfNeeded: bytes.count), to: &entry)
        append(UInt32(truncatingIfNeeded: bytes.count), to: &entry)
        append(UInt16(truncatingIfNeeded: name.utf8.count), to: &entry)
        append(UInt16(0), to: &entry)
        append(UInt32(0x0403_4B50), to: &body)
        body += entry + Array(name.utf8) + bytes
        append(UInt32(0x0201_4B50), to: &directory)
        append(UInt16(20), to: &directory)
        directory += entry
        append(UInt16(0), to: &directory)
        append(UInt16(0), to: &directory)
        append(UInt16(0), to: &directory)
        append(UInt32(0), to: &directory)
        append(place, to: &directory)
        directory += Array(name.utf8)
        count += 1
    }

    /// The whole archive.
    package func bytes() -> [UInt8] {
        var end: [UInt8] = []
        append(UInt32(0x0605_4B50), to: &end)
        append(UInt32(0), to: &end)
        append(count, to: &end)
        append(count, to: &end)
        append(UInt32(truncatingIfNeeded: directory.count), to: &end)
        append(UInt32(truncatingIfNeeded: body.count), to: &end)
        append(UInt16(0), to: &end)
        return body + directory + end
    }

    private func append(_ number: some FixedWidthInteger & UnsignedInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// CRC-32 as zip has it.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var register: UInt32 = 0xFFFF_FFFF
        table.withUnsafeBufferPointer { table in
            for byte in bytes { register = table[Int((register ^ UInt32(byte)) & 0xFF)] ^ (register >> 8) }
        }
        return register ^ 0xFFFF_FFFF
    }

    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
