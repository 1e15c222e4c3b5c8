import Access
import Kernel
import Partnerships
import Web

/// The form of an entry, read and written.
struct SupportFields {
    let draft: SupportDraft
    let problems: [Problem]

    init(_ data: FormData, kind: SupportKind) {
        let form = kind.form
        var problems: [Problem] = []
        func day(_ field: String, _ asked: SupportForm.Date?) -> Day? {
            guard asked != nil else { return nil }
            let entry = data.date(field)
            if entry == .unreadable { problems.append(Problem(field, "Enter the date as day, month and year")) }
            return entry.day
        }
        func choices(_ names: [String]) -> [String: String] {
            Dictionary(names.map { ($0, data.text($0)) }.filter { !$0.1.isEmpty }) { first, _ in first }
        }
        if !data.text("organisation").isEmpty, data.id("organisation", of: Organisation.self) == nil {
            problems.append(Problem("organisation", "Choose an organisation that works with this person"))
        }
        if form.service != nil, !data.text("service").isEmpty, data.id("service", of: SupportService.self) == nil {
            problems.append(Problem("service", "Choose a service of the directory, or none"))
        }
        let status = SupportStatus(rawValue: data.text("status"))
        if status == nil { problems.append(Problem("status", "Choose how it stands")) }
        draft = SupportDraft(
            kind, code: form.code == nil ? "" : data.text("code"), status: status ?? form.stages[0].status,
            likelihood: form.isScored ? data.number("likelihood") : nil, impact: form.isScored ? data.number("impact") : nil,
            answers: choices(form.questions.map(\.name)), startsOn: day("starts_on", form.starts),
            startsAt: form.starts?.isTimed == true ? data.text("starts_at") : "", endsOn: day("ends_on", form.ends),
            endsAt: form.ends?.isTimed == true ? data.text("ends_at") : "", reviewOn: day("review_on", form.review),
            doneOn: day("done_on", form.done), organisation: form.doer == nil ? nil : data.id("organisation"),
            service: form.service == nil ? nil : data.id("service"), words: choices(form.texts.map(\.name)),
            address: form.hasAddress ? data.text("address") : "",
            removesAddress: form.hasAddress && data.has("address_removed", "yes"))
        self.problems = problems
    }

    /// The form of an entry as it stands, with what was opened of it. An address is not among it.
    static func data(of line: SupportLine, _ words: [String: String]) -> FormData {
        let form = line.kind.form
        var fields: [(name: String, value: String)] = [("code", line.code), ("status", line.status.rawValue)]
        func add(_ name: String, _ day: Day?) {
            guard let (year, month, day) = day?.parts else { return }
            fields += [("\(name)-day", String(day)), ("\(name)-month", String(month)), ("\(name)-year", String(year))]
        }
        if form.isScored, let score = line.score {
            fields += [("likelihood", String(score.likelihood)), ("impact", String(score.impact))]
        }
        for question in form.questions { fields.append((question.name, line.answers[question.name] ?? "")) }
        if form.starts != nil { add("starts_on", line.startsOn) }
        if form.ends != nil { add("ends_on", line.endsOn) }
        if form.review != nil { add("review_on", line.reviewOn) }
        if form.done != nil { add("done_on", line.doneOn) }
        if form.starts?.isTimed == true { fields.append(("starts_at", line.startsAt)) }
        if form.ends?.isTimed == true { fields.append(("ends_at", line.endsAt)) }
        if form.doer != nil { fields.append(("organisation", line.organisation?.text ?? "")) }
        if form.service != nil { fields.append(("service", line.service?.text ?? "")) }
        for text in form.texts { fields.append((text.name, words[text.name] ?? "")) }
        return FormData(fields: fields)
    }

    /// What the questions are called, for two people who change them at once.
    static func labels(
        _ kind: SupportKind, lists: CodeLists, circle: [VictimCircleMember], services: [ServiceChoice]
    ) -> [StaleEditPage.Label] {
        let form = kind.form
        let names = Dictionary(circle.map { ($0.organisation.text, $0.name) }) { first, _ in first }
        var labels: [StaleEditPage.Label] = []
        func date(_ name: String, _ asked: SupportForm.Date?) {
            guard let asked else { return }
            labels.append(.init(["\(name)-day", "\(name)-month", "\(name)-year"], asked.label))
        }
        if let code = form.code {
            labels.append(
                .init("code", code.label) {
                    kind == .contact ? ContactWay(rawValue: $0)?.label ?? $0 : lists[code.list].label($0)
                })
        }
        labels.append(.init("status", "How it stands") { SupportStatus(rawValue: $0).map(form.label) ?? $0 })
        if form.isScored {
            labels += [.init("likelihood", "How likely"), .init("impact", "How grave")]
        }
        for question in form.questions {
            labels.append(.init(question.name, question.label) { lists[question.list].label($0) })
        }
        date("starts_on", form.starts)
        if form.starts?.isTimed == true { labels.append(.init("starts_at", "At")) }
        date("ends_on", form.ends)
        if form.ends?.isTimed == true { labels.append(.init("ends_at", "Found at")) }
        date("done_on", form.done)
        date("review_on", form.review)
        if let doer = form.doer { labels.append(.init("organisation", doer) { names[$0] ?? $0 }) }
        if let asked = form.service {
            let known = Dictionary(services.map { ($0.id.text, $0.name) }) { first, _ in first }
            labels.append(.init("service", asked.label) { known[$0] ?? $0 })
        }
        return labels + form.texts.map { .init($0.name, $0.label) }
    }
}
