import Concerns
import HTML
import Kernel
import Testing

@testable import Pathways

@Suite("The way somebody goes")
struct RouteTests {
    /// Numbers that are the same on every run.
    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var mixed = state
            mixed ^= mixed >> 33
            mixed = mixed &* 0xff51_afd7_ed55_8ccd
            return mixed ^ mixed >> 33
        }
    }

    private static func person(_ chance: inout Chance) -> RouteFacts {
        func pick<Value>(_ values: [Value], _ chance: inout Chance) -> Value {
            values[Int(chance.next() % UInt64(values.count))]
        }
        let age =
            Bool.random(using: &chance)
            ? AgeStanding(basis: pick(AgeStanding.Basis.allCases, &chance), group: pick(AgeStanding.Group.allCases, &chance))
            : AgeStanding(bornOn: Day(number: Int(chance.next() % 20_000)), today: Day(number: 20_400))
        let body = ReportingBody(
            refersAdults: Bool.random(using: &chance), refersChildren: Bool.random(using: &chance),
            hasDuty: Bool.random(using: &chance), isConfirmed: Bool.random(using: &chance))
        return RouteFacts(
            age: age, nation: pick(Nation.allCases, &chance), capacity: pick(RouteFacts.Capacity.allCases, &chance),
            referral: pick([nil] + ConsentAnswer.allCases, &chance), identity: pick([nil] + ConsentAnswer.allCases, &chance),
            body: body, wasReferred: Bool.random(using: &chance), wasReported: Bool.random(using: &chance),
            turns18ThisMonth: Bool.random(using: &chance), declinesPolice: Bool.random(using: &chance))
    }

    /// Every law that the decision breaks for these facts.
    private static func broken(_ facts: RouteFacts, _ decision: RouteDecision) -> [String] {
        var broken: [String] = []
        func hold(_ law: String, _ holds: Bool) { if !holds { broken.append(law) } }
        let isChild = facts.age.group != .adult || facts.age.basis == .disputed
        let route = decision.route
        hold("a child goes the way of a child and no other", isChild == (route == .childReferral))
        hold("no duty-to-notify report for a child", !(isChild && route.isNotification))
        if route == .adultReferral {
            let bestInterests = facts.referral == .bestInterests && facts.capacity == .lacks
            hold("no adult referral without consent", facts.referral == .given || bestInterests)
            hold("no consent from whoever cannot decide", facts.capacity == .notInDoubt || bestInterests)
        }
        if route == .namedNotification {
            hold("no name without agreement", facts.identity == .given)
            hold("no name to the police against their will", !facts.declinesPolice)
        }
        if route.isNotification {
            hold("no report where the duty is not in operation", facts.nation == .england || facts.nation == .wales)
            hold("no report by a body without the duty", facts.body.hasDuty)
            let isDecidedAgainst = facts.referral == .notInBestInterests && facts.capacity == .lacks
            hold(
                "no report for whoever agreed to a referral",
                facts.referral == .declined || facts.referral == .withdrawn || isDecidedAgainst)
            hold("no second report", !facts.wasReferred && !facts.wasReported)
        }
        if facts.referral == nil, !isChild { hold("nothing is sent before an adult was asked", !route.isReport) }
        if route == .noReport, facts.nation.hasDutyToNotify, facts.body.hasDuty {
            hold("the duty is kept", facts.wasReferred || facts.wasReported)
        }
        if decision.maySubmit {
            hold(
                "only a first responder refers, and only whom it may",
                route.isNotification || (route == .childReferral ? facts.body.refersChildren : facts.body.refersAdults))
        }
        let names = decision.steps.filter { $0.what.hasPrefix("Your organisation") }.map(\.isToBeConfirmed)
        let says = decision.reasons.filter { $0.what.hasPrefix("Your organisation") }.map(\.isToBeConfirmed)
        hold("what rests on an unconfirmed list says so", (names + says).allSatisfy { $0 != facts.body.isConfirmed })
        hold("who sends a referral is told", !names.isEmpty == (route == .childReferral || route == .adultReferral))
        hold("there is a reason and a step", !decision.reasons.isEmpty && !decision.steps.isEmpty)
        return broken
    }

    @Test("is lawful for each of a million people, and every way is reached")
    func million() {
        var chance = Chance(state: 20_261_121)
        var reached: [ReferralRoute: Int] = [:]
        for _ in 0..<1_000_000 {
            let facts = RouteTests.person(&chance)
            let decision = RouteDecision.decide(facts)
            reached[decision.route, default: 0] += 1
            let broken = RouteTests.broken(facts, decision)
            guard broken.isEmpty else {
                Issue.record("\(broken) for \(facts)")
                return
            }
        }
        #expect(Set(reached.keys) == Set(ReferralRoute.allCases))
    }

    @Test("is seen to be unlawful when a way is wrong")
    func oracleSees() {
        var facts = RouteFacts(
            age: AgeStanding(basis: .known, group: .adult), nation: .england, capacity: .notInDoubt, referral: .declined,
            identity: .declined, body: ReportingBody(refersAdults: true, refersChildren: true, hasDuty: true),
            wasReferred: false)
        func wrong(_ route: ReferralRoute) -> [String] {
            RouteTests.broken(
                facts, RouteDecision(route: route, reasons: ["a"], steps: [.init("b", "c")], maySubmit: false, isBodyToBeConfirmed: false))
        }
        #expect(wrong(.adultReferral).contains("no adult referral without consent"))
        #expect(wrong(.namedNotification) == ["no name without agreement"])
        #expect(wrong(.noReport) == ["the duty is kept"])
        #expect(wrong(.anonymousNotification) == [])
        facts.age = AgeStanding(basis: .disputed, group: .adult)
        #expect(wrong(.anonymousNotification).contains("no duty-to-notify report for a child"))
    }

    @Test(
        "knows a first responder organisation by its name, with or without what is put before and after it",
        arguments: [
            ("The Salvation Army", true), ("Salvation Army", true), ("SALVATION ARMY (UK) Ltd", true), ("Unseen UK", true),
            ("Barnardos", true), ("Barnardo's", true), ("The Army", false), ("Salvation Army Choir", false), ("Ltd", false), ("", false),
        ])
    func names(name: String, isKnown: Bool) throws {
        let bodies = try PathwayReference.bodies()
        let body = bodies.body(name: name, kind: "charity", in: .england, on: try #require(Day("2024-03-01")))
        #expect((body != .none) == isKnown)
    }

    @Test("says that an age is taken to be an adult's where it is not known, and gives the helpline's number where a step says so")
    func words() {
        func decision(_ basis: AgeStanding.Basis) -> RouteDecision {
            RouteDecision.decide(
                RouteFacts(
                    age: AgeStanding(basis: basis, group: .adult), nation: .england, capacity: .notInDoubt, referral: .declined,
                    identity: nil, body: ReportingBody(refersAdults: true, refersChildren: true, hasDuty: false),
                    wasReferred: false))
        }
        #expect(decision(.known).reasons.first?.what == "They are an adult.")
        #expect(decision(.unknown).reasons.first?.what == "They are taken to be an adult: their age is not known.")
        let helpline = HelplineNumber(code: "a", name: "A helpline", number: "0121 496 0000", purpose: "Advice")
        func card(_ helpline: HelplineNumber?) -> String {
            RouteCard(decision: decision(.known), referrals: [], helpline: helpline).markup.string
        }
        #expect(card(helpline).contains("0121 496 0000") && !card(nil).contains("0121 496 0000"))
    }

    @Test("knows the eighteenth birthday to the day, also after a leap day")
    func eighteenth() throws {
        let leap = try #require(Day("2008-02-29"))
        #expect(AgeStanding.eighteenth(of: leap).iso == "2026-03-01")
        let born = try #require(Day("2008-11-21"))
        #expect(AgeStanding(bornOn: born, today: try #require(Day("2026-11-20"))).group == .child)
        #expect(AgeStanding(bornOn: born, today: try #require(Day("2026-11-21"))).group == .adult)
    }
}
