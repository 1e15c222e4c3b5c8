import Access
import Accounts
import Concerns
import Figures
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Partnerships
import Visits
import Web

/// The API, version 1: JSON over bearer tokens. It calls the same use cases as the pages.
struct APIRoutes: Sendable {
    let installation: Installation

    func add(to router: some RouterMethods<WebContext>) {
        router.get("api/openapi.json") { _, _ in Response.json(Array(OpenAPIDocument.text.utf8)) }
        router.get("api/v1/concerns") { try await answer($0, $1, .readConcerns, listConcerns) }
        router.post("api/v1/concerns") { try await answer($0, $1, .writeConcerns, raiseConcern) }
        router.get("api/v1/concerns/:id") { try await answer($0, $1, .readConcerns, readConcern) }
        router.get("api/v1/answers") { try await answer($0, $1, .readConcerns, listQuestions) }
        router.post("api/v1/answers/:id") { try await answer($0, $1, .writeScoping, answerQuestion) }
        router.get("api/v1/visits") { try await answer($0, $1, .readVisits, listVisits) }
        router.post("api/v1/visits") { try await answer($0, $1, .writeVisits, planVisit) }
        router.get("api/v1/visits/:id") { try await answer($0, $1, .readVisits, readVisit) }
        router.get("api/v1/visits/:id/screenings") { try await answer($0, $1, .readScreenings, listScreenings) }
        router.post("api/v1/screenings") { try await answer($0, $1, .writeScreenings, recordScreening) }
        router.get("api/v1/dashboard") { try await answer($0, $1, .readDashboard, dashboard) }
    }

    private typealias Handler = @Sendable (Request, WebContext, Viewer) async throws -> Response

    /// Lets a request through when its token is valid, in force and of the right scope.
    private func answer(_ request: Request, _ context: WebContext, _ scope: TokenScope, _ handler: Handler) async throws
        -> Response
    {
        guard let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer "),
            let (viewer, scopes) = try await installation.accounts.tokenViewer(
                bearer: header.dropFirst(7).trimmingCharacters(in: .whitespaces), request: context.id)
        else {
            var response = ProblemDocument(
                status: 401, title: "A token is needed",
                detail: "Send the header Authorization: Bearer TOKEN with a token that has not ended.",
                request: context.id
            ).response
            response.headers[.wwwAuthenticate] = "Bearer"
            return response
        }
        guard scopes.contains(scope) else {
            return ProblemDocument(
                status: 403, title: "This token may not do this", detail: "It needs the scope \(scope.rawValue).",
                request: context.id
            ).response
        }
        do {
            return try await handler(request, context, viewer)
        } catch is MissingKey {
            return ProblemDocument.refused(
                [
                    Problem(
                        "Idempotency-Key",
                        "Send this header with a value of your own for each entry, at most 200 characters: the same value again changes nothing twice"
                    )
                ], request: context.id)
        }
    }

