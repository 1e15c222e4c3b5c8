import Access
import HTML
import Kernel

extension PathwayLinks {
    /// What is due, for everybody with whom the viewer works.
    package var due: Link { "/\(slug)/pathways/due" }
    package func support(_ id: ID<PotentialVictim>) -> Link { "/\(slug)/pathways/\(id.text)/support" }
    package func newSupport(_ kind: SupportKind, for id: ID<PotentialVictim>) -> Link {
        "/\(slug)/pathways/\(id.text)/support/\(kind.rawValue)/new"
    }
    package func support(_ entry: ID<SupportEntry>, of id: ID<PotentialVictim>) -> Link {
        "/\(slug)/pathways/\(id.text)/support/\(entry.text)"
    }
    func changeSupport(_ entry: ID<SupportEntry>, of id: ID<PotentialVictim>) -> Link {
        "/\(slug)/pathways/\(id.text)/support/\(entry.text)/change"
    }
    func stayAddress(_ entry: ID<SupportEntry>, of id: ID<PotentialVictim>) -> Link {
        "/\(slug)/pathways/\(id.text)/support/\(entry.text)/address"
    }
    func metAgain(_ id: ID<PotentialVictim>) -> Link { "/\(slug)/pathways/\(id.text)/met-again" }
}
