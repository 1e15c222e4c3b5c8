import Access
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("How what is due is found")
struct SupportPlanTests {
    @Test("no list and no page reads a table from end to end, whoever asks", arguments: EngineKind.available)
    func noFullScan(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let listening = ListeningEngine(engine)
            let ground = try await SupportGround(listening)
            let victim = try await ground.open(
                VictimIdentity(firstName: "Ana", bornOn: ground.today.adding(months: -210)), age: AgeStanding(basis: .known, group: .child))
            let entry = try await ground.add(ground.need(), for: victim)
            let after = "\(ground.today.iso)_\(entry)"
            listening.begin()
            for viewer in [ground.coordinator, ground.worker] {
                for path in [
                    "/due", "/due?after=\(after)", "/due?show=outcomes", "/due?show=outcomes&after=\(after)", "/due?show=adulthood",
                    "/\(victim)/support", "/\(victim)/support/\(entry)",
                ] {
                    #expect(try await ground.get(path, as: viewer).status == .ok, "\(path)")
                }
                _ = try await ground.desk.desk.read(as: viewer, Consultation("test", "support_entries")) { try $0.supportWork() }
            }
            let statements = listening.end()
            #expect(statements.count > 40)
            for statement in statements where !statement.rendered(for: .sqlite).text.hasPrefix("PRAGMA") {
                let plan = try await QueryPlan(of: statement, in: engine)
                #expect(plan.fullScans.isEmpty, "\(plan.text)")
            }
        }
    }
}
