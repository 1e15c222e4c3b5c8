import Access
import Kernel
import TestSupport
import Testing

@testable import Visits

/// One question to the directory of powers and the answer that is expected.
struct AdviceCase: Sendable, CustomTestStringConvertible {
    let name: String
    let kinds: [String]
    let location: String
    var occupancy = Occupancy.working
    var danger = false
    var day = "2020-02-08"
    /// The kind of organisation that should lead; nil for nobody.
    let lead: String?
    var power: String?
    var warrant = false
    var hours = 0

    var testDescription: String { name }

    static let all: [AdviceCase] = [
        // Danger comes before everything.
        .init(
            name: "danger at home", kinds: ["charity", "police"], location: "private-dwelling", occupancy: .living,
            danger: true, lead: "police", power: "police-arrest-or-danger"),
        .init(
            name: "danger at work", kinds: ["environmental-health", "police"], location: "factory", danger: true,
            lead: "police", power: "police-arrest-or-danger"),
        .init(name: "danger, place unknown", kinds: ["police"], location: "unknown", danger: true, lead: "police"),
        .init(name: "danger without police", kinds: ["fire-and-rescue"], location: "factory", danger: true, lead: nil),
        // A power without notice and warrant comes before one with conditions.
        .init(
            name: "car wash", kinds: ["police", "environmental-health"], location: "car-wash",
            lead: "environmental-health", power: "health-and-safety"),
        .init(
            name: "car wash with the labour inspectorate", kinds: ["benefits", "labour-inspectorate", "police"],
            location: "car-wash", lead: "labour-inspectorate", power: "glaa-inspection"),
        .init(
            name: "factory and fire service", kinds: ["police", "fire-and-rescue"], location: "factory",
            lead: "fire-and-rescue", power: "fire-inspection"),
        .init(
            name: "restaurant: the power over every part", kinds: ["licensing", "benefits"], location: "restaurant",
            lead: "benefits", power: "benefits"),
        .init(
            name: "night club", kinds: ["licensing", "charity"], location: "night-club", lead: "licensing",
            power: "licensing-inspection"),
        .init(
            name: "waste yard", kinds: ["tax", "environment"], location: "waste-recycling", lead: "environment",
            power: "environment-inspection"),
        .init(
            name: "police alone at a factory: conditions", kinds: ["police"], location: "factory", lead: "police",
            power: "police-arrest-or-danger"),
        .init(
            name: "vehicle", kinds: ["licensing", "charity"], location: "vehicle", lead: "licensing",
            power: "licensing-vehicles"),
        .init(
            name: "vessel", kinds: ["border-force", "health"], location: "fishing-vessel", lead: "border-force",
            power: "maritime"),
        .init(
            name: "care home", kinds: ["care-regulator", "adult-social-care"], location: "care-home",
            lead: "care-regulator", power: "care-quality", warrant: true),
        // Notice where there is nothing better.
        .init(
            name: "trading standards alone", kinds: ["trading-standards"], location: "shop",
            lead: "trading-standards", power: "trading-standards", hours: 48),
        .init(
            name: "tax after the minimum wage teams left", kinds: ["tax"], location: "factory", day: "2027-01-04",
            lead: "tax", power: "tax-inspection", hours: 168),
        .init(
            name: "tax while the minimum wage teams were there", kinds: ["tax"], location: "factory", lead: "tax",
            power: "minimum-wage"),
        // Rows have their days.
        .init(
            name: "Fair Work Agency", kinds: ["labour-inspectorate"], location: "takeaway", day: "2026-05-01",
            lead: "labour-inspectorate", power: "fwa-inspection"),
        // A home without danger: a warrant.
        .init(
            name: "home, police", kinds: ["housing-standards", "police"], location: "private-dwelling",
            occupancy: .living, lead: "police", power: "police-arrest-or-danger", warrant: true),
        .init(
            name: "home, housing standards", kinds: ["housing-standards", "charity"],
            location: "house-in-multiple-occupation", occupancy: .living, lead: "housing-standards",
            power: "housing-offence", warrant: true),
        .init(
            name: "home, immigration", kinds: ["immigration", "charity"], location: "private-dwelling",
            lead: "immigration", power: "immigration-warrant", warrant: true),
        .init(
            name: "home, nobody with a power", kinds: ["charity", "health", "adult-social-care"],
            location: "private-dwelling", lead: nil, warrant: true),
        // People sleep in a workplace: that part is a home.
        .init(
            name: "people sleep in the factory", kinds: ["environmental-health", "police"], location: "factory",
            occupancy: .living, lead: "environmental-health", power: "health-and-safety", warrant: true),
        // Nobody can enter.
        .init(name: "charity alone", kinds: ["charity"], location: "nail-bar", lead: nil),
        .init(
            name: "care without a power", kinds: ["adult-social-care", "childrens-services", "health"],
            location: "factory", lead: nil),
        .init(name: "prosecution", kinds: ["prosecution"], location: "shop", lead: nil),
        .init(name: "a kind that nobody knows", kinds: ["other-worldly"], location: "shop", lead: nil),
        .init(name: "no agencies", kinds: [], location: "shop", lead: nil),
        .init(name: "place not said", kinds: ["environmental-health"], location: "unknown", lead: nil),
        // No power is needed.
        .init(name: "public place", kinds: ["charity", "police"], location: "public-place", lead: "police", power: ""),
        .init(
            name: "public place without police", kinds: ["charity"], location: "public-place", lead: "charity",
            power: ""),
    ]
}

