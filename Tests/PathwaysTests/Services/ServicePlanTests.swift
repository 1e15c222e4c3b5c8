import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing

@testable import Pathways

@Suite("How services, centres and pathways are found")
struct ServicePlanTests {
    @Test("no list and no page reads a table from end to end, whoever asks", arguments: EngineKind.available)
    func noFullScan(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let listening = ListeningEngine(engine)
            let ground = try await ServiceGround(listening)
            let service = try await ground.approved()
            let opening = try await ground.opened()
            _ = try await ground.arrived(at: opening)
            let definition = try await ground.published()
            let centre = try #require(try await ground.reception.list(as: ground.coordinator).centres.items.first).id
            listening.begin()
            for viewer in [ground.coordinator, ground.constable] {
                for path in [
                    "/services", "/services?after=\(service)_a",
                    "/services?offers=safe-house&for=women&area=\(ground.town)&status=approved&free=yes&after=\(service)_a",
                    "/services/\(service)", "/services/gaps", "/services/gaps?by=group", "/reception", "/reception?after=\(centre)_a",
                    "/reception/\(centre)", "/reception/openings/\(opening)", "/definitions", "/definitions?after=\(definition)_a",
                    "/definitions/\(definition)",
                ] {
                    #expect(try await ground.get(path, as: viewer).status == .ok, "\(path)")
                }
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
