import Access
import HTML
import Kernel
import Web

/// The addresses of the pages about a partnership itself.
struct PartnershipLinks {
    let slug: String

    init(_ slug: String) {
        self.slug = slug
    }

    var start: Link { PageLinks.partnership(slug) }
    var powers: Link { "/\(slug)/partnership/powers" }
    var settings: Link { "/\(slug)/partnership/settings" }
    var newMember: Link { "/\(slug)/partnership/members/new" }

    func release(_ id: ID<Organisation>) -> Link { "/\(slug)/partnership/members/\(id)/leave" }
    func admitAgain(_ id: ID<Organisation>) -> Link { "/\(slug)/partnership/members/\(id)/return" }
}
