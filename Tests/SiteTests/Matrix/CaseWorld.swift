import Access
import Foundation
import Kernel
import TestSupport

/// Partnerships, people and cases as plain values: drawn by chance that is the same in every run, written to a database
/// by `CaseWorldWriter`, and judged by `PolicyOracle`. Every free text is a mark of its own, so that a page can be
/// searched for what it should not hold.
struct CaseWorld: Sendable {
    struct Agency: Sendable {
        let id: ID<Organisation>
        let name: String
        let isEnforcement: Bool
    }

    struct Town: Sendable {
        let id: ID<Term>
        let label: String
    }

    struct Place: Sendable {
        let id: ID<Partnership>
        let slug: String
        let agreementInForce: Bool
        let towns: [Town]
        let purpose: ID<Term>
        /// Those that are members now.
        let members: [ID<Organisation>]
    }

    struct Grant: Sendable {
        let place: ID<Partnership>
        let role: Role
        let town: ID<Term>?
    }

    struct Somebody: Sendable {
        let id: ID<Person>
        let name: String
        let agency: ID<Organisation>
        let grants: [Grant]
    }

    struct Case: Sendable {
        let id: ID<Concern>
        let place: ID<Partnership>
        let reference: String
        let status: String
        let receivedOn: Day
        let town: ID<Term>?
        let exploitation: [String]
        let mark: String
        var isOpen: Bool { status != "closed" && status != "joined" }
    }

    struct Share: Sendable {
        let concern: ID<Concern>
        let agency: ID<Organisation>
        let seesAnswers: Bool
        let seesVictims: Bool
        let isRemoved: Bool
        let mark: String
    }

    struct Round: Sendable {
        let id: ID<ScopingRound>
        let concern: ID<Concern>
        let number: Int
        let mark: String
    }

    struct Question: Sendable {
        let id: ID<ScopingRequest>
        let round: ID<ScopingRound>
        let concern: ID<Concern>
        let agency: ID<Organisation>
        let isWaiting: Bool
        let mark: String
    }

    struct StrandOfCase: Sendable {
        let id: ID<Strand>
        let concern: ID<Concern>
        let kind: String
        let team: [ID<Organisation>]
        let mark: String
    }

    struct Duty: Sendable {
        let id: ID<WorkTask>
        let place: ID<Partnership>
        let concern: ID<Concern>?
        let strand: String
        let agency: ID<Organisation>
        let isOpen: Bool
        let mark: String
    }

    struct Call: Sendable {
        let id: ID<Visit>
        let place: ID<Partnership>
        let concern: ID<Concern>?
        let reference: String
        let status: String
        let town: ID<Term>?
        let agencies: [(agency: ID<Organisation>, attended: String)]
        let mark: String
    }

    struct Met: Sendable {
        let id: ID<Screening>
        let visit: ID<Visit>
        let place: ID<Partnership>
        let concern: ID<Concern>?
        let agency: ID<Organisation>?
        let mark: String
    }

    struct Paper: Sendable {
        enum Parent: Sendable {
            case concern(ID<Concern>)
            case visit(ID<Visit>)
            case answer(ID<ScopingRequest>)
        }
        let id: ID<StoredFile>
        let place: ID<Partnership>
        let parent: Parent
        let agency: ID<Organisation>
        let mark: String
    }

    struct Line: Sendable {
        let id: ID<RecordChange>
        let place: ID<Partnership>
        let concern: ID<Concern>?
        let strand: String
        let visit: ID<Visit>?
        let agency: ID<Organisation>
        let mark: String
    }

    struct Mentioned: Sendable {
        let id: ID<Mention>
        let concern: ID<Concern>
        let mark: String
    }

    struct Decision: Sendable {
        let id: ID<ResponseDecision>
        let concern: ID<Concern>
        let mark: String
    }

