import Access
import HTTPTypes
import Hummingbird
import Kernel
import Web

/// A ground of tests that has the pages of a feature below `/sandwell`.
package protocol FeaturePages {
    /// The feature's part of a path: `visits` for `/sandwell/visits`.
    static var root: String { get }

    /// The number of another form.
    func formNumber() -> String

    /// Adds the routes below the partnership, in the order of the site.
    var mount: @Sendable (_ partnership: RouterGroup<SignedIn>) -> Void { get }
}

extension FeaturePages {
    /// Asks for a page of the feature.
    package func get(_ path: String, as viewer: Viewer) async throws -> PageAnswer {
        try await asking(viewer).ask(.get, "/sandwell/\(Self.root)\(path)")
    }

    /// Sends a form of one of our own pages.
    package func post(
        _ path: String, _ fields: [(name: String, value: String)], as viewer: Viewer, headers: HTTPFields = [:]
    ) async throws -> PageAnswer {
        try await asking(viewer).ask(
            .post, "/sandwell/\(Self.root)\(path)", headers: headers, body: PageAsking.form(fields, number: formNumber()))
    }

    private func asking(_ viewer: Viewer) -> PageAsking {
        let mount = mount
        return PageAsking(as: viewer) { mount($0.group("sandwell", context: SignedIn.self)) }
    }
}
