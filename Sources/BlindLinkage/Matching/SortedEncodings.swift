/// The encodings of a set in order of their count of bits and, where that is equal, of their count behind the prefix.
///
/// Neighbours are then alike in both, and one bound serves eight of them.
struct SortedEncodings {
    let order: [Int]
    /// In this order.
    let counts: [UInt32]
    let rest: [UInt32]

    init(_ set: EncodingSet, prefix: Int) {
        let stride = set.wordsPerEncoding
        var keys: [(counts: UInt64, index: Int)] = []
        keys.reserveCapacity(set.count)
        set.words.withUnsafeBufferPointer { words in
            for index in 0..<set.count {
                var ahead = 0
                var behind = 0
                for word in 0..<prefix { ahead += words[index * stride + word].nonzeroBitCount }
                for word in prefix..<stride { behind += words[index * stride + word].nonzeroBitCount }
                keys.append((UInt64(ahead + behind) << 32 | UInt64(behind), index))
            }
        }
        keys.sort { ($0.counts, $0.index) < ($1.counts, $1.index) }
        order = keys.map(\.index)
        counts = keys.map { UInt32($0.counts >> 32) }
        rest = keys.map { UInt32($0.counts & 0xFFFF_FFFF) }
    }
}

/// The encodings of a set in that order, laid out as queries for the kernels: one after the other.
struct QueryRows {
    /// The encodings' places in their set, in the order in which they lie here.
    let order: [Int]
    let counts: Pinned<UInt32>
    let rest: Pinned<UInt32>
    let words: Pinned<UInt64>

    init(_ set: EncodingSet, prefix: Int) {
        let sorted = SortedEncodings(set, prefix: prefix)
        order = sorted.order
        counts = Pinned(sorted.counts)
        rest = Pinned(sorted.rest)
        words = Pinned(sorted.order.flatMap { set[$0] })
    }
}
