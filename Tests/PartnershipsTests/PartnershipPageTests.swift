import Access
import Accounts
import HTML
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Kernel
import NIOCore
import Schema
import Store
import TestSupport
import Testing
import Web

@testable import Partnerships

@Suite("The pages of a partnership")
struct PartnershipPageTests {
    /// Stands in for the session and the partnership's door: who looks is said by a header.
    private struct ComeIn: RouterMiddleware {
        typealias Context = WebContext
        let viewers: [String: Viewer]

        func handle(
            _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
        ) async throws -> Response {
            guard let name = HTTPField.Name("Who"), let viewer = request.headers[name].flatMap({ viewers[$0] }),
                let id = viewer.person, let organisation = viewer.organisation, let partnership = viewer.partnership
            else { throw SignInNeeded() }
            let place = PartnershipPlace(
                id: partnership, slug: "sandwell", name: "Sandwell partnership", roles: viewer.roles, town: nil,
                isDemonstration: false, requiresSecondFactor: false, agreementInForce: true)
            var context = context
            let person = SignedInPerson(
                id: id, name: viewer.name, organisation: organisation, organisationName: viewer.organisationName,
                formSecret: "secret", hasSecondFactor: false, passedSecondFactor: false, places: [place])
            context.pass(person, as: viewer, in: place)
            return try await next(request, context)
        }
    }

    private struct Visitor: Sendable {
        let client: any TestClientProtocol
        let ground: PartnershipGround

        func get(_ path: String, as who: String = "administrator") async throws -> (HTTPResponse.Status, String) {
            let name = try #require(HTTPField.Name("Who"))
            let response = try await client.execute(uri: "/sandwell/partnership\(path)", method: .get, headers: [name: who])
            return (response.status, String(buffer: response.body))
        }

        func post(
            _ path: String, _ fields: [(name: String, value: String)], as who: String = "administrator",
            secret: String = "secret"
        ) async throws -> (status: HTTPResponse.Status, location: String, body: String) {
            let name = try #require(HTTPField.Name("Who"))
            let all = fields + [(name: "form_secret", value: secret)]
            let response = try await client.execute(
                uri: "/sandwell/partnership\(path)", method: .post,
                headers: [name: who, .contentType: "application/x-www-form-urlencoded"],
                body: ByteBuffer(string: FormData(fields: all).urlEncoded))
            return (response.status, response.headers[.location] ?? "", String(buffer: response.body))
        }
    }

    private static let powers = [
        PowerLine(
            organisationKinds: ["police"], agency: "Police", statute: "Invented Act 1984 s.17", premises: ["any"],
            purpose: "to save life", notice: "None", withoutWarrant: "partly", force: "yes", warrantRoute: "",
            note: "With <b>care</b>", isConfirmed: false, validity: Period(from: Day("2015-07-31"))),
        PowerLine(
            organisationKinds: ["charity"], agency: "Charities", statute: "", premises: [], purpose: "", notice: "",
            withoutWarrant: "no", force: "no", warrantRoute: "", note: "", isConfirmed: true, validity: Period()),
        PowerLine(
            organisationKinds: ["police"], agency: "Old Constables", statute: "Invented Act 1900", premises: ["any"],
            purpose: "to look", notice: "A day", withoutWarrant: "yes", force: "warrant", warrantRoute: "A court",
            note: "", isConfirmed: true, validity: Period(to: Day("2019-12-31"))),
        PowerLine(
            organisationKinds: ["council"], agency: "Councils to come", statute: "Invented Act 2020",
            premises: ["any"], purpose: "to look", notice: "A day", withoutWarrant: "yes", force: "no",
            warrantRoute: "", note: "", isConfirmed: true,
            validity: Period(from: Day("2020-06-01"), to: Day("2030-06-01"))),
    ]

