import Access
import BlindLinkage
import Kernel
import Subjects

/// Two charities compare whom they met, find six women in common and agree to talk. The women are numbers, and nobody.
struct ComparisonTale {
    let ground: DemonstrationGround
    let subjects: SubjectDesk

    func tell() async throws {
        let (hope, aid) = (try ground.contact(of: .hopeForJustice), try ground.contact(of: .womensAid))
        var draft = ComparisonDraft()
        draft.other = aid.organisation
        draft.purpose = "To find who is looked after by both, so that nobody is asked the same twice"
        draft.agreement = "Information sharing agreement of the partnership, 3 April 2018, annex 4 (demonstration)"
        draft.compared = "Women met since April 2019"
        draft.until = DemonstrationYear.end.adding(days: 90)
        draft.threshold = 85
        let id = try await subjects.propose(draft, by: hope, key: nil).told("propose a comparison")
        try await subjects.answer(id, accepts: true, reason: "", by: aid, key: nil).told("accept a comparison")
        try await subjects.send(try Self.encodings(0..<74), to: id, by: hope, key: nil).told("send encodings")
        try await subjects.send(try Self.encodings(68..<126), to: id, by: aid, key: nil).told("send encodings")
        try await subjects.matchComparisons()
        try await subjects.agreeToTalk(about: id, by: hope, key: nil).told("agree to talk")
        try await subjects.agreeToTalk(about: id, by: aid, key: nil).told("agree to talk")
    }

    /// What `plainsight link encode` makes on the machine of an agency.
    private static func encodings(_ people: Range<Int>) throws -> EncodingSet {
        let schema = try EncodingSchema(json: Array(UsualSchema.text.utf8))
        let encoder = RecordEncoder(schema: schema, secret: Array("a secret of the demonstration".utf8))
        var set = EncodingSet(bitCount: schema.bitCount)
        for person in people {
            let born = "19\(70 + person % 30)-0\(1 + person * 7 % 9)-1\(person * 3 % 10)"
            set.append(try encoder.encoding(of: [name(person * 7919 + 13), name(person * 104_729 + 7), born, "female"]).words)
        }
        return set
    }

    private static func name(_ number: Int) -> String {
        let syllables = ["qui", "zor", "mel", "hax", "bro", "wen", "tuv", "lys", "gor", "pim", "sat", "nev", "dra"]
        var (rest, text) = (number, "")
        for _ in 0..<4 {
            text += syllables[rest % syllables.count]
            rest /= syllables.count
        }
        return text
    }
}
