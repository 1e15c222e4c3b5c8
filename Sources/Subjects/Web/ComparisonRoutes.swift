import Access
import BlindLinkage
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Partnerships
import Store
import Web

/// The pages of blind comparisons.
struct ComparisonRoutes: Sendable {
    let subjects: SubjectDesk

    func add(to routes: RouteCollection<SignedIn>) {
        routes.get("subjects/comparisons", use: list)
        routes.get("subjects/comparisons/new", use: begin)
        routes.post("subjects/comparisons/new", use: propose)
        routes.get("subjects/comparisons/:comparison", use: show)
        routes.post("subjects/comparisons/:comparison/answer", use: answer)
        routes.post("subjects/comparisons/:comparison/file", use: upload)
        routes.get("subjects/comparisons/:comparison/schema.json", use: schema)
        routes.get("subjects/comparisons/:comparison/rows.csv", use: matchedRows)
        routes.post("subjects/comparisons/:comparison/talk", use: talk)
        routes.get("subjects/comparisons/:comparison/withdraw", use: askToWithdraw)
        routes.post("subjects/comparisons/:comparison/withdraw", use: withdraw)
    }

    private var desk: Desk { subjects.desk }

    private func links(_ context: SignedIn) -> SubjectLinks { SubjectLinks(context.place.slug) }

    private static let notices = [
        "proposed": "The comparison is proposed. The other agency sees it now.", "answered": "Your answer is saved.",
        "sent": "Your file arrived.", "agreed": "It is noted that you agree to talk.", "withdrawn": "The comparison is withdrawn.",
    ]

    // MARK: The ledger, and a new one

    @Sendable private func list(_ request: Request, _ context: SignedIn) async throws -> Response {
        guard context.viewer.has(.member) || context.viewer.isCoordinator else { throw AccessError.denied }
        let limits = subjects.comparisonLimits
        let page = try await desk.read(as: context.viewer, Consultation("list-comparisons", "blind_comparisons")) { reading in
            ComparisonListPage(lines: try reading.comparisons(), limits: limits, open: try reading.openProposals())
        }
        return .page(page.markup(context))
    }

    private func newPage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        guard ProposeComparison.speaksForOwn(context.viewer) else { throw AccessError.denied }
        let (place, own) = (context.place.id, context.viewer.organisation)
        let (members, agreement) = try await desk.readOffice { office in
            (try office.members(of: place).filter { $0.id != own }, try office.partnership(id: place)?.sharingAgreement ?? "")
        }
        return ProposeComparisonPage(
            members: members, agreement: agreement, limits: subjects.comparisonLimits, today: desk.world.now().day, form: form,
            token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable private func begin(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await newPage(Form(), context))
    }

    @Sendable private func propose(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        var draft = ComparisonDraft()
        draft.other = data.id("other")
        draft.purpose = data.text("purpose")
        draft.agreement = data.text("agreement")
        draft.compared = data.text("compared")
        draft.until = data.date("until").day
        draft.threshold = data.number("threshold")
        draft.schema = data.text("schema")
        let outcome = try await subjects.propose(draft, by: context.viewer, key: data.idempotencyKey)
        if let id = outcome.result { return .seeOther(links(context).comparison(id).query("done", "proposed")) }
        return .unprocessable(try await newPage(Form(data, problems: outcome.problems), context))
    }

    // MARK: One comparison

    private func page(_ id: ID<BlindComparison>, _ form: Form, notice: String? = nil, _ context: SignedIn) async throws -> Markup {
        let comparison = try await desk.read(as: context.viewer, Consultation("open-comparison", "blind_comparisons", id.text)) {
            try $0.comparison(id)
        }
        return ComparisonPage(
            comparison: comparison, limits: subjects.comparisonLimits, form: form, notice: notice, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable private func show(_ request: Request, _ context: SignedIn) async throws -> Response {
        let notice = Self.notices[request.query.text("done")]
        return .page(try await page(try context.id("comparison"), Form(), notice: notice, context))
    }

    /// What comes of a form on the page of a comparison.
    private func done(
        _ outcome: Outcome<ID<BlindComparison>>, _ id: ID<BlindComparison>, _ data: FormData, _ word: String, _ context: SignedIn
    ) async throws -> Response {
        if outcome.result != nil { return .seeOther(links(context).comparison(id).query("done", word)) }
        return .unprocessable(try await page(id, Form(data, problems: outcome.problems), context))
    }

    @Sendable private func answer(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<BlindComparison> = try context.id("comparison")
        let data = try await request.form(context)
        let accepts: Bool? =
            switch data.text("answer") {
            case "accept": true
            case "decline": false
            default: nil
            }
        let outcome = try await subjects.answer(
            id, accepts: accepts, reason: data.text("reason"), by: context.viewer, key: data.idempotencyKey)
        return try await done(outcome, id, data, "answered", context)
    }

    @Sendable private func talk(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<BlindComparison> = try context.id("comparison")
        let data = try await request.form(context)
        let outcome = try await subjects.agreeToTalk(about: id, by: context.viewer, key: data.idempotencyKey)
        return try await done(outcome, id, data, "agreed", context)
    }

    private func withdrawPage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        let id: ID<BlindComparison> = try context.id("comparison")
        let line = try await desk.read(
            as: context.viewer, Consultation("withdraw-comparison-form", "blind_comparisons", id.text)
        ) { try $0.comparisonLine(id) }
        guard ProposeComparison.speaksForOwn(context.viewer), line.hasSide(context.viewer.organisation) else { throw AccessError.denied }
        return WithdrawComparisonPage(line: line, form: form, token: form.token(desk.world)).markup(context)
    }

    @Sendable private func askToWithdraw(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await withdrawPage(Form(), context))
    }

