import Access
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing
import Web

@testable import Pathways

@Suite("The pages of a pathway")
struct VictimPageTests {
    private static let names = ["Ruxandra", "Vasilescu"]

    /// A pathway begun on its page, as a form sends it.
    private static let form: [(name: String, value: String)] = [
        ("age_basis", "known"), ("age_group", "adult"), ("gender", "female"), ("nationality", "Romanian"),
        ("language", "Romanian"), ("interpreter", "yes"), ("capacity", "not-in-doubt"), ("exploitation", "labour"),
        ("nation", "england"), ("first_name", "Ruxandra"), ("last_name", "Vasilescu"),
    ]

    private static func setting(_ name: String, _ value: String) -> [(name: String, value: String)] {
        form.filter { $0.name != name } + [(name, value)]
    }

    @Test(
        "children's services: the way says that they were not told, until it is noted; and it can be taken out",
        arguments: EngineKind.available)
    func childrensServices(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let worker = house.member(of: house.council)
            let child = Self.form.filter { $0.name != "age_group" } + [("age_group", "child")]
            let address = try #require(try await house.post("/new", child, as: worker).headers[.location])
            let path = try #require(address.split(separator: "?").first.map { $0.dropFirst("/sandwell/pathways".count) })
            func record(_ viewer: Viewer) async throws -> String { try await house.get("\(path)", as: viewer).body }
            #expect(try await record(worker).contains("Note that they were told"))
            let council = try #require(LocalAuthorities.all.first)
            let today = house.clock.now.day
            let told: [(name: String, value: String)] = [
                ("told_on", today.iso), ("told_at", "00:01"), ("way", "telephone"), ("told_by", "Ada Moss"),
                ("told_whom", "Duty desk"), ("local_authority", council), ("reference", "CS 12/345"),
            ]
            for (field, wrong) in [
                ("told_on", today.adding(days: 1).iso), ("told_at", "25:00"), ("way", "pigeon"), ("told_by", ""), ("told_whom", ""),
                ("local_authority", "Atlantis"), ("reference", "Ruxandra Vasilescu"),
            ] {
                let answer = try await house.post(
                    "\(path)/childrens-services", told.filter { $0.name != field } + [(field, wrong)], as: worker)
                #expect(answer.status == .unprocessableContent && answer.body.contains("id=\"\(field)"), "\(field)")
            }
            let elsewhere = house.member(of: house.charity)
            #expect(try await house.get("\(path)/childrens-services", as: elsewhere).status == .notFound)
            #expect(try await house.post("\(path)/childrens-services", told, as: elsewhere).status == .notFound)
            #expect(try await house.post("\(path)/childrens-services", told, as: worker).status == .seeOther)
            let page = try await house.get("\(path)/childrens-services", as: worker).body
            for words in [council, "Ada Moss", "Duty desk", "CS 12/345", "By telephone"] { #expect(page.contains(words), "\(words)") }
            let noted = try await record(worker)
            #expect(noted.contains("Who told whom") && !noted.contains("Note that they were told"))
            let noticed = try await engine.read { try $0.value("SELECT id FROM safeguarding_notices", as: String.self) }
            let notice = try #require(noticed)
            let removal: [(name: String, value: String)] = [("remove", notice)]
            #expect(try await house.post("\(path)/childrens-services", removal, as: elsewhere).status == .notFound)
            #expect(try await house.post("\(path)/childrens-services", removal, as: worker).status == .seeOther)
            #expect(try await record(worker).contains("Note that they were told"))
            let verbs = try await engine.read { tx in
                try tx.rows("SELECT DISTINCT verb FROM record_changes WHERE record_kind = 'safeguarding_notices' ORDER BY 1") {
                    try $0.next(String.self)
                }
            }
            #expect(verbs == ["record-safeguarding-notice", "remove-safeguarding-notice"])
        }
    }

