import Access
import Design
import HTML
import Kernel

/// The three strands of a concern beside each other. A strand that the viewer may not see is not told from one that is
/// not opened.
package struct StrandsSection: Component {
    let concern: ID<Concern>
    let strands: [StrandDetail]
    /// Whether the viewer may open strands.
    let canOpen: Bool
    let links: ConcernLinks

    package init(concern: ID<Concern>, strands: [StrandDetail], canOpen: Bool, links: ConcernLinks) {
        self.concern = concern
        self.strands = strands
        self.canOpen = canOpen
        self.links = links
    }

    package var markup: Markup {
        section(.id("strands")) {
            h2 { "Strands" }
            StrandGrid(StrandKind.allCases.map(strand))
        }
    }

    private func strand(_ kind: StrandKind) -> StrandGrid.Strand {
        let found = strands.first { $0.kind == kind }
        return StrandGrid.Strand(kind.label, isOpen: found != nil) {
            if let found {
                p {
                    Tag(found.status.label, found.status == .finished ? .good : .plain)
                    " "
                    if let lead = found.leadName { "Led by \(lead)" } else { "Nobody leads it" }
                }
                let others = found.team.filter { $0.id != found.lead }.map(\.name)
                if !others.isEmpty { p(.class("soft")) { "With \(others.joined(separator: ", "))" } }
                if !found.outcome.isEmpty { p { Self.opening(of: found.outcome) } }
                p {
                    a(.href(links.strand(concern, kind))) {
                        "Open the strand"
                        span(.class("unseen")) { ": \(kind.label)" }
                    }
                }
            } else {
                p(.class("soft")) { "Not opened." }
                if canOpen {
                    p {
                        a(.href(links.strand(concern, kind))) {
                            "Open it"
                            span(.class("unseen")) { ": \(kind.label)" }
                        }
                    }
                }
            }
        }
    }

    private static func opening(of text: String) -> String {
        text.count > 160 ? "\(text.prefix(160))…" : text
    }
}
