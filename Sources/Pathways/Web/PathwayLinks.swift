import Access
import HTML
import Kernel

/// The addresses of the feature's pages.
package struct PathwayLinks: Sendable {
    package let slug: String

    package init(_ slug: String) {
        self.slug = slug
    }

    package var list: Link { "/\(slug)/pathways" }
    package var new: Link { "/\(slug)/pathways/new" }
    /// The form of a new record, filled in from a screening.
    package func new(from screening: ID<Screening>) -> Link { new.query("screening", screening.text) }
    /// The form of a new record that belongs to a concern.
    package func new(for concern: ID<Concern>) -> Link { new.query("concern", concern.text) }
    package func victim(_ id: ID<PotentialVictim>) -> Link { "/\(slug)/pathways/\(id.text)" }
    package func facts(_ id: ID<PotentialVictim>) -> Link { "/\(slug)/pathways/\(id.text)/facts" }
    package func identity(_ id: ID<PotentialVictim>) -> Link { "/\(slug)/pathways/\(id.text)/identity" }
    package func contact(_ id: ID<PotentialVictim>) -> Link { "/\(slug)/pathways/\(id.text)/contact" }
    package func consent(_ id: ID<PotentialVictim>) -> Link { "/\(slug)/pathways/\(id.text)/consent" }
    /// When children's services were told.
    package func notices(_ id: ID<PotentialVictim>) -> Link { "/\(slug)/pathways/\(id.text)/childrens-services" }
    package func circle(_ id: ID<PotentialVictim>) -> Link { "/\(slug)/pathways/\(id.text)/circle" }
    package func accounts(_ id: ID<PotentialVictim>) -> Link { "/\(slug)/pathways/\(id.text)/accounts" }
    package func close(_ id: ID<PotentialVictim>) -> Link { "/\(slug)/pathways/\(id.text)/close" }
    package func journal(_ id: ID<PotentialVictim>) -> Link { "/\(slug)/pathways/\(id.text)/journal" }
    func concern(_ id: ID<Concern>) -> Link { "/\(slug)/concerns/\(id.text)" }
}
