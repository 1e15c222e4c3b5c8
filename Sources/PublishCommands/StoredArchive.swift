import Foundation

/// A zip archive whose files are stored as they are (APPNOTE 6.3.3, method 0), written in the order in which they are added:
/// the document formats want the first one, `mimetype`, uncompressed.
struct StoredArchive {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    private static func checksum(_ content: [UInt8]) -> UInt32 {
        var value: UInt32 = 0xFFFF_FFFF
        table.withUnsafeBufferPointer { table in
            for byte in content { value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ value >> 8 }
        }
        return ~value
    }

    mutating func add(_ name: String, _ content: [UInt8]) {
        let sum = StoredArchive.checksum(content)
        let place = UInt32(bytes.count)
        var common: [UInt8] = []
        StoredArchive.append(&common, short: 20)
        // Bit 11: names are UTF-8. The date is the first that the format knows: the same tables give the same file.
        StoredArchive.append(&common, short: 0x0800)
        StoredArchive.append(&common, short: 0)
        StoredArchive.append(&common, short: 0)
        StoredArchive.append(&common, short: 0x21)
        StoredArchive.append(&common, long: sum)
        StoredArchive.append(&common, long: UInt32(content.count))
        StoredArchive.append(&common, long: UInt32(content.count))
        StoredArchive.append(&common, short: UInt16(name.utf8.count))
        StoredArchive.append(&common, short: 0)
        StoredArchive.append(&bytes, long: 0x0403_4B50)
        bytes += common
        bytes += Array(name.utf8)
        bytes += content
        StoredArchive.append(&directory, long: 0x0201_4B50)
        StoredArchive.append(&directory, short: 20)
        directory += common
        StoredArchive.append(&directory, short: 0)
        StoredArchive.append(&directory, short: 0)
        StoredArchive.append(&directory, short: 0)
        StoredArchive.append(&directory, long: 0)
        StoredArchive.append(&directory, long: place)
        directory += Array(name.utf8)
        count += 1
    }

    /// The archive with its directory.
    func finished() -> [UInt8] {
        var end: [UInt8] = []
        StoredArchive.append(&end, long: 0x0605_4B50)
        StoredArchive.append(&end, long: 0)
        StoredArchive.append(&end, short: UInt16(count))
        StoredArchive.append(&end, short: UInt16(count))
        StoredArchive.append(&end, long: UInt32(directory.count))
        StoredArchive.append(&end, long: UInt32(bytes.count))
        StoredArchive.append(&end, short: 0)
        return bytes + directory + end
    }

    private static func append(_ bytes: inout [UInt8], short: UInt16) {
        bytes.append(UInt8(truncatingIfNeeded: short))
        bytes.append(UInt8(truncatingIfNeeded: short >> 8))
    }

    private static func append(_ bytes: inout [UInt8], long: UInt32) {
        append(&bytes, short: UInt16(truncatingIfNeeded: long))
        append(&bytes, short: UInt16(truncatingIfNeeded: long >> 16))
    }
}
