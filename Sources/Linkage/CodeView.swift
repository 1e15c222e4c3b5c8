/// A table of codes as bare pointers: what comparing two of its values needs.
struct CodeView {
    /// How two codes agree, best first; the raw values are those of the comparison's table.
    enum Level: UInt8, CaseIterable, Sendable {
        case missing
        case exact
        /// One slip: a character changed, left out, put in or exchanged with its neighbour, or a look-alike.
        case near
        /// Parts agree: the district of a postcode, most of an address.
        case related
        case different
    }

    let kind: FieldKind
    let heads: UnsafeBufferPointer<UInt64>
    let starts: UnsafeBufferPointer<UInt32>
    let bytes: UnsafeBufferPointer<UInt8>
    let signatures: UnsafeBufferPointer<UInt64>

    /// Whether two different values may be more than different, by their fingerprints: one slip changes at most two of the
    /// characters that occur.
    @inline(__always)
    func mayAgree(_ a: UInt32, _ b: UInt32) -> Bool {
        if kind == .exact { return false }
        let difference = a ^ b
        return kind == .address || (difference & 0xFFFF).nonzeroBitCount <= 2 || (difference >> 16 == 0 && a >> 16 != 0)
    }

    /// How two values agree; symmetric.
    func level(_ a: UInt32, _ b: UInt32) -> Level {
        if a == 0 || b == 0 { return .missing }
        if a == b { return .exact }
        switch kind {
        case .exact: return .different
        case .address: return addressLevel(a, b)
        case .email: return isNear(a, b) ? .near : localPart(a).elementsEqual(localPart(b)) ? .related : .different
        case .postcode:
            if isNear(a, b) { return .near }
            return sameDistrict(a, b) ? .related : .different
        default: return isNear(a, b) ? .near : .different
        }
    }

    private func length(_ value: UInt32) -> Int { Int(starts[Int(value) + 1] - starts[Int(value)]) }

    private subscript(_ value: UInt32) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(starts[Int(value)])..<Int(starts[Int(value) + 1])])
    }

    /// One edit apart (Damerau 1964): the first eight bytes decide for most, in a few operations on whole words.
    private func isNear(_ a: UInt32, _ b: UInt32) -> Bool {
        let lengthA = length(a)
        let lengthB = length(b)
        if abs(lengthA - lengthB) > 1 || min(lengthA, lengthB) < 4 { return false }
        let difference = heads[Int(a)] ^ heads[Int(b)]
        if lengthA == lengthB, lengthA <= 8 {
            let low = UInt64(difference.trailingZeroBitCount) / 8 * 8
            let rest = difference >> low
            if rest < 256 { return true }
            guard rest < 65_536 else { return false }
            let mine = heads[Int(a)] >> low & 0xFFFF
            return mine >> 8 | mine << 8 & 0xFF00 == heads[Int(b)] >> low & 0xFFFF
        }
        let first = self[a]
        let second = self[b]
        var same = 0
        let shorter = min(lengthA, lengthB)
        while same < shorter, first[same] == second[same] { same += 1 }
        var end = 0
        while end < shorter - same, first[lengthA - 1 - end] == second[lengthB - 1 - end] { end += 1 }
        if same + end >= max(lengthA, lengthB) - 1 { return true }
        return lengthA == lengthB && same + end == lengthA - 2
            && first[same] == second[same + 1]
            && first[same + 1] == second[same]
    }

    private func sameDistrict(_ a: UInt32, _ b: UInt32) -> Bool {
        let first = self[a].dropLast(3)
        let second = self[b].dropLast(3)
        return first.count > 1 && first.elementsEqual(second)
    }

    private func addressLevel(_ a: UInt32, _ b: UInt32) -> Level {
        let shared = (signatures[Int(a)] & signatures[Int(b)]).nonzeroBitCount * 2
        let all = signatures[Int(a)].nonzeroBitCount + signatures[Int(b)].nonzeroBitCount
        if all == 0 { return .different }
        if isNear(a, b) { return .near }
        let similarity = Float(shared) / Float(all)
        return similarity >= 0.8 ? .near : similarity >= 0.6 ? .related : .different
    }

    private func localPart(_ value: UInt32) -> Slice<UnsafeBufferPointer<UInt8>> { self[value].prefix { $0 != UInt8(ascii: "@") } }
}
