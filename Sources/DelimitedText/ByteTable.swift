import Foundation

/// Gives byte strings numbers in the order in which they are first met: 0, 1, 2 and so on.
///
/// Open addressing with linear probing (Knuth, The Art of Computer Programming 3, §6.4, algorithm L). The hash is seeded for
/// each process, so that nobody can prepare a file whose values all fall on one place.
package struct ByteTable: ~Copyable {
    private var slots: UnsafeMutableBufferPointer<UInt64>
    private var arena: UnsafeMutableBufferPointer<UInt8>
    private var ends: [Int] = [0]
    private let seed: UInt64

    /// How many different byte strings there are.
    package var count: Int { ends.count - 1 }
    /// The bytes that the strings take together.
    package var byteCount: Int { ends[ends.count - 1] }

    package init(capacity: Int = 64) {
        var size = 128
        while size < capacity * 2 { size *= 2 }
        slots = .allocate(capacity: size)
        slots.initialize(repeating: 0)
        arena = .allocate(capacity: 1024)
        seed = UInt64(bitPattern: Int64(Hasher().finalize()))
    }

    deinit {
        slots.deallocate()
        arena.deallocate()
    }

    /// The number of a byte string, or nil where it was not added.
    package func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let slot = slots[place(of: bytes, hash: hash(bytes))]
        return slot == 0 ? nil : Int(slot & 0xFFFF_FFFF) - 1
    }

    /// The number of a byte string, which is added where it is new.
    package mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        let hash = hash(bytes)
        let place = place(of: bytes, hash: hash)
        if slots[place] != 0 { return (Int(slots[place] & 0xFFFF_FFFF) - 1, false) }
        append(bytes)
        slots[place] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(count)
        if count * 2 > slots.count { grow() }
        return (count - 1, true)
    }

    /// The byte string of a number; the bytes stand until the next one is added.
    package func bytes(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: arena[ends[number]..<ends[number + 1]])
    }

    /// The byte string of a number as a text.
    package func text(_ number: Int) -> String { String(decoding: bytes(number), as: UTF8.self) }

    private func place(of bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hash >> 32) & mask
        while true {
            let slot = slots[place]
            if slot == 0 { return place }
            if slot >> 32 == hash >> 32, equals(Int(slot & 0xFFFF_FFFF) - 1, bytes) { return place }
            place = (place + 1) & mask
        }
    }

    private func equals(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = ends[number]
        guard ends[number + 1] - start == bytes.count else { return false }
        guard let base = arena.baseAddress, let other = bytes.baseAddress else { return true }
        return memcmp(base + start, other, bytes.count) == 0
    }

    /// A multiply-and-fold hash of eight bytes at a time (the step of wyhash, Wang Yi 2019).
    private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var state = seed ^ UInt64(bytes.count)
        var at = 0
        while at < bytes.count {
            var word: UInt64 = 0
            if at + 8 <= bytes.count, let base = bytes.baseAddress {
                word = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
            } else {
                for index in at..<bytes.count { word = word << 8 | UInt64(bytes[index]) }
            }
            let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            state = product.high ^ product.low &+ 0xA076_1D64_78BD_642F
            at += 8
        }
        let product = state.multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = byteCount
        let needed = start + bytes.count
        if needed > arena.count {
            let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(needed, arena.count * 2))
            _ = larger.update(fromContentsOf: arena[..<start])
            arena.deallocate()
            arena = larger
        }
        for index in 0..<bytes.count { arena[start + index] = bytes[index] }
        ends.append(needed)
    }

    private mutating func grow() {
        let old = slots
        slots = .allocate(capacity: old.count * 2)
        slots.initialize(repeating: 0)
        let mask = slots.count - 1
        for number in 0..<count {
            let hash = hash(bytes(number))
            var place = Int(truncatingIfNeeded: hash >> 32) & mask
            while slots[place] != 0 { place = (place + 1) & mask }
            slots[place] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
        }
        old.deallocate()
    }
}
