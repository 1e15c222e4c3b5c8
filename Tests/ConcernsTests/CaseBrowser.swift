import Access
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import NIOPosix
import TestSupport
import Web

@testable import Concerns

/// What a browser gets.
struct CaseAnswer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let bytes: [UInt8]

    var body: String { String(decoding: bytes, as: UTF8.self) }
    var location: String { headers[.location] ?? "" }
}

extension CaseGround {
    /// Asks for a page below `/sandwell`.
    func get(_ path: String, as viewer: Viewer) async throws -> CaseAnswer {
        try await send(.get, "/sandwell\(path)", as: viewer, headers: [:], body: [])
    }

    /// Sends a form of one of our own pages.
    func post(_ path: String, _ fields: [(String, String)], as viewer: Viewer) async throws -> CaseAnswer {
        var data = FormData(fields: fields + [(FormFields.secret, "secret")])
        if data.text(FormFields.token).isEmpty { data = data.setting(FormFields.token, clock.world.newToken()) }
        return try await send(.post, "/sandwell\(path)", as: viewer, headers: [:], body: Array(data.urlEncoded.utf8))
    }

    /// Sends a form with a file.
    func upload(
        _ path: String, name: String, content: [UInt8], as viewer: Viewer, secret: String = "secret",
        boundary: String = "XX", announced: String = "XX", token: String? = nil, cut: Int = 0
    ) async throws -> CaseAnswer {
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
    ) async throws -> CaseAnswer {
        var headers: HTTPFields = [:]
        if let cookie { headers[.cookie] = "\(VisitorCookie.name)=\(cookie)" }
        let body = Array(FormData(fields: fields).urlEncoded.utf8)
        return try await send(method, path, as: nil, headers: headers, body: body)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, as viewer: Viewer?, headers: HTTPFields, body: [UInt8]
    ) async throws -> CaseAnswer {
        let router = Router(context: WebContext.self)
        router.add(middleware: ErrorPages { _, _ in Response(status: .unauthorized) })
        PublicReportRoutes(
            concerns: concerns,
            helplines: [HelplineNumber(code: "helpline", name: "Helpline", number: "08000 121 700", purpose: "Advice")],
            isSecure: false
        ).add(to: router)
        if let viewer { router.add(middleware: ComeIn(viewer: viewer)) }
        let routes = RouteCollection(context: SignedIn.self)
        CaseRoutes(concerns: concerns).add(to: routes)
        FileRoutes(concerns: concerns).add(to: routes)
        let group = router.group("sandwell", context: SignedIn.self)
        group.addRoutes(routes)
        group.addRoutes(
            ConcernRoutes(concerns: concerns, parts: CaseParts(lists: concerns.lists).parts).routes)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).get()
        defer { channel.close(promise: nil) }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(bytes: body)))
        var logger = Logger(label: "test")
        logger[metadataKey: "hb.request.id"] = "test"
        let context = WebContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
        let response = try await router.buildResponder().respond(to: request, context: context)
        let collected = Collected()
        try await response.body.write(Collector(collected: collected))
        return CaseAnswer(status: response.status, headers: response.headers, bytes: collected.bytes)
    }
}

/// Stands in for the session and the partnership's door.
private struct ComeIn: RouterMiddleware {
    typealias Context = WebContext
    let viewer: Viewer

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard let id = viewer.person, let organisation = viewer.organisation, let partnership = viewer.partnership
        else { throw SignInNeeded() }
        let place = PartnershipPlace(
            id: partnership, slug: "sandwell", name: "Sandwell partnership", roles: viewer.roles, town: viewer.town,
            isDemonstration: false, requiresSecondFactor: false, agreementInForce: viewer.agreementInForce)
        var context = context
        context.viewer = viewer
        context.place = place
        context.signedIn = SignedInPerson(
            id: id, name: viewer.name, organisation: organisation, organisationName: viewer.organisationName,
            formSecret: "secret", hasSecondFactor: false, passedSecondFactor: false, places: [place])
        return try await next(request, context)
    }
}

/// Where the body of an answer is gathered; used by one task.
private final class Collected: @unchecked Sendable {
    var bytes: [UInt8] = []
}

private struct Collector: ResponseBodyWriter {
    let collected: Collected

    mutating func write(_ buffer: ByteBuffer) async throws {
        collected.bytes.append(contentsOf: buffer.readableBytesView)
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
