import Access
import Concerns
import Kernel
import Subjects

/// Who and what keeps appearing in the year: the database is linked once, what is plain is answered, some pairs wait, and one
/// agency hears blindly of what others hold.
struct LinkTales {
    let ground: DemonstrationGround
    let subjects: SubjectDesk

    /// The number that stands in advertisements, in concerns of several towns.
    static let advertised = "07700 900512"

    func tell() async throws {
        _ = try await subjects.linkAll(by: .operator(of: ground.partnership, request: "demonstration"))
        try await answer()
        try await ask()
        try await PlaceTale(ground: ground, subjects: subjects).tell()
        try await ComparisonTale(ground: ground, subjects: subjects).tell()
    }

    /// Vehicles are answered: the same mark on the same sort of vehicle is one. The number is confirmed in part.
    private func answer() async throws {
        let (vehicles, phones) = try await subjects.desk.read(
            as: ground.lead, Consultation("list-proposals", "subject_proposals")
        ) { reading in (try reading.proposals(.open, kind: .vehicle, limit: 200), try reading.proposals(.open, kind: .phone, limit: 200)) }
        for proposal in vehicles {
            let isOne = proposal.one.label == proposal.other.label && proposal.one.words == proposal.other.words
            let isAnother = proposal.one.label != proposal.other.label
            try await settle(proposal, isOne ? .same : isAnother ? .notTheSame : .cannotTell)
        }
        let thread = phones.filter { $0.one.label == Self.advertised }.sorted { $0.one.notedOn < $1.one.notedOn }
        for proposal in thread.prefix(3) { try await settle(proposal, .same) }
    }

    private func settle(_ proposal: ProposalDetail, _ answer: ProposalStatus) async throws {
        try await subjects.settle(proposal.id, answer, by: ground.lead, key: nil).told("answer a proposal")
    }

    /// The labour inspectors see some of the concerns that name the number, and hear of the others.
    private func ask() async throws {
        let inspector = try ground.contact(of: .glaa)
        let concern = try await subjects.desk.read(as: inspector, Consultation("list-hot-spots", "subject_mentions")) {
            reading -> ID<Concern>? in
            guard let spot = try reading.hotSpots(.phone).first(where: { $0.name == Self.advertised }),
                case .concern(let id) = try reading.mention(spot.mention).source
            else { return nil }
            return id
        }
        if let concern { try await subjects.askBlindly(of: concern, by: inspector).told("ask what others hold") }
    }
}
