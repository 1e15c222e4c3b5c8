import Access
import Kernel
import Partnerships
import TestSupport
import Testing

@testable import Pathways

@Suite("Rules of looking after somebody")
struct SupportRuleTests {
    private static let world = TestWorld(seed: 5).world
    private static let worker: ID<Organisation> = world.newID()
    private static let today = Day(number: 20_400)

    private static func standing(
        others: [SupportLine] = [], previous: SupportLine? = nil, isChild: Bool = false, nation: Nation = .england,
        isOpen: Bool = true, maySay: Bool = false, rule: ContactRule = .safeWaysOnly,
        service: ServiceDetail? = nil
    ) -> SupportStanding {
        SupportStanding(
            today: today, isPathwayOpen: isOpen, openedOn: today.adding(days: -10), isTreatedAsChild: isChild, adultFromMonth: "",
            nation: nation, others: others, previous: previous, circle: [worker],
            agreement: .init(rule: rule, unsafeWays: [.message], from: "09:00", until: "15:00", worker: worker),
            maySayHowTheyAre: maySay, outcomesFrom: today.adding(months: -7), service: service)
    }

    private static func line(
        _ kind: SupportKind, _ status: SupportStatus, code: String = "", from: Int, until: Int? = nil,
        service: ID<SupportService>? = nil
    ) -> SupportLine {
        SupportLine(
            id: world.newID(), victim: world.newID(), version: 1, kind: kind, code: code, status: status, score: nil, answers: [:],
            startsOn: today.adding(days: from), startsAt: "", endsOn: until.map { today.adding(days: $0) }, endsAt: "",
            reviewOn: nil, doneOn: nil, dueOn: nil, organisation: nil, organisationName: "", service: service, serviceName: "",
            hasAddress: false, recordedBy: "",
            recordedAt: Moment(microseconds: 0))
    }

    private static func fields(_ draft: SupportDraft, _ standing: SupportStanding) throws -> Set<String> {
        Set(SupportCheck.problems(draft, standing, lists: try CodeLists.shipped()).map(\.field))
    }

    private static func service(
        _ status: ServiceStatus = .approved, offers: String = "safe-house", from: Int = -100, until: Int? = nil
    ) -> ServiceDetail {
        ServiceDetail(
            id: world.newID(), version: 1, status: status, statusReason: "",
            facts: ServiceFacts(
                provider: "Invented Trust", name: "Larkspur House", capabilities: [offers], areas: [ServiceFacts.wholeArea],
                validFrom: today.adding(days: from), validUntil: until.map { today.adding(days: $0) }), providerName: "Invented Trust",
            placesFree: nil, toldOn: nil, hasAddress: false, reassessOn: nil)
    }

