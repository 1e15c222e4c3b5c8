import Access
import Figures
import HTTPTypes
import Hummingbird
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing
import Web

@testable import Publications

extension PublicationGround {
    fileprivate var stated: StatedFigureDesk {
        StatedFigureDesk(desk: desk, figures: publications.figures, lists: publications.lists)
    }

    private var asking: (Viewer) -> PageAsking {
        let stated = stated
        return { viewer in
            PageAsking(as: viewer) { router in
                router.group("sandwell", context: SignedIn.self).addRoutes(StatedFigureRoutes(stated).routes, atPath: "figures/elsewhere")
            }
        }
    }

    fileprivate func elsewhere(
        _ method: HTTPRequest.Method, _ path: String = "", _ fields: [(name: String, value: String)] = [], as viewer: Viewer
    ) async throws -> PageAnswer {
        try await asking(viewer).ask(
            method, "/sandwell/figures/elsewhere\(path)",
            body: method == .post ? PageAsking.form(fields, number: clock.world.newToken()) : [])
    }

    /// Sends a file as a browser does.
    fileprivate func send(_ file: [UInt8], secret: String = "secret", as viewer: Viewer) async throws -> PageAnswer {
        let head = """
            --b\r\nContent-Disposition: form-data; name="form_secret"\r\n\r\n\(secret)\r\n--b\r\n\
            Content-Disposition: form-data; name="file"; filename="figures.csv"\r\nContent-Type: text/csv\r\n\r\n
            """
        return try await asking(viewer).ask(
            .post, "/sandwell/figures/elsewhere/several/file", headers: [.contentType: "multipart/form-data; boundary=b"],
            body: Array(head.utf8) + file + Array("\r\n--b--\r\n".utf8))
    }
}

@Suite("Pages of figures from elsewhere")
struct StatedFigureStoreTests {
    private let trained: [(name: String, value: String)] = [
        ("key", "people-trained"), ("measure", "trained"), ("value", "1,253"), ("exactness", "exactly"), ("period", "2019/20"),
        ("reach", "local"), ("title", "Annual report"), ("publisher", "A council"), ("published", "2020"),
    ]

    private func with(_ name: String, _ value: String, in fields: [(name: String, value: String)]) -> [(name: String, value: String)] {
        fields.filter { $0.name != name } + [(name, value)]
    }

