import Access
import HTTPTypes
import Hummingbird
import Synchronization
import Web

/// Tells an address that takes other methods from one that does not exist; the router answers 404 to both.
///
/// The addresses of a partnership are told to whoever holds a role in it and to nobody else: for all others they stay
/// addresses that do not exist.
final class WrongMethod: RouterMiddleware {
    typealias Context = WebContext

    private struct Address: Sendable {
        let pattern: RouterPath
        let methods: Set<String>

        /// A literal part is closer than a parameter, from the left: so the router chooses too.
        var closeness: [Int] {
            pattern.components.map { component in
                let text = component.description
                return text.hasPrefix(":") || text.hasPrefix("{") ? 0 : 1
            }
        }

        func matches(_ parts: [Substring]) -> Bool {
            pattern.components.count == parts.count && zip(pattern.components, parts).allSatisfy { $0 ~= $1 }
        }
    }

    private let sessions: any SessionReader
    private let addresses = Mutex<[Address]>([])

    init(sessions: any SessionReader) {
        self.sessions = sessions
    }

    /// Learns the addresses of the router, once all are on it.
    func learn(_ router: Router<WebContext>) {
        var methods: [String: Set<String>] = [:]
        for route in router.routes { methods["\(route.path)", default: []].insert(route.method.rawValue) }
        let learnt = methods.map { path, methods in
            Address(
                pattern: RouterPath(path), methods: methods.contains("GET") ? methods.union(["HEAD"]) : methods)
        }
        addresses.withLock { $0 = learnt }
    }

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError where error.status == .notFound {
            guard let address = address(of: request.uri.path) else { throw error }
            if address.pattern.components.first == RouterPath.Element.capture("partnership") {
                let slug = request.uri.path.split(separator: "/").first.map(String.init) ?? ""
                guard let token = request.cookies[SessionCookie.name]?.value,
                    let person = try await sessions.signedIn(token: token),
                    let (_, place) = person.viewer(in: slug, request: context.id),
                    person.passedSecondFactor || !place.requiresSecondFactor
                else { throw error }
            }
            throw MethodNotAllowed(allowed: address.methods.sorted())
        }
    }

    private func address(of path: String) -> Address? {
        let parts = path.split(separator: "/")
        return addresses.withLock { $0.filter { $0.matches(parts) } }
            .max { $0.closeness.lexicographicallyPrecedes($1.closeness) }
    }
}
