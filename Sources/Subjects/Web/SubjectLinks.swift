import Access
import Concerns
import HTML
import Kernel
import Pathways
import Visits

/// The addresses of the feature's pages.
package struct SubjectLinks: Sendable {
    package let slug: String

    package init(_ slug: String) {
        self.slug = slug
    }

    package var list: Link { "/\(slug)/subjects" }
    package func list(_ kind: MentionedKind?) -> Link { kind.map { list.query("kind", $0.rawValue) } ?? list }
    package var proposals: Link { "/\(slug)/subjects/proposals" }
    package func proposals(_ status: ProposalStatus) -> Link { status == .open ? proposals : proposals.query("show", status.rawValue) }
    package func proposal(_ id: ID<SubjectProposal>) -> Link { "/\(slug)/subjects/proposals/\(id.text)" }
    package var look: Link { "/\(slug)/subjects/look" }
    package func hotSpots(_ kind: MentionedKind) -> Link { Link("/\(slug)/subjects/hot-spots").query("kind", kind.rawValue) }
    package func mention(_ id: ID<Mention>) -> Link { "/\(slug)/subjects/mentions/\(id.text)" }
    package func merge(_ id: ID<SubjectMerge>) -> Link { "/\(slug)/subjects/merges/\(id.text)" }
    package func subject(_ id: ID<Subject>) -> Link { "/\(slug)/subjects/\(id.text)" }
    package func detach(_ mention: ID<Mention>, from id: ID<Subject>) -> Link { "/\(slug)/subjects/\(id.text)/mentions/\(mention.text)" }
    func newLicence(at place: ID<Subject>) -> Link { "/\(slug)/subjects/\(place.text)/licences/new" }
    func licence(_ id: ID<LicenceOrOrder>, at place: ID<Subject>) -> Link { "/\(slug)/subjects/\(place.text)/licences/\(id.text)" }
    func newParty(at place: ID<Subject>) -> Link { "/\(slug)/subjects/\(place.text)/parties/new" }
    func untie(_ id: ID<PremisesParty>, from place: ID<Subject>) -> Link {
        "/\(slug)/subjects/\(place.text)/parties/\(id.text)/remove"
    }
    package var comparisons: Link { "/\(slug)/subjects/comparisons" }
    package var newComparison: Link { "/\(slug)/subjects/comparisons/new" }
    package func comparison(_ id: ID<BlindComparison>) -> Link { "/\(slug)/subjects/comparisons/\(id.text)" }
    func answer(_ id: ID<BlindComparison>) -> Link { "/\(slug)/subjects/comparisons/\(id.text)/answer" }
    func file(_ id: ID<BlindComparison>) -> Link { "/\(slug)/subjects/comparisons/\(id.text)/file" }
    func schema(_ id: ID<BlindComparison>) -> Link { "/\(slug)/subjects/comparisons/\(id.text)/schema.json" }
    func matchedRows(_ id: ID<BlindComparison>) -> Link { "/\(slug)/subjects/comparisons/\(id.text)/rows.csv" }
    func talk(_ id: ID<BlindComparison>) -> Link { "/\(slug)/subjects/comparisons/\(id.text)/talk" }
    func withdraw(_ id: ID<BlindComparison>) -> Link { "/\(slug)/subjects/comparisons/\(id.text)/withdraw" }
    package func chart(_ id: ID<Concern>) -> Link { "/\(slug)/concerns/\(id.text)/links" }
    package func askBlindly(_ id: ID<Concern>) -> Link { "/\(slug)/concerns/\(id.text)/links/ask" }
    package func switchBlindAnswers(_ id: ID<Concern>) -> Link { "/\(slug)/concerns/\(id.text)/links/blind-answers" }

    /// The page of the record in which a mention stands.
    package func record(_ source: MentionLine.Source) -> Link {
        switch source {
        case .concern(let id): ConcernLinks(slug).concern(id)
        case .visit(let id): VisitLinks(slug).visit(id)
        // A screening has no page to read but its visit's; its own is the form that corrects it.
        case .screening(_, let visit): VisitLinks(slug).visit(visit)
        case .pathway(let id): PathwayLinks(slug).victim(id)
        }
    }

    func target(_ target: LinkChart.Target) -> Link {
        switch target {
        case .subject(let id): subject(id)
        case .mention(let id): mention(id)
        case .record(let source): record(source)
        }
    }
}