    @Test(
        "a stay is tied to a service that was there, that is approved, and in which people live",
        arguments: [
            (ServiceStatus.approved, "safe-house", -100, nil as Int?, SupportStatus.current, true),
            (.approved, "safe-house", -3, nil, .current, true), (.approved, "safe-house", -2, nil, .current, false),
            (.approved, "safe-house", -100, -3, .current, true), (.approved, "safe-house", -100, -4, .current, false),
            (.approved, "counselling", -100, nil, .current, false), (.proposed, "safe-house", -100, nil, .current, false),
            (.suspended, "safe-house", -100, nil, .current, false), (.ended, "safe-house", -100, nil, .current, false),
            // They had been there before it was suspended or ended.
            (.suspended, "safe-house", -100, nil, .past, true), (.ended, "safe-house", -100, -3, .past, true),
            (.proposed, "safe-house", -100, nil, .past, false),
        ])
    func staysIn(
        status: ServiceStatus, offers: String, from: Int, until: Int?, stay: SupportStatus, isAllowed: Bool
    ) throws {
        let service = SupportRuleTests.service(status, offers: offers, from: from, until: until)
        var draft = SupportDraft(
            .stay, code: "safe-house", status: stay, answers: stay == .past ? ["leaving": "moved-on"] : [:],
            startsOn: SupportRuleTests.today.adding(days: -3), endsOn: stay == .past ? SupportRuleTests.today : nil, service: service.id)
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing(service: service)) == (isAllowed ? [] : ["service"]))
        // What was chosen before stays, though the service is no longer what it was.
        let before = SupportRuleTests.line(.stay, .current, code: "safe-house", from: -3, service: service.id)
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing(previous: before, service: service)) == [])
        // One that the viewer does not see in the directory is none.
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == ["service"])
        draft.status = .void
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing(service: service)) == [])
    }

    @Test("nothing but a stay and a plan to move on names a service", arguments: SupportKind.allCases)
    func namesService(kind: SupportKind) throws {
        let service = SupportRuleTests.service(offers: "counselling")
        let draft = SupportDraft(kind, status: kind.form.stages[0].status, service: service.id)
        let isRefused = try SupportRuleTests.fields(draft, SupportRuleTests.standing(service: service)).contains("service")
        // Counselling is no place to stay in.
        #expect(isRefused == (kind != .moveOn))
    }

    @Test("a risk is likelihood times impact", arguments: 1...5, 1...5)
    func level(likelihood: Int, impact: Int) throws {
        let score = try #require(RiskScore(likelihood: likelihood, impact: impact))
        let product = likelihood * impact
        let expected: RiskScore.Level = product <= 4 ? .low : product <= 9 ? .medium : product <= 16 ? .high : .critical
        #expect(score.level == expected)
        let draft = SupportDraft(.risk, code: "self-harm", status: .current, likelihood: likelihood, impact: impact)
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()).contains("review_on") == (product >= 10))
    }

    @Test("a likelihood or an impact beyond 1 to 5 is none", arguments: [(0, 3), (6, 3), (3, 0), (3, 6), (-1, -1)])
    func beyond(likelihood: Int, impact: Int) throws {
        #expect(RiskScore(likelihood: likelihood, impact: impact) == nil)
        let draft = SupportDraft(.risk, code: "self-harm", status: .past, likelihood: likelihood, impact: impact)
        #expect(try !SupportRuleTests.fields(draft, SupportRuleTests.standing()).isDisjoint(with: ["likelihood", "impact"]))
    }

    @Test(
        "nobody is reached by a way or at an hour that harms them",
        arguments: [
            (ContactRule.safeWaysOnly, ContactWay.call, "10:00", true, Set<String>()),
            (.safeWaysOnly, .call, "09:00", true, []), (.safeWaysOnly, .call, "15:00", true, []),
            (.safeWaysOnly, .call, "15:01", true, ["starts_at"]), (.safeWaysOnly, .call, "8:59", true, ["starts_at"]),
            (.safeWaysOnly, .call, "", true, ["starts_at"]), (.safeWaysOnly, .post, "", true, []),
            (.safeWaysOnly, .message, "10:00", true, ["code"]), (.noContact, .call, "10:00", true, ["code"]),
            (.notAgreed, .call, "10:00", true, ["code"]), (.throughWorker, .call, "10:00", true, []),
            (.throughWorker, .call, "10:00", false, ["organisation"]),
            (.throughWorker, .message, "20:00", false, ["organisation", "code", "starts_at"]),
        ] as [(ContactRule, ContactWay, String, Bool, Set<String>)])
    func contact(rule: ContactRule, way: ContactWay, time: String, isWorker: Bool, expected: Set<String>) {
        let agreement = ContactCheck.Agreement(
            rule: rule, unsafeWays: [.message], from: "09:00", until: "15:00", worker: SupportRuleTests.worker)
        let own: ID<Organisation>? = isWorker ? SupportRuleTests.worker : SupportRuleTests.world.newID()
        #expect(Set(ContactCheck.problems(way, at: time, by: own, agreement).map(\.field)) == expected)
    }

    @Test("hours may go over midnight", arguments: [("23:00", true), ("01:30", true), ("02:01", false), ("12:00", false)])
    func night(time: String, isSafe: Bool) {
        let agreement = ContactCheck.Agreement(rule: .safeWaysOnly, from: "22:00", until: "02:00")
        #expect(ContactCheck.problems(.call, at: time, by: nil, agreement).isEmpty == isSafe)
    }

    @Test("what they do themselves is written down whatever was agreed")
    func theirs() throws {
        var draft = SupportDraft(
            .contact, code: "message", status: .reached, answers: ["direction": "they"], startsOn: SupportRuleTests.today,
            startsAt: "23:00", organisation: SupportRuleTests.worker)
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing(rule: .noContact)) == [])
        // That we reached them as we should not have is what has to be on record; to plan it is refused.
        draft.answers["direction"] = "we"
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing(rule: .noContact)) == [])
        draft.status = .planned
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing(rule: .noContact)) == ["code", "starts_at"])
        draft.status = .calledOff
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing(rule: .noContact)) == [])
        draft.status = .planned
        draft.answers["direction"] = "they"
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == ["direction"])
    }

    @Test(
        "one person stays in one place at a time; on the day of a move in two",
        arguments: [
            (-10, -5, true), (-10, nil, true), (-30, -20, false), (-20, -9, true), (-20, -10, false), (-4, nil, false),
            (-5, nil, false), (-6, nil, true), (-8, -7, true),
        ] as [(Int, Int?, Bool)])
    func overlap(from: Int, until: Int?, isRefused: Bool) {
        let other = SupportRuleTests.line(.stay, .past, code: "safe-house", from: -10, until: -5)
        let today = SupportRuleTests.today
        let found = SupportCheck.overlapping(
            from: today.adding(days: from), until: until.map { today.adding(days: $0) }, [other])
        #expect((found != nil) == isRefused)
        let void = SupportRuleTests.line(.stay, .void, from: -10)
        #expect(SupportCheck.overlapping(from: today.adding(days: from), until: nil, [void]) == nil)
    }

    @Test("a stay that is over says why, and one that is not is not past")
    func stay() throws {
        let today = SupportRuleTests.today
        var draft = SupportDraft(.stay, code: "safe-house", status: .past, startsOn: today.adding(days: -5))
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == ["ends_on", "leaving"])
        draft.endsOn = today.adding(days: -6)
        draft.answers["leaving"] = "unsafe"
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == ["ends_on"])
        draft.endsOn = today.adding(days: -1)
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == [])
        draft.status = .current
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == ["status"])
        draft.endsOn = today.adding(days: 30)
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == [])
        draft.status = .planned
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == ["status"])
    }

    @Test(
        "a guardian is for a child, from the service of the nation",
        arguments: [
            (Nation.england, "child-trafficking-direct", true), (.wales, "child-trafficking-regional", true),
            (.scotland, "guardianship-scotland", true), (.northernIreland, "independent-guardian", true),
            (.scotland, "child-trafficking-direct", false), (.england, "guardianship-scotland", false),
            (.england, "independent-guardian", false), (.northernIreland, "post-18", false), (.wales, "post-18", true),
        ])
    func guardian(nation: Nation, code: String, fits: Bool) throws {
        let draft = SupportDraft(.guardian, code: code, status: .requested, startsOn: SupportRuleTests.today)
        let found = try SupportRuleTests.fields(draft, SupportRuleTests.standing(isChild: true, nation: nation))
        #expect(found == (fits ? [] : ["code"]))
        // After 18 one service stays.
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing(nation: nation)).contains("") == (code != "post-18"))
    }

    @Test("somebody is missing once, is found on a day, and is heard within 72 hours")
    func missing() throws {
        let today = SupportRuleTests.today
        var draft = SupportDraft(
            .missing, code: "safe-house", status: .missing, answers: ["police": "yes"], startsOn: today.adding(days: -3),
            startsAt: "08:00")
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == [])
        #expect(draft.dueOn == today.adding(days: -3))
        let open = SupportRuleTests.line(.missing, .missing, from: -1)
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing(others: [open])) == [""])
        draft.status = .found
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == ["ends_on"])
        draft.endsOn = today.adding(days: -3)
        draft.endsAt = "07:30"
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == ["ends_at"])
        draft.endsAt = "10:00"
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == [])
        #expect(draft.dueOn == today)
        draft.endsAt = ""
        // Without an hour the 72 hours count from the beginning of the day: they are over at its end two days later.
        #expect(draft.dueOn == today.adding(days: -1))
        draft.status = .interviewHeld
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == ["done_on"])
        draft.doneOn = today
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == [])
        #expect(draft.dueOn == nil)
    }

    @Test("the 72 hours are hours, also when the clocks change")
    func summerTime() throws {
        let found = try #require(Day("2026-03-28"))
        let due = ReturnInterview.due(foundOn: found, at: "12:00")
        #expect(due.day.iso == "2026-03-31")
        #expect(due.clockText == "12:59")
    }

    @Test("what is not met, planned or to be repeated names a day that is not past")
    func review() throws {
        let drafts = [
            SupportDraft(.need, code: "health", status: .unmet), SupportDraft(.need, code: "health", status: .partMet),
            SupportDraft(.offer, code: "nrm", status: .toAsk), SupportDraft(.moveOn, code: "family", status: .planned),
        ]
        for draft in drafts {
            #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == ["review_on"])
            var dated = draft
            dated.reviewOn = SupportRuleTests.today.adding(days: -1)
            #expect(try SupportRuleTests.fields(dated, SupportRuleTests.standing()) == ["review_on"])
            dated.reviewOn = SupportRuleTests.today
            #expect(try SupportRuleTests.fields(dated, SupportRuleTests.standing()) == [])
            #expect(dated.dueOn == SupportRuleTests.today)
        }
        #expect(try SupportRuleTests.fields(SupportDraft(.need, code: "health", status: .met), SupportRuleTests.standing()) == [])
    }

    @Test("they are asked how they are only when they agreed, when it is time, and once")
    func outcome() throws {
        let today = SupportRuleTests.today
        var draft = SupportDraft(.outcome, code: "6", status: .notReached, startsOn: today)
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing()) == [""])
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing(maySay: true)) == [])
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing(isOpen: false, maySay: true)) == [])
        let asked = SupportRuleTests.line(.outcome, .declined, code: "6", from: -1)
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing(others: [asked], maySay: true)) == ["code"])
        draft.code = "12"
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing(maySay: true)) == ["starts_on"])
        draft.code = "6"
        draft.status = .answered
        let questions = Set(SupportKind.outcome.form.questions.map(\.name))
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing(maySay: true)) == questions)
    }

    @Test("a question lapses when the next is due, and the last day that is due is that of the rule")
    func schedule() {
        let today = Day(number: 20_878)
        for age in 0..<1_100 {
            let base = today.adding(days: -age)
            let due = OutcomeSchedule.due(from: base, asked: [], today: today)
            // As the list of the database decides it.
            let listed = OutcomeSchedule.months.first { months in
                base <= OutcomeSchedule.latestBase(months, today: today)
                    && base > OutcomeSchedule.latestBase(OutcomeSchedule.lapse(months), today: today)
            }
            #expect(due?.months == listed, "\(base)")
            if let due { #expect(OutcomeSchedule.due(from: base, asked: [due.months], today: today) == nil) }
        }
        let leap = Day(number: 19_782)
        #expect(leap.iso == "2024-02-29")
        #expect(leap.adding(months: 12).iso == "2025-02-28")
        #expect(leap.adding(months: -6).iso == "2023-08-29")
        #expect(Day(number: 20_331).adding(months: 6).iso == "2026-02-28")
        #expect(OutcomeSchedule.latestBase(6, today: Day(number: 20_512)).iso == "2025-08-31")
    }

    @Test(
        "turning 18 is due half a year before, for those who were under 18 when they were met",
        arguments: [
            ("2027-05", false), ("2027-04", true), ("2026-12", true), ("2026-06", true), ("2026-05", false), ("", false),
            ("nonsense", false),
        ])
    func transition(month: String, isDue: Bool) throws {
        let today = try #require(Day("2026-10-01"))
        let opened = try #require(Day("2026-06-15"))
        #expect(TransitionSchedule.isDue(adultFromMonth: month, openedOn: opened, today: today) == isDue)
    }

    @Test("a closed pathway takes contacts and how they are, and nothing else", arguments: SupportKind.allCases)
    func closed(kind: SupportKind) throws {
        let draft = SupportDraft(kind, status: .void)
        let isRefused = try SupportRuleTests.fields(draft, SupportRuleTests.standing(isOpen: false)).contains("")
        #expect(isRefused == (kind != .contact && kind != .outcome))
    }

    @Test("what is entered in error needs no day and no reason", arguments: SupportKind.allCases)
    func void(kind: SupportKind) throws {
        let lists = try CodeLists.shipped()
        var draft = SupportDraft(kind, status: .void, likelihood: 1, impact: 1)
        draft.code = kind == .contact ? "call" : kind.form.code.flatMap { lists[$0.list].values.first?.code } ?? ""
        for question in kind.form.questions { draft.answers[question.name] = lists[question.list].values.first?.code }
        #expect(try SupportRuleTests.fields(draft, SupportRuleTests.standing(isChild: true)) == [])
    }

    @Test("every kind can be read: its lists exist and its names are its own", arguments: SupportKind.allCases)
    func forms(kind: SupportKind) throws {
        let lists = try CodeLists.shipped()
        let form = kind.form
        for question in form.questions + [form.code].compactMap({ $0 }) where !question.list.isEmpty {
            #expect(!lists[question.list].values.isEmpty, "\(question.list)")
        }
        let names = form.questions.map(\.name) + form.texts.map(\.name) + ["code", "status", "organisation", "address"]
        #expect(Set(names).count == names.count)
        #expect(form.stages.last?.status == .void)
        #expect(Set(form.stages.map(\.status)).count == form.stages.count)
    }
}
