import Foundation
import HTTPTypes
import Hummingbird
import Kernel

/// An error as the API tells it (RFC 9457), with every problem of the entry by field.
package struct ProblemDocument: Encodable, Sendable {
    private struct FieldProblem: Encodable, Sendable {
        let field: String
        let message: String
    }

    private let type = "about:blank"
    private let status: Int
    private let title: String
    private let detail: String
    private let instance: String
    private let problems: [FieldProblem]

    package init(status: Int, title: String, detail: String, request: String, problems: [Problem] = []) {
        self.status = status
        self.title = title
        self.detail = detail
        instance = "urn:request:\(request)"
        self.problems = problems.map { FieldProblem(field: $0.field, message: $0.message) }
    }

    /// What the rules refused: status 422 with every problem.
    package static func refused(_ problems: [Problem], request: String) -> Response {
        ProblemDocument(
            status: 422, title: "This entry cannot be accepted", detail: "Put the problems right and send it again.",
            request: request, problems: problems
        ).response
    }

    package var response: Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = (try? encoder.encode(self)) ?? Data()
        return .json(bytes, status: .init(code: status), type: "application/problem+json")
    }
}
