import Disclosure

/// Why nothing was published or audited: each says what is wrong and, where it helps, what to do.
package enum PublishProblem: Error, Hashable, Sendable {
    /// A file or a specification is not what it should be; the message is a sentence without a full stop.
    case input(path: String, message: String)
    /// No safe release exists: why, and the nearest one that would be safe.
    case refused(reasons: [String], alternative: String)

    static func at(_ path: String, _ problem: DisclosureProblem) -> PublishProblem {
        switch problem {
        case .input(let message): .input(path: path, message: message)
        case .unsafe(let message):
            .refused(
                reasons: [message],
                alternative: "Publish fewer dimensions or wider categories, or the figures of this table rounded (\"method\": \"round\")")
        }
    }
}

extension PublishProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .input(let path, let message): "\(path): \(message)."
        case .refused(let reasons, let alternative):
            "Nothing was published, because no safe release was found.\n" + reasons.map { "- \($0).\n" }.joined()
                + "Nearest safe alternative: \(alternative)."
        }
    }
}
