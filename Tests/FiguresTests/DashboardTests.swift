import Access
import Figures
import Kernel
import Store
import TestSupport
import Testing

@Suite("Figures of a known year")
struct DashboardTests {
    @Test("the coordinator reads every figure of the year", arguments: EngineKind.available)
    func everyFigure(kind: EngineKind) async throws {
        let dashboard = try await withYear(kind) { year, _ in try await year.dashboard(year.viewer([.coordinator])) }
        #expect(UnitOfCount.allCases.map(dashboard.total) == [4, 2, 4, 3])
        let expected: [(FigureTable, [FigureCount])] = [
            (.concernsBySource, [.init("Agency", 2), .init("Police", 1), .init("Public", 1)]),
            (.concernsByTown, [.init("Oldbury", 2), .init("Tipton", 1), .init("Not recorded", 1)]),
            (.concernsByWard, [.init("Langley", 1), .init("Princes End", 1), .init("Not recorded", 2)]),
            (
                .concernsByLocationType,
                [.init("Private dwelling", 2), .init("Car wash", 1), .init("Factory", 1)]
            ),
            (.concernsByExploitationType, [.init("Labour", 3), .init("Criminal", 1), .init("Sexual", 1)]),
            (.concernsByNationality, [.init("Romanian", 2), .init("Unknown", 1), .init("Not recorded", 1)]),
            (
                .interventionsByAgency,
                [.init("Sandwell Council", 2), .init("=Hope House", 1), .init("West Midlands Police", 1)]
            ),
            (.screenedByGender, [.init("Male", 2), .init("Female", 1)]),
            (.screenedByAgeGroup, [.init("Adult", 2), .init("Child", 1)]),
            (.screenedByNationality, [.init("Romanian", 2), .init("Unknown", 1)]),
            (
                .screenedByOutcome,
                [.init("Disclosure", 1), .init("No indicators", 1), .init("Some indicators", 1)]
            ),
        ]
        for (table, rows) in expected { #expect(dashboard[table] == rows, "\(table)") }
        let months = dashboard[.concernsByMonth]
        #expect(months.count == 12)
        #expect(months.first == .init("2019-04", 2))
        #expect(months.last == .init("2020-03", 1))
        #expect(dashboard.count(.concernsByMonth, "2019-06") == 1)
        #expect(dashboard.count(.concernsByMonth, "2019-05") == 0)
        #expect(
            dashboard[.concernsByQuarter]
                == [.init("2019-Q2", 3), .init("2019-Q3", 0), .init("2019-Q4", 0), .init("2020-Q1", 1)])
        #expect(dashboard[.visitsByMonth].filter { $0.count > 0 } == [.init("2019-04", 1), .init("2019-06", 1)])
    }

