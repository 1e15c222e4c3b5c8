/// Why figures cannot be counted or released: each case says what is wrong and, where it helps, what to do.
package enum DisclosureProblem: Error, Hashable, Sendable {
    /// What was given cannot be counted; the message is a sentence without a full stop that names the place.
    case input(String)
    /// No safe release exists; the message says why, in words for somebody who is no statistician.
    case unsafe(String)
}

extension DisclosureProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .input(let message), .unsafe(let message): "\(message)."
        }
    }
}
