import Access
import Hummingbird
import Kernel
import Web

extension VictimRoutes {
    private func noticePage(_ form: Form, _ context: SignedIn) async throws -> SafeguardingNoticePage {
        let file = try await file(context)
        let world = desk.world
        return SafeguardingNoticePage(
            victim: file.victim, records: file.notices, form: form, lists: lists, today: today, token: { world.newToken() })
    }

    @Sendable func askForNotice(_ request: Request, _ context: SignedIn) async throws -> Response {
        let form = Form(FormData(fields: [("told_by", context.person.name)]))
        return .page(try await noticePage(form, context).markup(context))
    }

    @Sendable func recordNotice(_ request: Request, _ context: SignedIn) async throws -> Response {
        let victim = try await file(context).victim.id
        let data = try await request.form(context)
        let problems: [Problem]
        if let notice = data.id("remove", of: SafeguardingNotice.self) {
            problems = try await pathways.removeNotice(notice, of: victim, by: context.viewer, key: data.idempotencyKey).problems
        } else {
            problems = try await pathways.recordNotice(
                SafeguardingNoticePage.draft(data), of: victim, by: context.viewer, key: data.idempotencyKey
            ).problems
        }
        if problems.isEmpty { return done(victim, context) }
        let form = Form(data, problems: SafeguardingNoticePage.placed(problems, data))
        return .unprocessable(try await noticePage(form, context).markup(context))
    }
}
