/// Comparison whose duration does not tell where two values begin to differ.
enum SameBytes {
    static func same(_ one: some Sequence<UInt8>, _ other: some Sequence<UInt8>) -> Bool {
        let first = Array(one)
        let second = Array(other)
        guard first.count == second.count else { return false }
        var difference: UInt8 = 0
        for index in first.indices { difference |= first[index] ^ second[index] }
        return difference == 0
    }

    static func same(_ one: String, _ other: String) -> Bool { same(one.utf8, other.utf8) }
}
