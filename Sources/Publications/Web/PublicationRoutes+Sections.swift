import Access
import Design
import HTML
import Hummingbird
import Kernel
import Reviews
import Web

extension PublicationRoutes {
    @Sendable func askForSection(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await publications.one(try context.id("publication"), as: context.viewer)
        try requireCoordinator(context)
        guard file.publication.state == .draft else { return .seeOther(links(context).publication(file.publication.id)) }
        guard let kind = SectionKind(rawValue: request.query.text("kind")) else {
            return .page(ChooseSectionPage(publication: file.publication).markup(context))
        }
        let isNamed = kind.isWritten || kind == .objectives || kind == .statedFigures
        let form = Form(SectionForm.data(of: SectionDraft(kind, title: isNamed ? kind.label : "")))
        return .page(try await sectionPage(form, file.publication, nil, kind, context))
    }

    @Sendable func addSection(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let file = try await publications.one(try context.id("publication"), as: context.viewer)
        try requireCoordinator(context)
        let publication = file.publication
        guard let kind = SectionKind(rawValue: data.text("kind")) else { throw AccessError.notVisible }
        let outcome = try await publications.add(
            SectionForm(data, kind: kind).draft, to: publication.id, by: context.viewer, key: data.idempotencyKey)
        if let section = outcome.result { return .seeOther(after(data, section, publication.id, "added", context)) }
        return .unprocessable(try await sectionPage(Form(data, problems: outcome.problems), publication, nil, kind, context))
    }

    /// The page that follows: the section again where more is to be written, else the publication.
    private func after(
        _ data: FormData, _ section: ID<PublicationSection>, _ publication: ID<PartnershipPublication>, _ done: String,
        _ context: SignedIn
    ) -> Link {
        let links = links(context)
        let page = data.has("then", "more") ? links.section(section, of: publication) : links.publication(publication)
        return page.query("done", done)
    }

    @Sendable func showSection(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (publication, section) = try await publications.section(
            try context.id("section"), of: try context.id("publication"), as: context.viewer)
        return .page(
            try await sectionPage(
                Form(SectionForm.data(of: section.draft)), publication, section, section.draft.kind, context, notice: notice(request)))
    }

    @Sendable func backToSection(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (publication, section) = try await publications.section(
            try context.id("section"), of: try context.id("publication"), as: context.viewer)
        return .seeOther(links(context).section(section.id, of: publication.id))
    }

    func sectionPage(
        _ form: Form, _ publication: PublicationDetail, _ section: SectionDetail?, _ kind: SectionKind, _ context: SignedIn,
        notice: String? = nil
    ) async throws -> Markup {
        var findings: [String] = []
        if let section { findings = try await publications.findings(in: section.draft, of: publication, as: context.viewer) }
        let stated = kind == .statedFigures ? try await publications.statedChoices(as: context.viewer) : []
        let forces = kind == .publishedStatistics ? publications.forceChoices.map { Choice($0.code, $0.name) } : []
        return SectionPage(
            form: form, publication: publication, section: section, kind: kind, findings: findings, stated: stated, forces: forces,
            notice: notice,
            token: form.token(desk.world)
        ).markup(context)
    }

    @Sendable func changeSection(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context).settled
        return try await context.saving(
            data, section: .publications, stale: { try await staleSection($0, context) }, save: { try await saveSection($0, context) })
    }

    private func saveSection(_ data: FormData, _ context: SignedIn) async throws -> Response {
        let (publication, section) = try await publications.section(
            try context.id("section"), of: try context.id("publication"), as: context.viewer)
        try requireCoordinator(context)
        let kind = section.draft.kind
        let outcome = try await publications.change(
            section.id, of: publication.id, to: SectionForm(data, kind: kind).draft, version: data.version ?? section.version,
            by: context.viewer, key: data.idempotencyKey)
        if let section = outcome.result { return .seeOther(after(data, section, publication.id, "saved", context)) }
        return .unprocessable(try await sectionPage(Form(data, problems: outcome.problems), publication, section, kind, context))
    }

    private func staleSection(_ data: FormData, _ context: SignedIn) async throws -> StaleEditPage {
        let (publication, section) = try await publications.section(
            try context.id("section"), of: try context.id("publication"), as: context.viewer)
        return StaleEditPage(
            mine: data, theirs: SectionForm.data(of: section.draft), labels: SectionForm.labels(section.draft.kind),
            version: section.version, what: "this section", action: links(context).section(section.id, of: publication.id),
            token: desk.world.newToken())
    }

    @Sendable func moveSection(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let publication: ID<PartnershipPublication> = try context.id("publication")
        let outcome = try await publications.move(
            try context.id("section"), of: publication, up: data.has("to", "up"), by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).publication(publication)) }
        return .unprocessable(try await page(Form(problems: outcome.problems), context))
    }

    @Sendable func removeSection(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let publication: ID<PartnershipPublication> = try context.id("publication")
        let outcome = try await publications.remove(
            try context.id("section"), of: publication, by: context.viewer, key: data.idempotencyKey)
        if outcome.result != nil { return .seeOther(links(context).publication(publication).query("done", "removed")) }
        return .unprocessable(try await page(Form(problems: outcome.problems), context))
    }

    @Sendable func approveSection(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        let publication: ID<PartnershipPublication> = try context.id("publication")
        let section: ID<PublicationSection> = try context.id("section")
        let (detail, standing) = try await publications.section(section, of: publication, as: context.viewer)
        do {
            let outcome = try await publications.approve(
                section, of: publication, version: data.version ?? 0, by: context.viewer, key: data.idempotencyKey)
            if outcome.result != nil { return .seeOther(links(context).publication(publication).query("done", "approved")) }
            let form = Form(SectionForm.data(of: standing.draft), problems: outcome.problems)
            return .unprocessable(try await sectionPage(form, detail, standing, standing.draft.kind, context))
        } catch AccessError.changedMeanwhile {
            let problem = Problem("", "Somebody changed the words since you read them. Read them again before you approve")
            let form = Form(SectionForm.data(of: standing.draft), problems: [problem])
            return .conflict(try await sectionPage(form, detail, standing, standing.draft.kind, context))
        }
    }
}
