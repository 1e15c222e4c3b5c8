import Access
import Design
import HTML
import Kernel

/// The records in which something is mentioned.
struct MentionTable: Component {
    let caption: String
    let mentions: [MentionLine]
    let links: SubjectLinks
    /// What stands at the end of each row, such as a button; none for a table without.
    var actions: [Markup] = []

    var markup: Markup {
        var columns: [DataTable.Column] = [.init("Record", .rowHeading), .init("Noted", .unbroken), .init("Written as"), .init("Town")]
        if !actions.isEmpty { columns.append(.init("Change", isHeadingShown: false)) }
        return DataTable(
            caption, columns: columns,
            rows: mentions.enumerated().map { place, line in
                var row: [Markup] = [
                    Markup {
                        a(.href(links.record(line.source))) { line.reference }
                        " "
                        span(.class("soft")) { line.source.title }
                    },
                    .text(line.notedOn.text),
                    Markup {
                        if line.label.isEmpty {
                            span(.class("soft")) { "Name sealed" }
                            if !line.words.isEmpty { " \(line.words)" }
                        } else {
                            line.label
                            if !line.words.isEmpty { span(.class("soft")) { " \(line.words)" } }
                        }
                        if line.subject != nil, line.isCorrected(since: line.attachedAt), let corrected = line.correctedAt {
                            br()
                            span(.class("soft")) { "Corrected \(corrected.text), after it was said to be of its subject" }
                        }
                    },
                    .text(line.town),
                ]
                if actions.indices.contains(place) { row.append(actions[place]) }
                return row
            }
        ).markup
    }
}
