/// The encodings of an agency's records, all of one length, in the order of the records.
///
/// A record is known by its place alone; the first is 0. An encoding without any bit stands for a record that could not be
/// read or has no value, and is like no other.
package struct EncodingSet: Hashable, Sendable {
    /// The length of each encoding in bits.
    package let bitCount: Int
    /// `count` × `wordsPerEncoding` words; bit 0 of an encoding is the highest of its first word.
    package private(set) var words: [UInt64] = []

    package init(bitCount: Int) {
        self.bitCount = bitCount
    }

    package var wordsPerEncoding: Int { (bitCount + 63) / 64 }
    package var bytesPerEncoding: Int { (bitCount + 7) / 8 }
    package var count: Int { words.count / wordsPerEncoding }

    /// Adds an encoding of `wordsPerEncoding` words; bits behind the length must be 0.
    package mutating func append(_ encoding: some Collection<UInt64>) {
        words.append(contentsOf: encoding)
    }

    /// Adds an encoding without any bit.
    package mutating func appendEmpty() {
        words.append(contentsOf: repeatElement(0, count: wordsPerEncoding))
    }

    /// Takes all encodings away and keeps their room.
    package mutating func removeAll() {
        words.removeAll(keepingCapacity: true)
    }

    package mutating func reserveCapacity(_ count: Int) {
        words.reserveCapacity(count * wordsPerEncoding)
    }

    /// The words of an encoding.
    package subscript(index: Int) -> ArraySlice<UInt64> {
        words[index * wordsPerEncoding..<(index + 1) * wordsPerEncoding]
    }

    /// How many bits an encoding has set.
    package func population(_ index: Int) -> Int {
        self[index].reduce(0) { $0 + $1.nonzeroBitCount }
    }

    /// Whether a bit of an encoding is set.
    package func hasBit(_ bit: Int, of index: Int) -> Bool {
        words[index * wordsPerEncoding + bit / 64] >> UInt64(63 - bit % 64) & 1 == 1
    }
}