@Suite("Powers of entry")
struct PowersAdviceTests {
    private func advise(_ question: AdviceCase) throws -> (PowersAdvice, [PowersAdvice.Agency]) {
        let world = TestWorld().world
        let agencies = question.kinds.map { PowersAdvice.Agency(id: world.newID(), name: "the \($0)", kind: $0) }
        let advice = PowersAdvice.advise(
            agencies: agencies, locationType: question.location, occupancy: question.occupancy,
            immediateDanger: question.danger, on: try #require(Day(question.day)), directory: try Reference.powers())
        return (advice, agencies)
    }

    @Test(
        "the lead, its power, the notice and the warrant follow from the agencies and the place",
        arguments: AdviceCase.all)
    func lead(question: AdviceCase) throws {
        let (advice, agencies) = try advise(question)
        let lead = agencies.first { $0.id == advice.lead?.organisation }
        #expect(lead?.kind == question.lead)
        if let power = question.power { #expect(advice.lead?.power == power) }
        #expect(advice.needsWarrant == question.warrant)
        #expect(advice.noticeHours == question.hours)
    }

    @Test("each agency has a line, and each lead a reason", arguments: AdviceCase.all)
    func lines(question: AdviceCase) throws {
        let (advice, agencies) = try advise(question)
        #expect(advice.lines.map(\.organisation) == agencies.map(\.id))
        if let lead = advice.lead { #expect(lead.reason.count > 20) }
        for line in advice.lines where !line.hasPower && question.location != "unknown" {
            #expect(!line.note.isEmpty, "\(line.name)")
        }
    }

    @Test("a place that none of the agencies can enter is warned of")
    func nobody() throws {
        for question in AdviceCase.all
        where question.name.hasPrefix("charity") || question.name.hasPrefix("care without") {
            let (advice, _) = try advise(question)
            #expect(advice.warnings.contains { $0.contains("None of the chosen agencies has a power") })
        }
    }

    @Test("adult social care and charities are called a common mistake where they are chosen")
    func mistakes() throws {
        let (advice, _) = try advise(
            .init(name: "", kinds: ["adult-social-care", "charity", "police"], location: "factory", lead: "police"))
        #expect(advice.notes.contains { $0.contains("adult-social-care: No power of entry in England") })
        #expect(
            advice.notes.contains {
                $0.contains("charity: No power of entry. It may come to support people, by invitation")
            })
    }

    @Test("a row that nobody has checked says so")
    func unconfirmed() throws {
        let (fire, _) = try advise(.init(name: "", kinds: ["fire-and-rescue"], location: "factory", lead: ""))
        #expect(fire.lead?.isConfirmed == false)
        let (labour, _) = try advise(.init(name: "", kinds: ["labour-inspectorate"], location: "car-wash", lead: ""))
        #expect(labour.lead?.isConfirmed == true)
    }

    @Test("danger without police asks for police")
    func danger() throws {
        let (advice, _) = try advise(
            .init(name: "", kinds: ["fire-and-rescue"], location: "factory", danger: true, lead: nil))
        #expect(advice.warnings.contains { $0.contains("call 999") })
        #expect(advice.warnings.contains { $0.contains("Ask them to lead") })
    }
}
