import Access
import BlindLinkage
import Kernel

/// Takes in the encodings of one side, sealed, until both sides have sent theirs.
package enum SendEncodings: Verb {
    package typealias Record = BlindComparison
    package static let name = "send-encodings"
    package static let relation = Relation.blindComparisons
    package static let roles: Set<Role> = [.coordinator, .member]
    package static let event = JournalEvent.collection

    /// Every reason why these encodings are not taken; empty means they are.
    static func problems(_ encodings: EncodingSet, bitCount: Int, limits: ComparisonLimits) -> [Problem] {
        if encodings.bytesPerEncoding != (bitCount + 7) / 8 {
            return [
                Problem(
                    "file",
                    "Encode with the schema of this comparison: its encodings have \(bitCount) bits, those of the file \(encodings.bitCount)"
                )
            ]
        }
        if encodings.count > limits.mostRecords { return [Problem("file", "Send \(limits.mostRecords) records or fewer")] }
        let different = Set((0..<encodings.count).lazy.filter { encodings.population($0) > 0 }.map { encodings[$0] }).count
        if different < limits.leastRecords {
            return [
                Problem(
                    "file",
                    "Send \(limits.leastRecords) different records or more: with fewer, the number that match would tell of single people. The file has \(different)"
                )
            ]
        }
        return []
    }

    static let wrongStatus = "No file is awaited: the comparison is"
    static let tooLarge =
        "The file is larger than \(ComparisonLimits.largestFile / 1024 / 1024) MB: send fewer records, or shorter encodings"
    static let missing = "Choose the file of encodings: none was chosen, or it is empty"
    static let broken = "The file did not arrive whole: send it again"
}

extension SubjectDesk {
    /// Throws `AccessError` where the viewer is no side of the comparison, and answers what is wrong where no file is awaited: asked
    /// before a file is read.
    func awaitsEncodings(_ id: ID<BlindComparison>, by viewer: Viewer) async throws -> Problem? {
        try await desk.read(as: viewer, Consultation("open-comparison", "blind_comparisons", id.text)) { reading in
            let line = try reading.comparisonLine(id)
            guard ProposeComparison.speaksForOwn(viewer), line.hasSide(viewer.organisation) else { throw AccessError.denied }
            return line.status == .accepted ? nil : Problem("file", "\(SendEncodings.wrongStatus) \(line.status.label.lowercased())")
        }
    }

    /// Keeps what one side sends. When both sides have sent theirs, they wait to be compared.
    package func send(
        _ encodings: EncodingSet, to id: ID<BlindComparison>, by viewer: Viewer, key: IdempotencyKey?
    ) async throws -> Outcome<ID<BlindComparison>> {
        let limits = comparisonLimits
        return try await desk.change(SendEncodings.self, on: id, by: viewer, key: key) { change in
            let line = try change.ownComparison()
            guard line.status == .accepted else {
                return .refused([Problem("file", "\(SendEncodings.wrongStatus) \(line.status.label.lowercased())")])
            }
            let problems = SendEncodings.problems(
                encodings, bitCount: try change.reading.comparison(id).bitCount, limits: limits)
            guard problems.isEmpty else { return .refused(problems) }
            try change.keepEncodings(encodings.serialised)
            try change.keepSent(records: encodings.count, empty: (0..<encodings.count).count { encodings.population($0) == 0 })
            if try change.hasBothEncodings() {
                guard try change.reading.comparisons(between: line.one.id, line.other.id, on: change.moment.day) < limits.mostADay else {
                    return .refused([
                        Problem(
                            "file",
                            "These two agencies have compared \(limits.mostADay) times today, which is the most. Send the file tomorrow")
                    ])
                }
                try change.awaitMatching()
            }
            change.note("Encodings sent for a blind comparison")
            return .done(id)
        }
    }
}

extension EncodingSet {
    /// The words one after another, the highest byte first.
    var serialised: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: words.count * 8) { bytes, count in
            for (place, word) in words.enumerated() {
                for byte in 0..<8 { bytes[place * 8 + byte] = UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * byte)) }
            }
            count = words.count * 8
        }
    }

    /// Reads what `serialised` wrote; nil where it is not whole.
    init?(serialised bytes: [UInt8], bitCount: Int) {
        self.init(bitCount: bitCount)
        guard bytes.count % (wordsPerEncoding * 8) == 0 else { return nil }
        append(
            stride(from: 0, to: bytes.count, by: 8).map { start in
                bytes[start..<start + 8].reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
            })
    }
}
