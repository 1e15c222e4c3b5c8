import Access
import Figures
import Kernel
import Store
import TestSupport
import Testing

@Suite("How the figures are found")
struct PlanTests {
    @Test(
        "the figures of one partnership are found by an index, whoever asks and whatever the filter",
        arguments: EngineKind.available)
    func noFullScan(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let listening = ListeningEngine(engine)
            let year = try await FigureYear(listening)
            listening.begin()
            let filters = [
                FigureFilter(period: FigureYear.year), FigureFilter(),
                FigureFilter(
                    period: FigureYear.year, towns: [year.oldbury], locationType: "car-wash", exploitationType: "labour"
                ),
            ]
            let viewers = [
                year.viewer([.coordinator]), year.viewer([.analyst]), year.viewer([.member], of: year.police),
                year.viewer([.townLead], town: year.oldbury),
            ]
            for viewer in viewers {
                for filter in filters { _ = try await year.dashboard(viewer, filter) }
            }
            let statements = listening.end()
            #expect(statements.count >= 4 * viewers.count * filters.count)
            for statement in statements {
                let plan = try await QueryPlan(of: statement, in: engine, derived: ["counted", "themed"])
                #expect(
                    plan.fullScans.isEmpty,
                    "\(statement.rendered(for: kind == .sqlite ? .sqlite : .postgres).text)\n\(plan.text)")
            }
        }
    }

    @Test("a full scan is recognised", arguments: EngineKind.available)
    func recognises(kind: EngineKind) async throws {
        let plan = try await withDatabase(kind) { engine in
            try await QueryPlan(of: "SELECT COUNT(*) FROM concerns WHERE summary = 'x'", in: engine)
        }
        #expect(!plan.fullScans.isEmpty, "\(plan.text)")
    }
}
