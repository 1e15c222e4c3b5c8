/// A set of answers laid out in the order of the form's fields.
struct PlacedAnswers {
    /// What is known of one field.
    enum State: Hashable {
        case empty
        /// Answered; for options, a bit for each that was chosen.
        case given(UInt64)
        /// Answered with something that is no option of the field.
        case wrong
    }

    let form: ReferralForm
    private(set) var answers: [ReferralAnswer]
    private(set) var states: [State]
    /// Whether each field is asked.
    private(set) var isAsked: [PlacedCondition.Verdict]
    /// Codes that are not of the form, in the order of the alphabet.
    let unknownCodes: [String]

    init(_ given: [String: ReferralAnswer], form: ReferralForm) {
        self.form = form
        answers = Array(repeating: .nothing, count: form.fields.count)
        states = Array(repeating: .empty, count: form.fields.count)
        var unknownCodes: [String] = []
        for (code, answer) in given {
            guard let position = form.positions[code] else {
                unknownCodes.append(code)
                continue
            }
            guard !answer.isEmpty else { continue }
            answers[position] = answer
            states[position] = PlacedAnswers.state(of: answer, kind: form.fields[position].kind)
        }
        self.unknownCodes = unknownCodes.sorted()
        let states = states
        isAsked = form.fieldConditions.map { $0.verdict(states) }
    }

    private static func state(of answer: ReferralAnswer, kind: FormKind) -> State {
        switch (kind, answer) {
        case (.radio(let options), .text(let text)):
            guard let place = options.firstIndex(of: trimmed(text)) else { return .wrong }
            return .given(1 << UInt64(place))
        case (.ticks(let options), .several(let several)):
            var chosen: UInt64 = 0
            for code in several {
                guard let place = options.firstIndex(of: code) else { return .wrong }
                chosen |= 1 << UInt64(place)
            }
            return .given(chosen)
        case (.pick(let list), .text(let text)): return list.contains(trimmed(text)) ? .given(0) : .wrong
        case (.tick, .ticked), (.files, .several), (.line, .text), (.area, .text), (.date, .text): return .given(0)
        default: return .wrong
        }
    }

    /// The option code that was chosen for this field; nil where none was, or a wrong one.
    func chosen(_ code: String) -> String? {
        guard let position = form.positions[code], case .given = states[position], case .text(let text) = answers[position]
        else { return nil }
        return trimmed(text)
    }

    /// The way through the form.
    var variant: ReferralVariant {
        guard chosen("pv-under-age") == "no" else { return .child }
        if chosen("pv-want-to-submit-nrm") == "no" {
            return chosen("authorities-cooperation") == "yes" ? .namedNotification : .anonymousNotification
        }
        return chosen("does-pv-need-support") == "yes" ? .adultWithSupport : .adultWithoutSupport
    }
}

/// Text without the white space around it, as the form keeps it.
func trimmed(_ text: String) -> String {
    guard let first = text.first, let last = text.last, first.isWhitespace || last.isWhitespace else { return text }
    guard let start = text.firstIndex(where: { !$0.isWhitespace }), let end = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[start...end])
}
