/// Writes comma-separated values (RFC 4180) to a file piece by piece, so that no table is held.
///
/// A text that a spreadsheet would take for a formula is written with an apostrophe before it; numbers stay as they are.
struct TableFile {
    private let file: OutputFile
    private var buffer: [UInt8] = []
    private var isAtRowStart = true

    /// Throws `LinkProblem` where nothing can be written there.
    init(path: String) throws(LinkProblem) {
        file = try OutputFile(path)
    }

    mutating func add(text: some Sequence<UInt8>) {
        separate()
        let start = buffer.count
        var needsQuotes = false
        for byte in text {
            if buffer.count == start, Self.formulaStarts.contains(byte) { buffer.append(UInt8(ascii: "'")) }
            if byte == 0x22 {
                buffer.append(0x22)
                needsQuotes = true
            }
            if byte == 0x2C || byte == 0x0A || byte == 0x0D { needsQuotes = true }
            buffer.append(byte)
        }
        if needsQuotes {
            buffer.insert(0x22, at: start)
            buffer.append(0x22)
        }
    }

    mutating func add(number: Int) {
        separate()
        buffer.append(contentsOf: String(number).utf8)
    }

    /// Writes a number with so many decimal places.
    mutating func add(number: Float, places: Int) {
        separate()
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((max(-1e9, min(1e9, Double(number))) * Double(scale)).rounded())
        if scaled < 0 { buffer.append(UInt8(ascii: "-")) }
        let digits = String(abs(scaled)).utf8
        var padded = [UInt8](repeating: UInt8(ascii: "0"), count: max(0, places + 1 - digits.count))
        padded.append(contentsOf: digits)
        buffer.append(contentsOf: padded.dropLast(places))
        buffer.append(UInt8(ascii: "."))
        buffer.append(contentsOf: padded.suffix(places))
    }

    /// Ends the row. Throws `LinkProblem` where the file takes no more.
    mutating func endRow() throws(LinkProblem) {
        buffer.append(0x0D)
        buffer.append(0x0A)
        isAtRowStart = true
        if buffer.count > 1 << 16 { try flush() }
    }

    /// Writes what is not written yet and gives the file its name. Throws `LinkProblem`.
    mutating func close() throws(LinkProblem) {
        try flush()
        try file.close()
    }

    private mutating func flush() throws(LinkProblem) {
        try file.write { $0.append(contentsOf: buffer) }
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func separate() {
        if !isAtRowStart { buffer.append(0x2C) }
        isAtRowStart = false
    }

    private static let formulaStarts: [UInt8] = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D]
}
