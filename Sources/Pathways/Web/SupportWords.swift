import Access
import Design
import HTML
import Kernel
import Partnerships

/// How entries are called and shown: codes become words here.
struct SupportWords {
    let lists: CodeLists
    let today: Day

    /// "Going missing", "Telephone call", "After 6 months"; for a kind without codes what it is.
    func name(_ line: SupportLine) -> String {
        if line.kind == .contact { return ContactWay(rawValue: line.code)?.label ?? line.code }
        if line.kind == .missing { return "From \(lists["missing_from"].label(line.code).lowercasedFirst)" }
        guard let code = line.kind.form.code else { return line.kind.form.one.capitalizedFirst }
        return lists[code.list].label(line.code)
    }

    func tag(_ line: SupportLine) -> Tag {
        let tone: Tag.Tone =
            switch line.status {
            case .missing: .alert
            case .unmet, .found, .toAsk, .requested: .warn
            case .met, .reached, .interviewHeld, .allocated, .agreed, .done, .answered: .good
            case .void, .past, .calledOff, .declined, .declinedAgain, .doNotAsk, .notReached, .interviewDeclined: .quiet
            case .partMet, .current, .planned, .accepted: .plain
            }
        return Tag(line.kind.form.label(line.status), tone)
    }

    func tag(_ score: RiskScore) -> Tag {
        Tag("\(score.level.label) (\(score.product))", score.level >= .high ? .alert : score.level == .medium ? .warn : .plain)
    }

    /// What is to be done on the day that is due.
    func task(_ line: SupportLine) -> String {
        switch line.kind {
        case .need: "Look at a need again"
        case .risk: line.score.map { "Look at a \($0.level.label.lowercased()) risk again" } ?? "Look at a risk again"
        case .dependant: "Look again at who depends on them"
        case .preference: "Look at a wish again"
        case .contact: "Get in touch as planned"
        case .stay: "A stay ends: find the next place"
        case .guardian: "Ask after the guardian"
        case .missing: line.status == .missing ? "Missing: find them" : "Hold the return interview"
        case .transition: "Prepare turning 18"
        case .moveOn: "Move on as planned"
        case .offer: "Repeat an offer"
        case .outcome: "Ask how they are"
        }
    }

    func task(_ line: SupportDueLine) -> String {
        if let entry = line.entry { return task(entry) }
        return line.months.map { "Ask how they are, after \($0) months" } ?? "Review what follows when they turn 18"
    }

    /// The day that is due, marked where it is past.
    func due(_ day: Day?) -> Markup {
        guard let day else { return Markup() }
        return Tag(day < today ? "\(day.text), late" : day.text, day < today ? .alert : day == today ? .warn : .plain).markup
    }

    /// From when to when.
    func days(_ line: SupportLine) -> String {
        func at(_ day: Day, _ time: String) -> String { time.isEmpty ? day.text : "\(day.text) at \(time)" }
        let first = at(line.startsOn, line.startsAt)
        guard let last = line.endsOn else { return first }
        return "\(first) to \(at(last, line.endsAt))"
    }
}

extension String {
    /// For a phrase that begins a sentence.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
