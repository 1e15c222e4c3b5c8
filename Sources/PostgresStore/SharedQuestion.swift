import Synchronization

/// One question for many who ask at once: whoever asks while an answer is under way shares the next one, so that nobody is
/// given an answer to a question that was put before they asked.
final class SharedQuestion<Answer: Sendable>: Sendable {
    private enum Turn: Sendable {
        /// It is this caller's turn to put the question, for all who wait by then.
        case toAsk
        case answered(Answer)
    }

    private struct State {
        var isUnderWay = false
        var waiting: [CheckedContinuation<Turn, any Error>] = []
    }

    private let state = Mutex(State())
    private let question: @Sendable () async throws -> Answer

    init(_ question: @escaping @Sendable () async throws -> Answer) {
        self.question = question
    }

    func answer() async throws -> Answer {
        let turn = try await withCheckedThrowingContinuation { continuation in
            let isFirst = state.withLock { state in
                defer { state.isUnderWay = true }
                if state.isUnderWay { state.waiting.append(continuation) }
                return !state.isUnderWay
            }
            if isFirst { continuation.resume(returning: .toAsk) }
        }
        switch turn {
        case .answered(let answer): return answer
        case .toAsk: return try await ask()
        }
    }

    private func ask() async throws -> Answer {
        let sharers = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        // In a task of its own: when this caller is cancelled, the others still want their answer.
        let result = await Task { try await question() }.result
        let next = state.withLock { state -> CheckedContinuation<Turn, any Error>? in
            if state.waiting.isEmpty { state.isUnderWay = false }
            return state.waiting.popLast()
        }
        next?.resume(returning: .toAsk)
        for sharer in sharers { sharer.resume(with: result.map { .answered($0) }) }
        return try result.get()
    }
}
