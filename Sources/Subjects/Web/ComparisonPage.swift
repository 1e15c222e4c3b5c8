import Access
import Design
import HTML
import Kernel
import Web

/// One blind comparison: what was agreed, what the viewer's side has to do, and what it may know of the result.
struct ComparisonPage {
    let comparison: ComparisonDetail
    let limits: ComparisonLimits
    let form: Form
    let notice: String?
    let token: String

    private var line: ComparisonLine { comparison.line }

    func markup(_ context: SignedIn) -> Markup {
        let links = SubjectLinks(context.place.slug)
        let acts = ProposeComparison.speaksForOwn(context.viewer)
        return SignedInPage(
            context, section: .subjects, title: "Comparison \(line.reference)", problems: form.problems, notice: notice
        ) {
            Breadcrumbs([("Links", links.list), ("Blind comparisons", links.comparisons)], current: line.reference)
            PageHeading("Comparison \(line.reference)") { "\(line.one.name) and \(line.other.name)" }
            state(context)
            if let own = comparison.own, acts {
                switch line.status {
                case .proposed where line.other.id == context.viewer.organisation: answer(context, links)
                case .accepted: send(own, context, links)
                case .matched: result(own, context, links)
                default: Markup()
                }
            }
            Card("What was agreed") { facts(links) }
            if comparison.own != nil, acts, line.status.isOpen { p { a(.href(links.withdraw(line.id))) { "Withdraw it" } } }
        }.markup
    }

    private func facts(_ links: SubjectLinks) -> Markup {
        SummaryList([
            .init("Proposed by", .text("\(line.one.name), \(line.proposedAt.day.text)")), .init("To", .text(line.other.name)),
            .init("For", .text(line.purpose)), .init("Agreement", .text(line.agreement)),
            .init("What is compared", .text(line.compared)), .init("Result kept until", .text(line.validUntil.text)),
            .init("Likeness", .text("\(ComparisonPage.likeness(comparison.threshold)) or more")),
            .init("Schema", a(.href(links.schema(line.id))) { "\(comparison.bitCount) bits, as a file" }),
        ]).markup
    }

