import Access
import Design
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Partnerships
import Web

/// The pages of visits, below `/{partnership}/visits`.
package struct VisitRoutes: Sendable {
    let desk: VisitDesk

    package init(desk: VisitDesk) {
        self.desk = desk
    }

    package var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.get("", use: list)
        routes.get("new", use: askForPlan)
        routes.post("new", use: plan)
        routes.get(":visit", use: show)
        routes.get(":visit/briefing", use: brief)
        routes.get(":visit/plan", use: askForChange)
        routes.post(":visit/plan", use: change)
        routes.post(":visit/ready", use: markReady)
        routes.post(":visit/made", use: markMade)
        routes.get(":visit/cancel", use: askToCancel)
        routes.post(":visit/cancel", use: cancel)
        routes.get(":visit/attendance/:organisation", use: askForAttendance)
        routes.post(":visit/attendance/:organisation", use: recordAttendance)
        routes.get(":visit/reception", use: backToVisit)
        routes.post(":visit/reception", use: openReception)
        routes.get(":visit/tasks/:task", use: showTask)
        routes.post(":visit/tasks/:task", use: finishTask)
        routes.get(":visit/debrief", use: askForDebrief)
        routes.post(":visit/debrief", use: debrief)
        routes.get(":visit/screen", use: askForScreening)
        routes.post(":visit/screen", use: screen)
        routes.get(":visit/screen/worker.js", use: worker)
        routes.get(":visit/screenings/:screening", use: askForCorrection)
        routes.post(":visit/screenings/:screening", use: correct)
        routes.get(":visit/screenings/:screening/identity", use: askForIdentity)
        routes.post(":visit/screenings/:screening/identity", use: reveal)
        return routes
    }

    // MARK: Lists and single visits

    @Sendable func list(_ request: Request, _ context: SignedIn) async throws -> Response {
        let query = VisitListPage.query(from: request.query)
        let visits = try await desk.list(query, as: context.viewer)
        return .page(VisitListPage(query: query, visits: visits, lists: desk.lists).markup(context))
    }

    @Sendable func show(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await desk.one(try context.id("visit"), as: context.viewer)
        let notice = VisitNotice(rawValue: request.query.text("done"))
        return .page(page(of: file, context, problems: [], notice: notice))
    }

    func page(
        of file: VisitFile, _ context: SignedIn, problems: [Problem], notice: VisitNotice? = nil,
        reception: String? = nil
    ) -> Markup {
        VisitPage(
            file: file, reception: reception, desk: desk, today: desk.desk.world.now().day, problems: problems, notice: notice,
            token: desk.desk.world.newToken()
        ).markup(context)
    }

    @Sendable func brief(_ request: Request, _ context: SignedIn) async throws -> Response {
        let file = try await desk.one(try context.id("visit"), as: context.viewer)
        var reception: String?
        if file.visit.isReceptionNamed, file.mayOpenReception {
            reception = try await desk.openReception(of: file.visit.id, by: context.viewer).result
        }
        return .page(
            BriefingPage(visit: file.visit, reception: reception, desk: desk, now: desk.desk.world.now())
                .markup(context))
    }

    @Sendable func openReception(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id = try context.id("visit", of: Visit.self)
        _ = try await request.form(context)
        let outcome = try await desk.openReception(of: id, by: context.viewer)
        let file = try await desk.one(id, as: context.viewer)
        switch outcome {
        case .done(let place): return .page(page(of: file, context, problems: [], reception: place))
        case .refused(let problems): return .unprocessable(page(of: file, context, problems: problems))
        }
    }

    /// Where somebody arrives who opens the address of an opening anew.
    @Sendable func backToVisit(_ request: Request, _ context: SignedIn) async throws -> Response {
        .seeOther(VisitLinks(context.place.slug).visit(try context.id("visit")))
    }

    // MARK: Planning

    @Sendable func askForPlan(_ request: Request, _ context: SignedIn) async throws -> Response {
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        let concern = ID<Concern>(request.query.text("concern")).map(ConcernChoice.id) ?? .none
        let choices = try await desk.planning(for: concern, as: context.viewer)
        var form = Form(VisitPlanForm.data(forNew: choices.concern))
        var isDraft = false
        if concern == .none, let draft = try await DraftRoutes.load(VisitPlanPage.draft, context, from: desk.desk) {
            form = draft
            isDraft = true
        }
        return .page(planPage(form, choices: choices, visit: nil, isDraft: isDraft).markup(context))
    }

    @Sendable func plan(_ request: Request, _ context: SignedIn) async throws -> Response {
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        let data = try await request.form(context)
        let reference = data.text("concern")
        let choices = try await desk.planning(
            for: reference.isEmpty ? .none : .reference(reference), as: context.viewer)
        let entry = VisitPlanForm(data, concern: choices.concern)
        if data.has("do", "check") {
            return .page(
                planPage(entry.checked(choices), choices: choices, visit: nil, showsAdvice: true).markup(context))
        }
        var problems = entry.problems
        if problems.isEmpty {
            switch try await desk.plan(entry.plan, by: context.viewer, key: data.idempotencyKey) {
            case .done(let visit):
                try await DraftRoutes.forget(VisitPlanPage.draft, context, from: desk.desk)
                return .seeOther(
                    VisitLinks(context.place.slug).visit(visit).query("done", VisitNotice.planned.rawValue))
            case .refused(let refusals): problems = refusals
            }
        } else {
            problems = entry.problems(
                with: PlanVisit.problems(entry.plan, concern: choices.concern, ground: choices.ground))
        }
        return .unprocessable(
            planPage(Form(data, problems: problems), choices: choices, visit: nil).markup(context))
    }

    @Sendable func askForChange(_ request: Request, _ context: SignedIn) async throws -> Response {
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        let visit = try await desk.one(try context.id("visit"), as: context.viewer).visit
        let choices = try await desk.planning(for: visit.concernID.map(ConcernChoice.id) ?? .none, as: context.viewer)
        let form = Form(VisitPlanForm.data(of: visit.plan, concern: visit.concern?.reference ?? ""))
        return .page(planPage(form, choices: choices, visit: visit, showsAdvice: true).markup(context))
    }

    @Sendable func change(_ request: Request, _ context: SignedIn) async throws -> Response {
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        let id = try context.id("visit", of: Visit.self)
        let data = try await request.form(context)
        let visit = try await desk.one(id, as: context.viewer).visit
        let choices = try await desk.planning(for: visit.concernID.map(ConcernChoice.id) ?? .none, as: context.viewer)
        let entry = VisitPlanForm(data, concern: choices.concern, isFixed: true)
        if data.has("do", "check") {
            return .page(
                planPage(entry.checked(choices), choices: choices, visit: visit, showsAdvice: true).markup(context))
        }
        var problems = entry.problems
        if problems.isEmpty {
            do {
                let outcome = try await desk.changePlan(
                    of: id, to: entry.plan, version: data.version ?? 0, by: context.viewer, key: data.idempotencyKey)
                switch outcome {
                case .done:
                    return .seeOther(
                        VisitLinks(context.place.slug).visit(id).query("done", VisitNotice.changed.rawValue))
                case .refused(let refusals): problems = refusals
                }
            } catch AccessError.changedMeanwhile {
                let current = try await desk.one(id, as: context.viewer).visit
                let differences = VisitPlanForm.differences(
                    stored: current.plan, typed: entry.plan, ground: choices.ground, lists: desk.lists)
                let form = Form(data.setting(FormFields.version, String(current.version)))
                return .page(
                    planPage(form, choices: choices, visit: current, conflict: ConflictCard(differences))
                        .markup(context), status: .conflict)
            }
        } else {
            problems = entry.problems(
                with: ChangeVisitPlan.problems(entry.plan, visit: visit, ground: choices.ground))
        }
        return .unprocessable(
            planPage(Form(data, problems: problems), choices: choices, visit: visit, showsAdvice: true).markup(context))
    }

    func planPage(
        _ form: Form, choices: PlanningChoices, visit: VisitDetail?, showsAdvice: Bool = false, isDraft: Bool = false,
        conflict: ConflictCard? = nil
    ) -> VisitPlanPage {
        let entry = VisitPlanForm(form.data, concern: choices.concern, isFixed: visit != nil)
        let advice =
            showsAdvice && !entry.plan.agencies.isEmpty
            ? choices.ground.advice(for: entry.plan, immediateDanger: entry.isDanger) : nil
        return VisitPlanPage(
            form: form, choices: choices, visit: visit, advice: advice, lists: desk.lists, isDraft: isDraft,
            conflict: conflict, token: form.token(desk.desk.world))
    }

    // MARK: The way of a visit

    @Sendable func markReady(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id = try context.id("visit", of: Visit.self)
        let data = try await request.form(context)
        return try await answer(
            try await desk.markReady(id, by: context.viewer, key: data.idempotencyKey), .ready, id, context)
    }

    @Sendable func markMade(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id = try context.id("visit", of: Visit.self)
        let data = try await request.form(context)
        return try await answer(
            try await desk.markMade(id, by: context.viewer, key: data.idempotencyKey), .made, id, context)
    }

    func answer(
        _ outcome: Outcome<ID<Visit>>, _ notice: VisitNotice, _ id: ID<Visit>, _ context: SignedIn
    ) async throws -> Response {
        switch outcome {
        case .done: return .seeOther(VisitLinks(context.place.slug).visit(id).query("done", notice.rawValue))
        case .refused(let problems):
            let file = try await desk.one(id, as: context.viewer)
            // The fields are on another page: each reason stands for the whole visit here.
            let reasons = problems.map { Problem("", $0.message) }
            return .unprocessable(page(of: file, context, problems: reasons))
        }
    }

    @Sendable func askToCancel(_ request: Request, _ context: SignedIn) async throws -> Response {
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        let visit = try await desk.one(try context.id("visit"), as: context.viewer).visit
        return .page(CancelVisitPage(visit: visit, form: Form(), token: desk.desk.world.newToken()).markup(context))
    }

    @Sendable func cancel(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id = try context.id("visit", of: Visit.self)
        let data = try await request.form(context)
        let outcome = try await desk.cancel(
            id, reason: data.text("reason"), by: context.viewer, key: data.idempotencyKey)
        switch outcome {
        case .done:
            return .seeOther(VisitLinks(context.place.slug).visit(id).query("done", VisitNotice.cancelled.rawValue))
        case .refused(let problems):
            let visit = try await desk.one(id, as: context.viewer).visit
            let form = Form(data, problems: problems)
            return .unprocessable(
                CancelVisitPage(visit: visit, form: form, token: form.token(desk.desk.world)).markup(context))
        }
    }

    // MARK: Attendance

    @Sendable func askForAttendance(_ request: Request, _ context: SignedIn) async throws -> Response {
        let organisation = try ownAgency(context)
        let visit = try await desk.one(try context.id("visit"), as: context.viewer).visit
        let members = try await desk.planning(for: .none, as: context.viewer).ground.members
        let form = Form(AttendanceForm.data(of: visit.agency(organisation)))
        return .page(
            try attendancePage(form, visit: visit, organisation: organisation, members: members).markup(context))
    }

    @Sendable func recordAttendance(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id = try context.id("visit", of: Visit.self)
        let organisation = try ownAgency(context)
        let data = try await request.form(context)
        let entry = AttendanceForm(data, organisation: organisation)
        let visit = try await desk.one(id, as: context.viewer).visit
        let members = try await desk.planning(for: .none, as: context.viewer).ground.members
        var form = Form(data, problems: entry.problems)
        if entry.problems.isEmpty {
            do {
                let outcome = try await desk.recordAttendance(
                    at: id, entry.draft, by: context.viewer, key: data.idempotencyKey)
                switch outcome {
                case .done:
                    return .seeOther(
                        VisitLinks(context.place.slug).visit(id).query("done", VisitNotice.attendance.rawValue))
                case .refused(let problems): form.problems = problems
                }
            } catch AccessError.changedMeanwhile(let version) {
                let current = try await desk.one(id, as: context.viewer).visit
                let differences = AttendanceForm.differences(stored: current.agency(organisation), typed: entry.draft)
                form = Form(data.setting(FormFields.version, String(version)))
                return .page(
                    try attendancePage(
                        form, visit: current, organisation: organisation, members: members,
                        conflict: ConflictCard(differences)
                    ).markup(context), status: .conflict)
            }
        } else {
            form.problems += RecordAttendance.problems(entry.draft, visit: visit, today: desk.desk.world.now().day)
                .filter { problem in !entry.problems.contains { $0.field == problem.field } }
        }
        return .unprocessable(
            try attendancePage(form, visit: visit, organisation: organisation, members: members).markup(context))
    }

    /// The agency in the address, if the viewer may write for it.
    func ownAgency(_ context: SignedIn) throws -> ID<Organisation> {
        let organisation = try context.id("organisation", of: Organisation.self)
        guard context.viewer.isCoordinator || context.viewer.organisation == organisation else {
            throw AccessError.denied
        }
        return organisation
    }

    func attendancePage(
        _ form: Form, visit: VisitDetail, organisation: ID<Organisation>, members: [PowersAdvice.Agency],
        conflict: ConflictCard? = nil
    ) throws -> AttendancePage {
        let entry = visit.agency(organisation)
        let member = members.first { $0.id == organisation }
        guard let name = entry?.name ?? member?.name, let kind = entry?.kind ?? member?.kind else {
            throw AccessError.notVisible
        }
        return AttendancePage(
            form: form, visit: visit, organisation: organisation, name: name,
            powers: desk.powers.powers(of: kind, on: visit.visitedOn).filter(\.isPower), conflict: conflict,
            token: form.token(desk.desk.world))
    }

    // MARK: The debrief

    @Sendable func askForDebrief(_ request: Request, _ context: SignedIn) async throws -> Response {
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        let visit = try await desk.one(try context.id("visit"), as: context.viewer).visit
        let members = try await desk.planning(for: .none, as: context.viewer).ground.members
        var form = Form(DebriefForm.data(of: visit))
        var isDraft = false
        if let draft = try await DraftRoutes.load(DebriefPage.draft(visit.id), context, from: desk.desk) {
            form = Form(draft.data.setting(FormFields.version, String(visit.version)))
            isDraft = true
        }
        return .page(
            DebriefPage(
                form: form, visit: visit, members: members, isDraft: isDraft, conflict: nil,
                token: form.token(desk.desk.world)
            ).markup(context))
    }

    @Sendable func debrief(_ request: Request, _ context: SignedIn) async throws -> Response {
        let id = try context.id("visit", of: Visit.self)
        let data = try await request.form(context)
        guard context.viewer.isCoordinator else { throw AccessError.denied }
        let entry = DebriefForm(data)
        var form = Form(data, problems: entry.problems)
        var conflict: ConflictCard?
        if entry.problems.isEmpty {
            do {
                let outcome = try await desk.debrief(
                    id, entry.draft, version: data.version, by: context.viewer, key: data.idempotencyKey)
                switch outcome {
                case .done:
                    try await DraftRoutes.forget(DebriefPage.draft(id), context, from: desk.desk)
                    return .seeOther(
                        VisitLinks(context.place.slug).visit(id).query("done", VisitNotice.debriefed.rawValue))
                case .refused(let problems): form.problems = problems
                }
            } catch AccessError.changedMeanwhile(let version) {
                let current = try await desk.one(id, as: context.viewer).visit
                conflict = ConflictCard(DebriefForm.differences(stored: current, typed: entry.draft))
                form = Form(data.setting(FormFields.version, String(version)))
            }
        }
        let visit = try await desk.one(id, as: context.viewer).visit
        let members = try await desk.planning(for: .none, as: context.viewer).ground.members
        if !entry.problems.isEmpty {
            form.problems += DebriefVisit.problems(entry.draft, visit: visit, members: members)
                .filter { problem in !entry.problems.contains { $0.field == problem.field } }
        }
        let page = DebriefPage(
            form: form, visit: visit, members: members, isDraft: false, conflict: conflict,
            token: form.token(desk.desk.world))
        return .page(page.markup(context), status: conflict == nil ? .unprocessableContent : .conflict)
    }

    // MARK: Follow-up tasks

    @Sendable func showTask(_ request: Request, _ context: SignedIn) async throws -> Response {
        let notice = VisitNotice(rawValue: request.query.text("done"))
        return .page(try await taskPage(Form(), context, notice: notice))
    }

    @Sendable func finishTask(_ request: Request, _ context: SignedIn) async throws -> Response {
        let visit = try context.id("visit", of: Visit.self)
        let task = try context.id("task", of: WorkTask.self)
        let data = try await request.form(context)
        do {
            let outcome = try await desk.finishTask(
                task, of: visit, result: data.text("result"), by: context.viewer, expecting: data.version,
                key: data.idempotencyKey)
            switch outcome {
            case .done:
                return .seeOther(
                    VisitLinks(context.place.slug).task(task, of: visit).query("done", VisitNotice.finished.rawValue))
            case .refused(let problems):
                return .unprocessable(try await taskPage(Form(data, problems: problems), context))
            }
        } catch AccessError.changedMeanwhile(let version) {
            let problem = Problem("", "Somebody changed this task meanwhile. What you typed is kept below")
            let form = Form(data.setting(FormFields.version, String(version)), problems: [problem])
            return .page(try await taskPage(form, context), status: .conflict)
        }
    }

    func taskPage(_ form: Form, _ context: SignedIn, notice: VisitNotice? = nil) async throws -> Markup {
        let visit = try context.id("visit", of: Visit.self)
        let found = try await desk.task(try context.id("task"), of: visit, as: context.viewer)
        return VisitTaskPage(
            task: found.task, visit: visit, reference: found.reference, form: form, notice: notice,
            token: form.token(desk.desk.world)
        ).markup(context)
    }
}

/// What was just done, as the address says it to the page that follows.
enum VisitNotice: String {
    case planned, changed, ready, made, cancelled, attendance, debriefed, corrected, finished

    var words: String {
        switch self {
        case .planned: "The visit is planned."
        case .changed: "The plan is changed."
        case .ready: "The visit is marked ready."
        case .made: "The visit is recorded as made."
        case .cancelled: "The visit is called off."
        case .attendance: "The attendance is recorded."
        case .debriefed: "The debrief is kept."
        case .corrected: "The screening is corrected."
        case .finished: "The task is finished."
        }
    }
}
