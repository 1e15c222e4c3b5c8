import Access
import Accounts
import Foundation
import HTTPTypes
import Kernel
import Store
import TestSupport
import Testing
import Web

@testable import Site

/// Every form and every field of the interface against what nobody should send.
@Suite("Bad input", .serialized)
struct BadInputTests {
    /// What is typed into every field, one after the other.
    private static let hostile: [(name: String, text: String)] = [
        ("a script", "<script>alert(1)</script>"), ("an attribute", "\" onmouseover=\"alert(1)\" x=\"'><script>alert(1)</script>"),
        ("a statement", "'; DROP TABLE concerns; --"), ("another statement", "1) OR (SELECT 1 FROM people) = 1 --"),
        ("NUL", "before\u{0}after"), ("marks from right to left", "\u{202E}gnidaer\u{200F} \u{2066}x\u{2069}"),
        ("signs outside the basic plane", "\u{1F512}\u{1F512} e\u{301}\u{301}\u{301}"), ("a formula", "=HYPERLINK(\"http://x\")"),
        ("a very long line", String(repeating: "long ", count: 3_000)), ("lines", "one\r\ntwo\rthree\n\n\n\u{2028}four"),
        ("a very large number", "99999999999999999999999999"), ("a negative number", "-1"), ("nothing but spaces", "   \t  "),
    ]

    /// Whose forms are tried: one of each role, the administrator last.
    private static let authors = [
        "coordinator@sandwell.example", "police@sandwell.example", "hope@sandwell.example", "visits@sandwell.example",
        "smethwick@sandwell.example", "analyst@sandwell.example", "administrator@sandwell.example",
    ]

    @Test("is answered by every form without a fault, without a script, and with what was typed", arguments: EngineKind.available)
    func forms(kind: EngineKind) async throws {
        try await InstalledDemonstration.run(kind) { demonstration in
            let site = demonstration.site
            try await site.installation.engine.write { try SupportRows.write(to: $0) }
            // Each form as the first two who are shown it.
            var tried: [String: Set<String>] = [:]
            for author in Self.authors {
                let session = try await demonstration.signIn(author)
                let slug = "sandwell"
                let pages = try await Crawl(site: site, session: session, most: 1).pages(
                    from: ["/\(slug)", "/account", "/\(slug)/concerns?stage=all", "/\(slug)/visits?show=all"])
                for page in pages {
                    for form in PageReader(page.answer.bytes).forms {
                        let pattern = "\(form.method) \(Crawl.pattern(form.action))"
                        let others = tried[pattern, default: []]
                        if others.contains(author) || others.count == 2 { continue }
                        tried[pattern, default: []].insert(author)
                        let trial = FormTrial(
                            site: site, form: form, page: page, author: author, demonstration: demonstration)
                        if form.method == "get" { try await trial.asked(Self.hostile) } else { try await trial.sent(Self.hostile) }
                        try await Self.mend(site)
                    }
                }
            }
            #expect(tried.count > 40, "only \(tried.count) forms were found")
            try await Self.publicForm(demonstration)
            try await Self.wholeAfterwards(demonstration)
        }
    }

    /// Undoes what a form that was accepted may have done to the accounts of these tests, and to what they see.
    private static func mend(_ site: SiteUnderTest) async throws {
        _ = try await site.installation.engine.write { transaction in
            try transaction.run("UPDATE people SET is_active = 1, locked_until = NULL WHERE is_active = 0")
            try transaction.run("UPDATE partnerships SET requires_second_factor = 0 WHERE requires_second_factor = 1")
            try transaction.run("UPDATE victim_circles SET removed_at = NULL WHERE removed_at IS NOT NULL")
            try transaction.run("DELETE FROM rate_limits")
        }
    }

