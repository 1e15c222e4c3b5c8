/// Chooses how many words decide whether the others are looked at, by what a sample of pairs would have cost.
///
/// The choice changes the time that matching takes and not its answer.
struct PrefixChoice {
    let prefix: Int

    init(_ first: EncodingSet, _ second: EncodingSet, _ least: DiceThreshold) {
        let words = first.wordsPerEncoding
        guard words > 2 else {
            prefix = words
            return
        }
        let sampled = 160
        var passed = [Int](repeating: 0, count: words + 1)
        var pairs = 0
        for left in stride(from: 0, to: first.count, by: max(1, first.count / sampled)) {
            let one = Array(first[left])
            for right in stride(from: 0, to: second.count, by: max(1, second.count / sampled)) {
                let other = Array(second[right])
                let sum = first.population(left) + second.population(right)
                var overlap = 0
                var restOfOne = first.population(left)
                var restOfOther = second.population(right)
                pairs += 1
                for word in 0..<words {
                    overlap += (one[word] & other[word]).nonzeroBitCount
                    restOfOne -= one[word].nonzeroBitCount
                    restOfOther -= other[word].nonzeroBitCount
                    guard overlap + min(restOfOne, restOfOther) >= Int(least.leastOverlap[sum]) else { break }
                    passed[word + 1] += 1
                }
            }
        }
        // A group of eight is looked at whole as soon as one of them passes; that costs its words and some waiting.
        func cost(_ prefix: Int) -> Double {
            Double(prefix) + min(1, 8 * Double(passed[prefix]) / Double(max(1, pairs))) * Double(words + 8)
        }
        prefix = (1...words).min { cost($0) < cost($1) } ?? words
    }
}
