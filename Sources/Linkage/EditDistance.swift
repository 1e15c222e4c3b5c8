/// How far apart two short spellings are: the similarity of Jaro ("Advances in record-linkage methodology as applied to
/// matching the 1985 census of Tampa, Florida", 1989) as Winkler raises it for a common beginning ("String comparator metrics
/// and enhanced decision rules in the Fellegi-Sunter model of record linkage", 1990), and the edits of Damerau (1964) and
/// Levenshtein (1966).
///
/// The buffers are kept between calls, so that no call allocates.
struct EditDistance: Sendable {
    /// The optimal string alignment distance (edits and swaps of neighbours; 3 stands for three or more, and
    /// for spellings that are not similar at all) and the similarity of
    /// Jaro and Winkler, from 0 to 1.
    struct Result {
        var distance: Int
        var similarity: Float
    }

    private var rows: [UInt8] = Array(repeating: 0, count: 3 * 128)

    /// Compares two spellings of at most 120 bytes each.
    mutating func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Result {
        let similarity = Self.jaroWinkler(a, b)
        // One edit in four letters or more leaves a similarity of 0.83 at least.
        return Result(distance: similarity < 0.8 || abs(a.count - b.count) > 2 ? 3 : alignment(a, b), similarity: similarity)
    }

    private mutating func alignment(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
        rows.withUnsafeMutableBufferPointer { rows in
            let width = b.count + 1
            var before = 0
            var last = 128
            var current = 256
            for column in 0..<width { rows[last + column] = UInt8(column) }
            for i in 1..<(a.count + 1) {
                rows[current] = UInt8(i)
                var best = UInt8(i)
                for j in 1..<width {
                    let cost: UInt8 = a[i - 1] == b[j - 1] ? 0 : 1
                    var value = min(rows[last + j - 1] + cost, min(rows[last + j], rows[current + j - 1]) + 1)
                    if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { value = min(value, rows[before + j - 2] + 1) }
                    rows[current + j] = value
                    best = min(best, value)
                }
                if best > 2 { return 3 }
                (before, last, current) = (last, current, before)
            }
            return min(3, Int(rows[last + b.count]))
        }
    }

    /// The similarity of Jaro and Winkler for spellings of at most 120 bytes.
    private static func jaroWinkler(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Float {
        if a.isEmpty || b.isEmpty { return 0 }
        let reach = max(0, max(a.count, b.count) / 2 - 1)
        var matchedA: (UInt64, UInt64) = (0, 0)
        var matchedB: (UInt64, UInt64) = (0, 0)
        var matches = 0
        for i in 0..<a.count {
            let from = max(0, i - reach)
            let to = min(b.count, i + reach + 1)
            var j = from
            while j < to {
                if b[j] == a[i], !has(matchedB, j) {
                    set(&matchedB, j)
                    set(&matchedA, i)
                    matches += 1
                    break
                }
                j += 1
            }
        }
        if matches == 0 { return 0 }
        var transposed = 0
        var j = 0
        for i in 0..<a.count where has(matchedA, i) {
            while !has(matchedB, j) { j += 1 }
            if a[i] != b[j] { transposed += 1 }
            j += 1
        }
        let m = Float(matches)
        let jaro = (m / Float(a.count) + m / Float(b.count) + (m - Float(transposed / 2)) / m) / 3
        var prefix = 0
        while prefix < min(4, min(a.count, b.count)), a[prefix] == b[prefix] { prefix += 1 }
        return jaro + Float(prefix) * 0.1 * (1 - jaro)
    }

    @inline(__always)
    private static func has(_ bits: (UInt64, UInt64), _ place: Int) -> Bool {
        place < 64 ? bits.0 & (1 << UInt64(place)) != 0 : bits.1 & (1 << UInt64(place - 64)) != 0
    }

    @inline(__always)
    private static func set(_ bits: inout (UInt64, UInt64), _ place: Int) {
        if place < 64 { bits.0 |= 1 << UInt64(place) } else { bits.1 |= 1 << UInt64(place - 64) }
    }
}
