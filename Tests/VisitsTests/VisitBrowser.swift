import Access
import HTTPTypes
import Hummingbird
import Kernel
import PageTestSupport
import TestSupport
import Web

@testable import Visits

extension VisitGround {
    /// Asks for a page below `/sandwell/visits`.
    func get(_ path: String, as viewer: Viewer) async throws -> PageAnswer {
        try await asking(viewer).ask(.get, "/sandwell/visits\(path)")
    }

    /// Sends a form of one of our own pages.
    func post(
        _ path: String, _ fields: [(name: String, value: String)], as viewer: Viewer, headers: HTTPFields = [:]
    ) async throws -> PageAnswer {
        try await asking(viewer).ask(
            .post, "/sandwell/visits\(path)", headers: headers,
            body: PageAsking.form(fields, number: keys.world.newToken()))
    }

    private func asking(_ viewer: Viewer) -> PageAsking {
        let desk = desk
        return PageAsking(as: viewer) { router in
            router.group("sandwell", context: SignedIn.self).addRoutes(VisitRoutes(desk: desk).routes, atPath: "visits")
        }
    }
}
