import Access
import HTML
import Hummingbird
import Kernel
import Partnerships
import Store
import Web

/// The public form: no sign-in, nothing personal demanded, and a limit for each network address.
package struct PublicReportRoutes: Sendable {
    private let concerns: ConcernDesk
    private let helplines: [HelplineNumber]
    private let isSecure: Bool

    /// How many reports one address may send within the window.
    package static let limit = 6
    /// Seconds.
    package static let window: Int64 = 3600
    static let trapField = "website"

    /// - Parameter isSecure: whether browsers reach the server by HTTPS.
    package init(concerns: ConcernDesk, helplines: [HelplineNumber], isSecure: Bool) {
        self.concerns = concerns
        self.helplines = helplines
        self.isSecure = isSecure
    }

    package func add(to router: some RouterMethods<WebContext>) {
        router.get("report", use: chooseArea)
        router.get("report/:area", use: ask)
        router.post("report/:area", use: receive)
    }

    private var desk: Desk { concerns.desk }

    @Sendable private func chooseArea(_ request: Request, _ context: WebContext) async throws -> Response {
        let partnerships = try await desk.readOffice { try $0.allPartnerships() }
        if partnerships.count == 1 { return .seeOther("/report/\(partnerships[0].slug)") }
        return .page(ChooseAreaPage(partnerships: partnerships, helplines: helplines).markup)
    }

    private func area(_ context: WebContext) async throws -> (PartnershipSummary, [TermSummary]) {
        let slug = context.parameters.get("area") ?? ""
        return try await desk.readOffice { office in
            guard let partnership = try office.partnership(slug: slug) else { throw AccessError.notVisible }
            return (partnership, try office.terms(of: partnership.id, kind: "town"))
        }
    }

    private func page(
        _ form: Form, _ area: (PartnershipSummary, [TermSummary]), secret: String
    ) -> Markup {
        PublicReportPage(
            partnership: area.0, towns: area.1, lists: concerns.lists, today: desk.world.now().day,
            helplines: helplines, form: form, secret: secret, token: form.token(desk.world)
        ).markup
    }

    @Sendable private func ask(_ request: Request, _ context: WebContext) async throws -> Response {
        let area = try await area(context)
        let known = request.cookies[VisitorCookie.name]?.value
        let secret = known.flatMap { (40...100).contains($0.utf8.count) ? $0 : nil } ?? desk.world.newToken()
        var response = Response.page(page(Form(), area, secret: secret))
        response.setCookie(VisitorCookie.set(secret, secure: isSecure))
        return response
    }

    @Sendable private func receive(_ request: Request, _ context: WebContext) async throws -> Response {
        let area = try await area(context)
        let data = try await request.publicForm()
        let secret = data.text(FormFields.secret)
        func again(_ problems: [Problem]) -> Response {
            .unprocessable(page(Form(data, problems: problems), area, secret: secret))
        }
        guard data.text(Self.trapField).isEmpty else {
            return again([Problem(Self.trapField, "Empty the field “Leave this empty”: it is there to catch machines")])
        }
        var problems: [Problem] = []
        let draft = ConcernDraft(data.forPublicReport, today: desk.world.now().day, problems: &problems)
        if draft.seen.isEmpty { problems.append(Problem("seen", "Say what you saw or heard, in a sentence or two")) }
        guard problems.isEmpty else { return again(problems) }
        let bucket = "public-report/\(desk.blindKey(of: context.remoteAddress))"
        let allowance = try await desk.changeOffice { office in
            try office.take(bucket: bucket, limit: Self.limit, window: Self.window)
        }
        guard allowance.isAllowed else {
            let minutes = (allowance.secondsLeft + 59) / 60
            var response = again([
                Problem(
                    "",
                    "Many reports came from your network within the hour. Send this again in \(minutes) minutes, or call one of the numbers above"
                )
            ])
            response.status = .tooManyRequests
            return response
        }
        let viewer = Viewer.publicForm(of: area.0.id, request: context.id)
        let outcome = try await concerns.receive(draft, by: viewer, key: data.idempotencyKey)
        guard let quote = outcome.result else { return again(outcome.problems) }
        return .page(ReportReceivedPage(partnership: area.0, quote: quote, helplines: helplines).markup)
    }
}

extension FormData {
    /// Only the fields that the public form has: nobody sets others from outside.
    fileprivate var forPublicReport: FormData {
        let known: Set<String> = [
            "seen", "immediate_danger", "place", "postcode", "town", "happens_when", "person_1_description",
            "person_1_name", "vehicle_1_value", "how_known", "reporter_contact", "reporter_safe_way",
            "reporter_details", "reporter_name",
        ]
        var data = FormData(fields: fields.filter { known.contains($0.name) })
        // Who says nothing about being contacted is not contacted.
        if data.text("reporter_contact").isEmpty { data = data.setting("reporter_contact", "no") }
        return data
    }
}
