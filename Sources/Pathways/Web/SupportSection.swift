import Access
import Design
import HTML
import Kernel
import Partnerships

/// What is done for somebody, as their own page shows it.
struct SupportSection: Component {
    let support: SupportFile
    let victim: ID<PotentialVictim>
    let words: SupportWords
    let links: PathwayLinks

    var markup: Markup {
        Card("Support", aside: { a(.href(links.support(victim))) { "All support" } }) {
            SummaryList(
                [
                    .init("Needs not met", .text(String(support.unmetNeeds)))
                ]
                    + [SupportKind.risk, .stay, .guardian, .moveOn].compactMap { kind in
                        let open = support.lines(of: kind).filter(\.isOpen)
                        if open.isEmpty { return nil }
                        return .init(kind.form.group) {
                            ul(.class("plain")) {
                                for line in open.prefix(5) {
                                    li {
                                        a(.href(links.support(line.id, of: victim))) { words.name(line) }
                                        " "
                                        if let score = line.score { words.tag(score) } else { words.tag(line) }
                                    }
                                }
                            }
                        }
                    })
            if let next = support.due.first {
                p {
                    "Next: "
                    a(.href(links.support(next.id, of: victim))) { words.task(next) }
                    " "
                    words.due(next.dueOn)
                }
            }
            SupportReminders(support: support, victim: victim, links: links)
            Actions {
                ButtonLink("Record a need", to: links.newSupport(.need, for: victim), .second)
                ButtonLink("Record a risk", to: links.newSupport(.risk, for: victim), .second)
                ButtonLink("Plan a contact", to: links.newSupport(.contact, for: victim), .second)
            }
        }.markup
    }
}

/// That somebody is missing stands above everything else.
struct MissingNotice: Component {
    let support: SupportFile
    let victim: ID<PotentialVictim>
    let words: SupportWords
    let links: PathwayLinks

    var markup: Markup {
        Markup {
            for line in support.missing {
                DangerNotice("Missing.") {
                    "Since \(words.days(line)). "
                    switch line.answers["police"] {
                    case "yes": "The police know. "
                    default: "Tell the police now, by 999 if they are in danger, and write down the reference. "
                    }
                    a(.href(links.support(line.id, of: victim))) { "Open" }
                }
            }
        }
    }
}

/// What nobody entered and is due all the same.
struct SupportReminders: Component {
    let support: SupportFile
    let victim: ID<PotentialVictim>
    let links: PathwayLinks

    var markup: Markup {
        Markup {
            if let day = support.transition {
                WarningText {
                    "They turn 18 within half a year, or have: review what follows (due \(day.text)). "
                    a(.href(links.newSupport(.transition, for: victim))) { "Review" }
                }
            }
            if let due = support.outcome {
                WarningText {
                    "Ask how they are, after \(due.months) months (due \(due.on.text)). "
                    a(.href(links.newSupport(.outcome, for: victim).query("code", due.months))) { "Write down" }
                }
            }
        }
    }
}
