import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import Web

/// Counts requests by route pattern and status, and how long they took: never by address, so that nothing personal is in
/// the figures of the server.
final class RequestCounts: Sendable {
    private struct Line {
        var counts: [Int: Int] = [:]
        var buckets = [Int](repeating: 0, count: RequestCounts.bounds.count)
        var seconds = 0.0
        var total = 0
    }

    /// Upper bounds of the histogram in seconds.
    private static let bounds: [Double] = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5]
    private let lines = Mutex<[String: Line]>([:])

    func count(route: String, status: Int, seconds: Double) {
        lines.withLock { lines in
            lines[route, default: Line()].counts[status, default: 0] += 1
            lines[route]?.seconds += seconds
            lines[route]?.total += 1
            for (index, bound) in RequestCounts.bounds.enumerated() where seconds <= bound {
                lines[route]?.buckets[index] += 1
            }
        }
    }

    /// The Prometheus text format, version 0.0.4.
    var text: String {
        let lines = lines.withLock { $0 }
        var text = """
            # HELP plainsight_requests_total Requests by route and status.
            # TYPE plainsight_requests_total counter

            """
        for (route, line) in lines.sorted(by: { $0.key < $1.key }) {
            for (status, count) in line.counts.sorted(by: { $0.key < $1.key }) {
                text += "plainsight_requests_total{route=\"\(escaped(route))\",status=\"\(status)\"} \(count)\n"
            }
        }
        text += """
            # HELP plainsight_request_seconds Time to answer, by route.
            # TYPE plainsight_request_seconds histogram

            """
        for (route, line) in lines.sorted(by: { $0.key < $1.key }) {
            for (index, bound) in RequestCounts.bounds.enumerated() {
                text +=
                    "plainsight_request_seconds_bucket{route=\"\(escaped(route))\",le=\"\(bound)\"} \(line.buckets[index])\n"
            }
            text += "plainsight_request_seconds_bucket{route=\"\(escaped(route))\",le=\"+Inf\"} \(line.total)\n"
            text += "plainsight_request_seconds_sum{route=\"\(escaped(route))\"} \(line.seconds)\n"
            text += "plainsight_request_seconds_count{route=\"\(escaped(route))\"} \(line.total)\n"
        }
        return text
    }

    private func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
}

/// Feeds the counts.
struct CountRequests: RouterMiddleware {
    typealias Context = WebContext
    let counts: RequestCounts

    func handle(
        _ request: Request, context: WebContext, next: (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        let (seconds, fraction) = (clock.now - start).components
        counts.count(
            route: context.endpointPath ?? "none", status: Int(response.status.code),
            seconds: Double(seconds) + Double(fraction) / 1e18)
        return response
    }
}
