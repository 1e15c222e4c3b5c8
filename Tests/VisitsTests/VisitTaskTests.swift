import Access
import Concerns
import HTML
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing
import Web

@testable import Visits

@Suite("Follow-up tasks of visits")
struct VisitTaskTests {
    private func debriefed(_ visit: ID<Visit>, _ ground: VisitGround) async throws -> VisitTask {
        let due = ground.clock.now.day.adding(days: 7)
        let outcome = try await ground.desk.debrief(
            visit,
            .init(
                debrief: "Two people helped",
                tasks: [.init(title: "Check the meter", organisation: ground.council, dueOn: due)]),
            version: nil, by: ground.coordinator, key: ground.key())
        #expect(outcome.problems == [])
        return try #require(try await ground.detail(visit).tasks.first)
    }

    /// A visit without a concern that was made today; the council was not on it.
    private func preventive(_ ground: VisitGround) async throws -> ID<Visit> {
        var plan = ground.plan
        plan.concern = nil
        let visit = try await ground.planned(plan)
        #expect(try await ground.desk.markReady(visit, by: ground.coordinator, key: ground.key()).problems == [])
        let draft = RecordAttendance.Draft(organisation: ground.police, attended: .yes)
        _ = try await ground.desk.recordAttendance(at: visit, draft, by: ground.constable, key: ground.key())
        #expect(try await ground.desk.markMade(visit, by: ground.coordinator, key: ground.key()).problems == [])
        return visit
    }

    private func work(_ viewer: Viewer, _ ground: VisitGround) async throws -> [VisitWorkItem] {
        try await ground.desk.desk.read(as: viewer, Consultation("test", "visits")) {
            try $0.visitWork().filter { $0.need == .finishTask }
        }
    }

    @Test("who is given a task by a debrief sees the concern from then on, with its task", arguments: EngineKind.available)
    func admitted(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let member = ground.viewer([.member], of: ground.council)
            let lists = ground.desk.lists
            func waiting() async throws -> [String] {
                try await ground.desk.desk.read(as: member, Consultation("test", "concerns")) {
                    try ConcernWork(lists: lists).items($0, slug: "sandwell").map(\.what)
                }
            }
            let visit = try await ground.made()
            #expect(try await waiting() == [])
            let task = try await debriefed(visit, ground)
            #expect(try await waiting() == ["Check the meter"])
            #expect(
                try await ground.texts(
                    "SELECT basis FROM circles WHERE organisation_id = \(ground.council) AND sees_victims = 0")
                    == ["Has a task of visit SW-V-0098"])
            #expect(try await work(member, ground) == [])
            let notes = try await ground.texts("SELECT summary FROM record_changes WHERE verb = 'debrief-visit'")
            #expect(notes == ["Debrief of visit SW-V-0098, 1 follow-up task for Council"])
            let page = try await ground.get("/\(visit)/tasks/\(task.id)", as: member)
            #expect(page.status == .ok)
        }
    }

    @Test(
        "a task of a preventive visit waits among the work of its agency and is finished on its page",
        arguments: EngineKind.available)
    func finished(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let member = ground.viewer([.member], of: ground.council, number: 7)
            let visit = try await preventive(ground)
            let task = try await debriefed(visit, ground)
            let item = try #require(try await work(member, ground).first)
            #expect(item.title == "Check the meter")
            #expect(item.reference == "")
            let path = "/\(visit)/tasks/\(task.id)"
            #expect(item.link("sandwell").text == "/sandwell/visits\(path)")
            let page = try await ground.get(path, as: member)
            #expect(page.status == .ok)
            #expect(page.body.contains("Finish the task"))
            #expect(!page.body.contains("SW-V-0098"))
            #expect(try await ground.get("/\(visit)", as: member).status == .notFound)
            for stranger in [ground.constable, ground.viewer([.visitTeam], of: ground.council, number: 8)] {
                #expect(try await ground.get(path, as: stranger).status == .notFound)
                #expect(try await ground.post(path, [("result", "Done")], as: stranger).status == .notFound)
            }
            let empty = try await ground.post(path, [("version", "1")], as: member)
            #expect(empty.status == .unprocessableContent)
            #expect(empty.body.contains("Say what was done"))
            let stale = try await ground.post(path, [("version", "9"), ("result", "Sealed <b>it</b>")], as: member)
            #expect(stale.status == .conflict)
            #expect(stale.body.contains("Sealed &lt;b&gt;it"))
            let done = try await ground.post(path, [("version", "1"), ("result", "Sealed it")], as: member)
            #expect(done.status == .seeOther)
            let after = try await ground.get("\(path)?done=finished", as: member)
            #expect(after.body.contains("The task is finished."))
            #expect(after.body.contains("Sealed it"))
            #expect(!after.body.contains("Finish the task"))
            #expect(try await work(member, ground) == [])
            let visitPage = try await ground.get("/\(visit)", as: ground.coordinator)
            #expect(visitPage.body.contains("/sandwell/visits\(path)"))
        }
    }

    @Test("a task belongs to its own visit, and no visit team of its agency sees it", arguments: EngineKind.available)
    func elsewhere(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let ground = try await VisitGround(engine)
            let visit = try await preventive(ground)
            let other = try await ground.planned()
            let task = try await debriefed(visit, ground)
            #expect(try await ground.get("/\(other)/tasks/\(task.id)", as: ground.coordinator).status == .notFound)
            #expect(
                try await ground.post("/\(other)/tasks/\(task.id)", [("result", "x")], as: ground.coordinator).status
                    == .notFound)
            let team = ground.viewer([.visitTeam], of: ground.council)
            #expect(try await work(team, ground) == [])
        }
    }
}
