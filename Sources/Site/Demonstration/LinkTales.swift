import Access
import Concerns
import Kernel
import Subjects

/// Who and what keeps appearing in the year: the database is linked once, one thread is confirmed, the others wait, and one
/// agency hears blindly of what others hold.
struct LinkTales {
    let ground: DemonstrationGround
    let subjects: SubjectDesk

    /// The number that stands in advertisements, in concerns of several towns.
    static let advertised = "07700 900512"

    func tell(_ year: DemonstrationYear) async throws {
        _ = try await subjects.linkAll(by: .operator(of: ground.partnership, request: "demonstration"))
        let waiting = try await subjects.desk.read(as: ground.lead, Consultation("list-proposals", "subject_proposals")) {
            try $0.proposals(.open, kind: .phone)
        }
        let thread = waiting.filter { $0.one.label == Self.advertised }.sorted { $0.one.notedOn < $1.one.notedOn }
        for proposal in thread.prefix(3) {
            try await subjects.settle(proposal.id, .same, by: ground.lead, key: nil).told("say that a number is the same")
        }
        // The police raised this one, and it names the number.
        guard let asking = year.concerns.first(where: { $0.tale == .fourWomen }) else { return }
        let digits = String(asking.number)
        let reference = "\(ground.prefix)-\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
        let concern = try await subjects.desk.read(as: ground.lead, Consultation("open-concern", "concerns")) {
            try $0.concern(reference: reference)
        }
        if let concern {
            try await subjects.askBlindly(of: concern, by: try ground.contact(of: .police)).told("ask what others hold")
        }
    }
}
