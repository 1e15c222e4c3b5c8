import HTTPTypes
import Hummingbird
import NIOCore
import Store
import Web

/// Says whether the server runs, and whether it can reach its records.
struct HealthRoutes: Sendable {
    let engine: any Engine

    func add(to router: some RouterMethods<WebContext>) {
        router.get("health/live") { _, _ in answer(.ok, "live\n") }
        router.get("health/ready") { _, _ -> Response in
            do {
                let one = try await engine.read { try $0.value("SELECT 1", as: Int.self) }
                return answer(one == 1 ? .ok : .serviceUnavailable, one == 1 ? "ready\n" : "not ready\n")
            } catch {
                return answer(.serviceUnavailable, "not ready\n")
            }
        }
    }

    private func answer(_ status: HTTPResponse.Status, _ text: String) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
