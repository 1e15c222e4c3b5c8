import Access
import Design
import HTML
import Kernel
import Web

/// One thing that a record mentions, and every other record that mentions the same.
struct MentionPage {
    let mention: MentionLine
    let alike: [MentionLine]
    let canKeep: Bool
    let token: String

    func markup(_ context: SignedIn) -> Markup {
        let links = SubjectLinks(context.place.slug)
        return SignedInPage(context, section: .subjects, title: mention.kind.title) {
            Breadcrumbs([("Links", links.list)], current: mention.kind.title)
            PageHeading(mention.name) { "\(mention.kind.title), as it is written in the records that you may see" }
            if let subject = mention.subject, let reference = mention.subjectReference {
                InsetText {
                    p {
                        "Part of the subject "
                        a(.href(links.subject(subject))) { reference }
                    }
                }
            } else if let subject = alike.first(where: { $0.subject != nil })?.subject {
                InsetText {
                    p {
                        "The same is kept as a subject: "
                        a(.href(links.subject(subject))) { "open it" }
                    }
                }
            }
            Card("Mentioned in") { MentionTable(caption: "Mentioned in", mentions: [mention] + alike, links: links) }
            if canKeep, mention.subject == nil {
                FormTag(context, action: links.mention(mention.id), token: token) {
                    p {
                        mention.kind == .person
                            ? "Kept as a subject, this person has a reference of their own. The name stays sealed."
                            : "Kept as a subject, it has a reference of its own, and mentions that are written the same are gathered under it."
                    }
                    Button("Keep as a subject", .second)
                }
            }
        }.markup
    }
}
