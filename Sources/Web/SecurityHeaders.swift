import HTTPTypes
import Hummingbird

/// The headers that every answer carries, error pages too.
package struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    private let isSecure: Bool

    /// - Parameter isSecure: whether browsers reach the server by HTTPS.
    package init(isSecure: Bool) {
        self.isSecure = isSecure
    }

    package func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.fixed where response.headers[name] == nil { response.headers[name] = value }
        if isSecure, let name = HTTPField.Name("Strict-Transport-Security") {
            response.headers[name] = "max-age=63072000; includeSubDomains"
        }
        return response
    }

    private static var fixed: [(HTTPField.Name, String)] { fixedHeaders }
}

private let fixedHeaders: [(HTTPField.Name, String)] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            + "worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ("X-Frame-Options", "DENY"),
].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
