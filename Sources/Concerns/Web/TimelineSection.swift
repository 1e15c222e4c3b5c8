import Access
import Design
import HTML
import Kernel

/// What happened to a concern, the newest first, with the fields before and after.
package struct TimelineSection: Component {
    let entries: [TimelineEntry]
    let now: Moment
    /// Where the whole timeline is; nil on its own page.
    let more: Link?

    package init(entries: [TimelineEntry], now: Moment, more: Link? = nil) {
        self.entries = entries
        self.now = now
        self.more = more
    }

    package var markup: Markup {
        Card("Timeline", id: "timeline") {
            if entries.isEmpty { p(.class("soft")) { "Nothing has happened yet." } }
            Timeline(entries.map(entry))
            if let more { p { a(.href(more)) { "The whole timeline" } } }
        }.markup
    }

    private func entry(_ entry: TimelineEntry) -> Timeline.Entry {
        Timeline.Entry(when(entry.at), iso: entry.at.rfc3339) {
            p { entry.summary.isEmpty ? VerbWords.text(entry.verb) : entry.summary }
            let actors = [entry.person, entry.organisation].compactMap { $0 }.joined(separator: ", ")
            p(.class("soft")) {
                actors.isEmpty ? VerbWords.actor(entry.verb) : actors
                if !entry.summary.isEmpty { " · \(VerbWords.text(entry.verb))" }
            }
            if !entry.differences.isEmpty {
                Details("What changed (\(entry.differences.count))") {
                    for difference in entry.differences { change(difference) }
                }
            }
        }
    }

    private func when(_ moment: Moment) -> String {
        let days = now.day.number - moment.day.number
        return switch days {
        case 0: "Today \(moment.clockText)"
        case 1: "Yesterday \(moment.clockText)"
        default: moment.text
        }
    }

    private func change(_ difference: FieldDifference) -> Markup {
        div {
            h4 { difference.label }
            p {
                span(.class("soft")) { "Before: " }
                value(difference.before)
            }
            p {
                span(.class("soft")) { "After: " }
                value(difference.after)
            }
        }
    }

    @MarkupBuilder private func value(_ text: String) -> Markup {
        if text.isEmpty {
            span(.class("soft")) { "nothing" }
        } else if text.count > 200 {
            "\(text.prefix(200))…"
            details {
                summary { "All of it" }
                text
            }
        } else {
            text
        }
    }
}
