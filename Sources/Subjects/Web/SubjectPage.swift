import Access
import Design
import HTML
import Kernel
import Web

/// One subject: its mentions under all its names, what is linked with it, and what was said of it.
struct SubjectPage {
    let subject: SubjectDetail
    /// What else is known of a place; nil for anything else.
    let place: PlaceCards?
    /// The places that a person or a company owns, lets, runs or is licensed for.
    let premises: [NamedSubject]
    let problems: [Problem]
    let notice: String?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = SubjectLinks(context.place.slug)
        let isCoordinator = context.viewer.isCoordinator
        return SignedInPage(context, section: .subjects, title: subject.reference, problems: problems, notice: notice) {
            Breadcrumbs([("Links", links.list)], current: subject.reference)
            PageHeading(heading) { lead }
            Split {
                Card(subject.kind == .premises ? "What happened here" : "Mentioned in") {
                    MentionTable(
                        caption: "Mentioned in", mentions: subject.mentions, links: links,
                        actions: isCoordinator && subject.mentions.count > 1 ? subject.mentions.map { detach($0, links, context) } : [])
                    if subject.kind == .person {
                        p(.class("soft")) { "Names stay sealed. They are opened in the record in which they stand, for a reason." }
                    }
                }
                if !subject.alike.isEmpty {
                    Card("Written the same, and not said to be of it") {
                        MentionTable(
                            caption: "Written the same", mentions: subject.alike, links: links,
                            actions: subject.alike.map { line in a(.href(links.mention(line.id))) { "Look" } })
                    }
                }
                if let place { place.markup(context) }
                if !premises.isEmpty {
                    Card("Their premises") {
                        ul(.class("plain")) { for one in premises { li { PlaceCards.name(one, links) } } }
                        p(.class("soft")) { "That they own, let, run or hold a licence for, of those that you may see." }
                    }
                }
                Card("Link chart") {
                    LinkChartDrawing(
                        chart: subject.chart, headings: [subject.kind.title, "Records", "What else they mention"], links: links)
                }
            } side: {
                if subject.names.count > 1 {
                    Card("Also written as") { ul(.class("plain")) { for name in subject.names.dropFirst() { li { name } } } }
                }
                merges(links, isCoordinator)
            }
        }.markup
    }

    private var heading: String {
        subject.names.first.map { "\(subject.reference) \($0)" } ?? "\(subject.reference) \(subject.kind.title)"
    }

    private var lead: String {
        let count = subject.mentions.count
        let mentions = count == 1 ? "1 mention that you may see" : "\(count) mentions that you may see"
        return ([subject.kind.title, mentions] + (subject.others.isEmpty ? [] : ["with \(subject.others.joined(separator: ", "))"]))
            .joined(separator: " · ")
    }

    private func detach(_ line: MentionLine, _ links: SubjectLinks, _ context: SignedIn) -> Markup {
        FormTag(context, action: links.detach(line.id, from: subject.id), token: "\(token)-\(line.id.text.suffix(8))") {
            button(.class("link-button"), .type("submit")) {
                "Not of it"
                span(.class("unseen")) { ": \(line.reference)" }
            }
        }.markup
    }

    @MarkupBuilder private func merges(_ links: SubjectLinks, _ isCoordinator: Bool) -> Markup {
        if !subject.merges.isEmpty {
            Card("Said to be the same") {
                ul(.class("plain")) {
                    for merge in subject.merges {
                        li {
                            "\(merge.kept) and \(merge.merged)"
                            br()
                            span(.class("soft")) { "\(merge.mergedAt.text) by \(merge.by)" }
                            if let undone = merge.undoneAt {
                                br()
                                span(.class("soft")) { "Undone \(undone.text): \(merge.undoReason)" }
                            } else {
                                if let words = merge.sinceThen {
                                    br()
                                    strong { words }
                                }
                                if isCoordinator {
                                    br()
                                    a(.href(links.merge(merge.id))) {
                                        "Undo"
                                        span(.class("unseen")) { " that \(merge.kept) and \(merge.merged) are the same" }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

extension MergeLine {
    /// What happened to the records afterwards; the merge stands until somebody undoes it.
    var sinceThen: String? {
        if isBare { return "No record mentions one of them any more: look whether it is still right." }
        return isCorrected ? "A record was corrected after this: look whether it is still right." : nil
    }
}
