import HTML

/// The addresses that every page needs; features have their own.
package enum PageLinks {
    package static let start: Link = "/"
    package static let signIn: Link = "/sign-in"
    package static let signOut: Link = "/sign-out"
    package static let account: Link = "/account"
    package static let partnerships: Link = "/partnerships"
    package static let report: Link = "/report"
    /// What partnerships have published, for anybody.
    package static let published: Link = "/published"
    package static let help: Link = "/help"
    package static let accessibility: Link = "/accessibility"
    package static let privacy: Link = "/privacy"

    package static func myWork(_ slug: String) -> Link { "/\(slug)/my-work" }
    package static func concerns(_ slug: String) -> Link { "/\(slug)/concerns" }
    package static func visits(_ slug: String) -> Link { "/\(slug)/visits" }
    package static func pathways(_ slug: String) -> Link { "/\(slug)/pathways" }
    package static func subjects(_ slug: String) -> Link { "/\(slug)/subjects" }
    package static func figures(_ slug: String) -> Link { "/\(slug)/figures" }
    package static func publications(_ slug: String) -> Link { "/\(slug)/publications" }
    /// Published statistics, which everybody who is signed in may read.
    package static func publishedFigures(_ slug: String) -> Link { "/\(slug)/figures/published" }
    /// Figures that others published, or that somebody counted, with their sources.
    package static func statedFigures(_ slug: String) -> Link { "/\(slug)/figures/elsewhere" }
    package static func partnership(_ slug: String) -> Link { "/\(slug)/partnership" }
    package static func accounts(_ slug: String) -> Link { "/\(slug)/accounts" }
    /// Where a coordinator confirms the roles that open cases.
    package static func waitingRoles(_ slug: String) -> Link { "/\(slug)/accounts/waiting" }
    package static func search(_ slug: String) -> Link { "/\(slug)/search" }
    /// Where unfinished forms are saved.
    package static func draft(_ slug: String, form: String) -> Link { "/\(slug)/drafts/\(form)" }
}

/// The version that the footer of every page shows.
package enum ProductVersion {
    package static let text = "0.1"
}