    @Test("record a figure, correct it with what it said before, and withdraw it", arguments: EngineKind.available)
    func life(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let ada = ground.coordinator
            #expect(try await ground.elsewhere(.get, "/new", as: ada).status == .ok)
            let refused = try await ground.elsewhere(.post, "/new", with("title", "", in: trained), as: ada)
            #expect(refused.status == .unprocessableContent && refused.body.contains("a figure without its source is not kept"))
            #expect(refused.body.contains("1,253"))
            let recorded = try await ground.elsewhere(.post, "/new", trained, as: ada)
            #expect(recorded.status == .seeOther)
            let again = try await ground.elsewhere(.post, "/new", trained, as: ada)
            #expect(again.body.contains("There is a figure with the key people-trained already"))
            let shelf = try await ground.stated.shelf(as: ada)
            let figure = try #require(shelf.figures.first)
            let change = "/\(figure.id)/change"
            let unreasoned = try await ground.elsewhere(.post, change, with("value", "1,254", in: trained) + [("version", "1")], as: ada)
            #expect(unreasoned.status == .unprocessableContent && unreasoned.body.contains("Say why"))
            let corrected = try await ground.elsewhere(
                .post, change, with("value", "1,254", in: trained) + [("version", "1"), ("reason", "One came late")], as: ada)
            #expect(corrected.status == .seeOther)
            let page = try await ground.elsewhere(.get, "/\(figure.id)", as: ada)
            #expect(page.body.contains("1,254") && page.body.contains("1,253, 2019/20") && page.body.contains("One came late"))
            let stale = try await ground.elsewhere(
                .post, change, with("value", "1,300", in: trained) + [("version", "1"), ("reason", "Other")], as: ada)
            #expect(stale.status == .conflict)
            let withdrawn = try await ground.elsewhere(.post, "/\(figure.id)/withdraw", [("reason", "Counted twice")], as: ada)
            #expect(withdrawn.status == .seeOther)
            let list = try await ground.elsewhere(.get, "", as: ada)
            #expect(list.body.contains("Counted twice"))
            #expect(
                try await ground.texts("SELECT verb FROM record_changes WHERE record_kind = 'stated_figures' ORDER BY at, verb").sorted()
                    == ["change-stated-figure", "record-stated-figure", "withdraw-stated-figure"])
        }
    }

    @Test("take several in at once or none, and tell of every row that is wrong", arguments: EngineKind.available)
    func several(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let ada = ground.coordinator
            let bad = """
                measure,value,period,title,publisher,published
                People trained,1000,2019,Report,Council,2020
                No such thing,many,never,Report,Council,2020
                People trained,7,2019,,Council,2020
                """
            let refused = try await ground.elsewhere(.post, "/several", [("rows", bad), ("then", "take")], as: ada)
            #expect(refused.status == .unprocessableContent)
            for said in [
                "Row 3: measure: This is not in the list", "Row 3: value: Enter a number", "Row 3: period: Write the time",
                "Row 4: title: Enter the title of the source",
            ] { #expect(refused.body.contains(said), "\(said)") }
            #expect(try await ground.stated.shelf(as: ada).figures.isEmpty)

            // Out of a spreadsheet, with a total and its parts.
            let good = """
                key\tmeasure\tvalue\tpart of\ttitle\tpublisher\tpublished
                total\tMeetings held\t1,024\t\tReport, the first\tCouncil\t2020
                part\tMeetings held\t24\ttotal\tReport, the first\tCouncil\t2020
                """
            let looked = try await ground.elsewhere(.post, "/several", [("rows", good), ("then", "check")], as: ada)
            #expect(looked.status == .ok && looked.body.contains("2 rows can be taken in"))
            #expect(try await ground.stated.shelf(as: ada).figures.isEmpty)
            let taken = try await ground.elsewhere(.post, "/several", [("rows", good), ("then", "take")], as: ada)
            #expect(taken.status == .seeOther)
            let shelf = try await ground.stated.shelf(as: ada)
            #expect(shelf.figures.map(\.draft.key).sorted() == ["part", "total"])
            #expect(shelf.figures.first { $0.draft.key == "part" }?.draft.partOf == "total")
            // Each has its entry in the journal.
            #expect(
                try await ground.texts("SELECT record_id FROM journal_entries WHERE verb = 'import-stated-figures'").sorted()
                    == shelf.figures.map(\.id.text).sorted())
            let twice = try await ground.elsewhere(.post, "/several", [("rows", good), ("then", "take")], as: ada)
            #expect(
                twice.status == .unprocessableContent && twice.body.contains("Row 2: key: There is a figure with the key total already"))
        }
    }

    @Test("read a CSV file, show its rows, and keep nothing of it before they are taken in", arguments: EngineKind.available)
    func file(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let ada = ground.coordinator
            let rows = "measure,value,title,publisher,published\r\nPeople trained,\"1,253\",Report,Council,2020\r\n"
            let read = try await ground.send([0xEF, 0xBB, 0xBF] + Array(rows.utf8), as: ada)
            #expect(read.status == .ok && read.body.contains("1 row can be taken in") && read.body.contains("1,253"))
            #expect(try await ground.stated.shelf(as: ada).figures.isEmpty)
            #expect(try await ground.send([0xFF, 0xFE, 0x00], as: ada).body.contains("not UTF-8 text"))
            #expect(try await ground.send([], as: ada).status == .unprocessableContent)
            #expect(try await ground.send([UInt8](repeating: 0x61, count: 1_100_000), as: ada).body.contains("too large"))
            #expect(try await ground.send(Array(rows.utf8), secret: "another", as: ada).status == .forbidden)
            #expect(try await ground.send(Array(rows.utf8), as: ground.somebody([.member])).status == .forbidden)
        }
    }

    @Test("are written by the coordinator, read by whoever reads figures, and closed to all others", arguments: EngineKind.available)
    func access(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            #expect(try await ground.elsewhere(.post, "/new", trained, as: ground.coordinator).status == .seeOther)
            let figure = try #require(try await ground.stated.shelf(as: ground.coordinator).figures.first?.id)
            for reader in [ground.somebody([.analyst]), ground.somebody([.member])] {
                #expect(try await ground.elsewhere(.get, "", as: reader).body.contains("people-trained"))
                #expect(try await ground.elsewhere(.get, "/\(figure)", as: reader).status == .ok)
                #expect(try await ground.elsewhere(.get, "/checks", as: reader).status == .ok)
                #expect(try await ground.elsewhere(.get, "/new", as: reader).status == .forbidden)
                #expect(try await ground.elsewhere(.post, "/new", with("key", "other", in: trained), as: reader).status == .forbidden)
                #expect(try await ground.elsewhere(.post, "/\(figure)/withdraw", [("reason", "x")], as: reader).status == .forbidden)
                #expect(try await ground.elsewhere(.post, "/several", [("rows", "x"), ("then", "check")], as: reader).status == .forbidden)
            }
            for closed in [Role.chair, .townLead, .visitTeam, .administrator] {
                #expect(try await ground.elsewhere(.get, "", as: ground.somebody([closed])).status == .forbidden, "\(closed)")
                #expect(try await ground.elsewhere(.get, "/checks", as: ground.somebody([closed])).status == .forbidden, "\(closed)")
                #expect(try await ground.elsewhere(.get, "/\(figure)", as: ground.somebody([closed])).status == .notFound, "\(closed)")
            }
            #expect(try await ground.elsewhere(.get, "/\(figure)", as: ground.stranger).status == .notFound)
            #expect(try await !ground.elsewhere(.get, "", as: ground.stranger).body.contains("people-trained"))
        }
    }

    private func rows(_ ground: PublicationGround, _ text: String) async throws {
        _ = try ground.done(try await ground.stated.takeIn(text, by: ground.coordinator, key: nil))
    }

    @Test(
        "stay live in a draft, are frozen at locking, and an unknown or withdrawn one names its section", arguments: EngineKind.available)
    func freezing(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let ada = ground.coordinator
            try await rows(
                ground,
                """
                key,measure,value,exactness,target,period,title,publisher,published
                people-trained,trained,1000,more-than,900,2019/20,Report,Council,2020
                meetings,meetings,4,,,2019/20,Report,Council,2020
                """)
            let publication = try await ground.draft()
            let words = SectionDraft(
                .narrative, title: "Training", body: "{people-trained} people were trained in {meetings} meetings and {nobody}.")
            let section = try ground.done(try await ground.publications.add(words, to: publication, by: ada, key: nil))
            _ = try ground.done(
                try await ground.publications.add(
                    SectionDraft(.statedFigures, title: "Other figures", source: "meetings,people-trained", accepted: "people-trained"),
                    to: publication, by: ada, key: nil))
            let refused = try await ground.publications.lock(publication, by: ada, key: nil)
            #expect(refused.problems.map(\.message).contains("“Training” names the figure {nobody}, which nobody has recorded"))
            var right = words
            right.body = "{people-trained} people were trained in {meetings} meetings."
            _ = try ground.done(
                try await ground.publications.change(section, of: publication, to: right, version: 1, by: ada, key: nil))
            func page() async throws -> String { try await ground.get("/\(publication)/preview", as: ada).body }
            #expect(try await page().contains("More than 1,000 people were trained in 4 meetings."))

            // A correction shows at once.
            let figure = try #require(try await ground.stated.shelf(as: ada).figures.first { $0.draft.key == "people-trained" })
            var draft = figure.draft
            draft.value = StatedValue(1100)
            _ = try ground.done(
                try await ground.stated.change(figure.id, to: draft, because: "Late returns", version: 1, by: ada, key: nil))
            let live = try await page()
            #expect(live.contains("More than 1,100 people") && live.contains("1,100+") && live.contains("Report (Council, 2020)"))
            #expect(live.contains("Every figure that has no source of its own") && !live.contains("none was typed in"))

            _ = try ground.done(try await ground.publications.lock(publication, by: ada, key: nil))
            draft.value = StatedValue(1200)
            _ = try ground.done(
                try await ground.stated.change(figure.id, to: draft, because: "Later returns", version: 2, by: ada, key: nil))
            #expect(try await page().contains("More than 1,100 people"))

            // A correction of words keeps the figures that are out; counted again, it has those of now.
            let edition = try await ground.publications.one(publication, as: ada).current?.id
            _ = try ground.done(try await ground.publications.sign(publication, edition: edition, as: .coordinator, by: ada, key: nil))
            _ = try ground.done(try await ground.publications.sign(publication, edition: edition, as: .chair, by: ground.chair, key: nil))
            _ = try ground.done(
                try await ground.publications.correct(publication, because: "A slip", keepsFigures: true, by: ada, key: nil))
            #expect(try await page().contains("More than 1,100 people"))
            let standing = try await ground.publications.one(publication, as: ada).publication
            _ = try ground.done(
                try await ground.publications.change(
                    publication, to: standing.facts, keepsFigures: false, version: standing.version, by: ada, key: nil))
            #expect(try await page().contains("More than 1,200 people"))

            _ = try ground.done(try await ground.stated.withdraw(figure.id, because: "Counted twice", by: ada, key: nil))
            let withdrawn = try await ground.publications.lock(publication, by: ada, key: nil)
            #expect(withdrawn.problems.map(\.message).contains("“Training” names the figure {people-trained}, which was withdrawn"))
        }
    }

    @Test(
        "keep a publication from being locked while two contradict each other, and print why one holds", arguments: EngineKind.available)
    func settling(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let ada = ground.coordinator
            try await rows(
                ground,
                """
                key,measure,value,period,page,title,publisher,published
                data-page,visits,98,2019/20,page 6,Report,Council,2020
                objective,visits,66,2019/20,page 20,Report,Council,2020
                """)
            let publication = try await ground.draft()
            let section = try ground.done(
                try await ground.publications.add(
                    SectionDraft(.statedFigures, title: "Visits", source: "objective"), to: publication, by: ada, key: nil))
            let refused = try await ground.publications.lock(publication, by: ada, key: nil)
            #expect(refused.problems.contains { $0.message.contains("98 in Report (Council, 2020), page 6, 66 in Report") })
            let checks = try await ground.elsewhere(.get, "/checks", as: ada)
            #expect(checks.body.contains("Two figures that contradict each other") && checks.body.contains("Which of them holds?"))

            let pair = try await ground.stated.findings(as: ada)[0].figures
            func settle(_ holds: String, _ reason: String, version: Int = 1) async throws -> PageAnswer {
                try await ground.elsewhere(
                    .post, "/checks",
                    [
                        ("one", pair[0].id.text), ("one-version", String(version)), ("other", pair[1].id.text), ("other-version", "1"),
                        ("holds", holds), ("reason", reason),
                    ], as: ada)
            }
            #expect(try await settle("", "").status == .unprocessableContent)
            #expect(try await settle("one", "Read", version: 7).body.contains("not as you read them"))
            #expect(pair[0].draft.key == "data-page")
            #expect(try await settle("one", "The list of visits has 98.").status == .seeOther)
            let other = try await ground.publications.lock(publication, by: ada, key: nil)
            #expect(
                other.problems.map(\.message) == [
                    "{objective} does not hold, because The list of visits has 98: state {data-page} in its place"
                ])
            _ = try ground.done(
                try await ground.publications.change(
                    section, of: publication, to: SectionDraft(.statedFigures, title: "Visits", source: "data-page"), version: 1, by: ada,
                    key: nil))
            _ = try ground.done(try await ground.publications.lock(publication, by: ada, key: nil))
            let page = try await ground.get("/\(publication)/preview", as: ada)
            #expect(page.body.contains("98 stands, as in Report (Council, 2020), page 6: The list of visits has 98."))

            // It was decided of the figures as they stood then.
            var changed = pair[1].draft
            changed.value = StatedValue(67)
            _ = try ground.done(
                try await ground.stated.change(pair[1].id, to: changed, because: "Misread", version: 1, by: ada, key: nil))
            #expect(try await ground.stated.findings(as: ada).first?.isOpen == true)
        }
    }
}
