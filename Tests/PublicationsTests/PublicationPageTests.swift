import Access
import HTTPTypes
import Kernel
import PageTestSupport
import Store
import TestSupport
import Testing

@testable import Publications

@Suite("Pages of publications")
struct PublicationPageTests {
    /// The identifier at the end of the page that a form led to.
    private func identifier(_ location: String) -> String {
        String(location.split(separator: "?")[0].split(separator: "/").last ?? "")
    }

    @Test("lead from a draft to what everybody reads, through a lock, an approval and two signatures", arguments: EngineKind.available)
    func whole(kind: EngineKind) async throws {
        try await withPublications(kind, printer: DocumentPrinter { _ in Array("%PDF-1.7".utf8) }) { ground in
            let (ada, chair) = (ground.coordinator, ground.chair)
            let begun = try await ground.post(
                "/new",
                [
                    ("kind", "borough-report"), ("title", "Annual report 2019/20"), ("first", "2019-04-01"), ("last", "2020-03-31"),
                ], as: ada)
            #expect(begun.status == .seeOther)
            let publication = "/\(identifier(begun.location))"
            let page = try await ground.get(publication, as: ada)
            for section in ["Foreword", "The period in figures", "A case study", "Achievements", "Challenges"] {
                #expect(page.body.contains(section), "\(section)")
            }

            // Live figures, and what is still to be written.
            let preview = try await ground.get("\(publication)/preview", as: ada)
            #expect(preview.body.contains("60") && preview.body.contains("Still to be written."))
            #expect(preview.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
            let refused = try await ground.post("\(publication)/lock", [], as: ada)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.body.contains("“Foreword” is empty: write it, or remove the section"))

            // Everything is written in plain forms.
            let file = try await ground.publications.one(try #require(ID(identifier(begun.location))), as: ada)
            for section in file.sections where section.draft.kind.isWritten {
                let body =
                    section.draft.kind == .caseStudy ? "A worker was not paid. She found a place within three days." : "Said plainly."
                let saved = try await ground.post(
                    "\(publication)/sections/\(section.id)",
                    [("title", section.draft.title), ("body", body), ("version", "1")], as: ada)
                #expect(saved.status == .seeOther, "\(section.draft.title)")
            }
            let study = try #require(file.sections.first { $0.draft.kind == .caseStudy })
            let waiting = try await ground.post("\(publication)/lock", [], as: ada)
            #expect(waiting.body.contains("somebody other than Ada Quill has to approve it"))
            let approve = "\(publication)/sections/\(study.id)/approve"
            let own = try await ground.post(approve, [("version", "2")], as: ada)
            #expect(own.status == .unprocessableContent && own.body.contains("You wrote it as it is now"))
            let stale = try await ground.post(approve, [("version", "1")], as: chair)
            #expect(stale.status == .conflict)
            let approved = try await ground.post(approve, [("version", "2")], as: chair)
            #expect(approved.status == .seeOther)

            let locked = try await ground.post("\(publication)/lock", [], as: ada)
            #expect(locked.status == .seeOther, "\(locked.body)")
            let changed = try await ground.post(
                "\(publication)/sections/\(study.id)", [("title", "Other"), ("body", "Other"), ("version", "3")], as: ada)
            #expect(changed.status == .unprocessableContent)

            // Figures are frozen: one more concern changes nothing any more.
            try await ground.addConcern(on: PublicationGround.year.first, in: ground.tipton)
            let frozen = try await ground.get("\(publication)/preview", as: chair)
            #expect(frozen.body.contains("60 concerns were raised") && !frozen.body.contains("61 concerns"))

            let edition = try await ground.publications.one(file.publication.id, as: ada).current?.id.text ?? ""
            let first = try await ground.post("\(publication)/sign", [("edition", edition), ("role", "coordinator")], as: ada)
            #expect(first.location.contains("done=signed"))
            #expect(try await ground.open().body.contains("Nothing is published yet."))
            let second = try await ground.post("\(publication)/sign", [("edition", edition), ("role", "chair")], as: chair)
            #expect(second.location.contains("done=published"))

            let list = try await ground.open()
            #expect(list.body.contains("Annual report 2019/20") && list.body.contains("1 April 2019 to 31 March 2020"))
            let release = try await ground.open("/sandwell/1")
            #expect(release.body.contains("Open Government Licence v3.0") && release.body.contains("To be confirmed"))
            for name in ["Ada Quill", "Bela Marrow", "Carys Thorn"] {
                #expect(!release.body.contains(name) && !list.body.contains(name))
            }
            for (name, type) in [
                ("document.html", "text/html; charset=utf-8"), ("document.odt", "application/vnd.oasis.opendocument.text"),
                ("document.pdf", "application/pdf"), ("infographic.svg", "image/svg+xml"),
                ("tables.ods", "application/vnd.oasis.opendocument.spreadsheet"),
                ("concerns-by-town.csv", "text/csv; charset=utf-8; header=present"),
            ] {
                let answer = try await ground.open("/sandwell/1/\(name)")
                #expect(answer.status == .ok && answer.headers[.contentType] == type, "\(name)")
                #expect(answer.headers[.cacheControl] == "public, max-age=3600", "\(name)")
                #expect(!answer.body.contains("Ada Quill"), "\(name)")
            }
            let towns = try await ground.open("/sandwell/1/concerns-by-town.csv")
            #expect(
                towns.body == """
                    Town,Measure,value,marks\r
                    Oldbury,Concerns raised,40,\r
                    Oldbury,Share (per cent),67,\r
                    Tipton,Concerns raised,20,\r
                    Tipton,Share (per cent),33,\r
                    Total,Concerns raised,60,\r
                    Total,Share (per cent),100,\r

                    """)
            let verbs = try await ground.texts(
                "SELECT verb FROM record_changes WHERE record_kind IN ('publications', 'publication_sections') ORDER BY at")
            #expect(
                Dictionary(verbs.map { ($0, 1) }, uniquingKeysWith: +) == [
                    "begin-publication": 1, "change-publication-section": file.sections.count { $0.draft.kind.isWritten },
                    "approve-case-study": 1, "lock-publication": 1, "sign-publication": 2,
                ])
        }
    }

    @Test("refuse a second signature of the same person, and a role that is not held", arguments: EngineKind.available)
    func oneHand(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let publication = try await ground.draft()
            _ = try ground.done(try await ground.publications.lock(publication, by: ground.coordinator, key: nil))
            let edition = try await ground.publications.one(publication, as: ground.coordinator).current?.id.text ?? ""
            func sign(_ role: String, as viewer: Viewer, edition: String) async throws -> (HTTPResponse.Status, String) {
                let answer = try await ground.post("/\(publication)/sign", [("edition", edition), ("role", role)], as: viewer)
                return (answer.status, answer.body)
            }
            #expect(try await sign("chair", as: ground.coordinator, edition: edition).0 == .unprocessableContent)
            #expect(try await sign("coordinator", as: ground.chair, edition: edition).0 == .unprocessableContent)
            #expect(try await sign("", as: ground.both, edition: edition).0 == .unprocessableContent)
            #expect(
                try await sign("coordinator", as: ground.both, edition: ground.clock.world.newID(Person.self).text).0
                    == .unprocessableContent)
            #expect(try await sign("coordinator", as: ground.both, edition: edition).0 == .seeOther)
            let again = try await sign("chair", as: ground.both, edition: edition)
            #expect(again.0 == .unprocessableContent && again.1.contains("The other signature has to be somebody else’s"))
            #expect(try await sign("coordinator", as: ground.colleague, edition: edition).0 == .unprocessableContent)
            #expect(try await ground.texts("SELECT state FROM publications") == ["locked"])
            // Unlocking takes the signature with it.
            let unlocked = try await ground.post("/\(publication)/unlock", [], as: ground.colleague)
            #expect(unlocked.status == .seeOther)
            #expect(try await ground.texts("SELECT id FROM publication_signatures") == [])
            #expect(try await sign("chair", as: ground.chair, edition: edition).0 == .unprocessableContent)
            #expect(try await ground.texts("SELECT id FROM open_releases") == [])
        }
    }

    @Test("are for the coordinator and the chair of the partnership, and nobody else", arguments: EngineKind.available)
    func separation(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let publication = try await ground.draft(title: "Not for all")
            let section = try #require(try await ground.publications.one(publication, as: ground.coordinator).sections.first)
            let others: [Viewer] = [
                ground.somebody([.member]), ground.somebody([.visitTeam]), ground.somebody([.townLead]), ground.somebody([.analyst]),
                ground.somebody([.administrator]), ground.somebody([]), ground.stranger,
            ]
            let pages = ["", "/change", "/preview", "/lock", "/sign", "/correct", "/withdraw", "/sections/new", "/sections/\(section.id)"]
            for viewer in others {
                for page in pages {
                    await #expect(throws: AccessError.notVisible, "\(page) for \(viewer.roles)") {
                        try await plain(ground, "/\(publication)\(page)", as: viewer)
                    }
                }
                if viewer.partnership == ground.partnership {
                    await #expect(throws: AccessError.denied) { try await plain(ground, "", as: viewer) }
                }
            }
            // The chair reads and signs, and does not write.
            #expect(try await ground.get("/\(publication)", as: ground.chair).status == .ok)
            for page in ["/change", "/preview", "/lock", "/correct", "/sections/new"] {
                #expect(try await ground.get("/\(publication)\(page)", as: ground.chair).status == .forbidden, "\(page)")
            }
            let written = try await ground.post(
                "/\(publication)/sections/\(section.id)", [("title", "X"), ("body", "Y"), ("version", "1")], as: ground.chair)
            #expect(written.status == .forbidden)
            let opened = try await ground.open()
            #expect(!opened.body.contains("Not for all"))
            for path in ["/sandwell/1", "/sandwell/0", "/sandwell/x", "/elsewhere/1", "/sandwell/1/document.html"] {
                #expect(try await ground.open(path).status == .notFound, "\(path)")
            }
        }
    }

    /// A page without error pages: a refusal is thrown.
    private func plain(_ ground: PublicationGround, _ path: String, as viewer: Viewer) async throws {
        let answer = try await ground.get(path, as: viewer)
        if answer.status == .notFound { throw AccessError.notVisible }
        if answer.status == .forbidden { throw AccessError.denied }
    }

    @Test("show both versions to the second of two people who wrote one section", arguments: EngineKind.available)
    func stale(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let publication = try await ground.draft()
            let section = try #require(try await ground.publications.one(publication, as: ground.coordinator).sections.first)
            let path = "/\(publication)/sections/\(section.id)"
            let form: [(name: String, value: String)] = [("title", "Foreword"), ("version", "1")]
            let first = try await ground.post(path, form + [("body", "The first wrote this.")], as: ground.coordinator)
            #expect(first.status == .seeOther)
            let second = try await ground.post(path, form + [("body", "The second wrote that.")], as: ground.colleague)
            #expect(second.status == .conflict)
            #expect(second.body.contains("The first wrote this.") && second.body.contains("The second wrote that."))
            #expect(
                try await ground.publications.section(section.id, of: publication, as: ground.coordinator).section.draft.body
                    == "The first wrote this.")
        }
    }

    @Test("escape whatever words come in, and change nothing by them", arguments: EngineKind.available)
    func hostile(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let words = "<script>alert(1)</script> ]]> =1+1 \u{202E} “&\"'"
            let publication = try await ground.draft(title: words)
            let sections = try await ground.publications.one(publication, as: ground.coordinator).sections
            let saved = try await ground.post(
                "/\(publication)/sections/\(sections[0].id)",
                [("title", words), ("body", "\(words)\n\n## \(words)\n\n> \(words)\n— \(words)"), ("version", "1")],
                as: ground.coordinator)
            #expect(saved.status == .seeOther)
            _ = try ground.done(
                try await ground.publications.add(
                    SectionDraft(.narrative, title: words, body: words), to: publication, by: ground.coordinator, key: nil))
            for path in [
                "", "/\(publication)", "/\(publication)/preview", "/\(publication)/sections/\(sections[0].id)", "/\(publication)/lock",
            ] {
                let page = try await ground.get(path, as: ground.coordinator)
                #expect(page.status == .ok && !page.body.contains("<script>alert"), "\(path)")
            }
            try await ground.publish(publication)
            for path in ["", "/feed.atom", "/sandwell/1", "/sandwell/1/document.html"] {
                let page = try await ground.open(path)
                #expect(page.status == .ok && !page.body.contains("<script>alert"), "\(path)")
            }
            for name in ["..%2F..%2Fetc%2Fpasswd", "document.html%00", "%3Cscript%3E", "document.HTML"] {
                #expect(try await ground.open("/sandwell/1/\(name)").status == .notFound, "\(name)")
            }
        }
    }
}

