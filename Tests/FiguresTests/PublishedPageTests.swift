import Access
import HTTPTypes
import Hummingbird
import Kernel
import PageTestSupport
import Partnerships
import Store
import TestSupport
import Testing
import Web

@testable import Figures

@Suite("Pages of published statistics")
struct PublishedPageTests {
    @Test("say that nothing was imported, before anything was", arguments: EngineKind.available)
    func nothing(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            let page = try await year.published("", as: year.viewer([.member]))
            #expect(page.status == .ok)
            #expect(page.body.contains("Nothing was imported yet"))
            let force = try await year.published("/forces/E23000032", as: year.viewer([.member]))
            #expect(force.body.contains("Nothing was imported yet of which this page could tell"))
            let authorities = try await year.published("/authorities", as: year.viewer([.member]))
            #expect(authorities.body.contains("No authorities were imported yet"))
        }
    }

    @Test("show every force with its rate, interval and rank, and a map with its table", arguments: EngineKind.available)
    func overview(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            try await year.importEverything()
            let page = try await year.published("", as: year.viewer([.coordinator]))
            #expect(page.status == .ok)
            #expect(page.body.contains("October 2022 to September 2023"))
            #expect(page.body.contains("<th scope=\"col\" class=\"n\">Apr to Sep 2023</th>"))
            #expect(page.body.contains("Apr to Sep 2022</th>"))
            #expect(page.body.contains("<strong>Per 100,000, Oct 2022 to Sep 2023</strong>"))
            // 14 + 15 + 16 + 17 people of Kent's 100,000.
            #expect(
                page.body.contains("<td class=\"n\">62.0</td><td class=\"n\">47.5</td><td class=\"n\">79.5</td><td class=\"n\">1 of 1</td>")
            )
            #expect(page.body.contains("<title>Kent: 62.0</title>"))
            #expect(page.body.contains("<title>Sussex: no rate</title>"))
            #expect(page.body.contains("<th scope=\"row\">Albanian and Greek</th>"))
            #expect(page.body.contains("Labour and criminal"))
            #expect(page.body.contains("file police.csv"))
            #expect(page.body.contains("Populations are mid-year estimates of 2019, 2020."))
            #expect(page.body.contains("Reasonable grounds: positive"))
            #expect(page.body.contains("United Kingdom and overseas"))
            #expect(page.body.contains("Published statistics"))
            #expect(!page.body.contains("style="))
        }
    }

    @Test("are for everybody who is signed in, and show own records to those alone who read figures", arguments: EngineKind.available)
    func whoSees(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            try await year.importEverything()
            for roles: Set<Role> in [[.visitTeam], [.administrator], [.townLead]] {
                let page = try await year.published(
                    "/forces/E23000032", as: year.viewer(roles, town: roles == [.townLead] ? year.oldbury : nil))
                #expect(page.status == .ok)
                #expect(page.body.contains("Kent"))
                #expect(page.body.contains("In the statistics and in your own records") == (roles == [.townLead]))
            }
            let coordinator = try await year.published("/forces/E23000032", as: year.viewer([.coordinator]))
            #expect(coordinator.body.contains("In the statistics and in your own records"))
            #expect(coordinator.body.contains("Published: referred by Kent police"))
        }
    }

    @Test("tell of a force, its neighbours, a nation and an authority without guessing", arguments: EngineKind.available)
    func areas(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            try await year.importEverything()
            let viewer = year.viewer([.coordinator])
            let kent = try await year.published("/forces/E23000032", as: viewer)
            #expect(kent.body.contains("Beside its neighbours"))
            #expect(kent.body.contains("figures/published/forces/E23000033"))
            #expect(!kent.body.contains("figures/published/forces/W15000002"))
            let wales = try await year.published("/nations/wales", as: viewer)
            #expect(wales.body.contains("by the police forces of Wales"))
            #expect(wales.body.contains("Beside the other nations"))
            let authority = try await year.published("/authorities/E07000999", as: viewer)
            #expect(authority.body.contains("there is no figure of Inventham alone"))
            #expect(authority.body.contains("60,000, mid-2020"))
            let cumberland = try await year.published("/authorities/E06000063", as: viewer)
            #expect(cumberland.body.contains("600, mid-2020"))
            #expect(cumberland.body.contains("Allerdale (until 31 March 2023)"))
            let authorities = try await year.published("/authorities", as: viewer)
            #expect(authorities.body.contains("count all local authorities as one first responder"))
            for wrong in ["/forces/E07000999", "/forces/x", "/authorities/E23000032", "/nations/france", "/releases/x", "/tables/x.csv"] {
                await #expect(throws: AccessError.notVisible) { try await year.published(wrong, as: viewer) }
            }
        }
    }

    @Test("give every table as a file with its unit, source and marks", arguments: EngineKind.available)
    func downloads(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            try await year.importEverything()
            let viewer = year.viewer([.coordinator])
            for path in ["", "/forces/E23000032", "/nations/england", "/authorities", "/authorities/E07000999"] {
                let page = try await year.published(path, as: viewer)
                let links = page.body.matches(of: /figures\/published([a-zA-Z0-9\/-]*\/tables\/[a-z-]+\.csv)/).map { String($0.output.1) }
                #expect(!links.isEmpty || path.isEmpty)
                for link in Set(links) {
                    let file = try await year.published(link, as: viewer)
                    #expect(file.status == .ok, "\(link)")
                    #expect(file.body.contains("Marks,Unit of count,Source\r\n"), "\(link)")
                }
            }
            let trend = try await year.published("/forces/W15000002/tables/trend.csv", as: viewer)
            #expect(trend.body.hasPrefix("Quarter,People,Marks,Unit of count,Source\r\nJuly to September 2023,2,,"))
        }
    }

    @Test(
        "tell what a helpline was told of the country and of a force's area, cases and people apart", arguments: EngineKind.available)
    func helpline(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            try await year.importEverything()
            let viewer = year.viewer([.coordinator])
            #expect(try await year.published("", as: viewer).body.contains("What a helpline was told"))
            let country = try await year.published("/tables/helpline.csv", as: viewer)
            #expect(country.body.contains("\r\nJuly to September 2023,9,26,"))
            // Nobody imported the potential victims of that quarter.
            #expect(country.body.contains("\r\nApril to June 2023,7,[x],"))
            let kent = try await year.published("/forces/E23000032/tables/helpline.csv", as: viewer)
            #expect(kent.body.contains("\r\nJuly to September 2023,6,21,"))
            let types = try await year.published("/forces/E23000032/tables/helpline-cases.csv", as: viewer)
            #expect(types.body.contains("\r\nDomestic,1,") && types.body.contains("\r\nLabour,10,") && !types.body.contains("Sexual"))
            let authority = try await year.published("/authorities/E07000999", as: viewer)
            #expect(!authority.body.contains("helpline"))
        }
    }

    @Test("draw what there is where a part was not imported", arguments: EngineKind.available)
    func partial(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            let report = try await year.statistics.importFile(
                Array(InventedStatistics.police(InventedStatistics.sixQuarters).utf8), from: .init(fileName: "police.csv"), isDryRun: false,
                request: "test")
            #expect(report.problems.isEmpty)
            let page = try await year.published("", as: year.viewer([.member]))
            #expect(page.body.contains("Drawn: police."))
        }
    }

    @Test("keep what an earlier release said, and mark what was revised", arguments: EngineKind.available)
    func revisions(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            try await year.importEverything()
            let revised = InventedStatistics.police(InventedStatistics.sixQuarters, extra: 3)
            let report = try await year.statistics.importFile(
                Array(revised.utf8), from: .init(fileName: "revised.csv", title: "Revised release", publishedOn: Day("2024-02-01")),
                isDryRun: false,
                request: "test")
            #expect(report.notes.contains("Revised: July to September 2023, police: 19 before, 22 now. The earlier figures stay readable."))
            let viewer = year.viewer([.coordinator])
            let gwent = try await year.published("/forces/W15000002/tables/trend.csv", as: viewer)
            #expect(gwent.body.contains("July to September 2023,5,[r],"))
            let releases = try await year.desk.read(as: viewer, Consultation("read-published-figures", "published_statistics")) {
                try $0.releases()
            }
            #expect(try await year.published("/releases", as: viewer).body.contains("Revised release</a>"))
            let first = try #require(releases.first { $0.fileName == "police.csv" })
            let page = try await year.published("/releases/\(first.id.text)", as: viewer)
            #expect(page.body.contains("Revised release</a>"))
            let figures = try await year.published("/releases/\(first.id.text)/figures.csv", as: viewer)
            #expect(figures.body.contains("2023-Q3,police,W15000002,sexual,child,female,british,,,,2,"))
        }
    }
}

