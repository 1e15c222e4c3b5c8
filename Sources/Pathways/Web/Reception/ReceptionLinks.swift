import Access
import HTML
import Kernel

/// The addresses of reception centres.
package struct ReceptionLinks: Sendable {
    package let slug: String

    package init(_ slug: String) {
        self.slug = slug
    }

    package var list: Link { "/\(slug)/pathways/reception" }
    package var new: Link { "/\(slug)/pathways/reception/new" }
    package func centre(_ id: ID<ReceptionCentre>) -> Link { "/\(slug)/pathways/reception/\(id.text)" }
    package func change(_ id: ID<ReceptionCentre>) -> Link { "/\(slug)/pathways/reception/\(id.text)/change" }
    package func address(_ id: ID<ReceptionCentre>) -> Link { "/\(slug)/pathways/reception/\(id.text)/address" }
    package func activate(_ id: ID<ReceptionCentre>) -> Link { "/\(slug)/pathways/reception/\(id.text)/activate" }
    package func plan(_ number: Int, of id: ID<ReceptionCentre>) -> Link {
        "/\(slug)/pathways/reception/\(id.text)/plans/\(String(number))"
    }
    package func opening(_ id: ID<ReceptionActivation>) -> Link { "/\(slug)/pathways/reception/openings/\(id.text)" }
    package func door(_ id: ID<ReceptionActivation>) -> Link { "/\(slug)/pathways/reception/openings/\(id.text)/door" }
    package func checks(_ id: ID<ReceptionActivation>) -> Link { "/\(slug)/pathways/reception/openings/\(id.text)/checks" }
    package func roles(_ id: ID<ReceptionActivation>) -> Link { "/\(slug)/pathways/reception/openings/\(id.text)/roles" }
    package func standDown(_ id: ID<ReceptionActivation>) -> Link {
        "/\(slug)/pathways/reception/openings/\(id.text)/stand-down"
    }
    package func debrief(_ id: ID<ReceptionActivation>) -> Link { "/\(slug)/pathways/reception/openings/\(id.text)/debrief" }
    package func arrival(_ arrival: ID<ReceptionArrival>, at id: ID<ReceptionActivation>) -> Link {
        "/\(slug)/pathways/reception/openings/\(id.text)/arrivals/\(arrival.text)"
    }
    package func identity(_ arrival: ID<ReceptionArrival>, at id: ID<ReceptionActivation>) -> Link {
        "/\(slug)/pathways/reception/openings/\(id.text)/arrivals/\(arrival.text)/identity"
    }
}
