import Access
import Concerns
import Design
import HTML
import Kernel
import Web

/// What is linked with a concern: its chart, what others were told blindly about it, and the switch for that.
struct ConcernLinksPage {
    let concern: ConcernDetail
    let chart: LinkChart
    let heard: [HeardBlindly]
    let told: [ToldBlindly]
    let givesBlindAnswers: Bool
    let canSwitch: Bool
    let canAsk: Bool
    let notice: String?
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = SubjectLinks(context.place.slug)
        let concerns = ConcernLinks(context.place.slug)
        return SignedInPage(context, section: .concerns, title: "Links of \(concern.reference)", notice: notice) {
            Breadcrumbs([("Concerns", concerns.list), (concern.reference, concerns.concern(concern.id))], current: "Links")
            PageHeading("Links of \(concern.reference)") {
                "What it mentions, and what else mentions the same, in the records that you may see"
            }
            Card("Link chart") {
                LinkChartDrawing(chart: chart, headings: ["Concern", "What it mentions", "Also mentioned in"], links: links)
            }
            Card("Held by others", id: "held-by-others") {
                if heard.isEmpty {
                    p { "Nothing was told about what others hold." }
                } else {
                    BlindNotices(notices: heard.map(BlindNotices.Notice.init))
                }
                if canAsk {
                    FormTag(context, action: links.askBlindly(concern.id), token: "\(token)-ask") {
                        p(.class("soft")) {
                            "You learn whether another member holds an interest in a telephone, vehicle, place or account named here, and to whom to speak. They are shown that you asked."
                        }
                        Button("Ask again now", .second)
                    }
                }
            }
            Card("What others were told about this concern", id: "told-to-others") {
                if told.isEmpty {
                    p { "Nobody was told anything." }
                } else {
                    ul(.class("plain")) {
                        for one in told {
                            li {
                                if one.label.isEmpty {
                                    "\(one.asker) was told on \(one.at.text) that somebody holds an interest in \(one.kind.noLongerThere)."
                                } else {
                                    "\(one.asker) was told on \(one.at.text) that somebody holds an interest in \(one.kind.inSentence), \(one.label)."
                                }
                            }
                        }
                    }
                }
                p {
                    givesBlindAnswers
                        ? "A member that may not see this concern and mentions the same telephone, vehicle, place or account is told to whom to speak, and nothing else."
                        : "No blind answers are given about this concern."
                }
                if canSwitch {
                    FormTag(context, action: links.switchBlindAnswers(concern.id), token: "\(token)-switch") {
                        HiddenInput(name: "blind_answers", value: givesBlindAnswers ? "off" : "on")
                        Button(givesBlindAnswers ? "Give no blind answers about this concern" : "Give blind answers again", .second)
                    }
                }
            }
        }.markup
    }
}

/// "Another member holds an interest in this telephone number. Speak to …"
struct BlindNotices: Component {
    struct Notice {
        let kind: MentionedKind
        let label: String
        let holder: String?
        let contacts: [String]
    }

    let notices: [Notice]

    var markup: Markup {
        ul(.class("plain")) {
            for notice in notices {
                li {
                    if notice.label.isEmpty {
                        "Another member holds an interest in \(notice.kind.noLongerThere)"
                    } else {
                        strong { "Another member holds an interest in \(notice.kind.inSentence)" }
                        ", \(notice.label)"
                    }
                    ". Speak to "
                    if let holder = notice.holder {
                        holder
                        if !notice.contacts.isEmpty { ": \(notice.contacts.joined(separator: ", "))" }
                    } else {
                        "the coordinator"
                    }
                    "."
                }
            }
        }
    }
}

extension BlindNotices.Notice {
    init(_ heard: HeardBlindly) {
        self.init(kind: heard.kind, label: heard.label, holder: heard.holderName, contacts: heard.contacts)
    }
}

/// What the page of a concern shows of all this, beside the concern.
package struct ConcernLinksCard: Component {
    let concern: ID<Concern>
    let heard: [HeardBlindly]
    let proposals: [ProposalDetail]
    let subjects: [(reference: String, name: String, id: ID<Subject>)]
    let givesBlindAnswers: Bool
    let links: SubjectLinks

    /// Reads what the viewer may see of what is linked with a concern.
    package init(_ reading: Reading, concern: ID<Concern>, slug: String) throws {
        self.concern = concern
        heard = try reading.heardBlindly(of: concern)
        proposals = try reading.proposals(of: concern)
        var seen: Set<ID<Subject>> = []
        subjects = try reading.mentions(of: concern).compactMap { line in
            guard let id = line.subject, let reference = line.subjectReference, seen.insert(id).inserted else { return nil }
            return (reference, line.label.isEmpty ? line.words : line.label, id)
        }
        givesBlindAnswers = try reading.givesBlindAnswers(concern)
        links = SubjectLinks(slug)
    }

    package var markup: Markup {
        Card("Links", id: "links", aside: { a(.href(links.chart(concern))) { "Link chart" } }) {
            if !heard.isEmpty { BlindNotices(notices: heard.map(BlindNotices.Notice.init)) }
            if !proposals.isEmpty {
                ul(.class("plain")) {
                    for one in proposals {
                        let other = one.one.source == .concern(concern) ? one.other : one.one
                        li {
                            a(.href(links.proposal(one.id))) { "\(one.kind.title) perhaps also in \(other.reference)" }
                            br()
                            span(.class("soft")) { ContributionList.strength(one.weight).lowercased() }
                        }
                    }
                }
            }
            if !subjects.isEmpty {
                ul(.class("plain")) {
                    for one in subjects {
                        li {
                            a(.href(links.subject(one.id))) { one.reference }
                            " \(one.name)"
                        }
                    }
                }
            }
            if heard.isEmpty, proposals.isEmpty, subjects.isEmpty {
                p(.class("soft")) { "Nothing is known beyond what stands here." }
            }
            if !givesBlindAnswers { p(.class("soft")) { "No blind answers are given about this concern." } }
        }.markup
    }
}

/// What is known already of what is typed into the form of a concern.
package struct KnownAlreadyCard: Component {
    let known: KnownAlready
    let links: SubjectLinks

    package init(_ known: KnownAlready, slug: String) {
        self.known = known
        links = SubjectLinks(slug)
    }

    package var markup: Markup {
        Card("What is known already", id: "known-already") {
            if known.isEmpty {
                p { "Nothing that you may see mentions the same, and no other member said that it holds an interest." }
            }
            if !known.mentions.isEmpty {
                ul(.class("plain")) {
                    for one in known.mentions {
                        li {
                            a(.href(links.record(one.line.source))) { one.line.reference }
                            " \(one.line.source.title.lowercased()) of \(one.line.notedOn.text): "
                            if one.isExact {
                                "the same \(one.line.kind.title.lowercased()), \(one.line.label)"
                            } else {
                                one.line.kind == .person
                                    ? "a similar name" : "\(one.line.kind.title.lowercased()) written nearly so, \(one.line.label)"
                            }
                        }
                    }
                }
            }
            if !known.notices.isEmpty {
                BlindNotices(
                    notices: known.notices.map { one in
                        .init(
                            kind: one.notice.kind,
                            label: one.notice.place.flatMap { known.typed.indices.contains($0) ? known.typed[$0].label : nil } ?? "",
                            holder: one.holderName, contacts: one.contacts)
                    })
            }
        }.markup
    }
}
