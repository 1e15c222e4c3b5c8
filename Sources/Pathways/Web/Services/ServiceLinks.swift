import Access
import HTML
import Kernel

/// The addresses of the directory of services.
package struct ServiceLinks: Sendable {
    package let slug: String

    package init(_ slug: String) {
        self.slug = slug
    }

    package var list: Link { "/\(slug)/pathways/services" }
    package var new: Link { "/\(slug)/pathways/services/new" }
    package var gaps: Link { "/\(slug)/pathways/services/gaps" }
    package var gapsTable: Link { "/\(slug)/pathways/services/gaps.csv" }
    package func service(_ id: ID<SupportService>) -> Link { "/\(slug)/pathways/services/\(id.text)" }
    package func change(_ id: ID<SupportService>) -> Link { "/\(slug)/pathways/services/\(id.text)/change" }
    package func places(_ id: ID<SupportService>) -> Link { "/\(slug)/pathways/services/\(id.text)/places" }
    package func decide(_ id: ID<SupportService>) -> Link { "/\(slug)/pathways/services/\(id.text)/decide" }
    package func address(_ id: ID<SupportService>) -> Link { "/\(slug)/pathways/services/\(id.text)/address" }
    package func assess(_ id: ID<SupportService>) -> Link { "/\(slug)/pathways/services/\(id.text)/assess" }
    package func notes(_ assessment: ID<ServiceAssessment>, of id: ID<SupportService>) -> Link {
        "/\(slug)/pathways/services/\(id.text)/assessments/\(assessment.text)"
    }
}
