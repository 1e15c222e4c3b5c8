import Access
import Design
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Partnerships
import Web

/// Screening the people met, correcting an entry, and opening a sealed name.
extension VisitRoutes {
    @Sendable func askForScreening(_ request: Request, _ context: SignedIn) async throws -> Response {
        let ground = try await desk.screeningGround(try context.id("visit"), as: context.viewer)
        var form = Form()
        if request.query.has("like", "last"), let last = ground.last {
            form = Form(ScreeningForm.data(like: last.answers, lists: desk.lists))
        }
        let saved = ID<Screening>(request.query.text("saved")) == ground.last?.id ? ground.last : nil
        return .page(screeningPage(form, ground: ground, saved: saved).markup(context))
    }

    @Sendable func screen(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id = try context.id("visit", of: Visit.self)
        let data = try await request.form(context)
        let entry = ScreeningForm(data, lists: desk.lists)
        let wantsJSON = request.headers[.accept]?.contains("application/json") == true
        var problems = entry.problems
        if problems.isEmpty {
            switch try await desk.recordScreening(at: id, entry.draft, by: context.viewer, key: data.idempotencyKey) {
            case .done(let screening):
                if wantsJSON { return try await recorded(screening, at: id, context) }
                return .seeOther(VisitLinks(context.place.slug).screen(id).query("saved", screening.text))
            case .refused(let refusals): problems = refusals
            }
        } else {
            problems += RecordScreening.problems(entry.draft, lists: desk.lists, questions: desk.questions)
                .filter { problem in !entry.problems.contains { $0.field == problem.field } }
        }
        if wantsJSON { return ProblemDocument.refused(problems, request: context.id) }
        let ground = try await desk.screeningGround(id, as: context.viewer)
        return .unprocessable(screeningPage(Form(data, problems: problems), ground: ground, saved: nil).markup(context))
    }

    /// The answer to a script that sent an entry.
    func recorded(
        _ screening: ID<Screening>, at visit: ID<Visit>, _ context: SignedIn
    ) async throws -> Response {
        let entry = try await desk.screening(screening, as: context.viewer).entry
        let ground = try await desk.screeningGround(visit, as: context.viewer)
        let answer = ScreeningReceipt(
            id: screening, reference: entry.reference, screened: ground.count,
            whatNow: ScreeningGuidance(entry.answers)?.steps ?? [])
        return .json(try VisitJSON.bytes(answer), status: .created)
    }

    func screeningPage(_ form: Form, ground: ScreeningGround, saved: ScreeningEntry?) -> ScreeningPage {
        ScreeningPage(
            form: form, ground: ground, saved: saved, lists: desk.lists, questions: desk.questions,
            today: desk.desk.world.now().day, token: form.token(desk.desk.world))
    }

    /// The worker that opens the page again without a signal: it may work for the page of this visit and for no other.
    @Sendable func worker(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id = try context.id("visit", of: Visit.self)
        var headers = HTTPFields()
        headers[.contentType] = "text/javascript; charset=utf-8"
        headers[.cacheControl] = "no-cache"
        if let name = HTTPField.Name("Service-Worker-Allowed") {
            headers[name] = VisitLinks(context.place.slug).screen(id).text
        }
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: Enhancement.screeningWorker)))
    }

    @Sendable func askForCorrection(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (entry, visit) = try await ownScreening(context)
        let form = Form(ScreeningForm.data(of: entry.answers, lists: desk.lists))
        return .page(correctionPage(form, entry: entry, visit: visit).markup(context))
    }

    @Sendable func correct(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (entry, visit) = try await ownScreening(context)
        let data = try await request.form(context)
        let typed = ScreeningForm(data, lists: desk.lists)
        var form = Form(data, problems: typed.problems)
        guard typed.problems.isEmpty else {
            return .unprocessable(correctionPage(form, entry: entry, visit: visit).markup(context))
        }
        do {
            let outcome = try await desk.correctScreening(
                entry.id, typed.draft, stamp: data.text("stamp"), by: context.viewer, key: data.idempotencyKey)
            switch outcome {
            case .done:
                return .seeOther(
                    VisitLinks(context.place.slug).visit(visit.id).query("done", VisitNotice.corrected.rawValue))
            case .refused(let problems): form.problems = problems
            }
        } catch AccessError.changedMeanwhile {
            let current = try await ownScreening(context).entry
            let differences = ScreeningForm.differences(
                stored: current.answers, typed: typed.draft.answers, lists: desk.lists, questions: desk.questions)
            return .page(
                correctionPage(form, entry: current, visit: visit, conflict: ConflictCard(differences)).markup(context),
                status: .conflict)
        }
        return .unprocessable(correctionPage(form, entry: entry, visit: visit).markup(context))
    }

    /// The screening in the address, if it is the viewer's own and was made at this visit.
    func ownScreening(_ context: SignedIn) async throws -> (entry: ScreeningEntry, visit: VisitDetail) {
        let found = try await screening(context)
        guard CorrectScreening.isOwn(found.entry, of: context.viewer) else { throw AccessError.denied }
        return found
    }

    func screening(_ context: SignedIn) async throws -> (entry: ScreeningEntry, visit: VisitDetail) {
        let found = try await desk.screening(try context.id("screening"), as: context.viewer)
        guard found.visit.id == (try context.id("visit", of: Visit.self)) else { throw AccessError.notVisible }
        return found
    }

    func correctionPage(
        _ form: Form, entry: ScreeningEntry, visit: VisitDetail, conflict: ConflictCard? = nil
    ) -> CorrectScreeningPage {
        CorrectScreeningPage(
            form: form, entry: entry, visit: visit, lists: desk.lists, questions: desk.questions,
            today: desk.desk.world.now().day, conflict: conflict, token: form.token(desk.desk.world))
    }

    @Sendable func askForIdentity(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (entry, visit) = try await screening(context)
        guard try await desk.one(visit.id, as: context.viewer).maySeeIdentities else { throw AccessError.denied }
        return .page(IdentityPage(entry: entry, visit: visit, form: Form(), name: nil).markup(context))
    }

    @Sendable func reveal(_ request: Request, _ context: SignedIn) async throws -> Response {
        let (entry, visit) = try await screening(context)
        let data = try await request.form(context)
        switch try await desk.revealIdentity(of: entry.id, purpose: data.text("purpose"), by: context.viewer) {
        case .done(let name):
            return .page(IdentityPage(entry: entry, visit: visit, form: Form(data), name: name).markup(context))
        case .refused(let problems):
            let form = Form(data, problems: problems)
            return .unprocessable(IdentityPage(entry: entry, visit: visit, form: form, name: nil).markup(context))
        }
    }
}
