import Access
import HTML
import Kernel

/// The addresses of the feature's pages.
package struct ConcernLinks: Sendable {
    package let slug: String

    package init(_ slug: String) {
        self.slug = slug
    }

    package var list: Link { "/\(slug)/concerns" }
    package var new: Link { "/\(slug)/concerns/new" }
    package var call: Link { "/\(slug)/concerns/call" }
    package var search: Link { "/\(slug)/search" }
    package func concern(_ id: ID<Concern>) -> Link { "/\(slug)/concerns/\(id.text)" }
    package func triage(_ id: ID<Concern>) -> Link { "/\(slug)/concerns/\(id.text)/triage" }
    package func ask(_ id: ID<Concern>) -> Link { "/\(slug)/concerns/\(id.text)/ask" }
    package func closeRound(_ id: ID<Concern>) -> Link { "/\(slug)/concerns/\(id.text)/close-round" }
    package func decide(_ id: ID<Concern>) -> Link { "/\(slug)/concerns/\(id.text)/decide" }
    package func plan(_ id: ID<Concern>) -> Link { "/\(slug)/concerns/\(id.text)/plan" }
    package func reveal(_ id: ID<Concern>) -> Link { "/\(slug)/concerns/\(id.text)/identities" }
    package func answer(_ id: ID<ScopingRequest>) -> Link { "/\(slug)/answers/\(id.text)" }
    package func remind(_ id: ID<ScopingRequest>) -> Link { "/\(slug)/answers/\(id.text)/remind" }
}
