import Access
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import NIOPosix
import Web

/// What a browser gets.
package struct PageAnswer: Sendable {
    package let status: HTTPResponse.Status
    package let headers: HTTPFields
    package let bytes: [UInt8]

    package var body: String { String(decoding: bytes, as: UTF8.self) }
    package var location: String { headers[.location] ?? "" }
}

/// Asks a router with some routes for a page, as a viewer who has passed the session and the partnership's door.
package struct PageAsking: Sendable {
    private let viewer: Viewer?
    private let showsErrorPages: Bool
    private let mount: @Sendable (Router<WebContext>) -> Void

    /// - Parameters:
    ///   - showsErrorPages: whether a refusal becomes a page, as on a server; otherwise it is thrown.
    ///   - mount: adds the routes.
    package init(
        as viewer: Viewer?, showsErrorPages: Bool = true, mount: @escaping @Sendable (Router<WebContext>) -> Void
    ) {
        self.viewer = viewer
        self.showsErrorPages = showsErrorPages
        self.mount = mount
    }

    /// The fields of a form of one of our own pages; without a number of its own it gets this one.
    package static func form(_ fields: [(name: String, value: String)], number: @autoclosure () -> String) -> [UInt8] {
        var data = FormData(fields: fields + [(name: FormFields.secret, value: "secret")])
        if data.text(FormFields.token).isEmpty { data = data.setting(FormFields.token, number()) }
        return Array(data.urlEncoded.utf8)
    }

    package func ask(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: [UInt8] = []
    ) async throws -> PageAnswer {
        let router = Router(context: WebContext.self)
        if showsErrorPages { router.add(middleware: ErrorPages { _, _ in Response(status: .unauthorized) }) }
        if let viewer { router.add(middleware: ComeIn(viewer: viewer)) }
        mount(router)
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
        return PageAnswer(status: response.status, headers: response.headers, bytes: collected.bytes)
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
        else {
            throw SignInNeeded()
        }
        let place = PartnershipPlace(
            id: partnership, slug: "sandwell", name: "Sandwell partnership", roles: viewer.roles, town: viewer.town,
            isDemonstration: false, requiresSecondFactor: false, agreementInForce: viewer.agreementInForce)
        var context = context
        let person = SignedInPerson(
            id: id, name: viewer.name, organisation: organisation, organisationName: viewer.organisationName,
            formSecret: "secret", hasSecondFactor: false, passedSecondFactor: false, places: [place])
        context.pass(person, as: viewer, in: place)
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