    @Test("the document has the same bytes on both databases, members in their order", arguments: EngineKind.available)
    func bytes(kind: EngineKind) async throws {
        let period = Period(from: Day("2019-04-15"), to: Day("2019-06-30"))
        let json = try await withYear(kind) { year, _ in
            try await year.dashboard(year.viewer([.coordinator]), FigureFilter(period: period)).json()
        }
        #expect(
            String(decoding: json, as: UTF8.self) == """
                {"concerns":{"total":2,"by_month":{"2019-04":1,"2019-05":0,"2019-06":1},"by_quarter":{"2019-Q2":2},\
                "by_source":{"Police":1,"Public":1},"by_town":{"Oldbury":1,"Tipton":1},\
                "by_ward":{"Princes End":1,"Not recorded":1},"by_location_type":{"Private dwelling":2},\
                "by_exploitation_type":{"Labour":1,"Sexual":1},"by_nationality":{"Romanian":1,"Unknown":1}},\
                "visits":{"total":2,"by_month":{"2019-04":1,"2019-05":0,"2019-06":1}},\
                "interventions":{"total":4,"by_agency":{"Sandwell Council":2,"=Hope House":1,"West Midlands Police":1}},\
                "screened":{"total":3,"by_gender":{"Male":2,"Female":1},"by_age_group":{"Adult":2,"Child":1},\
                "by_nationality":{"Romanian":2,"Unknown":1},\
                "by_outcome":{"Disclosure":1,"No indicators":1,"Some indicators":1}}}
                """)
    }

    @Test(
        "without dates everything recorded counts, and only months with a record are listed",
        arguments: EngineKind.available)
    func everything(kind: EngineKind) async throws {
        let dashboard = try await withYear(kind) { year, _ in
            try await year.dashboard(year.viewer([.coordinator]), FigureFilter())
        }
        #expect(dashboard.total(.concerns) == 5)
        #expect(dashboard[.concernsByMonth].map(\.key) == ["2018-05", "2019-04", "2019-06", "2020-03"])
        #expect(dashboard[.concernsByQuarter].map(\.key) == ["2018-Q2", "2019-Q2", "2020-Q1"])
    }

    @Test("a period with one end is open at the other", arguments: EngineKind.available)
    func openPeriods(kind: EngineKind) async throws {
        let totals = try await withYear(kind) { year, _ in
            let coordinator = year.viewer([.coordinator])
            let until = FigureFilter(period: Period(to: Day("2019-04-03")))
            let since = FigureFilter(period: Period(from: Day("2019-04-30")))
            return [
                try await year.dashboard(coordinator, until).total(.concerns),
                try await year.dashboard(coordinator, since).total(.concerns),
            ]
        }
        #expect(totals == [2, 3])
    }

    @Test(
        "one town, one type of location or one type of exploitation narrows every table",
        arguments: EngineKind.available)
    func filters(kind: EngineKind) async throws {
        let (town, place, type) = try await withYear(kind) { year, _ in
            let coordinator = year.viewer([.coordinator])
            var filter = FigureFilter(period: FigureYear.year, towns: [year.oldbury])
            let town = try await year.dashboard(coordinator, filter)
            filter.towns = []
            filter.locationType = "private-dwelling"
            let place = try await year.dashboard(coordinator, filter)
            filter.locationType = nil
            filter.exploitationType = "criminal"
            return (town, place, try await year.dashboard(coordinator, filter))
        }
        #expect(UnitOfCount.allCases.map(town.total) == [2, 1, 2, 2])
        #expect(town[.concernsByTown] == [.init("Oldbury", 2)])
        #expect(UnitOfCount.allCases.map(place.total) == [2, 1, 2, 1])
        #expect(place[.concernsByExploitationType] == [.init("Labour", 1), .init("Sexual", 1)])
        #expect(UnitOfCount.allCases.map(type.total) == [1, 1, 2, 2])
        #expect(type[.concernsByExploitationType] == [.init("Criminal", 1), .init("Labour", 1)])
    }

    @Test("the operator reads one partnership, or all of them together", arguments: EngineKind.available)
    func operators(kind: EngineKind) async throws {
        let (one, all, coordinator) = try await withYear(kind) { year, _ in
            (
                try await year.dashboard(.operator(of: year.sandwell, request: "test")),
                try await year.dashboard(.operator(request: "test")),
                try await year.dashboard(year.viewer([.coordinator]))
            )
        }
        #expect(one == coordinator)
        #expect(UnitOfCount.allCases.map(all.total) == [5, 3, 5, 4])
        #expect(all.count(.concernsByTown, "Stroud") == 1)
        #expect(all.count(.interventionsByAgency, "West Midlands Police") == 2)
    }

    @Test("each role counts what it may see", arguments: EngineKind.available)
    func roles(kind: EngineKind) async throws {
        let totals = try await withYear(kind) { year, _ in
            let viewers = [
                year.viewer([.analyst]), year.viewer([.townLead], town: year.oldbury),
                year.viewer([.member], of: year.police), year.viewer([.member], of: year.charity),
                year.viewer([.member], of: year.police, agreementInForce: false), year.viewer([.townLead]),
                year.viewer([.townLead, .member], of: year.police, town: year.tipton),
            ]
            var totals: [[Int]] = []
            for viewer in viewers {
                let dashboard = try await year.dashboard(viewer)
                totals.append(UnitOfCount.allCases.map(dashboard.total))
            }
            return totals
        }
        #expect(
            totals == [
                [4, 2, 4, 3], [2, 1, 2, 2], [1, 1, 2, 1], [1, 2, 4, 1], [0, 0, 0, 0], [0, 0, 0, 0], [1, 1, 2, 1],
            ])
    }

    @Test("a town lead who asks for another town is told of nothing there", arguments: EngineKind.available)
    func otherTown(kind: EngineKind) async throws {
        let dashboard = try await withYear(kind) { year, _ in
            try await year.dashboard(
                year.viewer([.townLead], town: year.oldbury),
                FigureFilter(period: FigureYear.year, towns: [year.tipton, year.stroud]))
        }
        #expect(UnitOfCount.allCases.map(dashboard.total) == [0, 0, 0, 0])
        #expect(dashboard[.concernsByTown].isEmpty)
    }

    @Test("administrators, visit teams and the public form read no figures", arguments: EngineKind.available)
    func refused(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            let viewers = [
                year.viewer([.administrator]), year.viewer([.visitTeam]), year.viewer([]),
                Viewer.publicForm(of: year.sandwell, request: "test"),
            ]
            for viewer in viewers {
                await #expect(throws: AccessError.denied) { try await year.dashboard(viewer) }
            }
        }
    }

    @Test("every reading of figures is in the journal", arguments: EngineKind.available)
    func journal(kind: EngineKind) async throws {
        let entries = try await withYear(kind) { year, engine in
            _ = try await year.dashboard(year.viewer([.analyst]))
            return try await engine.read { tx in
                try tx.rows("SELECT event, verb, detail FROM journal_entries WHERE verb = 'read-figures'") { row in
                    [try row.next(String.self), try row.next(String.self), try row.next(String.self)]
                }
            }
        }
        #expect(entries == [["consultation", "read-figures", "2019-04-01/2020-03-31"]])
    }

    @Test("what the command line and the API are asked for becomes a filter", arguments: EngineKind.available)
    func asked(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            let whole = try await year.figures.filter(from: nil, to: "", town: nil, in: year.sandwell)
            #expect(whole.result == FigureFilter())
            let named = try await year.figures.filter(
                from: "2019-04-01", to: "2020-03-31", town: "OLDBURY", in: year.sandwell)
            #expect(named.result == FigureFilter(period: FigureYear.year, towns: [year.oldbury]))
            let wrong = try await year.figures.filter(
                from: "1.4.2019", to: "2020-02-30", town: "Stroud", in: year.sandwell)
            #expect(wrong.problems.map(\.field) == ["from", "to", "town"])
            let hostile = try await year.figures.filter(
                from: nil, to: nil, town: "' OR 1=1 --", in: year.sandwell)
            #expect(hostile.problems.map(\.field) == ["town"])
            let reversed = try await year.figures.filter(from: "2020-01-01", to: "2019-01-01", town: nil, in: nil)
            #expect(reversed.problems.map(\.field) == ["to"])
            let long = try await year.figures.filter(from: "1900-01-01", to: "2000-01-01", town: nil, in: nil)
            #expect(long.problems.map(\.field) == ["from"])
        }
    }
}
