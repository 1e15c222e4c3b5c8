import Access
import Crypto
import Documents
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Web

/// What is published, without signing in: a list, a page and the files of each release, and a feed. Everything comes from the
/// tables of what is out, which hold nothing else.
package struct OpenRoutes: Sendable {
    private let publications: PublicationDesk
    private let isSecure: Bool

    /// How many answers one network address gets within the window; what a browser has already is not counted.
    package static let limit = 300
    /// Seconds.
    package static let window: Int64 = 600
    /// How many releases the list and the feed hold.
    static let most = 500

    /// - Parameter isSecure: whether browsers reach the server by HTTPS.
    package init(publications: PublicationDesk, isSecure: Bool) {
        self.publications = publications
        self.isSecure = isSecure
    }

    package func add(to router: some RouterMethods<WebContext>) {
        router.get("published", use: list)
        router.get("published/feed.atom", use: feed)
        router.get("published/:area/:number", use: show)
        router.get("published/:area/:number/:file", use: file)
    }

    private var desk: Desk { publications.desk }

    @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let releases = try await desk.readOffice { try $0.openReleases(most: OpenRoutes.most) }
        return try await answer(
            OpenListPage(releases: releases).markup.bytes, type: "text/html; charset=utf-8", changed: releases.map(\.changedAt).max(),
            minutes: 5, request, context)
    }

    @Sendable private func feed(_ request: Request, _ context: WebContext) async throws -> Response {
        let releases = try await desk.readOffice { try $0.openReleases(most: 100) }
        let host = request.head.authority ?? "localhost"
        let feed = AtomFeed(releases: releases, site: "\(isSecure ? "https" : "http")://\(host)")
        return try await answer(
            feed.bytes, type: "application/atom+xml; charset=utf-8", changed: releases.map(\.changedAt).max(), minutes: 5, request, context,
            varies: "Host")
    }

    /// The release in the path; anything else is a page that does not exist.
    private func release(_ context: WebContext) async throws -> OpenRelease {
        guard let slug = context.parameters.get("area"), let number = context.parameters.get("number").flatMap({ Int($0) }) else {
            throw AccessError.notVisible
        }
        guard let release = try await desk.readOffice({ try $0.openRelease(of: slug, number: number) }) else {
            throw AccessError.notVisible
        }
        return release
    }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let release = try await release(context)
        let page = OpenReleasePage(release: release, licence: publications.licence)
        return try await answer(
            page.markup.bytes, type: "text/html; charset=utf-8", changed: release.changedAt, minutes: 5, request, context)
    }

    @Sendable private func file(_ request: Request, _ context: WebContext) async throws -> Response {
        let release = try await release(context)
        if release.withdrawnAt != nil {
            return .page(OpenReleasePage(release: release, licence: publications.licence).markup, status: .gone)
        }
        guard let name = context.parameters.get("file"),
            let found = try await desk.readOffice({ try $0.openFile(name, of: release.slug, number: release.number) })
        else { throw AccessError.notVisible }
        var response = try await answer(
            found.bytes, type: found.file.mediaType, changed: found.changedAt, minutes: 60, request, context, digest: found.file.digest)
        let metadata = name + TableMetadata.suffix
        if release.files.contains(where: { $0.name == metadata }), let link = HTTPField.Name("Link") {
            response.headers[link] = "<\(metadata)>; rel=\"describedby\"; type=\"\(TableMetadata.mediaType)\""
        }
        // A document brings its own style; a drawing and data bring nothing.
        response.headers[.contentSecurityPolicy] =
            name.hasSuffix(".html") || name.hasSuffix(".svg")
            ? Response.documentPolicy(found.bytes) : "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"
        if ![".html", ".svg", ".png", ".pdf", ".json"].contains(where: name.hasSuffix) {
            response.headers[.contentDisposition] = "attachment; filename=\"\(release.slug)-\(release.number)-\(name)\""
        }
        return response
    }

    // MARK: Caching and limits

    /// An answer that anybody may keep for some minutes, and that is not sent again to whoever has it.
    private func answer(
        _ bytes: [UInt8], type: String, changed: Moment?, minutes: Int, _ request: Request, _ context: WebContext,
        digest: String? = nil, varies: String? = nil
    ) async throws -> Response {
        let tag = "\"\(digest ?? OpenRoutes.digest(bytes))\""
        var headers: HTTPFields = [.contentType: type, .cacheControl: "public, max-age=\(minutes * 60)", .eTag: tag]
        if let changed { headers[.lastModified] = HTTPDate.text(changed) }
        if let varies { headers[.vary] = varies }
        let known = request.headers[.ifNoneMatch] ?? ""
        let tags = known.split(separator: ",").map { $0.drop { $0 == " " || $0 == "W" || $0 == "/" } }
        if known == "*" || tags.contains(where: { $0 == tag }) { return Response(status: .notModified, headers: headers) }
        let bucket = "published/\(desk.blindKey(of: context.remoteAddress))"
        let allowance = try await desk.changeOffice { office in
            try office.take(bucket: bucket, limit: Self.limit, window: Self.window)
        }
        guard allowance.isAllowed else {
            var refusal = Response.page(TooManyPage(minutes: (allowance.secondsLeft + 59) / 60).markup, status: .tooManyRequests)
            refusal.headers[.retryAfter] = String(allowance.secondsLeft)
            return refusal
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func digest(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return SHA256.hash(data: bytes).prefix(16).map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
    }
}
