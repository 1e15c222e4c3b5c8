import Access
import Foundation
import HTML
import Hummingbird
import Kernel

/// Saves forms while they are being filled in, sealed, so that nothing typed is lost; and gives them back.
package struct DraftRoutes: Sendable {
    private let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    package var routes: RouteCollection<SignedIn> {
        let routes = RouteCollection(context: SignedIn.self)
        routes.post("drafts/:form", use: save)
        routes.post("drafts/:form/discard", use: discard)
        return routes
    }

    /// The unfinished form that this person left, if any.
    package static func load(_ form: String, _ context: SignedIn, from desk: Desk) async throws -> Form? {
        let person = context.person.id
        let found = try await desk.readOffice { office in try office.draft(form: key(form, context), of: person) }
        guard let found else { return nil }
        return Form(try FormData(urlEncoded: found.bytes))
    }

    /// What a colleague typed into the same form and has not saved, if anybody did. Only for a form of a record that the
    /// person was just shown.
    package static func loadColleagues(
        _ form: String, _ context: SignedIn, from desk: Desk
    ) async throws -> (writer: String, savedAt: Moment, form: Form)? {
        let person = context.person.id
        let found = try await desk.readOffice { office in
            try office.draft(form: key(form, context), ofOthersThan: person)
        }
        guard let found else { return nil }
        return (found.writer, found.savedAt, Form(try FormData(urlEncoded: found.bytes)))
    }

    /// Forgets a form that is finished.
    package static func forget(_ form: String, _ context: SignedIn, from desk: Desk) async throws {
        let person = context.person.id
        try await desk.changeOffice { office in try office.deleteDraft(form: key(form, context), of: person) }
    }

    /// Keeps a form that is not finished, sealed, until its writer opens it again.
    package static func keep(_ data: FormData, _ form: String, _ context: SignedIn, from desk: Desk) async throws {
        var data = data
        data.fields.removeAll { [FormFields.secret, FormFields.token, FormFields.version].contains($0.name) }
        let bytes = Array(data.urlEncoded.utf8)
        let person = context.person.id
        try await desk.changeOffice { office in
            try office.saveDraft(bytes, form: key(form, context), of: person, in: context.place.id)
        }
    }

    @Sendable private func save(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        try await DraftRoutes.keep(data, try name(context), context, from: desk)
        return Response(status: .noContent)
    }

    @Sendable private func discard(_ request: Request, _ context: SignedIn) async throws -> Response {
        let data = try await request.form(context)
        try await DraftRoutes.forget(try name(context), context, from: desk)
        return .seeOther(.init(returned: data.text("return")) ?? PageLinks.myWork(context.place.slug))
    }

    private func name(_ context: SignedIn) throws -> String {
        let name = context.parameters.get("form") ?? ""
        let isName = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        guard isName, !name.isEmpty, name.utf8.count <= 80 else { throw AccessError.notVisible }
        return name
    }

    private static func key(_ form: String, _ context: SignedIn) -> String { "\(context.place.slug)/\(form)" }
}