@Suite("A town profile")
struct TownProfilePageTests {
    @Test("is begun for a town of the partnership, and for no other kind of document", arguments: EngineKind.available)
    func begun(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            let facts: [(name: String, value: String)] = [
                ("kind", "town-profile"), ("title", "Tipton"), ("first", "2019-04-01"), ("last", "2020-03-31"),
            ]
            let asked = try await ground.get("/new", as: ground.coordinator)
            #expect(asked.body.contains("Which town?") && asked.body.contains("Oldbury"))
            let without = try await ground.post("/new", facts, as: ground.coordinator)
            #expect(without.status == .unprocessableContent && without.body.contains("Choose the town"))
            let strange = try await ground.post("/new", facts + [("town", ground.council.text)], as: ground.coordinator)
            #expect(strange.status == .unprocessableContent && strange.body.contains("Choose the town"))
            let begun = try await ground.post("/new", facts + [("town", ground.tipton.text)], as: ground.coordinator)
            #expect(begun.status == .seeOther)
            let publication = String(begun.location.split(separator: "?")[0].split(separator: "/").last ?? "")
            let page = try await ground.get("/\(publication)", as: ground.coordinator)
            #expect(page.body.contains("Town profile of Tipton, 1 April 2019 to 31 March 2020"))
            let preview = try await ground.get("/\(publication)/preview", as: ground.coordinator)
            #expect(preview.body.contains("Tipton and the whole partnership") && !preview.body.contains("Oldbury"))
            // A review is about no town, whatever a form sends.
            let other = try await ground.post(
                "/new", [("kind", "strategy")] + facts.dropFirst() + [("town", ground.tipton.text)], as: ground.coordinator)
            #expect(other.status == .seeOther)
            #expect(try await ground.texts("SELECT kind FROM publications WHERE town_id IS NOT NULL") == ["town-profile"])
            // Neither referrals nor the table by town are offered.
            let sections = try await ground.get("/\(publication)/sections/new?kind=chart", as: ground.coordinator)
            #expect(sections.body.contains("Concerns by source") && !sections.body.contains("Concerns by town"))
            let refused = try await ground.post(
                "/\(publication)/sections/new", [("kind", "chart"), ("source", "concerns-by-town")], as: ground.coordinator)
            #expect(refused.status == .unprocessableContent)
        }
    }

    @Test("is refused where one person more in the town would show beside the review", arguments: EngineKind.available)
    func oneMore(kind: EngineKind) async throws {
        try await withPublications(kind) { ground in
            try await ground.publish(try await ground.draft(title: "Annual report"))
            let same = try await ground.profile(of: ground.tipton)
            try await ground.publish(same)
            try await ground.addConcern(on: PublicationGround.year.first, in: ground.oldbury)
            let other = try await ground.profile(of: ground.oldbury)
            let outcome = try await ground.publications.lock(other, by: ground.coordinator, key: nil)
            #expect(
                outcome.problems.contains {
                    $0.message.hasPrefix("The figure for Concerns raised, from 1 April 2019 to 31 March 2020, Town Oldbury is another in")
                        && $0.message.contains("exactly 1")
                }, "\(outcome.problems.map(\.message))")
        }
    }
}