    /// The form that anybody can send.
    private static func publicForm(_ demonstration: InstalledDemonstration) async throws {
        let site = demonstration.site
        for path in ["/report/sandwell", "/sign-in"] {
            let page = try await site.get(path)
            let form = try #require(PageReader(page.bytes).forms.first { $0.method == "post" })
            let secret = try #require(form.value(FormFields.secret))
            let cookie = "\(VisitorCookie.name)=\(secret)"
            let without = try await site.post(path, FormTrial.encoded(form.fields.map { ($0.name, $0.value) }))
            #expect(without.status == 403, "\(path) without its cookie")
            let other = try await site.post(
                path, FormTrial.encoded(form.fields.map { ($0.name, $0.value) }),
                cookies: "\(VisitorCookie.name)=\(String(repeating: "x", count: 43))")
            #expect(other.status == 403, "\(path) with another cookie")
            for (name, text) in hostile {
                let fields = form.fields.map { field in
                    (field.name, field.name == FormFields.secret || field.name == "website" ? field.value : text)
                }
                let answer = try await site.post(path, FormTrial.encoded(fields), cookies: cookie)
                FormTrial.check(answer, "\(path) with \(name)")
                try await mend(site)
            }
            let large = try await site.post(path, [UInt8](repeating: 0x61, count: 3_000_000), cookies: cookie)
            #expect(large.status == 413, "\(path) with 3 MB")
            let invalid = try await site.post(path, Array("seen=%ff%fe&form_secret=\(secret)".utf8), cookies: cookie)
            #expect(invalid.status == 400, "\(path) with invalid text")
        }
    }

    /// Nothing of all this broke the records.
    private static func wholeAfterwards(_ demonstration: InstalledDemonstration) async throws {
        let site = demonstration.site
        let verification = try await JournalVerification.run(
            on: site.installation.engine, vault: site.installation.vault)
        #expect(verification.faults == [])
        let session = try await demonstration.signIn("coordinator@sandwell.example")
        for path in ["my-work", "concerns?stage=all", "visits?show=all", "figures", "partnership"] {
            let answer = try await site.get("/sandwell/\(path)", as: session)
            #expect(answer.status == 200, "/\(path) is \(answer.status) afterwards")
            #expect(!answer.bytes.holds("<script>alert"), "/\(path) shows a script afterwards")
        }
        let crawl = Crawl(site: site, session: session, most: 4)
        for page in try await crawl.pages(from: ["/sandwell", "/sandwell/concerns?stage=all"]) {
            #expect(page.answer.status < 400, "\(page.path) is \(page.answer.status) afterwards")
            if page.answer.type.hasPrefix("text/html") {
                #expect(!page.answer.bytes.holds("<script>alert"), "\(page.path) shows a script afterwards")
                #expect(!page.answer.bytes.holds("\" onmouseover=\"alert"), "\(page.path) has an attribute of somebody's own")
            }
        }
    }

    // MARK: The interface

    private static let bodies: [(name: String, bytes: [UInt8])] = [
        ("nothing", []), ("half an object", Array("{".utf8)), ("a list", Array("[]".utf8)), ("null", Array("null".utf8)),
        ("a number", Array("1".utf8)), ("a text", Array("\"text\"".utf8)), ("no JSON", Array("<xml/>".utf8)),
        ("invalid text", [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D]), ("an empty object", Array("{}".utf8)),
        ("wrong kinds", Array("{\"source\":1,\"seen\":[],\"location_type\":{},\"answer\":true,\"visit\":7}".utf8)),
        ("a deep nest", [UInt8](repeating: UInt8(ascii: "["), count: 100_000)),
        ("two documents", Array("{}{}".utf8)), ("a byte order mark", [0xEF, 0xBB, 0xBF] + Array("{}".utf8)),
    ]

    /// Complete entries whose every text is replaced by something hostile.
    private static func entries(_ text: String, visit: String) throws -> [(path: String, body: String)] {
        let encoded = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
        return [
            (
                "concerns",
                "{\"source\":\"police\",\"seen\":\(encoded),\"summary\":\(encoded),\"location_type\":\"Farm\",\"place\":\(encoded),"
                    + "\"mentions\":[{\"kind\":\"person\",\"description\":\(encoded),\"name\":\(encoded)}]}"
            ),
            ("concerns", "{\"source\":\(encoded),\"seen\":\(encoded),\"location_type\":\(encoded),\"received_on\":\(encoded)}"),
            (
                "concerns",
                "{\"source\":\"police\",\"seen\":\"x\",\"location_type\":\"Farm\",\"indicators\":[\(encoded)],\"town\":\(encoded)}"
            ),
            ("visits", "{\"concern\":\(encoded),\"purpose\":\(encoded),\"visited_on\":\(encoded),\"place\":\(encoded)}"),
            ("screenings", "{\"visit\":\(encoded),\"gender\":\(encoded),\"age_group\":\(encoded)}"),
            (
                "screenings",
                "{\"visit\":\"\(visit)\",\"gender\":\"male\",\"age_group\":\"adult\",\"nationality\":\(encoded),\"note\":\(encoded)}"
            ),
        ]
    }