    /// A potential victim, and the agencies that work with them or did.
    struct Helped: Sendable {
        let id: ID<PotentialVictim>
        let place: ID<Partnership>
        let concern: ID<Concern>?
        let helpers: [(agency: ID<Organisation>, isRemoved: Bool)]
        let account: ID<VictimAccount>
        let consent: ID<ConsentEntry>
        let referral: ID<Referral>
        let decision: ID<ReferralDecision>
        let crime: ID<VictimCrime>
        let notice: ID<SafeguardingNotice>
        let panel: ID<ChildPanel>
        let panelMember: ID<ChildPanelMember>
        let town: ID<Term>?
        /// Whether the referral was sent, so that it counts.
        let wasSent: Bool
        let entry: ID<SupportEntry>
        let change: ID<RecordChange>
        let mark: String
    }

    /// Two potential victims who are one person.
    struct Again: Sendable {
        let id: ID<MetAgain>
        let place: ID<Partnership>
        let earlier: ID<PotentialVictim>
        let later: ID<PotentialVictim>
    }

    var agencies: [Agency] = []
    var places: [Place] = []
    var people: [Somebody] = []
    var cases: [Case] = []
    var shares: [Share] = []
    var rounds: [Round] = []
    var questions: [Question] = []
    var strands: [StrandOfCase] = []
    var duties: [Duty] = []
    var calls: [Call] = []
    var met: [Met] = []
    var papers: [Paper] = []
    var lines: [Line] = []
    var mentioned: [Mentioned] = []
    var decisions: [Decision] = []
    var helped: [Helped] = []
    var again: [Again] = []
    var support = SupportWorld()
    var known = SubjectWorld()
    var published = PublicationWorld()
    /// Decided not to be the same: pairs within one partnership.
    var apart: [(ID<Concern>, ID<Concern>)] = []

    func place(of concern: ID<Concern>) -> ID<Partnership>? { cases.first { $0.id == concern }?.place }
}

/// Draws a world.
struct CaseWorldMaker {
    private let clock: TestWorld
    private var state: UInt64
    private var marks = 0
    var world = CaseWorld()

    /// - Parameter size: how many cases each partnership has.
    static func make(seed: UInt64, size: Int, clock: TestWorld) -> CaseWorld {
        var maker = CaseWorldMaker(clock: clock, seed: seed)
        maker.found()
        maker.people()
        for place in maker.world.places { for number in 1...size { maker.addCase(number, in: place) } }
        for place in maker.world.places { maker.addVisitsWithoutCase(in: place) }
        for place in maker.world.places { for _ in 0..<max(size / 3, 3) { maker.addHelped(in: place) } }
        for (index, place) in maker.world.places.enumerated() { maker.addSupport(in: place, count: max(size / 4, 2) + index) }
        for (index, place) in maker.world.places.enumerated() { maker.addSubjects(in: place, runs: index + 1) }
        for (index, place) in maker.world.places.enumerated() { maker.addPublications(in: place, count: index + 1) }
        return maker.world
    }

    private init(clock: TestWorld, seed: UInt64) {
        self.clock = clock
        state = seed &* 0x9E37_79B9_7F4A_7C15
    }

    // MARK: Chance

