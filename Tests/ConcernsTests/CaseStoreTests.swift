import Access
import Kernel
import PageTestSupport
import Partnerships
import Store
import TestSupport
import Testing
import Web

@testable import Concerns

/// Working a case, on both databases.
struct CaseStoreTests {
    // MARK: The circle

    @Test("an organisation sees a concern from when it is added until it is removed", arguments: EngineKind.available)
    func circle(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let fire = cases.viewer(cases.fire)
            #expect(try await !cases.sees(id, fire))
            let add = ChangeCircle.Draft(step: .add, organisation: cases.fire)
            _ = try await cases.concerns.changeCircle(id, add, by: cases.coordinator, key: nil).get()
            #expect(try await cases.sees(id, fire))
            let task = TaskDraft(title: "Look at the exits", organisation: cases.fire, dueOn: .day(cases.clock.now.day))
            _ = try await cases.concerns.addTask(to: id, task, by: cases.coordinator, key: nil).get()
            let strand = StrandDraft(lead: cases.fire, team: [cases.police])
            let opened = try await cases.concerns.openStrand(.location, of: id, strand, by: cases.coordinator, key: nil).get()
            let remove = ChangeCircle.Draft(step: .remove, organisation: cases.fire, reason: "A conflict of interest")
            _ = try await cases.concerns.changeCircle(id, remove, by: cases.coordinator, key: nil).get()
            #expect(try await !cases.sees(id, fire))
            let tasks = try await cases.read(as: cases.coordinator) { try $0.tasks(of: id) }
            #expect(tasks.map(\.organisation) == [cases.council])
            let left = try await cases.read(as: cases.coordinator) { try $0.strand(opened) }
            #expect(left.lead == nil)
            #expect(left.team.map(\.id) == [cases.police])
            let entry = try await cases.read(as: cases.coordinator) { try $0.circle(of: id) }.first {
                $0.organisation == cases.fire
            }
            #expect(entry?.isCurrent == false)
            #expect(entry?.basis == "Removed. A conflict of interest")
        }
    }

    @Test("only the coordinator changes who sees a concern", arguments: EngineKind.available)
    func circleIsTheCoordinators(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let add = ChangeCircle.Draft(step: .add, organisation: cases.fire)
            await #expect(throws: AccessError.denied) {
                try await cases.concerns.changeCircle(id, add, by: cases.viewer(cases.housing), key: nil)
            }
            await #expect(throws: AccessError.notVisible) {
                try await cases.concerns.changeCircle(id, add, by: cases.viewer(cases.police), key: nil)
            }
        }
    }

    // MARK: Strands and tasks

    @Test("the victims strand is seen by those alone whose circle says so", arguments: EngineKind.available)
    func victims(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            for organisation in [cases.police, cases.charity] {
                let add = ChangeCircle.Draft(step: .add, organisation: organisation)
                _ = try await cases.concerns.changeCircle(id, add, by: cases.coordinator, key: nil).get()
            }
            let draft = StrandDraft(lead: cases.charity, plan: "A safe flat")
            let strand = try await cases.concerns.openStrand(.victims, of: id, draft, by: cases.coordinator, key: nil).get()
            let charity = cases.viewer(cases.charity)
            let police = cases.viewer(cases.police)
            #expect(try await cases.read(as: charity) { try $0.strands(of: id) }.count == 1)
            #expect(try await cases.read(as: police) { try $0.strands(of: id) }.isEmpty)
            var change = draft
            change.status = "finished"
            change.outcome = "They are safe"
            await #expect(throws: AccessError.notVisible) {
                try await cases.concerns.changeStrand(
                    strand, kind: .victims, change, by: police, expecting: 1, key: nil)
            }
            _ = try await cases.concerns.changeStrand(strand, kind: .victims, change, by: charity, expecting: 1, key: nil)
                .get()
            let lists = cases.concerns.lists
            let seen = try await cases.read(as: police) { try $0.timeline(of: id, lists: lists, size: 50) }.items
            #expect(!seen.contains { $0.summary.contains("Victims") })
            let whole = try await cases.read(as: charity) { try $0.timeline(of: id, lists: lists, size: 50) }.items
            #expect(whole.contains { $0.summary == "Victims strand finished" })
        }
    }

    @Test("the leading organisation changes the plan and not the team; others change nothing", arguments: EngineKind.available)
    func strandLead(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let draft = StrandDraft(lead: cases.fire, team: [cases.police], plan: "Audit")
            let strand = try await cases.concerns.openStrand(.location, of: id, draft, by: cases.coordinator, key: nil).get()
            let mine = StrandDraft(lead: cases.housing, team: [cases.housing], plan: "Audit on Monday")
            await #expect(throws: AccessError.denied) {
                try await cases.concerns.changeStrand(
                    strand, kind: .location, mine, by: cases.viewer(cases.police), expecting: 1, key: nil)
            }
            _ = try await cases.concerns.changeStrand(
                strand, kind: .location, mine, by: cases.viewer(cases.fire), expecting: 1, key: nil
            ).get()
            let now = try await cases.read(as: cases.coordinator) { try $0.strand(strand) }
            #expect(now.plan == "Audit on Monday")
            #expect(now.lead == cases.fire)
            #expect(now.version == 2)
            await #expect(throws: AccessError.changedMeanwhile(version: 2)) {
                try await cases.concerns.changeStrand(
                    strand, kind: .location, mine, by: cases.coordinator, expecting: 1, key: nil)
            }
            await #expect(throws: AccessError.notVisible) {
                try await cases.concerns.changeStrand(
                    strand, kind: .offenders, mine, by: cases.coordinator, expecting: 2, key: nil)
            }
            let twice = try await cases.concerns.openStrand(.location, of: id, draft, by: cases.coordinator, key: nil)
            #expect(twice.fields == [""])
        }
    }

    @Test("a task lets its organisation see the concern and is finished by it alone", arguments: EngineKind.available)
    func tasks(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let fire = cases.viewer(cases.fire)
            let draft = TaskDraft(title: "Look at the exits", organisation: cases.fire, dueOn: .day(cases.clock.now.day))
            await #expect(throws: AccessError.denied) {
                try await cases.concerns.addTask(to: id, draft, by: cases.viewer(cases.housing), key: nil)
            }
            let key = IdempotencyKey("form-1")
            let task = try await cases.concerns.addTask(to: id, draft, by: cases.coordinator, key: key).get()
            #expect(try await cases.concerns.addTask(to: id, draft, by: cases.coordinator, key: key).get() == task)
            #expect(try await cases.sees(id, fire))
            await #expect(throws: AccessError.denied) {
                try await cases.concerns.finishTask(
                    task, strand: "", result: "Done", by: cases.viewer(cases.housing), expecting: 1, key: nil)
            }
            let empty = try await cases.concerns.finishTask(task, strand: "", result: "", by: fire, expecting: 1, key: nil)
            #expect(empty.fields == ["result"])
            _ = try await cases.concerns.finishTask(task, strand: "", result: "Doors are clear", by: fire, expecting: 1, key: nil)
                .get()
            let again = try await cases.concerns.finishTask(task, strand: "", result: "Again", by: fire, expecting: 2, key: nil)
            #expect(again.fields == [""])
            #expect(try await cases.value("SELECT COUNT(*) FROM tasks", as: Int.self) == 1)
        }
    }

    @Test("whoever leads a strand gives tasks of it to those who see the concern already", arguments: EngineKind.available)
    func tasksOfALead(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let strand = StrandDraft(lead: cases.charity, team: [])
            _ = try await cases.concerns.openStrand(.victims, of: id, strand, by: cases.coordinator, key: nil).get()
            let charity = cases.viewer(cases.charity)
            let day = DecideResponse.Draft.DayEntry.day(cases.clock.now.day)
            let inside = TaskDraft(title: "Find a flat", organisation: cases.housing, dueOn: day, strand: "victims")
            _ = try await cases.concerns.addTask(to: id, inside, by: charity, key: nil).get()
            let outside = TaskDraft(title: "Find a flat", organisation: cases.fire, dueOn: day, strand: "victims")
            #expect(try await cases.concerns.addTask(to: id, outside, by: charity, key: nil).fields == ["organisation"])
            let housing = try await cases.read(as: cases.viewer(cases.housing)) { reading in
                (try reading.tasks(of: id).count, try reading.strands(of: id).count)
            }
            #expect(housing == (1, 0))
        }
    }

    // MARK: Closing

    @Test("closing keeps the outcome, ends what waits, and tells the agency that raised it", arguments: EngineKind.available)
    func closing(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let ask = OpenScoping.Draft(
                question: "What do you hold?", organisations: [cases.fire], dueAt: cases.clock.now.adding(hours: 5))
            _ = try await cases.concerns.openScoping(id, ask, by: cases.coordinator, key: nil).get()
            var draft = CloseConcern.Draft(
                reason: "people-safeguarded", summary: "Everybody is safe", outcomes: ["arrests": "2", "warrants": ""],
                reportBack: "Thank you. It was looked into.")
            let refused = try await cases.concerns.close(id, draft, by: cases.coordinator, expecting: nil, key: nil)
            #expect(refused.fields == ["left_reason"])
            draft.leftReason = "The fire service answers by telephone"
            await #expect(throws: AccessError.denied) {
                try await cases.concerns.close(id, draft, by: cases.viewer(cases.housing), expecting: nil, key: nil)
            }
            _ = try await cases.concerns.close(id, draft, by: cases.coordinator, expecting: nil, key: nil).get()
            let housing = cases.viewer(cases.housing)
            let (concern, outcomes) = try await cases.read(as: housing) { (try $0.concern(id), try $0.outcomes(of: id)) }
            #expect(concern.status == .closed)
            #expect(concern.reportBack == "Thank you. It was looked into.")
            #expect(outcomes.map(\.measure) == ["arrests"])
            #expect(outcomes.map(\.quantity) == [2])
            #expect(try await cases.value("SELECT SUM(is_waiting) FROM scoping_requests", as: Int.self) == 0)
            #expect(try await cases.value("SELECT is_open FROM concerns", as: Int.self) == 0)
            _ = try await cases.concerns.reopen(id, reason: "More is known", by: cases.coordinator, key: nil).get()
            let opened = try await cases.read(as: housing) { try $0.concern(id) }
            #expect(opened.status == .scoping)
            #expect(opened.closedAt == nil)
        }
    }

    @Test("what became of people is counted for those who see the victims, and for no other agency", arguments: EngineKind.available)
    func whatBecameOfPeople(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let measures = cases.concerns.lists["outcome_measure"].values.map(\.code)
            let people = [
                "adults-safeguarded", "children-safeguarded", "duty-to-notify", "immediate-accommodation", "immigration-cases",
                "nrm-referrals", "returned-home", "support-accepted",
            ]
            let id = try await cases.raise()
            for (agency, victims) in [(cases.charity, true), (cases.fire, false)] {
                _ = try await cases.concerns.changeCircle(
                    id, .init(step: .add, organisation: agency, seesVictims: victims), by: cases.coordinator, key: nil
                ).get()
            }
            let close = CloseConcern.Draft(
                reason: "support-declined", summary: "The yard is closed",
                outcomes: Dictionary(measures.map { ($0, "3") }) { first, _ in first }, reportBack: "Everybody is safe. Thank you.")
            for opened in [false, true] {
                if opened {
                    _ = try await cases.concerns.reopen(id, reason: "More is known", by: cases.coordinator, key: nil).get()
                }
                _ = try await cases.concerns.close(id, close, by: cases.coordinator, expecting: nil, key: nil).get()
            }
            let told = ["declined help", "Referrals to the National Referral Mechanism", "Duty to notify", "Adults safeguarded"]
            for viewer in [cases.coordinator, cases.viewer(cases.charity)] {
                #expect(try await cases.read(as: viewer) { try $0.outcomes(of: id) }.map(\.measure) == measures.sorted())
                let page = try await cases.get("/concerns/\(id)", as: viewer).body
                for words in told { #expect(page.contains(words), "\(words)") }
            }
            for viewer in [cases.viewer(cases.housing), cases.viewer(cases.fire)] {
                let outcomes = try await cases.read(as: viewer) { try $0.outcomes(of: id) }.map(\.measure)
                #expect(outcomes == measures.filter { !people.contains($0) }.sorted())
                for path in ["", "/timeline"] {
                    let page = try await cases.get("/concerns/\(id)\(path)", as: viewer).body
                    for words in told + ["support-declined"] { #expect(!page.contains(words), "\(words) in \(path)") }
                    if path.isEmpty {
                        #expect(page.contains("Everybody is safe. Thank you."))
                        #expect(page.contains("What became of the people is told to those who work with them"))
                    }
                }
            }
        }
    }

    @Test("the reason for closing is told to the whole circle where it says nothing of people", arguments: EngineKind.available)
    func reasonsOfPlaces(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let housing = cases.viewer(cases.housing)
            for reason in cases.concerns.lists["closing_reason"].values.map(\.code) where reason != "duplicate" {
                let id = try await cases.raise()
                let close = CloseConcern.Draft(reason: reason, summary: "Done", reportBack: "Thank you.")
                _ = try await cases.concerns.close(id, close, by: cases.coordinator, expecting: nil, key: nil).get()
                let seen = try await cases.read(as: housing) { try $0.concern(id) }.closingReason
                #expect(seen == (["people-safeguarded", "support-declined"].contains(reason) ? nil : reason))
                #expect(try await cases.read(as: cases.coordinator) { try $0.concern(id) }.closingReason == reason)
            }
        }
    }

    @Test("a report-back with a sealed name is refused, and the name is not said", arguments: EngineKind.available)
    func sealedNames(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            var told = cases.draft()
            told.mentions = [
                MentionDraft(kind: "person", role: "Potential victim", name: "Ilinca Dobre"),
                MentionDraft(kind: "phone", value: "07700 900123"),
            ]
            told.reporterName = "Gareth Pryce"
            let id = try await cases.raise(told)
            for text in ["Ilinca is safe", "Ask Mr PRYCE", "Ring 07700900123", "We were at 12 Anvil Street"] {
                let draft = CloseConcern.Draft(reason: "people-safeguarded", summary: "Safe", reportBack: text)
                let outcome = try await cases.concerns.close(id, draft, by: cases.coordinator, expecting: nil, key: nil)
                #expect(outcome.fields == ["report_back"], "\(text)")
                #expect(!outcome.problems.contains { $0.message.contains("Ilinca") || $0.message.contains("Pryce") })
            }
        }
    }

    // MARK: Danger

    @Test("whoever sees a concern raises the alarm; the coordinator ends it", arguments: EngineKind.available)
    func danger(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let housing = cases.viewer(cases.housing)
            let alarm = NoteDanger.Draft(isInDanger: true, policeIncident: "WM-77", note: "Locked in")
            _ = try await cases.concerns.noteDanger(id, alarm, by: housing, key: nil).get()
            let over = NoteDanger.Draft(isInDanger: false, policeIncident: "", note: "Police are there")
            await #expect(throws: AccessError.denied) {
                try await cases.concerns.noteDanger(id, over, by: housing, key: nil)
            }
            _ = try await cases.concerns.noteDanger(id, over, by: cases.coordinator, key: nil).get()
            let concern = try await cases.read(as: housing) { try $0.concern(id) }
            #expect(!concern.immediateDanger)
            #expect(concern.policeIncident == "WM-77")
        }
    }

    // MARK: Duplicates

    @Test("a join shows the other concern to those who were confirmed, and a separation takes it back", arguments: EngineKind.available)
    func joining(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let first = try await cases.raise(by: cases.fire)
            let second = try await cases.raise(by: cases.housing)
            let housing = cases.viewer(cases.housing)
            let unconfirmed = try await cases.concerns.join(
                second, to: first, confirmed: [], by: cases.coordinator, key: nil)
            #expect(unconfirmed.fields == ["confirmed"])
            #expect(try await !cases.sees(first, housing))
            let key = IdempotencyKey("join-1")
            for _ in 1...2 {
                _ = try await cases.concerns.join(
                    second, to: first, confirmed: [cases.housing], by: cases.coordinator, key: key
                ).get()
            }
            cases.clock.advance(seconds: 60)
            #expect(try await cases.sees(first, housing))
            let joined = try await cases.read(as: housing) { try $0.concern(second) }
            #expect(joined.status == .joined)
            #expect(joined.joinedTo == first)
            let back = try await cases.concerns.join(first, to: second, confirmed: [cases.fire], by: cases.coordinator, key: nil)
            #expect(back.fields == [""])
            _ = try await cases.concerns.separate(second, reason: "Two doors", by: cases.coordinator, key: nil).get()
            #expect(try await !cases.sees(first, housing))
            #expect(try await cases.sees(second, housing))
            #expect(try await cases.read(as: housing) { try $0.concern(second) }.status == .raised)
            let lists = cases.concerns.lists
            let timeline = try await cases.read(as: cases.coordinator) { try $0.timeline(of: first, lists: lists, size: 20) }
            #expect(timeline.items.first?.verb == "take-circle-back")
            #expect(timeline.items.contains { $0.verb == "carry-circle-over" })
        }
    }

    @Test("two concerns that are not the same are not shown beside each other again", arguments: EngineKind.available)
    func apart(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let first = try await cases.raise(by: cases.fire)
            let second = try await cases.raise(by: cases.housing)
            let alike = try await cases.read(as: cases.coordinator) { try $0.concernsLike(try $0.concern(first)) }
            #expect(alike.map(\.line.id) == [second])
            for _ in 1...2 {
                _ = try await cases.concerns.keepApart(first, second, by: cases.coordinator, key: nil).get()
            }
            for (one, other) in [(first, second), (second, first)] {
                let left = try await cases.read(as: cases.coordinator) { try $0.concernsLike(try $0.concern(one)) }
                #expect(left.isEmpty)
                #expect(try await cases.read(as: cases.coordinator) { try $0.areApart(one, other) })
            }
        }
    }

    // MARK: Amending

    @Test("an amendment rewrites the words that find the concern and keeps what stood before", arguments: EngineKind.available)
    func amending(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            var told = cases.draft(seen: "A blue van comes at night.")
            told.mentions = [MentionDraft(kind: "phone", value: "07700 900123"), MentionDraft(kind: "vehicle", value: "AB12 CDE")]
            told.exploitation = ["labour"]
            let id = try await cases.raise(told)
            let before = try await cases.read(as: cases.coordinator) { try $0.concern(id) }
            let phone = try #require(before.mentions.first { $0.kind == "phone" })
            var new = cases.draft(seen: "A green lorry comes at night.")
            new.exploitation = ["labour", "sexual"]
            new.sourceOrganisation = cases.housing
            new.mentions = [MentionDraft(kind: "phone", value: "07700 900999")]
            let draft = AmendConcern.Draft(concern: new, struckOut: [phone.id])
            cases.clock.advance(seconds: 60)
            _ = try await cases.concerns.amend(
                id, draft, by: cases.viewer(cases.housing), expecting: before.version, key: nil
            ).get()
            func finds(_ words: String) async throws -> Bool {
                try await cases.read(as: cases.coordinator) {
                    try !$0.concerns(matching: ConcernQuery(stage: .all, search: words)).items.isEmpty
                }
            }
            #expect(try await finds("lorry"))
            #expect(try await !finds("blue"))
            #expect(try await finds("07700900999"))
            #expect(try await !finds("07700900123"))
            #expect(try await finds("AB12CDE"))
            let after = try await cases.read(as: cases.coordinator) { try $0.concern(id) }
            #expect(after.exploitation == ["labour", "sexual"])
            #expect(try await cases.engine.read { try $0.concernsCountedWrongly() } == [])
            #expect(after.mentions.map(\.value) == ["AB12 CDE", "07700 900999"])
            let lists = cases.concerns.lists
            let entry = try await cases.read(as: cases.coordinator) { try $0.timeline(of: id, lists: lists, size: 1) }.items[0]
            #expect(
                entry.differences == [
                    .init(label: "What was seen", before: "A blue van comes at night.", after: "A green lorry comes at night.")
                ])
            #expect(entry.summary.contains("Struck out: Telephone number 07700 900123"))
            await #expect(throws: AccessError.changedMeanwhile(version: before.version + 1)) {
                try await cases.concerns.amend(id, draft, by: cases.coordinator, expecting: before.version, key: nil)
            }
        }
    }

    @Test("the organisation that raised a concern amends it until it is screened; others never", arguments: EngineKind.available)
    func whoAmends(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let add = ChangeCircle.Draft(step: .add, organisation: cases.fire)
            _ = try await cases.concerns.changeCircle(id, add, by: cases.coordinator, key: nil).get()
            var told = cases.draft(seen: "More is known.")
            told.sourceOrganisation = cases.fire
            let draft = AmendConcern.Draft(concern: told)
            await #expect(throws: AccessError.denied) {
                try await cases.concerns.amend(id, draft, by: cases.viewer(cases.fire), expecting: nil, key: nil)
            }
            let housing = cases.viewer(cases.housing)
            _ = try await cases.concerns.amend(id, draft, by: housing, expecting: nil, key: nil).get()
            #expect(try await cases.read(as: housing) { try $0.concern(id) }.sourceOrganisation == cases.housing)
            let thrive = Thrive(threat: "a", harm: "b", risk: "c", investigation: "", vulnerability: "", engagement: "")
            let screen = TriageConcern.Draft(thrive: thrive, immediateDanger: false, policeIncident: "")
            _ = try await cases.concerns.triage(id, screen, by: cases.coordinator, expecting: nil, key: nil).get()
            await #expect(throws: AccessError.denied) {
                try await cases.concerns.amend(id, draft, by: housing, expecting: nil, key: nil)
            }
        }
    }

    // MARK: Reports from the public

    @Test("a report from the public is seen by the coordinator alone until it is accepted", arguments: EngineKind.available)
    func publicReports(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            var told = ConcernDraft(receivedOn: cases.clock.now.day)
            told.seen = "People sleep in the shop."
            told.reporterContact = "no"
            let door = Viewer.publicForm(of: cases.partnership, request: "test")
            let key = IdempotencyKey("public-1")
            let quote = try await cases.concerns.receive(told, by: door, key: key).get()
            #expect(try await cases.concerns.receive(told, by: door, key: key).get() == quote)
            #expect(try await cases.value("SELECT COUNT(*) FROM concerns", as: Int.self) == 1)
            await #expect(throws: AccessError.denied) {
                try await cases.concerns.receive(told, by: cases.coordinator, key: nil)
            }
            let queue = try await cases.read(as: cases.coordinator) {
                try $0.concerns(matching: ConcernQuery(stage: .awaitingCheck)).items
            }
            let id = try #require(queue.first?.id)
            #expect(try await cases.read(as: cases.coordinator) { try $0.publicQuote(of: id) } == quote)
            let found = try await cases.read(as: cases.coordinator) {
                try $0.concerns(matching: ConcernQuery(stage: .all, search: quote)).items.map(\.id)
            }
            #expect(found == [id])
            #expect(try await cases.read(as: cases.coordinator) { try $0.concern(id) }.source == "anonymous")
            #expect(try await cases.read(as: door) { try $0.concerns(matching: ConcernQuery(stage: .all)).items }.isEmpty)
            _ = try await cases.concerns.check(id, .init(decision: "accept"), by: cases.coordinator, key: nil).get()
            let accepted = try await cases.read(as: cases.coordinator) { try $0.concern(id) }
            #expect(accepted.status == .raised)
            let twice = try await cases.concerns.check(id, .init(decision: "accept"), by: cases.coordinator, key: nil)
            #expect(twice.fields == [""])
        }
    }

    @Test("a declined report counts in no figure, until it is opened again", arguments: EngineKind.available)
    func declinedReports(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            var told = ConcernDraft(receivedOn: cases.clock.now.day)
            told.seen = "Loud music at night."
            let door = Viewer.publicForm(of: cases.partnership, request: "test")
            _ = try await cases.concerns.receive(told, by: door, key: nil).get()
            let queue = try await cases.read(as: cases.coordinator) {
                try $0.concerns(matching: ConcernQuery(stage: .awaitingCheck)).items
            }
            let id = try #require(queue.first?.id)
            func counted() async throws -> Int? {
                try await cases.read(as: cases.coordinator) {
                    try $0.value("SELECT COUNT(*) FROM \($0.visible(.concernFigures)) f", as: Int.self)
                }
            }
            let decline = CheckReport.Draft(decision: "decline", reason: "other-service", note: "A noise complaint")
            _ = try await cases.concerns.check(id, decline, by: cases.coordinator, key: nil).get()
            let declined = try await counted()
            #expect(declined == 0)
            _ = try await cases.concerns.reopen(id, reason: "A second caller tells more", by: cases.coordinator, key: nil).get()
            let reopened = try await counted()
            #expect(reopened == 1)
        }
    }

    // MARK: One agency alone

    @Test(
        "the lead of a single-agency response is given its report-back, until the response is decided again",
        arguments: EngineKind.available)
    func reportBackTask(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let day = cases.clock.now.day.adding(days: 7)
            func decide(_ grade: String, lead: ID<Organisation>?, team: [ID<Organisation>] = []) async throws {
                let draft = DecideResponse.Draft(
                    grade: grade, criteria: ResponseCriteria(), rationale: "It fits", approver: "", lead: lead,
                    reportBackOn: grade == "single" ? .day(day) : .missing, team: team)
                _ = try await cases.concerns.decide(id, draft, by: cases.coordinator, expecting: nil, key: nil).get()
            }
            func work(_ organisation: ID<Organisation>) async throws -> [String] {
                try await cases.read(as: cases.viewer(organisation)) {
                    try ConcernWork(lists: cases.concerns.lists).items($0, slug: "sandwell").map(\.what)
                }
            }
            func chased() async throws -> [String] {
                try await cases.read(as: cases.coordinator) {
                    try ConcernWork(lists: cases.concerns.lists).items($0, slug: "sandwell").map(\.what)
                        .filter { $0.contains("report") }
                }
            }
            try await decide("single", lead: cases.fire)
            #expect(try await work(cases.fire) == [DecideResponse.reportBackTask])
            #expect(try await chased() == ["Ask Fire service to report back"])
            try await decide("single", lead: cases.police)
            #expect(try await work(cases.fire).isEmpty)
            #expect(try await work(cases.police) == [DecideResponse.reportBackTask])
            let tasks = try await cases.read(as: cases.coordinator) { try $0.tasks(of: id) }
            let task = try #require(tasks.first)
            cases.clock.advance(seconds: 60)
            _ = try await cases.concerns.finishTask(
                task.id, strand: "", result: "Nobody was there.", by: cases.viewer(cases.police), expecting: nil, key: nil
            ).get()
            #expect(try await chased() == ["Read what Police reported back"])
            try await decide("joint", lead: cases.fire, team: [cases.fire, cases.police])
            #expect(try await work(cases.fire).isEmpty)
            #expect(try await chased().isEmpty)
        }
    }

    // MARK: The timeline

    @Test("the timeline shows names in place of identifiers and codes", arguments: EngineKind.available)
    func timelineWords(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            cases.clock.advance(seconds: 60)
            let decision = DecideResponse.Draft(
                grade: "single", criteria: ResponseCriteria(), rationale: "One agency is enough", approver: "",
                lead: cases.fire, reportBackOn: .day(cases.clock.now.day.adding(days: 7)), team: [])
            _ = try await cases.concerns.decide(id, decision, by: cases.coordinator, expecting: nil, key: nil).get()
            let lists = cases.concerns.lists
            let listing = try await cases.read(as: cases.coordinator) { try $0.timeline(of: id, lists: lists, size: 1) }
            let changes = Dictionary(listing.items[0].differences.map { ($0.label, $0.after) }) { first, _ in first }
            #expect(changes["Stage"] == "Response")
            #expect(changes["Response"] == "Single agency")
            #expect(changes["Led by"] == "Fire service")
            #expect(changes["Reports back by"] == "10 February 2020")
            #expect(listing.items[0].person == "Contact at Council")
            let cursor = try #require(listing.next.flatMap(TimelineCursor.init))
            let older = try await cases.read(as: cases.coordinator) {
                try $0.timeline(of: id, lists: lists, before: cursor, size: 5)
            }
            #expect(older.items.map(\.verb) == ["raise-concern"])
            #expect(older.next == nil)
        }
    }

    @Test("every change of a case leaves an entry in the journal", arguments: EngineKind.available)
    func journal(kind: EngineKind) async throws {
        try await withCases(kind) { cases in
            let id = try await cases.raise()
            let add = ChangeCircle.Draft(step: .add, organisation: cases.fire)
            _ = try await cases.concerns.changeCircle(id, add, by: cases.coordinator, key: nil).get()
            let strand = StrandDraft(lead: cases.fire)
            _ = try await cases.concerns.openStrand(.offenders, of: id, strand, by: cases.coordinator, key: nil).get()
            let events = try await cases.engine.read { transaction in
                try transaction.rows(
                    """
                    SELECT verb, event FROM journal_entries WHERE event NOT IN ('consultation', 'checkpoint')
                    ORDER BY chain_id, number
                    """
                ) { row in "\(try row.next(String.self)) \(try row.next(String.self))" }
            }
            #expect(events == ["raise-concern collection", "change-circle disclosure", "open-strand disclosure"])
        }
    }
}