    private func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return .json(try encoder.encode(value), status: status)
    }

    private func id<Record>(_ context: WebContext, of type: Record.Type = Record.self) throws -> ID<Record> {
        guard let id = ID<Record>(context.parameters.get("id") ?? "") else { throw AccessError.notVisible }
        return id
    }

    private func body<Body: Decodable>(_ request: Request, _ context: WebContext, as type: Body.Type) async throws
        -> Result<Body, RefusedBody>
    {
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: FormData.limit)
        } catch is NIOTooManyBytesError {
            throw FormError.tooLarge
        }
        do {
            return .success(try JSONDecoder().decode(Body.self, from: Data(buffer.readableBytesView)))
        } catch {
            return .failure(RefusedBody(problem: JSONProblem.problem(error)))
        }
    }

    /// Every write carries a key, so that sending it again after a lost answer changes nothing twice.
    private func key(_ request: Request) throws -> IdempotencyKey {
        guard let text = HTTPField.Name("Idempotency-Key").flatMap({ request.headers[$0] }), let key = IdempotencyKey(text)
        else { throw MissingKey() }
        return key
    }

    // MARK: Concerns

    @Sendable private func listConcerns(_ request: Request, _ context: WebContext, _ viewer: Viewer) async throws
        -> Response
    {
        let data = request.query
        let after = data.text("after")
        let cursor = ConcernQuery.Cursor(after)
        let stageText = data.text("stage")
        let stage = ConcernQuery.Stage(rawValue: stageText)
        var problems: [Problem] = []
        if !after.isEmpty, cursor == nil {
            problems.append(Problem("after", "Send the value of next from the page before"))
        }
        if !stageText.isEmpty, stage == nil {
            problems.append(
                Problem("stage", "Known: \(ConcernQuery.Stage.allCases.map(\.rawValue).joined(separator: ", "))"))
        }
        let search = data.text("q")
        if search.count > 200 { problems.append(Problem("q", "Search for at most 200 characters")) }
        if !problems.isEmpty { return ProblemDocument.refused(problems, request: context.id) }
        let query = ConcernQuery(stage: stage ?? .all, search: search, after: cursor, size: 50)
        let lists = installation.lists
        let listing = try await installation.desk.read(
            as: viewer, Consultation("list-concerns", "concerns", detail: installation.desk.blindKey(of: query.search))
        ) { try $0.concerns(matching: query) }
        return try json(ListJSON(items: listing.items.map { ConcernLineJSON($0, lists: lists) }, next: listing.next))
    }

    @Sendable private func readConcern(_ request: Request, _ context: WebContext, _ viewer: Viewer) async throws
        -> Response
    {
        let id: ID<Concern> = try id(context)
        return try await concern(id, viewer, status: .ok)
    }

    private func concern(_ id: ID<Concern>, _ viewer: Viewer, status: HTTPResponse.Status) async throws -> Response {
        let lists = installation.lists
        let (concern, rounds) = try await installation.desk.read(
            as: viewer, Consultation("open-concern", "concerns", id.text)
        ) { reading in (try reading.concern(id), try reading.scopingRounds(of: id)) }
        return try json(ConcernJSON(concern, rounds: rounds, lists: lists), status: status)
    }

    @Sendable private func raiseConcern(_ request: Request, _ context: WebContext, _ viewer: Viewer) async throws
        -> Response
    {
        switch try await body(request, context, as: NewConcernJSON.self) {
        case .failure(let refused): return ProblemDocument.refused([refused.problem], request: context.id)
        case .success(let entry):
            let today = installation.desk.world.now().day
            guard let partnership = viewer.partnership else { throw AccessError.denied }
            let (towns, wards) = try await installation.desk.readOffice { office in
                (try office.terms(of: partnership, kind: "town"), try office.terms(of: partnership, kind: "ward"))
            }
            var problems: [Problem] = []
            let draft = entry.draft(
                today: today, lists: installation.lists, towns: towns, wards: wards, problems: &problems)
            if !problems.isEmpty { return ProblemDocument.refused(problems, request: context.id) }
            switch try await installation.concerns.raise(draft, channel: .api, by: viewer, key: try key(request)) {
            case .refused(let problems): return ProblemDocument.refused(problems, request: context.id)
            case .done(let id):
                do {
                    return try await concern(id, viewer, status: .created)
                } catch AccessError.notVisible {
                    // Visit teams may raise what they may not read afterwards.
                    return try json(["id": id], status: .created)
                }
            }
        }
    }

    // MARK: Scoping

    @Sendable private func listQuestions(_ request: Request, _ context: WebContext, _ viewer: Viewer) async throws
        -> Response
    {
        let questions = try await installation.desk.read(as: viewer, Consultation("list-questions", "scoping_requests")) {
            try $0.waitingQuestions()
        }
        return try json(
            ListJSON(
                items: questions.map { QuestionJSON($0.request, question: $0.question, reference: $0.reference) },
                next: nil))
    }

    @Sendable private func answerQuestion(_ request: Request, _ context: WebContext, _ viewer: Viewer) async throws
        -> Response
    {
        let id: ID<ScopingRequest> = try id(context)
        switch try await body(request, context, as: AnswerJSON.self) {
        case .failure(let refused): return ProblemDocument.refused([refused.problem], request: context.id)
        case .success(let entry):
            switch try await installation.concerns.answer(
                id, entry.draft, by: viewer, expecting: entry.version, key: try key(request))
            {
            case .refused(let problems): return ProblemDocument.refused(problems, request: context.id)
            case .done(let concernID): return try await concern(concernID, viewer, status: .ok)
            }
        }
    }

    // MARK: Visits and figures

    @Sendable private func listVisits(_ request: Request, _ context: WebContext, _ viewer: Viewer) async throws
        -> Response
    {
        let after = request.query.text("after")
        let query = VisitQuery(span: .all, after: after.isEmpty ? nil : after, size: 50)
        if !query.hasReadableStart {
            return ProblemDocument.refused(
                [Problem("after", "Send the value of next from the page before")], request: context.id)
        }
        let listing = try await installation.visits.list(query, as: viewer)
        let lists = installation.lists
        return try json(ListJSON(items: listing.items.map { VisitLineJSON($0, lists: lists) }, next: listing.next))
    }

    @Sendable private func readVisit(_ request: Request, _ context: WebContext, _ viewer: Viewer) async throws
        -> Response
    {
        let id: ID<Visit> = try id(context)
        return try json(VisitJSON(try await installation.visits.one(id, as: viewer), lists: installation.lists))
    }

    @Sendable private func planVisit(_ request: Request, _ context: WebContext, _ viewer: Viewer) async throws
        -> Response
    {
        switch try await body(request, context, as: PlanVisitJSON.self) {
        case .failure(let refused): return ProblemDocument.refused([refused.problem], request: context.id)
        case .success(let entry):
            switch try await installation.visits.plan(entry, by: viewer, key: try key(request)) {
            case .refused(let problems): return ProblemDocument.refused(problems, request: context.id)
            case .done(let id):
                let file = try await installation.visits.one(id, as: viewer)
                return try json(VisitJSON(file, lists: installation.lists), status: .created)
            }
        }
    }

    @Sendable private func listScreenings(_ request: Request, _ context: WebContext, _ viewer: Viewer) async throws
        -> Response
    {
        let id: ID<Visit> = try id(context)
        let entries = try await installation.visits.screenings(of: id, as: viewer)
        let lists = installation.lists
        return try json(ListJSON(items: entries.map { ScreeningJSON($0, lists: lists) }, next: nil))
    }

    @Sendable private func recordScreening(_ request: Request, _ context: WebContext, _ viewer: Viewer) async throws
        -> Response
    {
        switch try await body(request, context, as: RecordScreeningJSON.self) {
        case .failure(let refused): return ProblemDocument.refused([refused.problem], request: context.id)
        case .success(let entry):
            switch try await installation.visits.recordScreening(entry, by: viewer, key: try key(request)) {
            case .refused(let problems): return ProblemDocument.refused(problems, request: context.id)
            case .done(let id):
                let (screening, _) = try await installation.visits.screening(id, as: viewer)
                return try json(ScreeningJSON(screening, lists: installation.lists), status: .created)
            }
        }
    }

    @Sendable private func dashboard(_ request: Request, _ context: WebContext, _ viewer: Viewer) async throws
        -> Response
    {
        let data = request.query
        switch try await installation.figures.filter(
            from: data.text("from"), to: data.text("to"), town: data.text("town"), in: viewer.partnership)
        {
        case .refused(let problems): return ProblemDocument.refused(problems, request: context.id)
        case .done(let filter):
            return .json(try await installation.figures.dashboard(for: viewer, filter).json())
        }
    }
}

/// A write without a usable Idempotency-Key.
private struct MissingKey: Error {}

/// A body that is not the JSON that the path asks for.
private struct RefusedBody: Error {
    let problem: Problem
}

/// Says in words which member of a JSON body is wrong.
enum JSONProblem {
    static func problem(_ error: any Error) -> Problem {
        func path(_ context: DecodingError.Context) -> String {
            context.codingPath.map(\.stringValue).joined(separator: ".")
        }
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            let parent = path(context)
            return Problem(parent.isEmpty ? key.stringValue : "\(parent).\(key.stringValue)", "This member is missing")
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            return Problem(path(context), "This member is of another type: see /api/openapi.json")
        case DecodingError.dataCorrupted(let context):
            let place = path(context)
            return Problem(
                place,
                place.isEmpty
                    ? "The body is not JSON in UTF-8" : "The value cannot be read: \(context.debugDescription)")
        default: return Problem("", "The body is not JSON in UTF-8")
        }
    }
}
