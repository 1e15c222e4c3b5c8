/// Text that stands word for word in earlier referrals.
extension ReferralForm {
    /// The fingerprint of the texts of several lines that are asked on this way.
    package static func fingerprint(_ answers: [String: ReferralAnswer]) -> TextFingerprint {
        PlacedAnswers(answers, form: current).fingerprint
    }
}

extension PlacedAnswers {
    var fingerprint: TextFingerprint {
        var shingles: Set<UInt64> = []
        for position in form.quality.narratives where isAsked[position] != false {
            guard case .text(let text) = answers[position] else { continue }
            let words = PlacedAnswers.wordHashes(text)
            let length = TextFingerprint.shingleLength
            guard words.count >= length else { continue }
            for start in 0...(words.count - length) {
                shingles.insert(words[start..<start + length].reduce(SignTable.emptyHash) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 })
            }
        }
        return TextFingerprint(shingles: shingles)
    }

    /// 6 points, less the more of the texts stands in one earlier referral: 4 from a tenth on, 2 from a quarter, none from a
    /// half. Nil stands for a check that knows no earlier referrals.
    func ownWords(_ earlier: [TextFingerprint]?) -> ReferralQuality.Reason {
        guard let earlier else {
            return reason(.ownWords, 6, "No earlier referrals are at hand here to compare the text with")
        }
        let own = fingerprint
        let share = earlier.map { own.containment(in: $0) }.max() ?? 0
        let points = share < 0.1 ? 6 : share < 0.25 ? 4 : share < 0.5 ? 2 : 0
        return reason(
            .ownWords, points,
            points == 6
                ? "The text is this person's own"
                : "\(Int((share * 100).rounded())) in 100 of the words stand in one earlier referral as well: say what happened to this person, in their own words"
        )
    }

    /// A hash for each word, whatever its case.
    private static func wordHashes(_ text: String) -> [UInt64] {
        var text = text
        return text.withUTF8 { bytes in
            var hashes: [UInt64] = []
            var hash = SignTable.emptyHash
            var isWord = false
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                // Dashes and quotation marks beyond ASCII part words as those within it do: U+2000 to U+207F.
                let isMark = byte == 0xE2 && index + 2 < bytes.count && (0x80...0x81).contains(bytes[index + 1])
                index += isMark ? 3 : 1
                let isLetter = !isMark && ((0x61...0x7A).contains(byte | 0x20) || byte >= 0x80)
                if isLetter || (0x30...0x39).contains(byte) {
                    hash = SignTable.hash(hash, isLetter && byte < 0x80 ? byte | 0x20 : byte)
                    isWord = true
                } else if isWord {
                    hashes.append(hash)
                    hash = SignTable.emptyHash
                    isWord = false
                }
            }
            if isWord { hashes.append(hash) }
            return hashes
        }
    }
}
