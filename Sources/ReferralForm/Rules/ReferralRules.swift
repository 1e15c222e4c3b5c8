import Kernel

/// The rules of the form, one after the other.
extension PlacedAnswers {
    /// Everything that the form would refuse, in its own order; codes that it does not know come last.
    func problems(today: Day) -> [ReferralProblem] {
        var problems: [ReferralProblem] = []
        for position in form.fields.indices {
            let field = form.fields[position]
            switch (isAsked[position], states[position]) {
            case (false, .empty), (nil, .empty): continue
            case (false, _):
                problems.append(field.problem("absent", "is answered but not asked here\(why(position)): take the answer out"))
            case (true, .empty):
                if let problem = missing(position) { problems.append(problem) }
            case (_, .wrong): problems.append(wrong(field, answers[position]))
            case (_, .given): problems += broken(field, answers[position], today: today)
            }
        }
        for code in unknownCodes {
            problems.append(
                ReferralProblem(
                    field: code, rule: "unknown_field",
                    message: "This is not a field of the form: check how its code is spelt, or take it out"))
        }
        return problems
    }

    private func why(_ position: Int) -> String {
        switch form.fieldConditions[position].hindrance(states) {
        case .oneOf(let code, let values):
            " (only where “\(form.field(code)?.label ?? code)” is \(values.joined(separator: " or ")))"
        case .ticked(let code): " (only where “\(form.field(code)?.label ?? code)” is ticked)"
        case .filled: " (only where documents are attached)"
        case nil: ""
        }
    }

    private func missing(_ position: Int) -> ReferralProblem? {
        let field = form.fields[position]
        if field.rules.contains(.oneOfTheTypes) {
            guard form.typesOfExploitation.allSatisfy({ states[$0] == .empty }) else { return nil }
            return ReferralProblem(
                field: field.code, rule: "required", message: "No type of exploitation is ticked: tick at least one of the ten")
        }
        guard field.isRequired else { return nil }
        let advice =
            switch field.kind {
            case .radio(let options): "not answered yet, choose \(options.joined(separator: " or "))"
            case .ticks(let options): "not answered yet, choose \(options.joined(separator: ", ")) or several of them"
            case .tick: "not confirmed yet, tick it once you have made sure"
            case .pick: "not answered yet, choose a value from the form's list"
            case .area: "not answered yet, write it, or write why it is not known or was not asked"
            default: "not answered yet, write it"
            }
        return ReferralProblem(field: field.code, rule: "required", message: "\(field.label): \(advice)")
    }

    private func wrong(_ field: FormField, _ answer: ReferralAnswer) -> ReferralProblem {
        switch (field.kind, answer) {
        case (.radio(let options), _), (.ticks(let options), .several):
            field.problem("equal", "is none of the form's options: choose \(options.joined(separator: " or "))")
        case (.ticks, _): field.problem("type", "has to be a list of option codes")
        case (.pick, _): field.problem("equal", "is not in the form's list: choose a value spelt exactly as it stands there")
        case (.tick, _): field.problem("type", "is a box to tick: write true, or leave it out")
        case (.files, _): field.problem("type", "has to be a list of file names")
        default: field.problem("type", "has to be text")
        }
    }

    private func broken(_ field: FormField, _ answer: ReferralAnswer, today: Day) -> [ReferralProblem] {
        switch answer {
        case .text(let text):
            for rule in field.rules {
                if let problem = rule.problem(field, text, today: today) { return [problem] }
            }
            return []
        case .several(let names) where field.kind == .files: return FileNames.problems(field, names)
        default: return []
        }
    }
}

extension FormField {
    func problem(_ rule: String, _ advice: String) -> ReferralProblem {
        ReferralProblem(field: code, rule: rule, message: "\(label) \(advice)")
    }
}

extension FormRule {
    /// What the form would say of this text; nil where it is fine.
    fileprivate func problem(_ field: FormField, _ text: String, today: Day) -> ReferralProblem? {
        switch self {
        case .required, .oneOfTheTypes: return nil
        case .maximumLength(let most):
            guard text.utf8.count > most else { return nil }
            let length = text.utf16.count
            guard length > most else { return nil }
            return field.problem(
                "max_length", "is \(length) characters long and the form takes \(most): shorten it by \(length - most)")
        case .email:
            guard !EmailRule.accepts(trimmed(text)) else { return nil }
            return field.problem("email", "is not an e-mail address: write one like name@example.org")
        case .phone:
            guard !PhoneRule.accepts(text) else { return nil }
            return field.problem(
                "phone", "is not a telephone number: write a British number, or + and the code of the country")
        case .numeric:
            guard !trimmed(text).utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            return field.problem("numeric", "has to be a number in figures, as 2")
        case .noWebAddress:
            guard WebAddressRule.isFound(in: text) else { return nil }
            return field.problem("not_url", "holds the address of a web page, which the form refuses: describe the page in words")
        case .date:
            guard Day(trimmed(text)) == nil else { return nil }
            return field.problem("date", "is not a day of the calendar: write it as 1998-03-27")
        case .past:
            guard let day = Day(trimmed(text)), day > today else { return nil }
            return field.problem("before", "lies in the future: correct it")
        case .after1900:
            guard let day = Day(trimmed(text)), let first = Day(year: 1900, month: 1, day: 1), day <= first else { return nil }
            return field.problem("after", "lies too long ago: it has to be after 1 January 1900")
        }
    }
}
