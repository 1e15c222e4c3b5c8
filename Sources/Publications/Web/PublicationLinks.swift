import Access
import HTML
import Kernel
import Web

/// The addresses of a partnership's publications.
package struct PublicationLinks: Sendable {
    package let slug: String

    package init(_ slug: String) {
        self.slug = slug
    }

    package var list: Link { PageLinks.publications(slug) }
    var new: Link { "/\(slug)/publications/new" }
    package func publication(_ id: ID<PartnershipPublication>) -> Link { "/\(slug)/publications/\(id.text)" }
    func change(_ id: ID<PartnershipPublication>) -> Link { "/\(slug)/publications/\(id.text)/change" }
    func preview(_ id: ID<PartnershipPublication>) -> Link { "/\(slug)/publications/\(id.text)/preview" }
    func lock(_ id: ID<PartnershipPublication>) -> Link { "/\(slug)/publications/\(id.text)/lock" }
    func unlock(_ id: ID<PartnershipPublication>) -> Link { "/\(slug)/publications/\(id.text)/unlock" }
    func sign(_ id: ID<PartnershipPublication>) -> Link { "/\(slug)/publications/\(id.text)/sign" }
    func correct(_ id: ID<PartnershipPublication>) -> Link { "/\(slug)/publications/\(id.text)/correct" }
    func giveUp(_ id: ID<PartnershipPublication>) -> Link { "/\(slug)/publications/\(id.text)/give-up" }
    func strike(_ id: ID<RegisteredDocument>) -> Link { "/\(slug)/publications/registered/\(id.text)/strike" }
    func withdraw(_ id: ID<PartnershipPublication>) -> Link { "/\(slug)/publications/\(id.text)/withdraw" }
    func edition(_ number: Int, of id: ID<PartnershipPublication>) -> Link {
        "/\(slug)/publications/\(id.text)/editions/\(String(number))"
    }
    func newSection(_ id: ID<PartnershipPublication>) -> Link { "/\(slug)/publications/\(id.text)/sections/new" }
    func section(_ section: ID<PublicationSection>, of id: ID<PartnershipPublication>) -> Link {
        "/\(slug)/publications/\(id.text)/sections/\(section.text)"
    }
    func move(_ section: ID<PublicationSection>, of id: ID<PartnershipPublication>) -> Link {
        "/\(slug)/publications/\(id.text)/sections/\(section.text)/move"
    }
    func remove(_ section: ID<PublicationSection>, of id: ID<PartnershipPublication>) -> Link {
        "/\(slug)/publications/\(id.text)/sections/\(section.text)/remove"
    }
    func approve(_ section: ID<PublicationSection>, of id: ID<PartnershipPublication>) -> Link {
        "/\(slug)/publications/\(id.text)/sections/\(section.text)/approve"
    }
}

/// The addresses of what is out for everybody.
enum OpenLinks {
    static let list: Link = PageLinks.published
    static let feed: Link = "/published/feed.atom"
    static func release(_ slug: String, _ number: Int) -> Link { "/published/\(slug)/\(String(number))" }
    static func file(_ name: String, of slug: String, _ number: Int) -> Link { "/published/\(slug)/\(String(number))/\(name)" }
}
