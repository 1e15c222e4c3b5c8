/// What a file may be, and how its name is made safe.
package enum FileRules {
    /// Bytes: 25 MB.
    package static let largest = 25 * 1024 * 1024
    /// Bytes that are sealed together.
    package static let chunk = 256 * 1024
    /// Chunks that are kept in one transaction, and read in one.
    package static let batch = 8
    /// Seconds after which an upload that never ended is taken for given up.
    package static let abandonedAfter: Int64 = 24 * 3600

    package static let accepted = ".jpg,.jpeg,.png,.pdf,.docx,.odt"

    package static let tooLarge = "The file is larger than 25 MB: make it smaller, or split it"
    package static let wrongKind =
        "The file is not a jpg, png, pdf, docx or odt: what is in it decides, whatever its name ends with"
    package static let empty = "Choose a file: this one is empty, or none was chosen"
    package static let broken = "The file did not arrive whole: send it again"

    /// The name under which a file is kept and saved: without folders, control characters and its own ending, with the
    /// ending of what it really is.
    package static func name(_ given: String, kind: FileKind) -> String {
        let last = given.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let isHidden: (Unicode.Scalar) -> Bool = { scalar in
            scalar.value < 0x20 || scalar.value == 0x7F || scalar.properties.isBidiControl || "\"<>:|?*;".unicodeScalars.contains(scalar)
        }
        var stem = String(String.UnicodeScalarView(last.unicodeScalars.filter { !isHidden($0) }))
        if let dot = stem.lastIndex(of: "."), dot != stem.startIndex { stem = String(stem[..<dot]) }
        stem = String(stem.prefix(100)).trimmingDotsAndSpaces
        return "\(stem.isEmpty ? "file" : stem).\(kind.ending)"
    }
}

extension String {
    fileprivate var trimmingDotsAndSpaces: String {
        var kept = self[...]
        while let first = kept.first, first == "." || first.isWhitespace { kept.removeFirst() }
        while let last = kept.last, last == "." || last.isWhitespace { kept.removeLast() }
        return String(kept)
    }
}
