import Synchronization

/// What a walk through the site found to differ from the policy, as sentences.
final class Findings: Sendable {
    private let found = Mutex<[String]>([])
    var all: [String] { found.withLock { $0 } }

    func expect(_ isRight: Bool, _ what: @autoclosure () -> String) {
        if isRight { return }
        let text = what()
        found.withLock { $0.append(text) }
    }
}
