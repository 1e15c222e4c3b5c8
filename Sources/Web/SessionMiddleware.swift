import Access
import Hummingbird

/// Finds out who is signed in, from the session cookie.
package struct SessionMiddleware: RouterMiddleware {
    package typealias Context = WebContext
    private let sessions: any SessionReader

    package init(sessions: any SessionReader) {
        self.sessions = sessions
    }

    package func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let token = request.cookies[SessionCookie.name]?.value {
            context.signedIn = try await sessions.signedIn(token: token)
        }
        return try await next(request, context)
    }
}

/// Lets only those into a partnership's pages who hold a role there; to everyone else it does not exist.
package struct PartnershipDoor: RouterMiddleware {
    package typealias Context = WebContext

    package init() {}

    package func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard let person = context.signedIn else { throw SignInNeeded() }
        guard let slug = context.parameters.get("partnership"),
            let (viewer, place) = person.viewer(in: slug, request: context.id)
        else { throw AccessError.notVisible }
        if place.requiresSecondFactor && !person.passedSecondFactor { throw SecondFactorNeeded() }
        var context = context
        context.viewer = viewer
        context.place = place
        return try await next(request, context)
    }
}

/// Thrown where a partnership wants a second factor that this session has not given.
package struct SecondFactorNeeded: Error {
    package init() {}
}

/// The cookie that holds the session token.
package enum SessionCookie {
    package static let name = "plainsight_session"

    /// - Parameter secure: false only for a server on the machine itself, without TLS.
    package static func set(_ token: String, secure: Bool) -> Cookie {
        Cookie(name: name, value: token, path: "/", secure: secure, httpOnly: true, sameSite: .lax)
    }

    package static func cleared(secure: Bool) -> Cookie {
        Cookie(name: name, value: "", maxAge: 0, path: "/", secure: secure, httpOnly: true, sameSite: .lax)
    }
}