    /// "0.85" of 85 hundredths.
    private static func likeness(_ hundredths: Int) -> String {
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// Where it stands, in words.
    private func state(_ context: SignedIn) -> Markup {
        let counterpart = line.counterpart(of: context.viewer.organisation).name
        let words: String =
            switch line.status {
            case .proposed:
                line.other.id == context.viewer.organisation
                    ? "\(line.one.name) waits for your answer." : "It waits for the answer of \(line.other.name)."
            case .declined: "\(line.other.name) declined: \(line.reason)"
            case .accepted: "Both agencies agreed to compare. It begins as soon as the files of both are here."
            case .matching: "The files of both are here and are being compared. Open this page again in a minute."
            case .matched:
                comparison.own == nil
                    ? "The two agencies have compared their records. What came of it is shown to them alone."
                    : "Your records were compared with those of \(counterpart). What both sent is destroyed."
            case .failed: "It could not be made, and what both sent is destroyed. \(line.reason)."
            case .withdrawn:
                "\(line.endedBy == line.one.id ? line.one.name : line.other.name) withdrew it: \(line.reason)"
            case .over: "Its time is over. What was sent and what was found is removed."
            }
        return InsetText {
            p {
                Tag(line.status.label, line.status.tone)
                " \(words)"
            }
        }.markup
    }

    // MARK: What to do

    private func answer(_ context: SignedIn, _ links: SubjectLinks) -> Markup {
        Card("Your answer") {
            ComparisonListPage.explanation(limits)
            FormTag(context, action: links.answer(line.id), token: token) {
                Radios(
                    "Do you compare your records with theirs?", name: "answer",
                    choices: [
                        Choice("accept", "Accept", hint: "Then both sides send a file of encodings"),
                        Choice("decline", "Decline", hint: "The other side and the coordinator read your reason"),
                    ], chosen: form.value("answer"), problem: form.problem("answer"), layout: .list)
                TextInput(
                    "Reason, where you decline", name: "reason", value: form.value("reason"), hint: "Name nobody",
                    problem: form.problem("reason"), autocomplete: "off")
                Actions { Button("Save the answer") }
            }
        }.markup
    }

    private func send(_ own: ComparisonDetail.OwnSide, _ context: SignedIn, _ links: SubjectLinks) -> Markup {
        Markup {
            if let sentAt = own.sentAt, let records = own.records {
                InsetText {
                    p {
                        "Your file arrived \(sentAt.text): \(records.grouped) records\(own.empty > 0 ? ", of which \(own.empty.grouped) have nothing to compare" : "")."
                    }
                }
            }
            Card("Make your file") {
                ol {
                    li {
                        "Agree on a secret with \(line.counterpart(of: context.viewer.organisation).name), by telephone or in person, and write it into a file. It never comes here."
                    }
                    li {
                        a(.href(links.schema(line.id))) { "Save the schema" }
                        " beside a CSV file of your records with the columns that it names."
                    }
                    li {
                        "Encode them on your own machine, both sides with these same words as the purpose:"
                        CopyValue(
                            id: "command", what: "the command",
                            text:
                                "plainsight link encode PEOPLE.csv --schema schema.json --secret-file SECRET --purpose \(line.reference) --out encodings.json"
                        )
                    }
                    li { "Keep PEOPLE.csv as it is: the result names its rows by their place." }
                }
            }
            Card(own.sentAt == nil ? "Send your file" : "Send another file in its place") {
                FormTag(context, action: links.file(line.id), token: token, attributes: [.multipart]) {
                    FileInput(
                        "File of encodings", name: "file", accepted: ".json,application/json",
                        hint:
                            "From \(limits.leastRecords.grouped) to \(limits.mostRecords.grouped) records, up to \(ComparisonLimits.largestFile / 1024 / 1024) MB",
                        problem: form.problem("file"))
                    Actions { Button("Send it") }
                }
            }
        }
    }

    // MARK: The result

    private func result(_ own: ComparisonDetail.OwnSide, _ context: SignedIn, _ links: SubjectLinks) -> Markup {
        Markup {
            Card("Your records that match") {
                p {
                    own.matches == 0
                        ? "None of your \((own.records ?? 0).grouped) records matches."
                        : "\(own.matches.grouped) of your \((own.records ?? 0).grouped) \(own.matches == 1 ? "records matches" : "records match")."
                }
                if own.matches > 0 {
                    DataTable(
                        "Rows of your own file that match",
                        columns: [.init("Row of your file", .rowHeading)] + (own.contact == nil ? [] : [.init("Number of the pair")]),
                        rows: own.rows.map { row in
                            [.text("\(row.place)")] + (own.contact == nil ? [] : [.text(row.pair.map { "\(line.reference)/\($0)" } ?? "")])
                        })
                    p(.class("soft")) {
                        "Row 1 is the first below the columns' names. A match is a likeness and no proof that two people are one."
                    }
                    if own.rows.count < own.matches { p(.class("soft")) { "The first \(own.rows.count) are shown; the file has all." } }
                    p { a(.href(links.matchedRows(line.id))) { "Save the rows as a file" } }
                }
            }
            if own.matches > 0 { talk(own, context, links) }
        }
    }

    private func talk(_ own: ComparisonDetail.OwnSide, _ context: SignedIn, _ links: SubjectLinks) -> Markup {
        let counterpart = line.counterpart(of: context.viewer.organisation).name
        return Card("Talk about it") {
            if let contact = own.contact {
                p { "Both sides have agreed to talk. At \(counterpart), speak to:" }
                p {
                    strong { contact.name }
                    br()
                    contact.address
                }
                p { "Quote the number of a pair: both sides have the same numbers, and a number tells nothing else." }
            } else if own.agreedAt != nil {
                p {
                    "You have agreed to talk. When \(counterpart) has agreed as well, each side sees here whom to speak to, and a number for each pair."
                }
            } else {
                p {
                    "When both sides have agreed to talk, each sees the name and work address of whoever agreed, and a number for each pair. Until then neither is told whether the other has agreed."
                }
                FormTag(context, action: links.talk(line.id), token: token) { Button("We agree to talk") }
            }
        }.markup
    }
}
