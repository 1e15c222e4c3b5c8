/// The kinds of file that may be attached. The content decides, never the name.
package enum FileKind: String, Sendable, CaseIterable {
    case jpeg = "image/jpeg"
    case png = "image/png"
    case pdf = "application/pdf"
    case word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case openDocument = "application/vnd.oasis.opendocument.text"

    /// The ending that a saved file gets.
    package var ending: String {
        switch self {
        case .jpeg: "jpg"
        case .png: "png"
        case .pdf: "pdf"
        case .word: "docx"
        case .openDocument: "odt"
        }
    }

    package var label: String {
        switch self {
        case .jpeg, .png: "Photograph or picture"
        case .pdf: "PDF document"
        case .word: "Word document"
        case .openDocument: "OpenDocument text"
        }
    }

    /// How many bytes of the beginning `init(beginning:)` wants to see, where the file has as many.
    package static let sample = 64 * 1024

    /// Reads the kind off the first bytes; nil for anything else.
    package init?(beginning bytes: [UInt8]) {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if bytes.starts(with: FileKind.zipEntry) {
            let entries = FileKind.zipEntries(bytes)
            if let first = entries.first, first.name == "mimetype", first.stored == Array(FileKind.openDocument.rawValue.utf8) {
                self = .openDocument
            } else if entries.contains(where: { $0.name == "[Content_Types].xml" }),
                entries.contains(where: { $0.name.hasPrefix("word/") })
            {
                self = .word
            } else {
                return nil
            }
        } else {
            return nil
        }
    }

    private static let zipEntry: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

    /// The entries of a zip archive whose heads stand in these bytes: their names, and what an uncompressed one holds.
    private static func zipEntries(_ bytes: [UInt8]) -> [(name: String, stored: [UInt8])] {
        func number(_ start: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
        }
        var entries: [(String, [UInt8])] = []
        var position = 0
        while position + 30 <= bytes.count {
            guard bytes[position..<position + 4].elementsEqual(zipEntry) else {
                position += 1
                continue
            }
            let isStored = number(position + 8, 2) == 0
            let size = number(position + 18, 4)
            let nameStart = position + 30
            let nameEnd = nameStart + number(position + 26, 2)
            let dataStart = nameEnd + number(position + 28, 2)
            guard nameEnd <= bytes.count else { break }
            let name = String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self)
            let isWhole = isStored && size <= 256 && dataStart + size <= bytes.count
            entries.append((name, isWhole ? Array(bytes[dataStart..<dataStart + size]) : []))
            position = max(position + 4, nameEnd)
        }
        return entries
    }
}
