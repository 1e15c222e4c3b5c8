import Access
import Figures
import Kernel
import Store
import TestSupport
import Testing

@Suite("What always holds of figures")
struct FigurePropertyTests {
    /// Adds concerns, visits, attendances and people screened by chance; returns how many of each count.
    private static func fill(_ year: FigureYear, _ engine: any Engine, concerns: Int) async throws {
        let world = year.clock.world
        let writer = RecordWriter(world: world)
        let (sandwell, towns) = (year.sandwell, [year.oldbury, year.tipton])
        let agencies = [year.council, year.police, year.charity]
        try await engine.write { tx in
            func pick<Value>(_ values: [Value]) -> Value { values[Int(world.randomBytes(1)[0]) % values.count] }
            let purpose = world.newID(Term.self)
            try writer.term(purpose, "purpose", "Chance", of: sandwell, tx)
            for _ in 0..<concerns {
                let day = Day(number: 17_987 + Int(world.randomBytes(1)[0]) * 2).iso
                let town = pick([towns[0], towns[1], nil])
                let place = pick(["car-wash", "factory", "shop", "unknown"])
                let concern = try writer.concern(
                    .init(
                        partnership: sandwell, day: day, source: pick(["agency", "police", "other"]), town: town,
                        ward: nil, place: place, nationality: pick(["", "polish", "indian", "unknown"]),
                        types: pick([[], ["labour"], ["labour", "sexual"]]),
                        status: pick(["raised", "closed", "joined", "awaiting-check"])), tx)
                let visit = try writer.visit(
                    .init(
                        partnership: sandwell, concern: concern, day: day,
                        status: pick(["made", "debriefed", "planned"]),
                        town: town, place: place, purpose: purpose), tx)
                for agency in agencies {
                    try writer.attendance(visit, agency, pick(["yes", "no", ""]), of: sandwell, tx)
                }
                try writer.screening(
                    .init(
                        partnership: sandwell, visit: visit, concern: concern, agency: pick(agencies),
                        gender: pick(["male", "female", "unknown"]), ageGroup: pick(["adult", "child"]),
                        nationality: pick(["polish", "indian"]), outcome: pick(["disclosure", "no-indicators"])), tx)
            }
        }
    }

    @Test("every table in which a record stands once adds up to its total", arguments: EngineKind.available)
    func sums(kind: EngineKind) async throws {
        let dashboard = try await withYear(kind) { year, engine in
            try await FigurePropertyTests.fill(year, engine, concerns: 150)
            return try await year.dashboard(year.viewer([.coordinator]))
        }
        for unit in UnitOfCount.allCases {
            #expect(dashboard.total(unit) > 20)
            for table in unit.tables where table != .concernsByExploitationType {
                #expect(dashboard[table].reduce(0) { $0 + $1.count } == dashboard.total(unit), "\(table)")
            }
        }
        let keys = FigureTable.allCases.map { table in dashboard[table].map(\.key) }
        #expect(keys.allSatisfy { Set($0).count == $0.count })
        for table in FigureTable.allCases where !table.isOverTime {
            let named = dashboard[table].filter { $0.key != FigureCount.notRecorded }
            #expect(named.map(\.count) == named.map(\.count).sorted(by: >), "\(table)")
        }
    }

    @Test(
        "the towns and the unrecorded ones together make the whole, and so do the months",
        arguments: EngineKind.available)
    func parts(kind: EngineKind) async throws {
        try await withYear(kind) { year, engine in
            try await FigurePropertyTests.fill(year, engine, concerns: 100)
            let coordinator = year.viewer([.coordinator])
            let whole = try await year.dashboard(coordinator)
            var byTown = whole.count(.concernsByTown, FigureCount.notRecorded)
            for town in [year.oldbury, year.tipton] {
                let filter = FigureFilter(period: FigureYear.year, towns: [town])
                let lead = try await year.dashboard(year.viewer([.townLead], town: town))
                let one = try await year.dashboard(coordinator, filter)
                #expect(one == lead)
                byTown += one.total(.concerns)
            }
            #expect(byTown == whole.total(.concerns))
            var byMonth = 0
            for month in whole[.concernsByMonth] {
                let first = try #require(Day("\(month.key)-01"))
                let last = first.adding(days: Day.length(ofMonth: first.parts.month, year: first.parts.year) - 1)
                let part = try await year.dashboard(
                    coordinator, FigureFilter(period: Period(from: first, to: last)))
                #expect(part.total(.concerns) == month.count)
                byMonth += part.total(.concerns)
            }
            #expect(byMonth == whole.total(.concerns))
        }
    }
}
