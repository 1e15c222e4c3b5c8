import Access
import Accounts
import Foundation
import HTTPTypes
import Kernel
import Store
import TestSupport
import Testing

@testable import Site

/// The description of the interface beside what the interface answers.
@Suite("The description of the interface")
struct OpenAPITests {
    /// Asks the interface and holds every answer against the description.
    private final class Walk {
        let site: SiteUnderTest
        let token: String
        let schema: JSONSchema
        private(set) var walked: Set<String> = []
        private var number = 0

        init(site: SiteUnderTest, token: String, schema: JSONSchema) {
            self.site = site
            self.token = token
            self.schema = schema
        }

        /// - Parameter path: as described; `id` stands for its parameter.
        @discardableResult
        func ask(
            _ method: HTTPRequest.Method, _ path: String, id: String = "", query: String = "", body: String? = nil,
            expecting status: Int, as other: String? = nil
        ) async throws -> [String: Any] {
            number += 1
            let address = path.replacingOccurrences(of: "{id}", with: id) + query
            let answer = try await site.api(
                address, token: other ?? token, method: method, body: body, key: "walk-\(number)")
            let what = "\(method) \(address)"
            #expect(answer.status == status, "\(what) is \(answer.status): \(answer.body.prefix(300))")
            let found = schema.operations.first { $0.method == method.rawValue && $0.path == path }
            let operation = try #require(found, "\(what) is not described").operation
            let (type, expected) = try #require(schema.answer(operation, status: answer.status), "\(what) describes no answer")
            #expect(answer.type.hasPrefix(type), "\(what) is \(answer.type)")
            let value = try JSONSerialization.jsonObject(with: Data(answer.bytes))
            let faults = schema.faults(value, expected)
            #expect(faults == [], "\(what) with status \(answer.status)")
            if answer.status < 400 { walked.insert("\(method) \(path)") }
            return value as? [String: Any] ?? [:]
        }

        func items(_ answer: [String: Any]) -> [[String: Any]] { answer["items"] as? [[String: Any]] ?? [] }
    }

