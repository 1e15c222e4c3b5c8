import Access
import HTTPTypes
import Kernel
import PageTestSupport
import Schema
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("The pathways themselves")
struct DefinitionTests {
    private static func step(_ what: String, who: String = "Somebody", within: String = "A day") -> PathwayStep {
        PathwayStep(what: what, who: who, within: within)
    }

    // MARK: Rules

    @Test("tells what one version says otherwise than another")
    func difference() {
        let old = PathwayContent(purpose: "Help", steps: [Self.step("a"), Self.step("b"), Self.step("c"), Self.step("d")])
        let new = PathwayContent(
            purpose: "Help", steps: [Self.step("a"), Self.step("x"), Self.step("c", within: "2 days"), Self.step("d"), Self.step("e")])
        #expect(
            PathwayDifference(from: old, to: new).lines == [
                .same(Self.step("a")), .removed(Self.step("b")), .added(Self.step("x")),
                .changed(from: Self.step("c"), to: Self.step("c", within: "2 days")), .same(Self.step("d")), .added(Self.step("e")),
            ])
        #expect(PathwayDifference(from: old, to: old).isEmpty)
        #expect(!PathwayDifference(from: old, to: new).isEmpty)
        #expect(PathwayDifference(from: PathwayContent(), to: old).lines.count == 4)
        #expect(PathwayDifference(from: old, to: PathwayContent(purpose: "Other", steps: old.steps)).purpose?.to == "Other")
    }

    @Test("knows the version in force on a day")
    func inForce() throws {
        let start = try #require(Day("2020-02-01"))
        let ids = TestWorld().world
        func version(_ number: Int, from: Int, until: Int?) -> DefinitionVersionDetail {
            DefinitionVersionDetail(
                id: ids.newID(), number: number, publishedAt: Moment(microseconds: 0), organisationName: "", personName: "",
                validFrom: start.adding(days: from), validUntil: until.map { start.adding(days: $0) }, changeNote: "",
                content: PathwayContent())
        }
        // The second replaced the first on its own first day; the third has not begun; the fourth ended.
        let versions = [
            version(1, from: 0, until: 0), version(2, from: 0, until: 9), version(3, from: 10, until: 20),
        ]
        for (day, number) in [(-1, nil), (0, 2), (9, 2), (10, 3), (20, 3), (21, nil)] as [(Int, Int?)] {
            #expect(DefinitionVersionDetail.current(versions, on: start.adding(days: day))?.number == number, "\(day)")
        }
    }

    @Test(
        "is not published half written",
        arguments: [
            (nil as [PathwayStep]?, 0, "x", [""]), ([], 0, "x", [""]), ([PathwayStep(what: "a", who: "b")], 0, "x", [""]),
            ([PathwayStep(what: "a", who: "b", within: "c")], 0, "x", []),
            ([PathwayStep(what: "a", who: "b", within: "c")], -1, "x", ["valid_from"]),
            ([PathwayStep(what: "a", who: "b", within: "c")], nil, "x", ["valid_from"]),
        ] as [([PathwayStep]?, Int?, String, [String])])
    func unpublished(steps: [PathwayStep]?, from: Int?, note: String, fields: [String]) throws {
        let today = try #require(Day("2020-02-01"))
        let draft = PublishDefinition.Draft(validFrom: from.map { today.adding(days: $0) }, changeNote: note)
        let problems = PublishDefinition.problems(draft, content: steps.map { PathwayContent(steps: $0) }, before: nil, today: today)
        #expect(problems.map(\.field) == fields)
    }

    @Test("ships a pathway for adults and one for children whose every step says who and when")
    func templates() throws {
        let rows = try ReferenceData.pathwayTemplates
        #expect(Set(rows.map(\.way)) == ["adult", "child"])
        for way in ["adult", "child"] {
            let steps = rows.filter { $0.way == way }
            #expect(steps.count > 8)
            #expect(steps.count <= BeginDefinition.mostSteps)
            #expect(Set(steps.map(\.what)).count == steps.count)
        }
        // A child is not asked to agree to a referral.
        #expect(!rows.contains { $0.way == "child" && $0.what.contains("ask whether they agree") })
    }

    // MARK: Versions

    @Test("keeps every published version, and its members say that they have read it", arguments: EngineKind.available)
    func versions(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let id = try await ground.published()
            func file(_ viewer: Viewer? = nil) async throws -> DefinitionFile {
                try await ground.definitions.one(id, as: viewer ?? ground.constable)
            }
            #expect(try await file().current?.number == 1)
            #expect(try await file().definition.draft == nil)
            #expect(try await ground.definitions.acknowledge(1, of: id, by: ground.constable, key: ground.key()).result == 1)
            #expect(try await ground.definitions.acknowledge(1, of: id, by: ground.constable, key: ground.key()).result == 1)
            #expect(try await file().readers.map(\.name) == ["Police"])
            let facts = DefinitionFacts(title: "Adults who are found", way: .adult)
            let content = PathwayContent(steps: [Self.step("Danger first"), Self.step("Tell the coordinator")])
            let version = try await file().definition.version
            _ = try await ground.definitions.changeDraft(
                of: id, to: facts, content, version: version, by: ground.coordinator, key: ground.key())
            await #expect(throws: AccessError.changedMeanwhile(version: version + 1)) {
                try await ground.definitions.changeDraft(
                    of: id, to: facts, PathwayContent(), version: version, by: ground.coordinator, key: ground.key())
            }
            func publish(_ draft: PublishDefinition.Draft) async throws -> [String] {
                try await ground.definitions.publish(id, draft, by: ground.coordinator, key: ground.key()).problems.map(\.field)
            }
            #expect(try await publish(.init(validFrom: ground.today)) == ["change_note"])
            #expect(try await publish(.init(validFrom: ground.today.adding(days: 7), changeNote: "One step more")) == [])
            #expect(try await file().current?.number == 1)
            #expect(try await ground.definitions.acknowledge(2, of: id, by: ground.constable, key: ground.key()).problems.count == 1)
            ground.clock.advance(seconds: 86_400 * 7)
            #expect(try await file().current?.number == 2)
            #expect(try await file().readers == [])
            #expect(try await file().versions.map(\.validUntil) == [nil, ground.today.adding(days: -1)])
            #expect(try await ground.definitions.version(1, of: id, as: ground.constable).version.content.steps.count == 1)
            await #expect(throws: AccessError.denied) {
                try await ground.definitions.publish(id, .init(validFrom: ground.today), by: ground.constable, key: ground.key())
            }
            for viewer in [ground.visitor, ground.stranger] {
                await #expect(throws: AccessError.notVisible) { try await file(viewer) }
            }
        }
    }

    @Test("is listed page by page, and no line is left out or shown twice", arguments: EngineKind.available)
    func pages(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            // Two of one title: within it the identifier decides.
            for title in ["Visits", "Children", "Adults", "Adults", "Night"] {
                _ = try await ground.definitions.begin(
                    .init(title: title, way: .adult), from: .nothing, by: ground.coordinator, key: ground.key())
            }
            var query = DefinitionQuery(size: 2)
            var found: [DefinitionLine] = []
            var sizes: [Int] = []
            repeat {
                let listing = try await ground.definitions.list(query, as: ground.constable).listing
                found += listing.items
                sizes.append(listing.items.count)
                query.after = listing.next.flatMap { NameCursor($0) }
            } while query.after != nil
            #expect(sizes == [2, 2, 1])
            #expect(found.map(\.facts.title) == ["Adults", "Adults", "Children", "Night", "Visits"])
            #expect(Set(found.map(\.id)).count == 5)
            let key = try #require(found.dropLast().last.map { NameCursor($0.titleKey, $0.id).text })
            let page = try await ground.get("/definitions?after=\(key)", as: ground.constable)
            #expect(page.status == .ok && page.body.contains("Visits") && !page.body.contains("Night"))
            #expect(page.body.contains("Back to the beginning"))
            // What is no place in the list is the beginning.
            #expect(try await ground.get("/definitions?after=nothing", as: ground.constable).body.contains("Children"))
        }
    }

    @Test("is copied from another, and listed for whose kind of organisation it is", arguments: EngineKind.available)
    func copied(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let id = try await ground.published(kind: "police")
            let copy = try #require(
                try await ground.definitions.begin(
                    .init(title: "Copy", way: .everybody, town: ground.town), from: .copy(id), by: ground.coordinator, key: ground.key()
                ).result)
            #expect(try await ground.definitions.one(copy, as: ground.coordinator).definition.draft?.steps.count == 1)
            let overview = try await ground.definitions.list(as: ground.constable)
            #expect(overview.ownKind == "police")
            #expect(overview.listing.items.map(\.facts.title) == ["Adults who are found", "Copy"])
            #expect(overview.listing.items.map(\.current) == [1, nil])
            let problems = try await ground.definitions.begin(
                .init(title: "", way: .adult, town: ground.partnership.cast(), serviceKind: "wizards"), from: .nothing,
                by: ground.coordinator, key: ground.key()
            ).problems
            #expect(problems.map(\.field) == ["title", "town", "service_kind"])
        }
    }

    // MARK: Tests and fixes

    @Test("is tried out step by step, and what failed is put right by whoever owns it", arguments: EngineKind.available)
    func tested(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let id = try await ground.published()
            func log(_ draft: LogPathwayTest.Draft) async throws -> Outcome<ID<PathwayTest>> {
                try await ground.definitions.logTest(draft, of: 1, of: id, by: ground.coordinator, key: ground.key())
            }
            #expect(
                try await log(.init()).problems.map(\.field) == ["kind", "tested_on", "scenario", "result-1"])
            var draft = LogPathwayTest.Draft(
                kind: .mystery, testedOn: ground.today, scenario: "An invented worker rings the council at night",
                results: [TestStepResult(number: 1, result: .failed, took: "3 hours")], fixes: [.init(what: "Night number")])
            #expect(try await log(draft).problems.map(\.field) == ["owner-1", "due-1", "findings"])
            draft.findings = "Nobody answered"
            draft.fixes = [.init(what: "Night number", organisation: ground.charity, dueOn: ground.today.adding(days: 5))]
            let test = try #require(try await log(draft).result)
            let file = try await ground.definitions.test(test, of: id, as: ground.supporter)
            #expect(file.results == [TestStepResult(number: 1, result: .failed, took: "3 hours")])
            let fix = try #require(file.fixes.first)
            #expect(try await ground.work(ground.supporter).map(\.what) == ["Put right: Night number", "Read the pathway and say so"])
            #expect(try await ground.work(ground.constable).map(\.what) == ["Read the pathway and say so"])
            #expect(try await ground.work(ground.visitor) == [])
            func finish(_ result: String, _ version: Int?, by viewer: Viewer) async throws -> [String] {
                try await ground.definitions.finish(
                    fix.id, of: id, result: result, fixedIn: version, version: fix.version, by: viewer, key: ground.key()
                ).problems.map(\.field)
            }
            await #expect(throws: AccessError.denied) { try await finish("Mine now", nil, by: ground.constable) }
            #expect(try await finish("", 7, by: ground.supporter) == ["result", "fixed_in"])
            #expect(try await finish("A number that is answered", 1, by: ground.supporter) == [])
            await #expect(throws: AccessError.changedMeanwhile(version: 2)) { try await finish("Again", nil, by: ground.supporter) }
            let done = try await ground.definitions.fix(fix.id, of: id, as: ground.coordinator).fix
            #expect(done.fixedIn == 1)
            #expect(!done.isOpen)
            let added = try await ground.definitions.addFix(
                .init(what: "Poster", organisation: ground.police, dueOn: ground.today), to: test, of: id, by: ground.coordinator,
                key: ground.key())
            #expect(added.problems == [])
            #expect(try await ground.definitions.list(as: ground.constable).fixes.map(\.what) == ["Poster"])
        }
    }

    @Test("waits in the list of work of those who have not read it, with accommodation that is due", arguments: EngineKind.available)
    func work(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await ServiceGround(engine)
            let id = try await ground.published(kind: "police")
            #expect(try await ground.work(ground.nurse) == [])
            #expect(try await ground.work(ground.constable).map(\.need) == [.read(id)])
            // A version that holds later does not take the one in force off the list.
            let detail = try await ground.definitions.one(id, as: ground.coordinator).definition
            _ = try await ground.definitions.changeDraft(
                of: id, to: detail.facts, PathwayContent(steps: [Self.step("Danger first")]), version: detail.version,
                by: ground.coordinator, key: ground.key())
            let published = try await ground.definitions.publish(
                id, .init(validFrom: ground.today.adding(days: 30), changeNote: "One step"), by: ground.coordinator, key: ground.key())
            #expect(published.problems == [])
            #expect(try await ground.work(ground.constable).map(\.need) == [.read(id)])
            _ = try await ground.definitions.acknowledge(1, of: id, by: ground.constable, key: ground.key())
            #expect(try await ground.work(ground.constable) == [])
            // Whoever it is not for can read it too, and counts neither among the readers nor among those who should.
            _ = try await ground.definitions.acknowledge(1, of: id, by: ground.nurse, key: ground.key())
            let list = try await ground.get("/definitions", as: ground.nurse)
            #expect(list.body.contains("1 of 1") && !list.body.contains("Not read by you"))
            #expect(try await ground.definitions.list(as: ground.nurse).listing.items.map(\.readers) == [1])
            let service = try await ground.approved()
            ground.clock.advance(seconds: 86_400 * 270)
            #expect(try await ground.work(ground.supporter).map(\.need) == [.assess(service)])
        }
    }
}

extension ServiceGround {
    /// What waits for somebody at services and pathways.
    func work(_ viewer: Viewer) async throws -> [PathwayWorkItem] {
        try await services.desk.read(as: viewer, Consultation("test", "pathway_fixes")) { try $0.pathwayWork() }
    }
}
