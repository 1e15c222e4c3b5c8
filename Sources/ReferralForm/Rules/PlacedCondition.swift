/// A condition whose fields and options are known by their positions, so that it is evaluated quickly.
struct PlacedCondition: Sendable {
    struct Term: Sendable {
        let field: Int
        /// The options that fulfil it, a bit for each; nil where any answer does.
        let options: UInt64?
        let source: FormCondition.Term
    }

    /// Whether something is asked; nil where an answer that decides it is missing or wrong.
    typealias Verdict = Bool?

    let cases: [[Term]]

    init(_ condition: FormCondition, fields: [FormField], positions: [String: Int]) {
        cases = condition.cases.compactMap { terms in
            var placed: [Term] = []
            for term in terms {
                switch term {
                case .oneOf(let code, let values):
                    guard let field = positions[code] else { return nil }
                    let options =
                        switch fields[field].kind {
                        case .radio(let options), .ticks(let options): options
                        default: [String]()
                        }
                    let mask = values.compactMap { options.firstIndex(of: $0) }.reduce(0) { $0 | UInt64(1) << UInt64($1) }
                    placed.append(Term(field: field, options: mask, source: term))
                case .ticked(let code), .filled(let code):
                    guard let field = positions[code] else { return nil }
                    placed.append(Term(field: field, options: nil, source: term))
                }
            }
            return placed
        }
    }

    func verdict(_ states: [PlacedAnswers.State]) -> Verdict {
        var result: Verdict = false
        for terms in cases {
            var whole: Verdict = true
            for term in terms {
                switch PlacedCondition.verdict(term, states[term.field]) {
                case false: whole = false
                case nil: if whole == true { whole = nil }
                default: break
                }
                if whole == false { break }
            }
            if whole == true { return true }
            if whole == nil { result = nil }
        }
        return result
    }

    /// The first demand that the answers do not fulfil, to explain why something is not asked.
    func hindrance(_ states: [PlacedAnswers.State]) -> FormCondition.Term? {
        cases.last?.first { PlacedCondition.verdict($0, states[$0.field]) == false }?.source
    }

    private static func verdict(_ term: Term, _ state: PlacedAnswers.State) -> Verdict {
        guard let options = term.options else { return state != .empty }
        return switch state {
        case .empty, .wrong: nil
        case .given(let chosen): chosen & options != 0
        }
    }
}
