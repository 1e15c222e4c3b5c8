import Access
import Kernel
import Partnerships
import Store

/// Takes in what anybody tells through the public form. Nobody is told of it before the coordinator has checked it.
package enum ReceivePublicReport: Verb {
    package typealias Record = Concern
    package static let name = "receive-public-report"
    package static let relation = Relation.concerns
    package static let roles: Set<Role> = []
    package static let doors: Set<Viewer.Door> = [.publicForm]
    package static let event = JournalEvent.collection

    /// Letters and figures that cannot be taken for each other.
    private static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTVWXYZ")

    /// A number for somebody to quote, such as "R-7K4M-92QX": it says nothing of how many reports there are.
    package static func quote(_ world: World) -> String {
        var marks: [Character] = []
        while marks.count < 8 {
            for byte in world.randomBytes(16) where byte < 240 && marks.count < 8 {
                marks.append(alphabet[Int(byte) % alphabet.count])
            }
        }
        return "R-\(String(marks[0..<4]))-\(String(marks[4..<8]))"
    }
}

extension ConcernDesk {
    /// Keeps a report from the public; answers the number to quote. The same key a second time answers the same number.
    package func receive(_ draft: ConcernDraft, by viewer: Viewer, key: IdempotencyKey?) async throws -> Outcome<String> {
        let lists = lists
        let indicators = indicators
        let today = desk.world.now().day
        let quote = ReceivePublicReport.quote(desk.world)
        return try await desk.create(ReceivePublicReport.self, by: viewer, key: key) { change in
            guard let partnership = viewer.partnership else { throw AccessError.denied }
            var draft = draft
            let isReachable = !draft.reporterName.isEmpty || !draft.reporterDetails.isEmpty
            draft.source = isReachable ? "public" : "anonymous"
            if draft.locationType.isEmpty { draft.locationType = "unknown" }
            let standing = try change.standing(of: partnership)
            let problems = RaiseConcern.problems(
                draft, channel: .publicForm, lists: lists, indicators: indicators, towns: standing.towns,
                wards: standing.wards, members: standing.members, today: today)
            guard problems.isEmpty else { return .refused(problems) }
            let reference = try change.insertConcern(
                draft, channel: RaiseConcern.Channel.publicForm.rawValue, status: .awaitingCheck,
                partnership: partnership, lists: lists)
            try change.run("UPDATE \(change.target) SET public_quote = \(quote) WHERE id = \(change.record)")
            let words = change.words(of: draft, reference: reference, lists: lists)
            try change.indexWords("\(words) \(quote)", of: change.record, in: partnership)
            change.note("Came by the public form as \(reference)")
            return .done(quote)
        }
    }
}

extension Reading {
    /// The number that whoever reported it may quote; nil where the concern did not come by the public form.
    package func publicQuote(of concern: ID<Concern>) throws -> String? {
        let found = try first(
            "SELECT c.public_quote FROM \(visible(.concerns)) c WHERE c.id = \(concern)", { try $0.next(String?.self) })
        return found ?? nil
    }
}
