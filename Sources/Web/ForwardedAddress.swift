import HTTPTypes
import Hummingbird

/// Behind a proxy, takes the browser's address from the last entry of X-Forwarded-For: the one that our own proxy wrote.
///
/// Mounted only where the setting says that there is a proxy; otherwise anybody could write the header.
package struct ForwardedAddress: RouterMiddleware {
    package typealias Context = WebContext

    package init() {}

    package func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[values: name].last?.split(separator: ",").last
        {
            let address = last.filter { $0 != " " }
            if !address.isEmpty, address.utf8.count <= 64 { context.remoteAddress = String(address) }
        }
        return try await next(request, context)
    }
}