    @Test("is refused by the interface with a problem document", arguments: EngineKind.available)
    func interface(kind: EngineKind) async throws {
        try await InstalledDemonstration.run(kind) { demonstration in
            let site = demonstration.site
            let person = try #require(demonstration.people["coordinator@sandwell.example"])
            let (place, visit, request) = try await site.installation.engine.read { transaction in
                (
                    try transaction.value("SELECT id FROM partnerships WHERE slug = 'sandwell'", as: ID<Partnership>.self),
                    try transaction.value("SELECT id FROM visits ORDER BY id LIMIT 1", as: String.self) ?? "",
                    try transaction.value("SELECT id FROM scoping_requests ORDER BY id LIMIT 1", as: String.self) ?? ""
                )
            }
            let token = try await site.token(for: person, in: try #require(place))
            var headers = HTTPFields()
            headers[.authorization] = "Bearer \(token)"
            headers[.contentType] = "application/json"
            var number = 0
            func send(_ path: String, _ body: [UInt8]) async throws -> SiteUnderTest.Answer {
                number += 1
                if let name = HTTPField.Name("Idempotency-Key") { headers[name] = "key-\(number)" }
                return try await site.send("/api/v1/\(path)", .post, headers, body)
            }
            let paths = ["concerns", "answers/\(request)", "visits", "screenings"]
            for path in paths {
                for (name, bytes) in Self.bodies {
                    let answer = try await send(path, bytes)
                    #expect((400..<500).contains(answer.status), "\(path) with \(name) is \(answer.status)")
                    #expect(answer.type.hasPrefix("application/problem+json"), "\(path) with \(name)")
                }
                let large = try await send(
                    path, Array("{\"seen\":\"".utf8) + [UInt8](repeating: 0x61, count: 3_000_000) + Array("\"}".utf8))
                #expect(large.status == 413, "\(path) with 3 MB is \(large.status)")
                #expect(large.type.hasPrefix("application/problem+json"))
            }
            for (name, text) in Self.hostile {
                for (path, body) in try Self.entries(text, visit: visit) {
                    let answer = try await send(path, Array(body.utf8))
                    #expect([201, 422].contains(answer.status), "\(path) with \(name) is \(answer.status)")
                    let type = answer.status == 201 ? "application/json" : "application/problem+json"
                    #expect(answer.type.hasPrefix(type), "\(path) with \(name)")
                    #expect((try? JSONSerialization.jsonObject(with: Data(answer.bytes))) != nil, "\(path) with \(name)")
                }
            }
            for query in [
                "after=%ff", "after='", "stage=<script>", "q=%00", "q=\(String(repeating: "a", count: 4_000))", "from=x", "to=2020-02-30",
                "town=%E2%80%AE",
            ] {
                for path in ["concerns", "visits", "dashboard", "answers"] {
                    let answer = try await site.api("/api/v1/\(path)?\(query)", token: token)
                    #expect([200, 400, 422].contains(answer.status), "\(path)?\(query.prefix(40)) is \(answer.status)")
                }
            }
            try await Self.wholeAfterwards(demonstration)
        }
    }
}

/// One form of one page, sent in every way in which it should not be.
private struct FormTrial {
    let site: SiteUnderTest
    let form: PageReader.Form
    let page: Crawl.Page
    let author: String
    let demonstration: InstalledDemonstration