    @Sendable private func withdraw(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<BlindComparison> = try context.id("comparison")
        let data = try await request.form(context)
        let outcome = try await subjects.withdraw(id, reason: data.text("reason"), by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).comparison(id).query("done", "withdrawn")) }
        return .unprocessable(try await withdrawPage(Form(data, problems: outcome.problems), context))
    }

    // MARK: Files

    @Sendable private func schema(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<BlindComparison> = try context.id("comparison")
        let comparison = try await desk.read(as: context.viewer, Consultation("open-comparison", "blind_comparisons", id.text)) {
            try $0.comparison(id)
        }
        var headers = HTTPFields()
        headers[.contentType] = "application/json"
        headers[.cacheControl] = "no-store"
        headers[.contentDisposition] = "attachment; filename=\"schema.json\""
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: comparison.schema + "\n")))
    }

    @Sendable private func matchedRows(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<BlindComparison> = try context.id("comparison")
        let (line, rows) = try await desk.read(
            as: context.viewer, Consultation("export-comparison", "blind_comparisons", id.text, event: .disclosure)
        ) { reading in
            let comparison = try reading.comparison(id)
            guard comparison.own != nil, comparison.line.status == .matched else { throw AccessError.denied }
            return (comparison.line, try reading.matchedRows(of: id))
        }
        let text = rows.map { "\($0.place),\($0.pair.map { "\(line.reference)/\($0)" } ?? "")\r\n" }
        return .csv("row,pair\r\n" + text.joined(), name: "\(line.reference)-rows.csv")
    }

    /// The fields stand before the file, so that nothing of a file is read before the form is known to be ours; and a file is read as it
    /// arrives, so that no more of it is held than its encodings.
    @Sendable private func upload(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<BlindComparison> = try context.id("comparison")
        guard let boundary = request.multipartBoundary else { return try await refused(SendEncodings.broken, id, context) }
        var reader = MultipartReader(request.body.makeAsyncIterator(), boundary: boundary)
        do {
            let outcome = try await take(&reader, request, id, context)
            // More than a file can hold is not worth waiting for.
            try await reader.drain(limit: ComparisonLimits.largestFile)
            return try await done(outcome, id, FormData(), "sent", context)
        } catch is MultipartError {
            return try await refused(SendEncodings.broken, id, context)
        }
    }

    private func refused(_ words: String, _ id: ID<BlindComparison>, _ context: SignedIn) async throws -> Response {
        .unprocessable(try await page(id, Form(FormData(), problems: [Problem("file", words)]), context))
    }

    private func take<Body>(
        _ reader: inout MultipartReader<Body>, _ request: Request, _ id: ID<BlindComparison>, _ context: SignedIn
    ) async throws -> Outcome<ID<BlindComparison>> {
        guard let (fields, _) = try await reader.fields(of: request, context) else {
            return .refused([Problem("file", SendEncodings.missing)])
        }
        guard fields.idempotencyKey != .missing else { return .refused([Problem("file", RepeatedForm.noKey.problem.message)]) }
        if let problem = try await subjects.awaitsEncodings(id, by: context.viewer) { return .refused([problem]) }
        var stream = EncodingFileStream(mostEncodings: subjects.comparisonLimits.mostRecords)
        var size = 0
        do {
            while let bytes = try await reader.nextBytes() {
                size += bytes.count
                guard size <= ComparisonLimits.largestFile else { return .refused([Problem("file", SendEncodings.tooLarge)]) }
                try stream.take(bytes)
            }
            if size == 0 { return .refused([Problem("file", SendEncodings.missing)]) }
            let encodings = try stream.finish()
            return try await subjects.send(encodings, to: id, by: context.viewer, key: fields.idempotencyKey)
        } catch let fault as EncodingFileFault {
            return .refused([Problem("file", fault.message)])
        }
    }
}
