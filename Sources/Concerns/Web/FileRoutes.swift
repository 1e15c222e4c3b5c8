import Access
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Store
import Web

/// Files on concerns, visits and answers: list, add, open, remove.
package struct FileRoutes: Sendable {
    private let concerns: ConcernDesk

    package init(concerns: ConcernDesk) {
        self.concerns = concerns
    }

    package func add(to routes: RouteCollection<SignedIn>) {
        add("concerns/:concern/files", to: routes) { .concern(try $0.id("concern")) }
        add("visits/:visit/files", to: routes) { .visit(try $0.id("visit")) }
        add("answers/:request/files", to: routes) { .answer(try $0.id("request")) }
    }

    private func add(
        _ path: String, to routes: RouteCollection<SignedIn>,
        parent: @escaping @Sendable (SignedIn) throws -> FileParent
    ) {
        routes.get("\(path)") { try await list($0, $1, try parent($1)) }
        routes.post("\(path)") { try await upload($0, $1, try parent($1)) }
        routes.get("\(path)/:file") { try await download($0, $1, try parent($1)) }
        routes.post("\(path)/:file/remove") { try await remove($0, $1, try parent($1)) }
    }

    private var desk: Desk { concerns.desk }

    private static let notices = ["added": "The file is attached.", "removed": "The file is destroyed."]

    private func page(
        _ parent: FileParent, _ context: SignedIn, problems: [Problem] = [], notice: String? = nil
    ) async throws -> Markup {
        let files = try await concerns.files(of: parent, by: context.viewer)
        let links = FileLinks(slug: context.place.slug)
        let (heading, back) =
            switch parent {
            case .concern: ("Files on the concern", "Back to the concern")
            case .visit: ("Files on the visit", "Back to the visit")
            case .answer: ("Files on the answer", "Back to the answer")
            }
        return FilesPage(
            heading: heading, back: (back, links.record(parent)), links: links, parent: parent, files: files,
            canAdd: BeginFile.permits(context.viewer), problems: problems, notice: notice, token: desk.world.newToken()
        ).markup(context)
    }

    private func list(_ request: Request, _ context: SignedIn, _ parent: FileParent) async throws -> Response {
        .page(try await page(parent, context, notice: Self.notices[request.query.text("done")]))
    }

    // MARK: Taking in

    /// The fields stand before the file, so that nothing of a file is kept before the form is known to be ours.
    private func upload(_ request: Request, _ context: SignedIn, _ parent: FileParent) async throws -> Response {
        guard let boundary = request.multipartBoundary else {
            return .unprocessable(try await page(parent, context, problems: [Problem("file", FileRules.broken)]))
        }
        var reader = MultipartReader(request.body.makeAsyncIterator(), boundary: boundary)
        do {
            let result = try await read(&reader, request, context, parent)
            // More than a file can hold is not worth waiting for.
            try await reader.drain(limit: 4 * FileRules.largest)
            switch result {
            case .attached:
                return .seeOther(FileLinks(slug: context.place.slug).files(parent).query("done", "added"))
            case .refused(let problem): return .unprocessable(try await page(parent, context, problems: [problem]))
            }
        } catch is MultipartError {
            return .unprocessable(try await page(parent, context, problems: [Problem("file", FileRules.broken)]))
        }
    }

    private func read<Body>(
        _ reader: inout MultipartReader<Body>, _ request: Request, _ context: SignedIn, _ parent: FileParent
    ) async throws -> FileUpload.Result {
        guard let (fields, name) = try await reader.fields(of: request, context) else { return .refused(Problem("file", FileRules.empty)) }
        guard fields.idempotencyKey != .missing else { return .refused(Problem("file", RepeatedForm.noKey.problem.message)) }
        return try await FileUpload(concerns: concerns, parent: parent, viewer: context.viewer, key: fields.idempotencyKey).take(
            name, from: &reader)
    }

    // MARK: Giving out

    private func download(_ request: Request, _ context: SignedIn, _ parent: FileParent) async throws -> Response {
        let (file, name) = try await concerns.openFile(
            try context.id("file"), of: parent, by: context.viewer)
        var headers = HTTPFields()
        headers[.contentType] = file.kind?.rawValue ?? "application/octet-stream"
        headers[.contentDisposition] = FileRoutes.disposition(name)
        headers[.cacheControl] = "no-store"
        headers[.xContentTypeOptions] = "nosniff"
        headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
        let concerns = concerns
        let viewer = context.viewer
        let body = ResponseBody(contentLength: file.size) { writer in
            var number = 0
            while number < file.chunks {
                let chunks = try await concerns.readFile(file, from: number, by: viewer)
                for chunk in chunks { try await writer.write(ByteBuffer(bytes: chunk)) }
                number += chunks.count
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }

    /// Saved under this name and never shown in the page: RFC 6266, with the name in plain letters for old browsers.
    static func disposition(_ name: String) -> String {
        let plain = String(
            name.unicodeScalars.map { scalar in
                let isPlain = (0x20..<0x7F).contains(scalar.value) && scalar != "\"" && scalar != "\\" && scalar != "%"
                return isPlain ? Character(scalar) : "_"
            })
        let escaped = name.utf8.map { byte -> String in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: return String(UnicodeScalar(byte))
            default:
                let digits = Array("0123456789ABCDEF")
                return "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }.joined()
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(escaped)"
    }

    private func remove(_ request: Request, _ context: SignedIn, _ parent: FileParent) async throws -> Response {
        let data = try await request.form(context)
        let outcome = try await concerns.dropFile(
            try context.id("file"), of: parent, by: context.viewer, key: data.idempotencyKey)
        guard outcome.result != nil else {
            return .unprocessable(try await page(parent, context, problems: outcome.problems))
        }
        return .seeOther(FileLinks(slug: context.place.slug).files(parent).query("done", "removed"))
    }
}