    static func encoded(_ fields: [(String, String)]) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        func add(_ text: String) {
            for byte in text.utf8 {
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: bytes.append(byte)
                default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                }
            }
        }
        for (name, value) in fields {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
            add(name)
            bytes.append(UInt8(ascii: "="))
            add(value)
        }
        return bytes
    }

    /// What holds for every answer to whatever is sent.
    static func check(_ answer: SiteUnderTest.Answer, _ what: String) {
        #expect(answer.status < 500, "\(what) is \(answer.status)")
        if answer.type.hasPrefix("text/html") {
            #expect(!answer.bytes.holds("<script>alert"), "\(what) shows a script")
            #expect(!answer.bytes.holds("\" onmouseover=\"alert"), "\(what) shows an attribute of somebody's own")
        }
        #expect((answer.headers[.contentSecurityPolicy] ?? "").hasPrefix("default-src 'none'"), "\(what) has no policy")
    }

    private var about: String { "the form \(Crawl.pattern(form.action)) on \(page.pattern) of \(author)" }

    /// Text fields, where people type.
    private func isTyped(_ field: PageReader.Field) -> Bool {
        field.element == "textarea"
            || (field.element == "input" && ["", "text", "search", "email", "tel", "number", "date", "time", "url"].contains(field.type))
    }

    /// A form that asks: what is typed goes into the address.
    func asked(_ hostile: [(name: String, text: String)]) async throws {
        let session = try await demonstration.signIn(author)
        for (name, text) in hostile where text.utf8.count < 10_000 {
            let query = String(decoding: FormTrial.encoded(form.fields.map { ($0.name, isTyped($0) ? text : $0.value) }), as: UTF8.self)
            let answer = try await site.get("\(form.action)?\(query)", as: session)
            FormTrial.check(answer, "\(about) with \(name)")
            #expect([200, 422].contains(answer.status), "\(about) with \(name) is \(answer.status)")
        }
    }

    /// A form that changes something.
    func sent(_ hostile: [(name: String, text: String)]) async throws {
        if form.isMultipart {
            try await sentWithFile()
            return
        }
        let fields = form.fields.map { ($0.name, $0.value) }
        try await send(fields.map { ($0.0, $0.0 == FormFields.secret ? "wrong" : $0.1) }, "another secret", [403])
        try await send(fields.filter { $0.0 != FormFields.secret }, "no secret", [403])
        try await send([], "nothing", [403])
        try await raw([UInt8](repeating: 0x61, count: 3_000_000), "3 MB", [413])
        let session = try await demonstration.signIn(author)
        try await raw(Array("form_secret=\(session.secret)&seen=%ff%fe&name=%c3%28".utf8), "invalid text", [400], session)
        try await raw(Array("form_secret=\(session.secret)&a=%zz".utf8), "a broken escape", [400], session)
        try await raw(
            Array("form_secret=\(session.secret)".utf8) + [0x26, 0x78, 0x3D, 0xFF, 0xFE], "bytes that are no text", [400], session)
        try await send([(FormFields.secret, "own"), (FormFields.token, "t-\(about)")], "empty fields", nil)
        for (name, text) in hostile {
            let token = (FormFields.token, "t-\(name)-\(about.utf8.count)-\(form.action.utf8.count)")
            try await send(
                form.fields.map { ($0.name, isTyped($0) || $0.type == "password" ? text : $0.value) } + [token], name, nil,
                typed: text)
            let known: Set<String> = [FormFields.secret, FormFields.token]
            try await send(form.fields.map { ($0.name, known.contains($0.name) ? $0.value : text) } + [token], "\(name) everywhere", nil)
        }
    }

    /// - Parameter statuses: those that are right; nil for whatever is no fault.
    private func send(_ fields: [(String, String)], _ what: String, _ statuses: Set<Int>?, typed: String? = nil) async throws {
        let session = try await demonstration.signIn(author)
        let isWrong = statuses != nil
        var own = fields
        if !isWrong {
            own.removeAll { $0.0 == FormFields.secret }
            own.append((FormFields.secret, session.secret))
        }
        let answer = try await raw(FormTrial.encoded(own), what, statuses, session)
        guard let typed, answer.status == 422 else { return }
        checkKept(answer, typed, what)
    }

    /// What was typed stands in the form that comes back.
    private func checkKept(_ answer: SiteUnderTest.Answer, _ typed: String, _ what: String) {
        // Control characters are dropped on the way in.
        let wanted = String(String.UnicodeScalarView(typed.unicodeScalars.filter { $0.value >= 0x20 || $0.properties.isWhitespace }))
            .trimmingCharacters(in: .whitespacesAndNewlines)
        guard !wanted.isEmpty, wanted.utf8.count < 10_000 else { return }
        let back = PageReader(answer.bytes).forms.first { $0.action == form.action && $0.method == "post" }
        guard let back else {
            // The page of a record with the reason above it, where the form was one of several.
            return
        }
        for field in form.fields where isTyped(field) {
            let kept = back.fields.filter { $0.name == field.name }
            guard let first = kept.first, isTyped(first) else { continue }
            let same = Self.folded(first.value) == Self.folded(wanted)
            #expect(same, "\(about) with \(what) forgets what was typed as \(field.name)")
        }
    }

    /// Line ends and white space may differ.
    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").uppercased()
    }

    @discardableResult
    private func raw(
        _ body: [UInt8], _ what: String, _ statuses: Set<Int>?, _ session: SiteUnderTest.Session? = nil
    ) async throws -> SiteUnderTest.Answer {
        let own: SiteUnderTest.Session
        if let session { own = session } else { own = try await demonstration.signIn(author) }
        let answer = try await site.post(form.action, body, as: own)
        FormTrial.check(answer, "\(about) with \(what)")
        if let statuses {
            // Signing out asks for nothing but the secret.
            #expect(statuses.contains(answer.status), "\(about) with \(what) is \(answer.status)")
        } else {
            #expect(
                [200, 201, 204, 303, 400, 403, 404, 409, 413, 422].contains(answer.status), "\(about) with \(what) is \(answer.status)")
            #expect(answer.status != 401, "\(about) with \(what): the session is gone")
        }
        return answer
    }

    /// A form that takes a file.
    private func sentWithFile() async throws {
        let session = try await demonstration.signIn(author)
        let boundary = "boundary"
        func body(_ secret: String, fileName: String, _ content: [UInt8]) -> [UInt8] {
            var bytes: [UInt8] = []
            for field in form.fields where field.type != "file" {
                let value = field.name == FormFields.secret ? secret : field.value
                bytes += Array(
                    "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field.name)\"\r\n\r\n\(value)\r\n".utf8)
            }
            bytes += Array(
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(fileName)\"\r\nContent-Type: image/png\r\n\r\n"
                    .utf8)
            return bytes + content + Array("\r\n--\(boundary)--\r\n".utf8)
        }
        let type = "multipart/form-data; boundary=\(boundary)"
        let wrong = try await site.post(form.action, body("wrong", fileName: "a.png", [1]), as: session, type: type)
        #expect(wrong.status == 403, "\(about) with another secret is \(wrong.status)")
        for fileName in [
            "<script>alert(1)</script>.png", "..\\..\\x.png", "a\u{202E}gnp.exe", String(repeating: "n", count: 5_000) + ".png", "",
        ] {
            for content in [[], Array("<script>alert(1)</script>".utf8), [UInt8](repeating: 0, count: 100)] as [[UInt8]] {
                let answer = try await site.post(
                    form.action, body(session.secret, fileName: fileName, content), as: session, type: type)
                FormTrial.check(answer, "\(about) with the file \(fileName.prefix(40))")
                #expect([400, 422].contains(answer.status), "\(about) with the file \(fileName.prefix(40)) is \(answer.status)")
            }
        }
        // The content decides what a file is; whatever its name, it is shown and saved as text.
        let named = try await site.post(
            form.action, body(session.secret, fileName: "<script>alert(1)</script>\u{202E}gnp.exe", [0xFF, 0xD8, 0xFF, 0xE0]),
            as: session, type: type)
        // A form for rows of figures takes no photograph.
        let wanted = form.action.hasSuffix("/several/file") ? 422 : 303
        #expect(named.status == wanted, "\(about) with a photograph of a hostile name is \(named.status)")
        for (what, bytes, type) in [
            ("no end", Array(body(session.secret, fileName: "a.png", [1]).dropLast(20)), type),
            ("no boundary", body(session.secret, fileName: "a.png", [1]), "multipart/form-data"),
            ("another type", body(session.secret, fileName: "a.png", [1]), "application/x-www-form-urlencoded"),
            ("nothing", [], type),
        ] as [(String, [UInt8], String)] {
            let answer = try await site.post(form.action, bytes, as: session, type: type)
            FormTrial.check(answer, "\(about) with \(what)")
            #expect((400..<500).contains(answer.status), "\(about) with \(what) is \(answer.status)")
        }
    }
}