extension FigureYear {
    var statistics: PublishedStatistics { PublishedStatistics(desk: desk, lists: lists) }

    /// Asks for a page below "figures/published" as this viewer; a refusal is thrown.
    func published(_ path: String, as viewer: Viewer) async throws -> PageAnswer {
        let statistics = statistics
        return try await PageAsking(as: viewer, showsErrorPages: false) { router in
            router.group("sandwell", context: SignedIn.self)
                .addRoutes(PublishedRoutes(statistics).routes, atPath: "figures/published")
        }.ask(.get, "/sandwell/figures/published\(path)")
    }

    /// Brings in every kind of file.
    func importEverything() async throws {
        func take(_ text: String, _ name: String) async throws {
            let report = try await statistics.importFile(
                Array(text.utf8), from: .init(fileName: name, publishedOn: Day("2023-11-02")), isDryRun: false, request: "test")
            guard report.problems.isEmpty, report.changes else { throw UnexpectedReport(text: report.text) }
        }
        func takeAreas(_ kind: PublishedStatistics.AreaFileKind, _ text: String, _ name: String) async throws {
            let report = try await statistics.importAreas(
                kind, Array(text.utf8), from: .init(fileName: name), isDryRun: false, request: "test")
            guard report.problems.isEmpty, report.changes else { throw UnexpectedReport(text: report.text) }
        }
        try await take(InventedStatistics.police(InventedStatistics.sixQuarters), "police.csv")
        try await take(InventedStatistics.decisions, "decisions.csv")
        try await take(InventedStatistics.overTime, "over-time.csv")
        try await take(InventedStatistics.dutyToNotify, "duty.csv")
        try await take(InventedStatistics.dutyToNotifyByNationality, "duty-by-nationality.csv")
        try await take(InventedStatistics.smallBoats, "boats.csv")
        try await take(InventedStatistics.smallBoatOutcomes, "boat-outcomes.csv")
        try await take(InventedStatistics.helplineCases, "helpline-cases.csv")
        try await take(InventedStatistics.helplineVictims, "helpline-victims.csv")
        try await takeAreas(.areas, InventedStatistics.areas, "areas.csv")
        try await takeAreas(.populations(year: 2020), InventedStatistics.populations, "populations.csv")
        try await takeAreas(.populations(year: nil), InventedStatistics.forcePopulations, "forces.csv")
        try await takeAreas(.boundaries, InventedStatistics.boundaries, "forces.geojson")
    }
}

struct UnexpectedReport: Error {
    let text: String
}