    private mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    mutating func happens(_ percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    func newID<Record>() -> ID<Record> { clock.world.newID() }

    /// A word that stands nowhere else.
    mutating func mark() -> String {
        marks += 1
        var number = marks
        var text = "mk:"
        for _ in 0..<6 {
            text.append(Character(UnicodeScalar(UInt8(97 + number % 26))))
            number /= 26
        }
        return text
    }

    // MARK: Who is there

    private mutating func found() {
        for (name, isEnforcement) in [
            ("Harbourside Constabulary", true), ("Safe Harbour", false), ("Borough Council", false),
            ("Revenue Inspectorate", true), ("Northgate Housing", false), ("Former Agency", false),
        ] {
            world.agencies.append(.init(id: newID(), name: name, isEnforcement: isEnforcement))
        }
        for (slug, inForce) in [("alder", true), ("birch", true), ("cedar", false)] {
            world.places.append(
                .init(
                    id: newID(), slug: slug, agreementInForce: inForce,
                    towns: ["North", "South"].map { .init(id: newID(), label: "\(slug.capitalized) \($0)") },
                    purpose: newID(), members: world.agencies.prefix(5).map(\.id)))
        }
    }

    private mutating func add(_ agency: Int, _ grants: [CaseWorld.Grant]) {
        let number = world.people.count + 1
        world.people.append(
            .init(id: newID(), name: "Person Number \(number)", agency: world.agencies[agency].id, grants: grants))
    }

    private mutating func people() {
        for place in world.places {
            func grants(_ roles: Role..., town: Int? = nil) -> [CaseWorld.Grant] {
                roles.map { .init(place: place.id, role: $0, town: $0 == .townLead ? town.map { place.towns[$0].id } : nil) }
            }
            add(2, grants(.coordinator))
            for agency in 0..<5 { add(agency, grants(.member)) }
            add(0, grants(.visitTeam))
            add(1, grants(.visitTeam))
            add(3, grants(.member, .visitTeam))
            add(4, grants(.townLead, town: 0))
            add(4, grants(.townLead))
            add(0, grants(.townLead, .member, town: 1))
            add(2, grants(.analyst))
            add(1, grants(.analyst, .member))
            add(2, grants(.administrator))
            add(1, grants(.administrator, .visitTeam))
            add(2, grants(.chair))
            add(1, grants(.chair, .member))
        }
        add(0, [])
        // The roles of people whose organisation has left do not count.
        add(5, [.init(place: world.places[0].id, role: .member, town: nil)])
        add(5, [.init(place: world.places[0].id, role: .coordinator, town: nil)])
        // At home in two partnerships.
        add(
            1,
            [
                .init(place: world.places[0].id, role: .member, town: nil),
                .init(place: world.places[1].id, role: .coordinator, town: nil),
            ])
        add(
            0,
            [
                .init(place: world.places[0].id, role: .administrator, town: nil),
                .init(place: world.places[1].id, role: .member, town: nil),
            ])
    }

    // MARK: Cases

    private mutating func addCase(_ number: Int, in place: CaseWorld.Place) {
        let statuses = ["raised", "triaged", "scoping", "scoping", "response", "response", "closed", "joined", "awaiting-check"]
        let id: ID<Concern> = newID()
        var types: Set<String> = [pick(["labour", "sexual"])]
        if happens(30) { types.insert("criminal") }
        world.cases.append(
            .init(
                id: id, place: place.id, reference: "\(place.slug.prefix(1).uppercased())-\(1000 + number)",
                status: pick(statuses), receivedOn: Day(number: clock.now.day.number - below(20)),
                town: happens(15) ? nil : pick(place.towns).id, exploitation: types.sorted(), mark: mark()))
        for agency in world.agencies.prefix(5) where happens(45) {
            world.shares.append(
                .init(
                    concern: id, agency: agency.id, seesAnswers: happens(40),
                    seesVictims: happens(agency.isEnforcement ? 20 : 50), isRemoved: happens(20), mark: mark()))
        }
        for _ in 0..<below(3) { world.mentioned.append(.init(id: newID(), concern: id, mark: mark())) }
        if happens(40) { world.decisions.append(.init(id: newID(), concern: id, mark: mark())) }
        if number > 1, happens(25), let other = world.cases.last(where: { $0.place == place.id && $0.id != id }) {
            world.apart.append((id, other.id))
        }
        for round in 1...2 where happens(60) {
            let roundID: ID<ScopingRound> = newID()
            world.rounds.append(.init(id: roundID, concern: id, number: round, mark: mark()))
            for agency in world.agencies.prefix(5) where happens(45) {
                world.questions.append(
                    .init(
                        id: newID(), round: roundID, concern: id, agency: agency.id, isWaiting: happens(50),
                        mark: mark()))
            }
        }
        for kind in ["location", "offenders", "victims"] where happens(60) {
            let team = world.agencies.prefix(5).map(\.id).filter { _ in happens(30) }
            world.strands.append(.init(id: newID(), concern: id, kind: kind, team: team, mark: mark()))
        }
        for strand in ["", "location", "offenders", "victims"] where happens(50) {
            addDuty(place, id, strand)
        }
        for _ in 0..<below(3) { addVisit(in: place, for: id) }
        addPapersAndLines(place, id)
    }

    private mutating func addDuty(_ place: CaseWorld.Place, _ concern: ID<Concern>?, _ strand: String) {
        world.duties.append(
            .init(
                id: newID(), place: place.id, concern: concern, strand: strand, agency: pick(place.members),
                isOpen: happens(70), mark: mark()))
    }

    private mutating func addVisit(in place: CaseWorld.Place, for concern: ID<Concern>?) {
        let id: ID<Visit> = newID()
        let status = pick(["planned", "ready", "made", "made", "debriefed", "cancelled"])
        let agencies = place.members.filter { _ in happens(40) }.map { agency in
            (agency: agency, attended: pick(["", "yes", "yes", "no"]))
        }
        world.calls.append(
            .init(
                id: id, place: place.id, concern: concern,
                reference: "\(place.slug.prefix(1).uppercased())-V-\(1000 + world.calls.count)", status: status,
                town: happens(15) ? nil : pick(place.towns).id, agencies: agencies, mark: mark()))
        for _ in 0..<below(4) {
            world.met.append(
                .init(
                    id: newID(), visit: id, place: place.id, concern: concern,
                    agency: happens(10) ? nil : pick(place.members), mark: mark()))
        }
        if happens(50) {
            world.papers.append(
                .init(id: newID(), place: place.id, parent: .visit(id), agency: pick(place.members), mark: mark()))
        }
        for strand in ["location", "visits", "victims"] where happens(60) {
            world.lines.append(
                .init(
                    id: newID(), place: place.id, concern: concern, strand: strand, visit: strand == "victims" ? nil : id,
                    agency: pick(place.members), mark: mark()))
        }
    }

    private mutating func addVisitsWithoutCase(in place: CaseWorld.Place) {
        for _ in 0..<3 { addVisit(in: place, for: nil) }
        for _ in 0..<3 { addDuty(place, nil, "") }
    }

    private mutating func addHelped(in place: CaseWorld.Place) {
        var helpers: [(agency: ID<Organisation>, isRemoved: Bool)] = []
        for agency in world.agencies.prefix(5) where happens(40) { helpers.append((agency.id, happens(25))) }
        let concerns = world.cases.filter { $0.place == place.id }
        world.helped.append(
            .init(
                id: newID(), place: place.id, concern: happens(70) ? pick(concerns).id : nil, helpers: helpers,
                account: newID(), consent: newID(), referral: newID(), decision: newID(),
                crime: newID(), notice: newID(), panel: newID(), panelMember: newID(),
                town: happens(80) ? pick(place.towns).id : nil, wasSent: happens(70), entry: newID(), change: newID(),
                mark: mark()))
        guard let newest = world.helped.last else { return }
        for other in world.helped.dropLast() where other.place == place.id {
            world.again.append(
                .init(id: newID(), place: place.id, earlier: min(other.id, newest.id), later: max(other.id, newest.id)))
        }
    }

    private mutating func addPapersAndLines(_ place: CaseWorld.Place, _ concern: ID<Concern>) {
        if happens(50) {
            world.papers.append(
                .init(id: newID(), place: place.id, parent: .concern(concern), agency: pick(place.members), mark: mark()))
        }
        for question in world.questions where question.concern == concern && happens(30) {
            world.papers.append(
                .init(
                    id: newID(), place: place.id, parent: .answer(question.id), agency: question.agency, mark: mark()))
        }
        for strand in ["", "location", "offenders", "victims", "answers"] where happens(60) {
            world.lines.append(
                .init(
                    id: newID(), place: place.id, concern: concern, strand: strand, visit: nil,
                    agency: pick(place.members), mark: mark()))
        }
    }
}
