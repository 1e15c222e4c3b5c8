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

@Suite("Pages of figures")
struct FigurePageTests {
    @Test("the page opens on the year of the newest concern and says what it counts", arguments: EngineKind.available)
    func overview(kind: EngineKind) async throws {
        let page = try await withYear(kind) { year, _ in try await year.get("", as: year.viewer([.coordinator])) }
        #expect(page.status == .ok)
        #expect(page.body.contains("The year in figures"))
        #expect(page.body.contains("1 April 2019 to 31 March 2020"))
        #expect(page.body.contains("concerns raised, 1 the year before"))
        #expect(page.body.contains("people screened: 2 male, 1 female"))
        for table in FigureTable.allCases {
            #expect(page.body.contains(table.unitText), "\(table)")
            #expect(page.body.contains("figures/\(table.rawValue).csv?from=2019-04-01"), "\(table)")
        }
        #expect(page.body.contains("=Hope House"))
        #expect(!page.body.contains("Stroud"))
    }

    @Test("a member's page says that it counts only what the organisation may see", arguments: EngineKind.available)
    func member(kind: EngineKind) async throws {
        let page = try await withYear(kind) { year, _ in
            try await year.get("?period=all", as: year.viewer([.member], of: year.police))
        }
        #expect(page.body.contains("These figures count only what Sandwell Council may see"))
        #expect(!page.body.contains("figures/answers"))
        #expect(!page.body.contains("Sexual</th>"))
    }

    @Test("a bad date is told and what was typed stays", arguments: EngineKind.available)
    func badDate(kind: EngineKind) async throws {
        let page = try await withYear(kind) { year, _ in
            try await year.get(
                "?from-day=31&from-month=2&from-year=2019&to-day=&town=%3Cscript%3E", as: year.viewer([.coordinator]))
        }
        #expect(page.status == .unprocessableContent)
        #expect(page.body.contains("Enter the first day as day, month and year"))
        #expect(page.body.contains("value=\"31\""))
        #expect(page.body.contains("Choose a town from the list"))
        #expect(!page.body.contains("<script>"))
        #expect(!page.body.contains("concerns raised"))
    }

    @Test("a town has a page; another town's page does not exist for its town lead", arguments: EngineKind.available)
    func towns(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            let lead = year.viewer([.townLead], town: year.oldbury)
            let own = try await year.get("/towns/\(year.oldbury)", as: lead)
            #expect(own.body.contains("Oldbury in figures"))
            #expect(own.body.contains("These figures count only what lies in Oldbury."))
            #expect(!own.body.contains("Tipton"))
            let other = try await year.get("/towns/\(year.tipton)", as: year.viewer([.coordinator]))
            #expect(other.body.contains("Tipton in figures"))
            for town in [year.tipton.text, year.stroud.text, "x", "..%2F"] {
                await #expect(throws: AccessError.notVisible) { try await year.get("/towns/\(town)", as: lead) }
            }
            await #expect(throws: AccessError.notVisible) {
                try await year.get("/towns/\(year.stroud)", as: year.viewer([.coordinator]))
            }
            let asked = try await year.get("?town=\(year.tipton)", as: lead)
            #expect(asked.status == .unprocessableContent)
        }
    }

    @Test("every table can be saved, under the same filters", arguments: EngineKind.available)
    func downloads(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            let coordinator = year.viewer([.coordinator])
            let agencies = try await year.get("/interventions-by-agency.csv", as: coordinator)
            #expect(
                agencies.body
                    == "Agency,Interventions\r\nSandwell Council,2\r\n'=Hope House,1\r\nWest Midlands Police,1\r\n")
            #expect(agencies.headers[.contentType] == "text/csv; charset=utf-8")
            let town = try await year.get(
                "/concerns-by-town.csv?period=all&town=\(year.tipton)", as: coordinator)
            #expect(town.body == "Town,Concerns\r\nTipton,2\r\n")
            for table in FigureTable.allCases {
                let download = try await year.get("/\(table.rawValue).csv", as: coordinator)
                #expect(download.body.hasPrefix("\(table.dimension),\(table.unit.heading)\r\n"))
            }
            let refused = try await year.get("/concerns-by-town.csv?from=yesterday", as: coordinator)
            #expect(refused.status == .unprocessableContent)
            await #expect(throws: AccessError.notVisible) {
                try await year.get("/sealed_values.csv", as: coordinator)
            }
        }
    }

    @Test("the coordinator reads how the agencies answer, and nobody else does", arguments: EngineKind.available)
    func answers(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            let coordinator = year.viewer([.coordinator])
            let table = try await year.get("/answers.csv?period=all", as: coordinator)
            #expect(
                table.body == """
                    Agency,Requests,Answered,Median hours to answer,Nothing held,Held,Held but cannot share,Conflict,\
                    Answered late,Overdue\r
                    '=Hope House,1,0,,0,0,0,0,0,1\r
                    Sandwell Council,1,1,30.0,1,0,0,0,1,0\r
                    West Midlands Police,2,2,3.5,1,1,0,0,0,0\r
                    All agencies,4,3,5.0,2,1,0,0,1,1\r

                    """)
            let page = try await year.get("/answers?from=2019-04-01&to=2019-04-30", as: coordinator)
            #expect(page.body.contains("How the agencies answer"))
            #expect(page.body.contains("requests sent to agencies"))
            let bad = try await year.get("/answers?from=x", as: coordinator)
            #expect(bad.status == .unprocessableContent)
            for viewer in [year.viewer([.member], of: year.police), year.viewer([.analyst])] {
                await #expect(throws: AccessError.denied) { try await year.get("/answers", as: viewer) }
                await #expect(throws: AccessError.denied) { try await year.get("/answers.csv", as: viewer) }
            }
        }
    }

    @Test("administrators and visit teams are refused every page", arguments: EngineKind.available)
    func refused(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            for viewer in [year.viewer([.administrator]), year.viewer([.visitTeam])] {
                for path in ["", "/answers", "/towns/\(year.oldbury)", "/concerns-by-town.csv"] {
                    await #expect(throws: AccessError.denied) { try await year.get(path, as: viewer) }
                }
            }
        }
    }

    @Test(
        "a member without an agreement and a town lead without a town are told why there is nothing",
        arguments: EngineKind.available)
    func nothing(kind: EngineKind) async throws {
        try await withYear(kind) { year, _ in
            let lapsed = try await year.get(
                "", as: year.viewer([.member], of: year.police, agreementInForce: false))
            #expect(lapsed.body.contains("The sharing agreement has run out"))
            let townless = try await year.get("", as: year.viewer([.townLead]))
            #expect(townless.body.contains("No town is set for your account"))
        }
    }
}

extension FigureYear {
    /// Asks for a page below "figures" as this viewer, through the router; a refusal is thrown.
    func get(_ path: String, as viewer: Viewer) async throws -> PageAnswer {
        let figures = figures
        return try await PageAsking(as: viewer, showsErrorPages: false) { router in
            router.group("sandwell", context: SignedIn.self).addRoutes(FigureRoutes(figures).routes, atPath: "figures")
        }.ask(.get, "/sandwell/figures\(path)")
    }
}
