import Access
import HTML
import Kernel

/// The addresses of the feature's pages.
package struct VisitLinks: Sendable {
    package let slug: String

    package init(_ slug: String) {
        self.slug = slug
    }

    package var list: Link { "/\(slug)/visits" }
    package var new: Link { "/\(slug)/visits/new" }
    /// The form of a plan, filled in from a concern.
    package func new(for concern: ID<Concern>) -> Link { new.query("concern", concern.text) }
    package func visit(_ id: ID<Visit>) -> Link { "/\(slug)/visits/\(id.text)" }
    package func plan(_ id: ID<Visit>) -> Link { "/\(slug)/visits/\(id.text)/plan" }
    package func ready(_ id: ID<Visit>) -> Link { "/\(slug)/visits/\(id.text)/ready" }
    package func made(_ id: ID<Visit>) -> Link { "/\(slug)/visits/\(id.text)/made" }
    package func cancel(_ id: ID<Visit>) -> Link { "/\(slug)/visits/\(id.text)/cancel" }
    package func briefing(_ id: ID<Visit>) -> Link { "/\(slug)/visits/\(id.text)/briefing" }
    package func attendance(_ id: ID<Visit>, of organisation: ID<Organisation>) -> Link {
        "/\(slug)/visits/\(id.text)/attendance/\(organisation.text)"
    }
    package func reception(_ id: ID<Visit>) -> Link { "/\(slug)/visits/\(id.text)/reception" }
    package func task(_ task: ID<WorkTask>, of id: ID<Visit>) -> Link {
        "/\(slug)/visits/\(id.text)/tasks/\(task.text)"
    }
    package func debrief(_ id: ID<Visit>) -> Link { "/\(slug)/visits/\(id.text)/debrief" }
    package func screen(_ id: ID<Visit>) -> Link { "/\(slug)/visits/\(id.text)/screen" }
    package func screeningWorker(_ id: ID<Visit>) -> Link { "/\(slug)/visits/\(id.text)/screen/worker.js" }
    package func screening(_ screening: ID<Screening>, at id: ID<Visit>) -> Link {
        "/\(slug)/visits/\(id.text)/screenings/\(screening.text)"
    }
    package func identity(_ screening: ID<Screening>, at id: ID<Visit>) -> Link {
        "/\(slug)/visits/\(id.text)/screenings/\(screening.text)/identity"
    }
    /// The form of a new pathway, which belongs to another feature, filled in from a screening.
    func pathway(from screening: ID<Screening>) -> Link {
        ("/\(slug)/pathways/new" as Link).query("screening", screening.text)
    }
    func concern(_ id: ID<Concern>) -> Link { "/\(slug)/concerns/\(id.text)" }
}
