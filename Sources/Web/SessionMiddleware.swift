import Access
import HTTPTypes
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
        if let token = SessionCookie.token(of: request) {
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
        context.pass(person, as: viewer, in: place)
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

    /// The token that a request carries; nil without one. Every page begins with it, so the other cookies are passed over
    /// unread.
    package static func token(of request: Request) -> String? {
        guard var cookies = request.headers[.cookie] else { return nil }
        return cookies.withUTF8 { bytes in
            for cookie in bytes.split(separator: UInt8(ascii: ";")) {
                let cookie = cookie.drop { $0 == UInt8(ascii: " ") }
                guard cookie.starts(with: SessionCookie.name.utf8) else { continue }
                let value = cookie.dropFirst(SessionCookie.name.utf8.count)
                guard value.first == UInt8(ascii: "=") else { continue }
                return String(decoding: value.dropFirst(), as: UTF8.self)
            }
            return nil
        }
    }

    /// - Parameter secure: false only for a server on the machine itself, without TLS.
    package static func set(_ token: String, secure: Bool) -> Cookie {
        Cookie(name: name, value: token, path: "/", secure: secure, httpOnly: true, sameSite: .lax)
    }

    package static func cleared(secure: Bool) -> Cookie {
        Cookie(name: name, value: "", maxAge: 0, path: "/", secure: secure, httpOnly: true, sameSite: .lax)
    }
}
