import Access
import HTML
import Hummingbird
import Kernel
import Web

/// How a pathway is tried out, and what is put right afterwards.
extension DefinitionRoutes {
    @Sendable func askForTest(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await testFormPage(Form(), context))
    }

    @Sendable func logTest(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let definition: ID<PathwayDefinition> = try context.id("definition")
        let number = try number(context)
        let version = try await definitions.version(number, of: definition, as: context.viewer).version
        let outcome = try await definitions.logTest(
            LogPathwayTestPage.draft(data, version: version), of: number, of: definition, by: context.viewer,
            key: data.idempotencyKey)
        switch outcome {
        case .done(let test): return .seeOther(links(context).test(test, of: definition).query("done", "tested"))
        case .refused(let problems): return .unprocessable(try await testFormPage(Form(data, problems: problems), context))
        }
    }

    private func testFormPage(_ form: Form, _ context: SignedIn) async throws -> Markup {
        let number = try number(context)
        let file = try await definitions.one(try context.id("definition"), as: context.viewer)
        guard let version = file.versions.first(where: { $0.number == number }) else { throw AccessError.notVisible }
        try requireCoordinator(context)
        return LogPathwayTestPage(
            definition: file.definition, version: version, members: file.members, form: form, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func showTest(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await testPage(Form(), context, notice: notice(request)))
    }

    private func testPage(_ form: Form, _ context: SignedIn, notice: String? = nil) async throws -> Markup {
        let file = try await definitions.test(
            try context.id("test"), of: try context.id("definition"), as: context.viewer)
        return PathwayTestPage(file: file, form: form, today: today, notice: notice, token: form.token(desk.world)).markup(context)
    }

    /// Where somebody arrives who opens the address of the form that stands on the test's own page.
    @Sendable func backToTest(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await definitions.test(
            try context.id("test"), of: try context.id("definition"), as: context.viewer)
        return .seeOther(links(context).test(file.test.id, of: file.definition.id))
    }

    @Sendable func addFix(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let (test, definition): (ID<PathwayTest>, ID<PathwayDefinition>) = (try context.id("test"), try context.id("definition"))
        _ = try await definitions.test(test, of: definition, as: context.viewer)
        let outcome = try await definitions.addFix(
            FixFields.draft(data, number: 1) ?? AddPathwayFix.Draft(), to: test, of: definition, by: context.viewer,
            key: data.idempotencyKey)
        switch outcome {
        case .done: return .seeOther(links(context).test(test, of: definition).query("done", "asked"))
        case .refused(let problems): return .unprocessable(try await testPage(Form(data, problems: problems), context))
        }
    }

    @Sendable func showFix(_ request: Request, _ context: SignedIn) async throws -> Response {
        .page(try await fixPage(Form(), context, notice: notice(request)))
    }

    private func fixPage(_ form: Form, _ context: SignedIn, notice: String? = nil) async throws -> Markup {
        let (definition, fix) = try await definitions.fix(
            try context.id("fix"), of: try context.id("definition"), as: context.viewer)
        return PathwayFixPage(
            definition: definition, fix: fix, form: form, notice: notice, token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func finishFix(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .pathways, stale: { try await staleFix($0, context) }, save: { try await saveFix($0, context) })
    }

    private func saveFix(_ data: FormData, _ context: SignedIn) async throws -> Response {
        let (fix, definition): (ID<PathwayFix>, ID<PathwayDefinition>) = (try context.id("fix"), try context.id("definition"))
        let chosen = data.text("fixed_in")
        let outcome = try await definitions.finish(
            fix, of: definition, result: data.text("result"), fixedIn: chosen.isEmpty ? nil : Int(chosen) ?? 0,
            version: data.version, by: context.viewer, key: data.idempotencyKey)
        switch outcome {
        case .done: return .seeOther(links(context).fix(fix, of: definition).query("done", "fixed"))
        case .refused(let problems): return .unprocessable(try await fixPage(Form(data, problems: problems), context))
        }
    }

    private func staleFix(_ data: FormData, _ context: SignedIn) async throws -> StaleEditPage {
        let (definition, fix) = try await definitions.fix(
            try context.id("fix"), of: try context.id("definition"), as: context.viewer)
        return StaleEditPage(
            mine: data,
            theirs: FormData(fields: [("result", fix.result), ("fixed_in", fix.fixedIn.map(String.init) ?? "")]),
            labels: [
                .init("result", "What was put right"), .init("fixed_in", "Version that holds it") { $0.isEmpty ? $0 : "Version \($0)" },
            ],
            version: fix.version, what: "this", action: links(context).fix(fix.id, of: definition.id),
            token: desk.world.newToken())
    }
}
