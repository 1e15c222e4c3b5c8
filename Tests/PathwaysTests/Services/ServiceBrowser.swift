import Access
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import NIOPosix
import TestSupport
import Web

@testable import Pathways

/// What a browser gets.
struct ServiceAnswer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let body: String

    var location: String { headers[.location] ?? "" }
}

extension ServiceGround {
    /// Asks for a page below `/sandwell/pathways`.
    func get(_ path: String, as viewer: Viewer) async throws -> ServiceAnswer {
        try await send(.get, path, as: viewer, headers: [:], body: "")
    }

    /// Sends a form of one of our own pages.
    func post(
        _ path: String, _ fields: [(name: String, value: String)], as viewer: Viewer, headers: HTTPFields = [:]
    ) async throws -> ServiceAnswer {
        var data = FormData(fields: fields + [(name: FormFields.secret, value: "secret")])
        if data.text(FormFields.token).isEmpty { data = data.setting(FormFields.token, keys.world.newToken()) }
        return try await send(.post, path, as: viewer, headers: headers, body: data.urlEncoded)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, as viewer: Viewer, headers: HTTPFields, body: String
    ) async throws -> ServiceAnswer {
        let router = Router(context: WebContext.self)
        router.add(middleware: ErrorPages { _, _ in Response(status: .unauthorized) })
        router.add(middleware: ComeIn(viewer: viewer))
        // In the order of the site, where the pages of one person come first.
        router.group("sandwell", context: SignedIn.self)
            .addRoutes(PathwayRoutes(pathways: pathways).routes, atPath: "pathways")
            .addRoutes(ServiceRoutes(services: services).routes, atPath: "pathways/services")
            .addRoutes(ReceptionRoutes(reception: reception).routes, atPath: "pathways/reception")
            .addRoutes(DefinitionRoutes(definitions: definitions).routes, atPath: "pathways/definitions")
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).get()
        defer { channel.close(promise: nil) }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "localhost", path: "/sandwell/pathways\(path)",
                headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(string: body)))
        var logger = Logger(label: "test")
        logger[metadataKey: "hb.request.id"] = "test"
        let context = WebContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
        let response = try await router.buildResponder().respond(to: request, context: context)
        let collected = Collected()
        try await response.body.write(Collector(collected: collected))
        return ServiceAnswer(
            status: response.status, headers: response.headers,
            body: String(decoding: collected.bytes, as: UTF8.self))
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
