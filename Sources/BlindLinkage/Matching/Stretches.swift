/// Which counts of bits an encoding can have that is like one with a given count.
struct Stretches {
    private let least: [UInt32]

    init(_ threshold: DiceThreshold) {
        least = threshold.leastOverlap
    }

    /// Nil where nothing can be like it.
    func counts(likeOnesWith count: UInt32) -> ClosedRange<UInt32>? {
        let most = UInt32((least.count - 1) / 2)
        func canMatch(_ other: UInt32) -> Bool { least[Int(count + other)] <= min(count, other) }
        guard canMatch(count) else { return nil }
        var low: UInt32 = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if canMatch(middle) { high = middle } else { low = middle + 1 }
        }
        let first = low
        low = count
        high = most
        while low < high {
            let middle = (low + high + 1) / 2
            if canMatch(middle) { low = middle } else { high = middle - 1 }
        }
        return first...low
    }
}