    private static func walk(_ demonstration: InstalledDemonstration, as email: String) async throws -> Walk {
        let site = demonstration.site
        let place = try await site.installation.engine.read {
            try $0.value("SELECT id FROM partnerships WHERE slug = 'sandwell'", as: ID<Partnership>.self)
        }
        let person = try #require(demonstration.people[email])
        let token = try await site.token(for: person, in: try #require(place))
        return Walk(site: site, token: token, schema: try JSONSchema(try await site.get("/api/openapi.json").bytes))
    }

    @Test("documents every member of every answer on every path", arguments: EngineKind.available)
    func everyPath(kind: EngineKind) async throws {
        try await InstalledDemonstration.run(kind) { demonstration in
            let walk = try await Self.walk(demonstration, as: "coordinator@sandwell.example")
            try await Self.concerns(walk)
            try await Self.visits(walk)
            try await walk.ask(.get, "/api/v1/dashboard", expecting: 200)
            try await walk.ask(.get, "/api/v1/dashboard", query: "?from=2019-04-01&to=2019-06-30&town=Oldbury", expecting: 200)
            try await walk.ask(.get, "/api/v1/dashboard", query: "?from=yesterday", expecting: 422)
            try await Self.refusals(walk)
            let described = Set(walk.schema.operations.map { "\($0.method) \($0.path)" })
            #expect(described.subtracting(walk.walked) == [], "described and not walked")
            let routed = Set(
                demonstration.site.routes.filter { $0.path.hasPrefix("/api/v1/") && $0.method != "HEAD" }
                    .map { "\($0.method) \($0.path)" })
            #expect(described == routed)
        }
    }

    private static func concerns(_ walk: Walk) async throws {
        var query = "?stage=all"
        var ids: [String] = []
        while true {
            let page = try await walk.ask(.get, "/api/v1/concerns", query: query, expecting: 200)
            ids += walk.items(page).compactMap { $0["id"] as? String }
            guard let next = page["next"] as? String else { break }
            query = "?stage=all&after=\(next.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }
        #expect(ids.count > 100)
        for id in ids { try await walk.ask(.get, "/api/v1/concerns/{id}", id: id, expecting: 200) }
        try await walk.ask(.get, "/api/v1/concerns", query: "?q=van", expecting: 200)
        let long = "?q=\(String(repeating: "a", count: 201))"
        try await walk.ask(.get, "/api/v1/concerns", query: long, expecting: 422)
        let everything = """
            {"source":"police","seen":"Four men in a unit","inferred":"They live there","summary":"Unit","location_type":"Farm",
            "received_on":"2020-03-30","immediate_danger":true,"police_incident":"WM-1","place":"1 Mill Lane","postcode":"B69 4AA",
            "town":"Oldbury","people_count":4,"children_present":"no","nationality":"unknown","exploitation_types":["labour"],
            "mentions":[{"kind":"vehicle","value":"AB12 CDE"},{"kind":"person","description":"A man","name":"Somebody"}]}
            """
        let raised = try await walk.ask(.post, "/api/v1/concerns", body: everything, expecting: 201)
        #expect(raised["mentions"] != nil)
        try await walk.ask(.post, "/api/v1/concerns", body: "{}", expecting: 422)
        // Whoever goes on visits may raise what they may not read.
        let questions = walk.items(try await walk.ask(.get, "/api/v1/answers", expecting: 200))
        #expect(!questions.isEmpty || !ids.isEmpty)
    }

    private static func visits(_ walk: Walk) async throws {
        let page = try await walk.ask(.get, "/api/v1/visits", expecting: 200)
        for visit in walk.items(page) {
            let id = try #require(visit["id"] as? String)
            try await walk.ask(.get, "/api/v1/visits/{id}", id: id, expecting: 200)
            try await walk.ask(.get, "/api/v1/visits/{id}/screenings", id: id, expecting: 200)
        }
        let made = try #require(walk.items(page).first { $0["status"] as? String == "made" }?["id"] as? String)
        let plan = """
            {"purpose":"Welfare check","visited_on":"2020-04-20","place":"1 Mill Lane","location_type":"Farm",
            "agencies":[{"name":"Police","officers":2}],"lead":"Police","lead_reason":"They know the place","risks":"None known"}
            """
        let purposes = try await walk.site.installation.engine.read {
            try $0.value("SELECT label FROM partnership_terms WHERE kind = 'purpose' ORDER BY label LIMIT 1", as: String.self)
        }
        let own = plan.replacingOccurrences(of: "Welfare check", with: purposes ?? "Welfare check")
        try await walk.ask(.post, "/api/v1/visits", body: own, expecting: 201)
        let met = """
            {"visit":"\(made)","gender":"male","age_group":"adult","nationality":"unknown","outcome":"no indicators","note":"Calm"}
            """
        try await walk.ask(.post, "/api/v1/screenings", body: met, expecting: 201)
    }

    private static func refusals(_ walk: Walk) async throws {
        let missing = "0170e7e3-a220-780e-9dbd-000000000000"
        for (method, path) in [
            (.get, "/api/v1/concerns/{id}"), (.get, "/api/v1/visits/{id}"), (.get, "/api/v1/visits/{id}/screenings"),
        ] as [(HTTPRequest.Method, String)] {
            try await walk.ask(method, path, id: missing, expecting: 404)
            try await walk.ask(method, path, id: "nonsense", expecting: 404)
            try await walk.ask(method, path, id: missing, expecting: 401, as: "ps_nothing")
        }
        try await walk.ask(
            .post, "/api/v1/answers/{id}", id: missing, body: "{\"answer\":\"nothing-held\"}", expecting: 404)
        let waiting = try await walk.site.installation.engine.read {
            try $0.value("SELECT id FROM scoping_requests WHERE is_waiting = 1 ORDER BY id LIMIT 1", as: String.self)
        }
        let open = try #require(waiting)
        try await walk.ask(.post, "/api/v1/answers/{id}", id: open, body: "{\"answer\":\"held\"}", expecting: 422)
        try await walk.ask(
            .post, "/api/v1/answers/{id}", id: open, body: "{\"answer\":\"nothing-held\",\"version\":99}", expecting: 409)
        try await walk.ask(.post, "/api/v1/answers/{id}", id: open, body: "{\"answer\":\"nothing-held\"}", expecting: 200)
    }

    @Test("is seen to lack a member that an answer carries")
    func canFail() throws {
        let text = OpenAPIDocument.text.replacing("\"has_identity\": {", with: "\"has_other\": {")
        let schema = try JSONSchema(Array(text.utf8))
        let answer: [String: Any] = [
            "id": "0170e7e3-a220-780e-9dbd-5c23b75ceafc", "reference": "S-1", "visit": "0170e7e3-a220-780e-9dbd-5c23b75ceafc",
            "recorded_at": "2020-02-03T09:00:00Z", "recorded_by": "Police", "gender": "male", "age_group": "adult",
            "nationality": "unknown", "language": "unknown", "indicators": [String](), "outcome": "disclosure", "consent": "",
            "next_step": "", "note": "", "has_identity": true,
        ]
        let faults = schema.faults(answer, ["$ref": "#/components/schemas/Screening"])
        #expect(faults.contains(".has_identity: is not documented"))
    }
}
