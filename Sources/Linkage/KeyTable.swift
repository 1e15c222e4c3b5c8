/// Numbers distinct 64-bit keys from 0 in the order of their first appearance: an open-addressed table with linear probing
/// (Knuth, The Art of Computer Programming, volume 3, section 6.4).
///
/// Texts enter as their 64-bit digest: among a hundred million distinct texts the chance that any two share one is 0.0003.
struct KeyTable: Sendable {
    private struct Slot {
        var key: UInt64
        var number: UInt32
    }

    private static let none = UInt32.max
    private var slots: [Slot]
    private var mask: Int
    private(set) var count = 0
    /// The keys that are new since `begin()`, while nobody has decided whether they stay.
    private var tentative: [UInt64]?

    init(capacity: Int = 1024) {
        var size = 1024
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: Slot(key: 0, number: Self.none), count: size)
        mask = size - 1
    }

    /// The number of a key that was seen before, or nil.
    func number(of key: UInt64) -> UInt32? {
        var at = place(key)
        while slots[at].number != Self.none {
            if slots[at].key == key { return slots[at].number }
            at = (at + 1) & mask
        }
        return nil
    }

    /// The number of a key, a new one where the key is new.
    mutating func insert(_ key: UInt64) -> (number: UInt32, isNew: Bool) {
        var at = place(key)
        while slots[at].number != Self.none {
            if slots[at].key == key { return (slots[at].number, false) }
            at = (at + 1) & mask
        }
        let number = UInt32(truncatingIfNeeded: count)
        slots[at] = Slot(key: key, number: number)
        count += 1
        tentative?.append(key)
        if count * 5 > slots.count * 3 { grow() }
        return (number, true)
    }

    /// From here on new keys are tentative.
    mutating func begin() { tentative = [] }

    /// Forgets the tentative keys.
    mutating func rollBack() {
        for key in (tentative ?? []).reversed() { remove(key) }
        tentative = nil
    }

    /// Takes a key out and moves those up that had to give way to it (Knuth's algorithm R, volume 3, section 6.4).
    private mutating func remove(_ key: UInt64) {
        var hole = place(key)
        while slots[hole].key != key || slots[hole].number == Self.none { hole = (hole + 1) & mask }
        var at = hole
        while true {
            at = (at + 1) & mask
            if slots[at].number == Self.none { break }
            let home = place(slots[at].key)
            if (at &- home) & mask >= (at &- hole) & mask {
                slots[hole] = slots[at]
                hole = at
            }
        }
        slots[hole].number = Self.none
        count -= 1
    }

    private func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: Digest.mixed(key)) & mask }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(key: 0, number: Self.none), count: old.count * 2)
        mask = slots.count - 1
        for slot in old where slot.number != Self.none {
            var at = place(slot.key)
            while slots[at].number != Self.none { at = (at + 1) & mask }
            slots[at] = slot
        }
    }
}
