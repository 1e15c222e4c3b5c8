import Access
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import PageTestSupport
import TestSupport
import Web

@testable import Concerns

extension CaseGround {
    /// Asks for a page below `/sandwell`.
    func get(_ path: String, as viewer: Viewer) async throws -> PageAnswer {
        try await send(.get, "/sandwell\(path)", as: viewer, headers: [:], body: [])
    }

    /// Sends a form of one of our own pages.
    func post(_ path: String, _ fields: [(String, String)], as viewer: Viewer) async throws -> PageAnswer {
        try await send(
            .post, "/sandwell\(path)", as: viewer, headers: [:],
            body: PageAsking.form(fields, number: clock.world.newToken()))
    }

    /// Sends a form with a file.
    func upload(
        _ path: String, name: String, content: [UInt8], as viewer: Viewer, secret: String = "secret",
        boundary: String = "XX", announced: String = "XX", token: String? = nil, cut: Int = 0
    ) async throws -> PageAnswer {
        var body = Array(
            """
            --\(boundary)\r
            Content-Disposition: form-data; name="form_secret"\r
            \r
            \(secret)\r
            --\(boundary)\r
            Content-Disposition: form-data; name="form_token"\r
            \r
            \(token ?? clock.world.newToken())\r
            --\(boundary)\r
            Content-Disposition: form-data; name="file"; filename="\(name)"\r
            Content-Type: image/jpeg\r
            \r\n
            """.utf8)
        body += content
        body += Array("\r\n--\(boundary)--\r\n".utf8)
        body.removeLast(cut)
        let headers: HTTPFields = [.contentType: "multipart/form-data; boundary=\(announced)"]
        return try await send(.post, "/sandwell\(path)", as: viewer, headers: headers, body: body)
    }

    /// Asks for or sends something outside the partnership's pages.
    func visit(
        _ method: HTTPRequest.Method, _ path: String, _ fields: [(String, String)] = [], cookie: String? = nil
    ) async throws -> PageAnswer {
        var headers: HTTPFields = [:]
        if let cookie { headers[.cookie] = "\(VisitorCookie.name)=\(cookie)" }
        let body = Array(FormData(fields: fields).urlEncoded.utf8)
        return try await send(method, path, as: nil, headers: headers, body: body)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, as viewer: Viewer?, headers: HTTPFields, body: [UInt8]
    ) async throws -> PageAnswer {
        let concerns = concerns
        let asking = PageAsking(as: viewer) { router in
            PublicReportRoutes(
                concerns: concerns,
                helplines: [HelplineNumber(code: "helpline", name: "Helpline", number: "08000 121 700", purpose: "Advice")],
                isSecure: false
            ).add(to: router)
            let routes = RouteCollection(context: SignedIn.self)
            CaseRoutes(concerns: concerns).add(to: routes)
            FileRoutes(concerns: concerns).add(to: routes)
            let group = router.group("sandwell", context: SignedIn.self)
            group.addRoutes(routes)
            group.addRoutes(ConcernRoutes(concerns: concerns, parts: CaseParts(lists: concerns.lists).parts).routes)
        }
        return try await asking.ask(method, path, headers: headers, body: body)
    }
}