    @Test("take somebody from the first question to consent, and show no name on the way", arguments: EngineKind.available)
    func through(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let worker = house.member(of: house.council)
            let begun = try await house.post("/new", Self.form, as: worker)
            #expect(begun.status == .seeOther)
            let address = try #require(begun.headers[.location])
            let path = try #require(address.split(separator: "?").first.map { $0.dropFirst("/sandwell/pathways".count) })
            var page = try await house.get("\(path)", as: worker)
            #expect(page.status == .ok && page.body.contains("Explain the National Referral Mechanism and ask"))
            for (part, words) in [
                ("facts", "What is known"), ("identity", "What do you need it for?"), ("contact", "Open the seal"),
                ("consent", "Explain first"), ("accounts", "In their own words"), ("circle", "Who works with them"),
                ("close", "Close the pathway"),
            ] {
                page = try await house.get("\(path)/\(part)", as: worker)
                #expect(page.status == .ok && page.body.contains(words), "\(part)")
                for name in Self.names { #expect(!page.body.contains(name), "\(part)") }
                #expect(try await house.get("\(path)/\(part)", as: house.member(of: house.charity)).status == .notFound)
            }
            let answered = try await house.post(
                "\(path)/consent",
                [
                    ("purpose", "nrm"), ("answer", "given"), ("capacity", "not-in-doubt"), ("answered_on", house.clock.now.day.iso),
                    ("explained_by", "Support worker"), ("method", "spoken"),
                ], as: worker)
            #expect(answered.status == .seeOther)
            page = try await house.get("\(path)", as: worker)
            #expect(page.body.contains("They agreed to be referred"))
            page = try await house.post("\(path)/identity", [("step", "open"), ("purpose", "To write the referral")], as: worker)
            for name in Self.names { #expect(page.body.contains(name)) }
            let title = page.body.split(separator: "<title>").dropFirst().first?.split(separator: "</title>").first ?? ""
            for name in Self.names { #expect(!title.contains(name)) }
        }
    }

    @Test("name the field that is wrong and keep what was typed", arguments: EngineKind.available)
    func wrong(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let worker = house.member(of: house.council)
            let hostile = "<script>alert(1)</script>\u{202E}"
            let wrong: [(field: String, value: String)] = [
                ("age_basis", ""), ("age_group", "seventeen"), ("gender", "x"), ("nationality", "Narnian"),
                ("language", hostile), ("capacity", "perhaps"), ("exploitation", "magic"), ("nation", "france"),
                ("town", "01700a47-2680-76bf-a10f-673299c63b88"), ("born_on", "2020-02-31"), ("born_on", "2999-01-01"),
                ("first_name", String(repeating: "é", count: 301)),
            ]
            for (field, value) in wrong {
                let answer = try await house.post("/new", Self.setting(field, value), as: worker)
                #expect(answer.status == .unprocessableContent, "\(field)")
                #expect(answer.body.contains("href=\"#\(field)"), "\(field) is not named")
                #expect(!answer.body.contains("<script>alert"))
                #expect(answer.body.contains("Ruxandra") || field == "first_name", "what was typed is lost")
            }
            #expect(try await house.desk.list(VictimQuery(stage: .all), as: house.coordinator).items == [])
        }
    }

    @Test("are refused to whoever works with nobody", arguments: EngineKind.available)
    func refused(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            for roles: Set<Role> in [[.visitTeam], [.analyst], [.townLead], [.administrator]] {
                let viewer = house.viewer(roles, of: house.council)
                for page in ["/new", "", "/due"] {
                    #expect(try await house.get(page, as: viewer).status == .forbidden, "\(page)")
                }
                #expect(try await house.post("/new", Self.form, as: viewer).status == .forbidden)
            }
        }
    }

    @Test("send the same form twice and begin one pathway", arguments: EngineKind.available)
    func twice(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let worker = house.member(of: house.council)
            let form = Self.form + [("form_token", house.keys.world.newToken())]
            let first = try await house.post("/new", form, as: worker)
            let second = try await house.post("/new", form, as: worker)
            #expect(first.headers[.location] == second.headers[.location])
            #expect(try await house.desk.list(VictimQuery(), as: worker).items.count == 1)
        }
    }

    @Test("show both versions to the second of two people who change the same facts", arguments: EngineKind.available)
    func stale(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let worker = house.member(of: house.council)
            let victim = try await house.begin(by: worker)
            let was = VictimForm.data(of: PathwayHouse.adult, lists: house.desk.lists).urlEncoded
            func change(_ language: String) async throws -> PageAnswer {
                try await house.post(
                    "/\(victim)/facts", Self.setting("language", language) + [("version", "1"), ("was", was)], as: worker)
            }
            #expect(try await change("Polish").status == .seeOther)
            let second = try await change("Bulgarian")
            #expect(second.status == .conflict)
            #expect(second.body.contains("Polish") && second.body.contains("Bulgarian"))
        }
    }

    @Test("show both versions of what is sealed, opened anew for that", arguments: EngineKind.available)
    func staleSealed(kind: EngineKind) async throws {
        try await withDatabase(kind) { engine in
            let house = try await PathwayHouse(engine)
            let worker = house.member(of: house.council)
            let victim = try await house.begin(by: worker)
            func keep(_ part: String, _ fields: [(name: String, value: String)]) async throws -> PageAnswer {
                try await house.post("/\(victim)/\(part)", [("step", "keep"), ("version", "1")] + fields, as: worker)
            }
            #expect(try await keep("identity", [("first_name", "Ruxandra")]).status == .seeOther)
            let second = try await keep("identity", [("first_name", "Roxana")])
            #expect(second.status == .conflict)
            #expect(second.body.contains("Ruxandra") && second.body.contains("Roxana"))
            let other = try await house.begin(by: worker)
            func reach(_ words: String) async throws -> PageAnswer {
                try await house.post(
                    "/\(other)/contact", [("step", "keep"), ("version", "1"), ("rule", "none"), ("code_word", words)], as: worker)
            }
            #expect(try await reach("marmalade").status == .seeOther)
            let late = try await reach("lavender")
            #expect(late.status == .conflict)
            #expect(late.body.contains("marmalade") && late.body.contains("lavender"))
        }
    }
}
