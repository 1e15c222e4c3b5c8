/// How often each value was seen, by its bytes: for counting a column of many rows of which few differ, without making a
/// text of each.
struct ValueCounter {
    /// All values behind each other.
    private var bytes: [UInt8] = []
    private var values: [(start: Int, length: Int, count: Int)] = []
    /// Numbers of values by their hash, -1 where there is none; a power of two, at most half full.
    private var slots = [Int](repeating: -1, count: 64)
    private var last = -1

    mutating func add(_ value: UnsafeBufferPointer<UInt8>) {
        // An index hands out its rows in order, so a value is often the one before.
        if last >= 0, isEqual(last, value) {
            values[last].count += 1
            return
        }
        var slot = ValueCounter.hash(value) & (slots.count - 1)
        while slots[slot] >= 0 {
            if isEqual(slots[slot], value) {
                last = slots[slot]
                values[last].count += 1
                return
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        last = values.count
        slots[slot] = last
        values.append((bytes.count, value.count, 1))
        bytes.append(contentsOf: value)
        if values.count * 2 > slots.count { grow() }
    }

    /// The count of each value.
    var counts: [String: Int] {
        var counts: [String: Int] = [:]
        for value in values {
            counts[String(decoding: bytes[value.start..<value.start + value.length], as: UTF8.self), default: 0] += value.count
        }
        return counts
    }

    private func isEqual(_ number: Int, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
        let known = values[number]
        guard known.length == value.count else { return false }
        return bytes.withUnsafeBytes { all in
            let other = UnsafeRawBufferPointer(value)
            var index = 0
            while index + 8 <= known.length {
                let word = all.loadUnaligned(fromByteOffset: known.start + index, as: UInt64.self)
                guard word == other.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
                index += 8
            }
            while index < known.length {
                guard all[known.start + index] == other[index] else { return false }
                index += 1
            }
            return true
        }
    }

    private mutating func grow() {
        slots = [Int](repeating: -1, count: slots.count * 2)
        bytes.withUnsafeBufferPointer { buffer in
            for (number, value) in values.enumerated() {
                let content = UnsafeBufferPointer(rebasing: buffer[value.start..<value.start + value.length])
                var slot = ValueCounter.hash(content) & (slots.count - 1)
                while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
                slots[slot] = number
            }
        }
    }

    /// FNV-1a over eight bytes at a time, its higher bits folded down after each.
    private static func hash(_ value: UnsafeBufferPointer<UInt8>) -> Int {
        let bytes = UnsafeRawBufferPointer(value)
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var index = 0
        while index + 8 <= bytes.count {
            hash = (hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x100_0000_01b3
            hash ^= hash >> 32
            index += 8
        }
        while index < bytes.count {
            hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
            index += 1
        }
        return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & Int.max
    }
}
