import Access
import HTML
import Kernel
import Web

/// The addresses of the figures from elsewhere of a partnership.
struct StatedFigureLinks: Sendable {
    let slug: String

    var list: Link { PageLinks.statedFigures(slug) }
    var new: Link { "/\(slug)/figures/elsewhere/new" }
    var several: Link { "/\(slug)/figures/elsewhere/several" }
    var file: Link { "/\(slug)/figures/elsewhere/several/file" }
    var checks: Link { "/\(slug)/figures/elsewhere/checks" }
    func figure(_ id: ID<StatedFigure>) -> Link { "/\(slug)/figures/elsewhere/\(id.text)" }
    func change(_ id: ID<StatedFigure>) -> Link { "/\(slug)/figures/elsewhere/\(id.text)/change" }
    func withdraw(_ id: ID<StatedFigure>) -> Link { "/\(slug)/figures/elsewhere/\(id.text)/withdraw" }
}
