import Access
import HTML
import Hummingbird
import Kernel
import Partnerships
import Store
import Web

/// Changing what was told.
extension CaseRoutes {
    private func ground(_ context: SignedIn) async throws -> (ConcernDetail, ConcernChoices) {
        let id: ID<Concern> = try context.id("concern")
        let concerns = concerns
        let place = context.place.id
        let today = desk.world.now().day
        return try await desk.read(as: context.viewer, Consultation("amend-concern-form", "concerns", id.text)) { reading in
            let concern = try reading.concern(id)
            guard AmendConcern.isAllowed(concern, to: reading.viewer) else { throw AccessError.denied }
            return (concern, try reading.concernChoices(of: place, desk: concerns, today: today))
        }
    }

    private func draftName(_ id: ID<Concern>) -> String { "amend-\(id.text)" }

    @Sendable func askToAmend(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (concern, choices) = try await ground(context)
        var form = Form(AmendForm.fields(concern))
        if let draft = try await DraftRoutes.load(draftName(concern.id), context, from: desk) {
            // The draft may be older than the record: what others changed since then must not be overwritten.
            let stale = stale(draft.data, concern, choices, context)
            if stale.needsChoice { return .conflict(stale.markup(context, section: .concerns)) }
            form = Form(stale.merged)
        }
        let page = AmendPage(concern: concern, choices: choices, form: form, token: form.token(desk.world))
        return .page(page.markup(context))
    }

    @Sendable func amend(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .concerns,
            stale: { data in
                let (concern, choices) = try await ground(context)
                return stale(data, concern, choices, context)
            }, save: { try await save($0, context) })
    }

    private func stale(_ data: FormData, _ concern: ConcernDetail, _ choices: ConcernChoices, _ context: SignedIn)
        -> StaleEditPage
    {
        StaleEditPage(
            mine: data, theirs: AmendForm.fields(concern), labels: AmendForm.labels(choices), version: concern.version,
            what: concern.reference, action: links(context).amend(concern.id), token: desk.world.newToken())
    }

    private func save(_ data: FormData, _ context: SignedIn) async throws -> Response {
        let id: ID<Concern> = try context.id("concern")
        var problems: [Problem] = []
        let draft = AmendConcern.Draft(
            concern: ConcernDraft(data, today: desk.world.now().day, problems: &problems),
            struckOut: Set(data.texts("strike").compactMap { ID<Mention>($0) }),
            forgetsReporter: data.has("forget_reporter", "yes"))
        if problems.isEmpty {
            let outcome = try await concerns.amend(
                id, draft, by: context.viewer, expecting: data.version, key: data.idempotencyKey)
            if outcome.result != nil {
                try await DraftRoutes.forget(draftName(id), context, from: desk)
                return done(id, "saved", context)
            }
            problems = outcome.problems
        }
        let (concern, choices) = try await ground(context)
        let form = Form(data, problems: problems)
        return .unprocessable(
            AmendPage(concern: concern, choices: choices, form: form, token: form.token(desk.world)).markup(context))
    }
}