    private func visit(_ body: @escaping @Sendable (Visitor) async throws -> Void) async throws {
        try await withDatabase(.sqlite) { engine in
            let ground = try await PartnershipGround(engine)
            let router = Router(context: WebContext.self)
            router.add(middleware: ErrorPages { _, _ in Response(status: .unauthorized) })
            var viewers = ["administrator": ground.administrator, "coordinator": ground.coordinator]
            for role in Role.allCases where viewers[role.rawValue] == nil {
                viewers[role.rawValue] = ground.viewer(role)
            }
            router.add(middleware: ComeIn(viewers: viewers))
            router.group("sandwell", context: SignedIn.self).addRoutes(
                PartnershipRoutes(desk: ground.desk, lists: ground.lists, powers: PartnershipPageTests.powers).routes)
            try await Application(responder: router.buildResponder()).test(.router) { client in
                try await body(Visitor(client: client, ground: ground))
            }
        }
    }

    @Test("everybody reads the page and the powers; the forms open for the administrator alone", arguments: Role.allCases)
    func whoSees(_ role: Role) async throws {
        try await visit { visitor in
            let who = role.rawValue
            let (status, page) = try await visitor.get("", as: who)
            #expect(status == .ok && page.contains("Safe Harbour") && page.contains("Agreement of 3 April 2018"))
            #expect(page.contains("/sandwell/partnership/settings") == (role == .administrator))
            #expect(page.contains("It leaves") == (role == .administrator))
            #expect(page.contains("Changes to accounts") == (role == .administrator || role == .coordinator))
            #expect(try await visitor.get("/powers", as: who).0 == .ok)
            let forms = ["/settings", "/members/new", "/members/\(visitor.ground.charity)/leave"]
            for form in forms {
                let expected: HTTPResponse.Status = role == .administrator ? .ok : .forbidden
                #expect(try await visitor.get(form, as: who).0 == expected, "\(form)")
                if role != .administrator {
                    #expect(try await visitor.post(form, [], as: who).status == .forbidden, "\(form)")
                }
            }
            let again = "/members/\(visitor.ground.charity)/return"
            if role != .administrator { #expect(try await visitor.post(again, [], as: who).status == .forbidden) }
        }
    }

    @Test("the coordinator sees every reset and every role that was given in the last 30 days")
    func changesToAccounts() async throws {
        try await visit { visitor in
            let ground = visitor.ground
            ground.clock.advance(seconds: 31 * 86_400)
            let person = try #require(ground.member.person)
            _ = try await ground.accounts.resetPassword(of: person, by: ground.administrator)
            _ = try await ground.accounts.resetSecondFactor(of: person, by: ground.administrator)
            _ = try await ground.accounts.changeRoles(
                of: person, to: [.coordinator, .member], town: nil, by: ground.administrator)
            _ = try await ground.accounts.changeRoles(
                email: "rowan@example.org", to: [.coordinator, .analyst], town: nil, by: ground.operatorViewer)
            let page = try await visitor.get("", as: "coordinator").1
            for part in [
                "Imani Field, Safe Harbour", "Password reset", "Second step removed",
                "Roles are now Agency contact", "Coordinator asked for: a coordinator confirms or declines it", "Kezia Arden",
                "Roles are now Coordinator, Analyst", "Whoever runs the server",
                "5 March 2020 at 09:00",
            ] {
                #expect(page.contains(part), "\(part)")
            }
            #expect(!page.contains("Added as"))
            let elsewhere = try await ground.desk.readOffice { office in
                try office.accountChanges(of: ground.gloucestershire, since: Moment(microseconds: 0))
            }
            #expect(elsewhere.isEmpty)
        }
    }

    @Test("every change that Accounts keeps has words on the page")
    func words() {
        for what in AccountEvent.What.allCases {
            let change = AccountChange(
                at: Moment(microseconds: 0), what: what.rawValue, detail: "coordinator", by: nil, about: nil,
                aboutOrganisation: nil)
            #expect(change.sentence != what.rawValue)
        }
    }

    @Test("the settings are changed, and what is wrong with them is said beside the field with nothing lost")
    func settings() async throws {
        try await visit { visitor in
            let seen: [(name: String, value: String)] = [
                ("seen_agreement", "Agreement of 3 April 2018"), ("seen_until", ""), ("seen_hours", "24"),
            ]
            let hostile = "<script>alert(1)</script>"
            let wrong = try await visitor.post(
                "/settings",
                seen + [
                    ("agreement", hostile), ("until-day", "31"), ("until-month", "2"), ("until-year", "2027"),
                    ("hours", "soon"),
                ])
            #expect(wrong.status == .unprocessableContent && !wrong.body.contains(hostile))
            for part in ["&lt;script&gt;", "value=\"soon\"", "Enter a day that the calendar has", "Enter a number of hours"] {
                #expect(wrong.body.contains(part), "\(part)")
            }
            let good: [(name: String, value: String)] = [
                ("agreement", "First line\r\nSecond line"), ("until-day", "31"), ("until-month", "3"),
                ("until-year", "2027"), ("hours", "36"), ("form_token", "token-1"),
            ]
            let forged = try await visitor.post("/settings", seen + good, secret: "guess")
            #expect(forged.status == .forbidden)
            for _ in 1...2 {
                let done = try await visitor.post("/settings", seen + good)
                #expect(done.status == .seeOther && done.location == "/sandwell/partnership?done=settings")
            }
            let page = try await visitor.get("").1
            #expect(page.contains("<p>First line</p><p>Second line</p>") && page.contains("In force until 31 March 2027"))
            #expect(page.contains("36 hours to answer"))
            let stale = try await visitor.post(
                "/settings",
                seen + good.filter { !["hours", "form_token"].contains($0.name) } + [("hours", "48"), ("form_token", "token-2")])
            #expect(stale.status == .unprocessableContent)
            #expect(stale.body.contains("Somebody else changed these settings") && stale.body.contains("value=\"48\""))
            let form = try await visitor.get("/settings").1
            #expect(form.contains("value=\"31\"") && form.contains("value=\"2027\""))
        }
    }

    @Test("an organisation leaves and is admitted again by forms; a new one is admitted by name and kind")
    func members() async throws {
        try await visit { visitor in
            let charity = visitor.ground.charity
            let leave = "/members/\(charity)/leave"
            #expect(try await visitor.get(leave).1.contains("The one person of Safe Harbour"))
            #expect(try await visitor.post(leave, [("form_token", "a")]).location == "/sandwell/partnership?done=left")
            let page = try await visitor.get("?done=left").1
            #expect(page.contains("Organisations that have left") && page.contains("Admit again"))
            #expect(!(try await visitor.get("", as: "coordinator").1.contains("Organisations that have left")))
            let back = try await visitor.post("/members/\(charity)/return", [("form_token", "b")])
            #expect(back.location == "/sandwell/partnership?done=returned")

            let own = try await visitor.post("/members/\(visitor.ground.council)/leave", [("form_token", "c")])
            #expect(own.status == .unprocessableContent && own.body.contains("your own organisation"))
            let empty = try await visitor.post("/members/new", [("name", ""), ("kind", "nonsense")])
            #expect(empty.status == .unprocessableContent && empty.body.contains("Choose the kind of organisation"))
            let new = try await visitor.post(
                "/members/new", [("name", "Riverside <i>Trust</i>"), ("kind", "charity"), ("form_token", "d")])
            #expect(new.location == "/sandwell/partnership?done=admitted")
            #expect(try await visitor.get("").1.contains("Riverside &lt;i&gt;Trust"))
            for unknown in ["nonsense", "\(visitor.ground.clock.world.newID(Organisation.self))"] {
                #expect(try await visitor.get("/members/\(unknown)/leave").0 == .notFound)
                #expect(try await visitor.post("/members/\(unknown)/return", []).status == .notFound)
            }
        }
    }

    @Test("the directory shows the powers that are in force or to come, by kind of organisation")
    func powersDirectory() async throws {
        try await visit { visitor in
            let all = try await visitor.get("/powers").1
            for part in [
                "Invented Act 1984 s.17", "May enter to save life", "Under conditions", "To be confirmed",
                "No power of entry", "With &lt;b&gt;care", "From 1 June 2020", "Until 1 June 2030",
            ] {
                #expect(all.contains(part), "\(part)")
            }
            #expect(!all.contains("Old Constables"))
            let police = try await visitor.get("/powers?kind=police").1
            #expect(police.contains("Invented Act 1984") && !police.contains("Charities"))
            #expect(try await visitor.get("/powers?kind=%3Cb%3E").1.contains("No power of entry"))
            #expect(try await visitor.get("/powers?kind=faith-group").1.contains("No power is known"))
        }
    }
}
