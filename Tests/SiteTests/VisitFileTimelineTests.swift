import Access
import Kernel
import Store
import TestSupport
import Testing
import Web

@testable import Site

/// A file on a visit is told of to those who see the visit, on the timeline too.
@Suite("A file on a visit")
struct VisitFileTimelineTests {
    private struct Place {
        let visit: String
        let concern: String
        /// Addresses of a member on the visit, and of one that sees the concern and not the visit.
        let onVisit: String
        let inCircle: String
    }

    private static func place(_ engine: any Engine) async throws -> Place {
        let found = try await engine.read { transaction in
            try transaction.rows(
                """
                SELECT v.id, v.concern_id, pa.email, pk.email FROM visits v
                JOIN visit_agencies a ON a.visit_id = v.id
                JOIN people pa ON pa.organisation_id = a.organisation_id
                JOIN roles ra ON ra.person_id = pa.id AND ra.partnership_id = v.partnership_id AND ra.role = 'member'
                JOIN circles ka ON ka.concern_id = v.concern_id AND ka.organisation_id = a.organisation_id
                    AND ka.removed_at IS NULL
                JOIN circles k ON k.concern_id = v.concern_id AND k.removed_at IS NULL
                JOIN people pk ON pk.organisation_id = k.organisation_id
                JOIN roles rk ON rk.person_id = pk.id AND rk.partnership_id = v.partnership_id AND rk.role = 'member'
                WHERE NOT EXISTS (SELECT 1 FROM visit_agencies x WHERE x.visit_id = v.id
                    AND x.organisation_id = k.organisation_id)
                AND NOT EXISTS (SELECT 1 FROM roles c WHERE c.role = 'coordinator' AND c.person_id IN (pa.id, pk.id))
                ORDER BY v.id, pa.email, pk.email LIMIT 1
                """
            ) { row in
                Place(
                    visit: try row.next(), concern: try row.next(), onVisit: try row.next(), inCircle: try row.next())
            }
        }
        return try #require(found.first, "the demonstration has no visit that part of a circle was on")
    }

    private static func body(_ fields: [(String, String)], file: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (name, value) in fields {
            bytes += Array("--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        bytes += Array(
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"yard.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n".utf8)
        return bytes + file + Array("\r\n--b--\r\n".utf8)
    }

    @Test("stands on the timeline for those on the visit, and not for the rest of the circle", arguments: EngineKind.available)
    func timeline(kind: EngineKind) async throws {
        try await InstalledDemonstration.run(kind) { demonstration in
            let site = demonstration.site
            let place = try await Self.place(site.installation.engine)
            let coordinator = try await demonstration.signIn("coordinator@sandwell.example")
            let files = "/sandwell/visits/\(place.visit)/files"
            func told(_ words: String, _ email: String) async throws -> Bool {
                let page = try await site.get(
                    "/sandwell/concerns/\(place.concern)/timeline", as: try await demonstration.signIn(email))
                #expect(page.status == 200, "the timeline is \(page.status) for \(email)")
                return page.bytes.holds(words)
            }
            for email in [place.onVisit, place.inCircle, "coordinator@sandwell.example"] {
                #expect(try await !told("Photograph or picture added", email))
            }
            let fields = [(FormFields.secret, coordinator.secret), (FormFields.token, "file-1")]
            let added = try await site.post(
                files, Self.body(fields, file: [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]), as: coordinator,
                type: "multipart/form-data; boundary=b")
            #expect(added.status == 303)
            #expect(try await told("Photograph or picture added", "coordinator@sandwell.example"))
            #expect(try await told("Photograph or picture added", place.onVisit))
            #expect(try await !told("Photograph or picture added", place.inCircle))
            // Its removal likewise, though the file itself is gone then.
            let list = try await site.get(files, as: coordinator)
            let remove = try #require(PageReader(list.bytes).forms.first { $0.action.hasSuffix("/remove") })
            let removed = try await site.post(
                remove.action, FormData(fields: remove.sending([:]).map { (name: $0.0, value: $0.1) }).bytes, as: coordinator)
            #expect(removed.status == 303)
            #expect(try await told("Photograph or picture removed", place.onVisit))
            #expect(try await !told("Photograph or picture removed", place.inCircle))
            // The same upload without its number is refused, in words.
            let twice = try await site.post(
                files, Self.body([fields[0]], file: [0xFF, 0xD8, 0xFF, 0xE0]), as: coordinator,
                type: "multipart/form-data; boundary=b")
            #expect(twice.status == 422)
            #expect(twice.bytes.holds("came without its number"))
        }
    }
}
