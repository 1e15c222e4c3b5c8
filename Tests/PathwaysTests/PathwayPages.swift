import Access
import HTTPTypes
import Hummingbird
import Kernel
import PageTestSupport
import TestSupport
import Web

/// A ground of tests that has pages below `/sandwell/pathways`.
protocol PathwayPages {
    /// For the numbers of forms.
    var keys: TestWorld { get }

    /// Adds the routes below the partnership, in the order of the site.
    var mount: @Sendable (_ partnership: RouterGroup<SignedIn>) -> Void { get }
}

extension PathwayPages {
    /// Asks for a page below `/sandwell/pathways`.
    func get(_ path: String, as viewer: Viewer) async throws -> PageAnswer {
        try await asking(viewer).ask(.get, "/sandwell/pathways\(path)")
    }

    /// Sends a form of one of our own pages.
    func post(
        _ path: String, _ fields: [(name: String, value: String)], as viewer: Viewer, headers: HTTPFields = [:]
    ) async throws -> PageAnswer {
        try await asking(viewer).ask(
            .post, "/sandwell/pathways\(path)", headers: headers,
            body: PageAsking.form(fields, number: keys.world.newToken()))
    }

    private func asking(_ viewer: Viewer) -> PageAsking {
        let mount = mount
        return PageAsking(as: viewer) { mount($0.group("sandwell", context: SignedIn.self)) }
    }
}
