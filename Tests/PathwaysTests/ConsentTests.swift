import Access
import Kernel
import Partnerships
import TestSupport
import Testing

@testable import Pathways

@Suite("An answer in the consent ledger")
struct ConsentTests {
    private static let today = Day(number: 18_300)

    private static func victim(_ facts: VictimFacts = PathwayHouse.adult) -> VictimDetail {
        VictimDetail(
            id: ID(at: Moment(microseconds: 0), random: (1, 1)), reference: "P-00000001", version: 1, isOpen: true,
            concern: nil, screening: nil, openedOn: today, organisation: nil, lead: nil, leadName: "", facts: facts, town: "",
            adultFromMonth: "", hasIdentity: false, contactRule: .notAgreed, unsafeWays: [], closedOn: nil, closingReason: "")
    }

    private static let sound = RecordConsent.Draft(
        purpose: .nrm, answer: .given, answeredOn: today, explainedBy: "Support worker", method: .interpreted,
        language: "romanian", interpreter: "Language line 4402")

    private static func fields(
        _ draft: RecordConsent.Draft, _ facts: VictimFacts = PathwayHouse.adult, ledger: ConsentLedger = ConsentLedger([])
    ) throws -> [String] {
        RecordConsent.problems(
            draft, victim: victim(facts), ledger: ledger, lists: try CodeLists.shipped(), today: today
        ).map(\.field)
    }

    private static let faults: [(fields: [String], spoil: @Sendable (inout RecordConsent.Draft) -> Void)] = [
        ([], { _ in }),
        (["purpose"], { $0.purpose = nil }),
        (["answer"], { $0.answer = nil }),
        (["answered_on"], { $0.answeredOn = nil }),
        (["answered_on"], { $0.answeredOn = today.adding(days: 1) }),
        (["answered_on"], { $0.answeredOn = Day("1800-11-30") }),
        (["explained_by"], { $0.explainedBy = "" }),
        (["explained_by"], { $0.explainedBy = String(repeating: "a", count: 301) }),
        (["method"], { $0.method = nil }),
        (["interpreter"], { $0.interpreter = "" }),
        (["language"], { $0.language = "klingon" }),
        (["capacity"], { $0.capacity = nil }),
        (["answer"], { $0.capacity = .assessedLacks }),
        (["answer"], { $0.answer = .bestInterests }),
        (["answer"], { $0.answer = .withdrawn }),
        (["reason"], { $0.answer = .declined }),
        (["reason"], { $0.reason = "no-such-reason" }),
        (["note"], { $0.note = String(repeating: "a", count: 2_001) }),
        (
            [],
            { draft in
                draft.answer = .bestInterests
                draft.capacity = .assessedLacks
                draft.note = "Decided by the consultant with her sister"
            }
        ),
    ]

    @Test("is refused at the field that is wrong", arguments: faults.indices)
    func refused(index: Int) throws {
        var draft = Self.sound
        Self.faults[index].spoil(&draft)
        #expect(try Self.fields(draft) == Self.faults[index].fields)
    }

    @Test("about a referral or a name is not asked of a child, nor of somebody who may be one")
    func child() throws {
        var facts = PathwayHouse.adult
        for age in [
            AgeStanding(basis: .known, group: .child), AgeStanding(basis: .unknown, group: .perhapsChild),
            AgeStanding(basis: .disputed, group: .adult),
        ] {
            facts.age = age
            for purpose in ConsentPurpose.allCases {
                var draft = Self.sound
                draft.purpose = purpose
                #expect(try Self.fields(draft, facts) == (purpose == .nrm || purpose == .identity ? ["purpose"] : []))
            }
        }
    }

    @Test("needs an assessment first where it is in doubt whether they can decide")
    func doubt() throws {
        var facts = PathwayHouse.adult
        facts.capacity = .inDoubt
        #expect(try Self.fields(Self.sound, facts) == ["capacity"])
        var draft = Self.sound
        draft.capacity = .assessedHas
        #expect(try Self.fields(draft, facts) == [])
    }

    @Test("is the last one that counts, and withdrawing leaves the first on record", arguments: EngineKind.available)
    func ledger(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let worker = house.member(of: house.council)
            let victim = try await house.begin(by: worker)
            func route() async throws -> ReferralRoute { try await house.desk.one(victim, as: worker).route.route }
            #expect(try await route() == .askFirst)
            try await house.answer(.nrm, .given, of: victim, by: worker)
            #expect(try await route() == .adultReferral)
            try await house.answer(.nrm, .withdrawn, of: victim, by: worker)
            #expect(try await route() == .anonymousNotification)
            try await house.answer(.identity, .given, of: victim, by: worker)
            #expect(try await route() == .namedNotification)
            try await house.answer(.identity, .withdrawn, of: victim, by: worker)
            #expect(try await route() == .anonymousNotification)
            let ledger = try await house.desk.one(victim, as: worker).ledger
            #expect(ledger.entries.map(\.answer) == [.withdrawn, .given, .withdrawn, .given])
            #expect(!ledger.isGiven(.nrm))
        }
    }

    @Test("decides the way by what the viewer's own organisation may and must report", arguments: EngineKind.available)
    func bodies(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let victim = try await house.begin(by: house.member(of: house.charity))
            try await house.answer(.nrm, .declined, of: victim, by: house.coordinator)
            let asCharity = try await house.desk.one(victim, as: house.member(of: house.charity)).route
            #expect(asCharity.route == .noReport && !asCharity.maySubmit)
            let asCouncil = try await house.desk.one(victim, as: house.coordinator).route
            #expect(asCouncil.route == .anonymousNotification && asCouncil.maySubmit)
        }
    }
}
