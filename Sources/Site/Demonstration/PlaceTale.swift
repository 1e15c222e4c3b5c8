import Access
import Kernel
import Subjects

/// The landlord of the year: his house with what was licensed and ordered there, and the bakery that he lets as well.
struct PlaceTale {
    let ground: DemonstrationGround
    let subjects: SubjectDesk

    private static let house = "119 Pellowell Road, B66 5KM"
    private static let bakery = "31 Copperfold Way, B66 7OV"

    func tell() async throws {
        let house = try await mention(Self.house)
        guard case .concern(let concern) = house.source else { throw Demonstration.Failure.missing("the concern of the landlord") }
        let landlord = try await read { try $0.mentions(of: concern).first { $0.kind == .person } }
        guard let landlord else { throw Demonstration.Failure.missing("the landlord") }
        let (place, bakery) = (try await kept(house), try await kept(try await mention(Self.bakery)))
        let person = try await kept(landlord)
        for (place, source) in [(place, "Land register, read on 14 May 2019"), (bakery, "The lease, seen on a visit")] {
            var party = PartyDraft()
            party.party = person
            party.role = "landlord"
            party.from = PlannedConcern.day(2017, 9, 1)
            party.source = source
            try await subjects.tie(party, to: place, by: ground.lead, key: nil).told("name the landlord")
        }
        var licence = LicenceDraft()
        licence.kind = "hmo-licence"
        licence.number = "HMO/2019/0447"
        licence.holder = "Brindlegate Homes Ltd"
        licence.authority = "The council, housing quality team"
        licence.from = PlannedConcern.day(2020, 1, 6)
        licence.until = PlannedConcern.day(2025, 1, 5)
        licence.state = "in-force"
        licence.source = "Public register of licences"
        let housing = try ground.contact(of: .housingQuality)
        try await subjects.record(licence, at: place, by: housing, key: nil).told("record a licence")
        var order = LicenceDraft()
        order.kind = "slavery-risk-order"
        order.holderSubject = person
        order.authority = "Magistrates' court"
        order.from = PlannedConcern.day(2019, 12, 9)
        order.until = PlannedConcern.day(2024, 12, 8)
        order.state = "in-force"
        order.source = "Told by the police"
        try await subjects.record(order, at: place, by: ground.lead, key: nil).told("record an order")
        var food = LicenceDraft()
        food.kind = "food-registration"
        food.authority = "The council, environmental health"
        food.state = "in-force"
        food.source = "Register of food businesses"
        try await subjects.record(food, at: bakery, by: ground.lead, key: nil).told("record a registration")
    }

    private func read<Result: Sendable>(_ body: @escaping @Sendable (Reading) throws -> Result) async throws -> Result {
        try await subjects.desk.read(as: ground.lead, Consultation("open-mention", "subject_mentions"), body)
    }

    private func mention(_ label: String) async throws -> MentionLine {
        let found = try await read { try $0.mentions(writtenAs: label, kind: .premises) }
        guard let line = found.first(where: { if case .concern = $0.source { true } else { false } }) else {
            throw Demonstration.Failure.missing("the place \(label)")
        }
        return line
    }

    private func kept(_ mention: MentionLine) async throws -> ID<Subject> {
        try await subjects.keepSubject(of: mention.id, by: ground.lead, key: nil).told("keep a subject")
    }
}
