import Access
import Design
import HTML
import Hummingbird
import Kernel
import Partnerships
import Web

/// Asking the agencies, their answers, and closing a round.
extension ConcernRoutes {
    @Sendable func askWhomToAsk(_ request: Request, _ context: SignedIn) async throws -> Response {
        let concern = try await concern(try context.id("concern"), context, for: "open-scoping-form")
        try requireCoordinator(context)
        let hours = try await desk.readOffice { try $0.partnership(id: context.place.id)?.scopingHours ?? 24 }
        let due = desk.world.now().adding(hours: Int64(hours))
        let (year, month, day) = due.day.parts
        let form = Form(
            FormData(fields: [
                ("question", "What do you hold on the people, the place, the telephones and the vehicles in this concern?"),
                ("due-day", "\(day)"), ("due-month", "\(month)"), ("due-year", "\(year)"), ("due_time", due.clockText),
            ]))
        return .page(try await askPage(concern, form, context))
    }

    func askPage(_ concern: ConcernDetail, _ form: Form, _ context: SignedIn) async throws -> Markup {
        let (members, readers) = try await desk.readOffice { office in
            (try office.members(of: context.place.id), try office.readers(of: context.place.id))
        }
        return AskAgenciesPage(
            concern: concern, form: form, members: members, readers: readers, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func ask(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let data = try await request.form(context)
        let clock = data.text("due_time").split(separator: ":").compactMap { Int($0) }
        let isTime = clock.count == 2 && (0..<24).contains(clock[0]) && (0..<60).contains(clock[1])
        let due = data.date("due").day.map { day in
            isTime ? Moment(day: day, hour: clock[0], minute: clock[1]) : Moment(day: day, hour: 17)
        }
        let draft = OpenScoping.Draft(
            question: data.text("question"), organisations: data.texts("organisations").compactMap { ID($0) }, dueAt: due)
        let outcome = try await concerns.openScoping(id, draft, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).concern(id).query("done", "asked")) }
        let concern = try await concern(id, context, for: "open-scoping-form")
        return .unprocessable(try await askPage(concern, Form(data, problems: outcome.problems), context))
    }

    private func answerGround(_ id: ID<ScopingRequest>, _ context: SignedIn) async throws -> (
        request: ScopingRequestDetail, round: ScopingRoundDetail, concern: ConcernDetail
    ) {
        let ground = try await desk.read(
            as: context.viewer, Consultation("answer-scoping-form", "scoping_requests", id.text)
        ) { reading in
            let request = try reading.scopingRequest(id)
            let rounds = try reading.scopingRounds(of: request.concern)
            guard let round = rounds.first(where: { $0.id == request.round }) else { throw AccessError.notVisible }
            return (request, round, try reading.concern(request.concern))
        }
        guard context.viewer.isCoordinator || ground.0.organisation == context.viewer.organisation else {
            throw AccessError.denied
        }
        return ground
    }

    private func answerPage(_ id: ID<ScopingRequest>, _ form: Form, _ context: SignedIn) async throws -> Markup {
        let (request, round, concern) = try await answerGround(id, context)
        return AnswerPage(
            request: request, round: round, concern: concern, form: form, lists: concerns.lists,
            token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func askToAnswer(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<ScopingRequest> = try context.id("request")
        let (question, round, concern) = try await answerGround(id, context)
        var form = Form(AnswerForm.fields(question))
        if let draft = try await DraftRoutes.load("answer-\(id.text)", context, from: desk) {
            // A colleague may have answered since the draft was kept: their answer must not be overwritten unseen.
            let stale = staleAnswer(draft.data, question, concern, context)
            if stale.needsChoice { return .conflict(stale.markup(context, section: .myWork)) }
            form = Form(stale.merged)
        }
        return .page(
            AnswerPage(
                request: question, round: round, concern: concern, form: form, lists: concerns.lists,
                token: form.token(desk.world)
            ).markup(context))
    }

    private func staleAnswer(
        _ data: FormData, _ request: ScopingRequestDetail, _ concern: ConcernDetail, _ context: SignedIn
    ) -> StaleEditPage {
        StaleEditPage(
            mine: data, theirs: AnswerForm.fields(request), labels: AnswerForm.labels(concerns.lists),
            version: request.version, what: "the answer of \(request.organisationName) on \(concern.reference)",
            action: links(context).answer(request.id), token: desk.world.newToken())
    }

    @Sendable func answer(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<ScopingRequest> = try context.id("request")
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .myWork,
            stale: { data in
                let (question, _, concern) = try await answerGround(id, context)
                return staleAnswer(data, question, concern, context)
            }, save: { try await saveAnswer($0, id, context) })
    }

    private func saveAnswer(_ data: FormData, _ id: ID<ScopingRequest>, _ context: SignedIn) async throws -> Response {
        let draft = AnswerScoping.Draft(
            answer: data.text("answer"), summary: data.text("summary"),
            grading: data.text("grading_source") + data.text("grading_assessment") + data.text("grading_handling"),
            conditions: data.text("conditions"), speakTo: data.text("speak_to"))
        let outcome = try await concerns.answer(
            id, draft, by: context.viewer, expecting: data.version, key: data.idempotencyKey)
        if let concern = outcome.result {
            try await DraftRoutes.forget("answer-\(id.text)", context, from: desk)
            return .seeOther(links(context).concern(concern).query("done", "answered"))
        }
        return .unprocessable(try await answerPage(id, Form(data, problems: outcome.problems), context))
    }

    @Sendable func remind(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<ScopingRequest> = try context.id("request")
        let data = try await request.form(context)
        // The button stands on the concern's page, which has no place for a problem of its own.
        guard data.idempotencyKey != .missing else { throw RepeatedForm.noKey }
        let outcome = try await concerns.remind(id, by: context.viewer, key: data.idempotencyKey)
        guard let concern = outcome.result else {
            let detail = try await desk.read(as: context.viewer, Consultation("remind-agency-form", "scoping_requests", id.text)) {
                try $0.scopingRequest(id)
            }
            return .seeOther(links(context).concern(detail.concern).query("done", "not-waiting"))
        }
        return .seeOther(links(context).concern(concern).query("done", "reminded"))
    }

    func closeRoundPage(_ id: ID<Concern>, _ form: Form, _ context: SignedIn) async throws -> Markup {
        let (concern, round) = try await desk.read(as: context.viewer, Consultation("close-scoping-form", "concerns", id.text)) {
            reading in (try reading.concern(id), try reading.scopingRounds(of: id).first { $0.closedAt == nil })
        }
        try requireCoordinator(context)
        return CloseRoundPage(concern: concern, round: round, form: form, token: form.token(desk.world)).markup(context)
    }

    @Sendable func askToCloseRound(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await closeRoundPage(try context.id("concern"), Form(), context))
    }

    @Sendable func closeRound(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        let data = try await request.form(context)
        let outcome = try await concerns.closeScoping(
            id, summary: data.text("closing_summary"), by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).concern(id).query("done", "round-closed")) }
        return .unprocessable(try await closeRoundPage(id, Form(data, problems: outcome.problems), context))
    }
}
