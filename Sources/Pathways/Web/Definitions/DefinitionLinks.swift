import Access
import HTML
import Kernel

/// The addresses of the pathways themselves.
package struct DefinitionLinks: Sendable {
    package let slug: String

    package init(_ slug: String) {
        self.slug = slug
    }

    package var list: Link { "/\(slug)/pathways/definitions" }
    package var new: Link { "/\(slug)/pathways/definitions/new" }
    package func definition(_ id: ID<PathwayDefinition>) -> Link { "/\(slug)/pathways/definitions/\(id.text)" }
    package func draft(_ id: ID<PathwayDefinition>) -> Link { "/\(slug)/pathways/definitions/\(id.text)/draft" }
    package func publish(_ id: ID<PathwayDefinition>) -> Link { "/\(slug)/pathways/definitions/\(id.text)/publish" }
    package func version(_ number: Int, of id: ID<PathwayDefinition>) -> Link {
        "/\(slug)/pathways/definitions/\(id.text)/versions/\(String(number))"
    }
    package func read(_ number: Int, of id: ID<PathwayDefinition>) -> Link {
        "/\(slug)/pathways/definitions/\(id.text)/versions/\(String(number))/read"
    }
    package func compare(_ from: Int, _ to: Int, of id: ID<PathwayDefinition>) -> Link {
        compare(id).query("from", from).query("to", to)
    }
    package func compare(_ id: ID<PathwayDefinition>) -> Link { "/\(slug)/pathways/definitions/\(id.text)/compare" }
    package func tryOut(_ number: Int, of id: ID<PathwayDefinition>) -> Link {
        "/\(slug)/pathways/definitions/\(id.text)/versions/\(String(number))/test"
    }
    package func test(_ test: ID<PathwayTest>, of id: ID<PathwayDefinition>) -> Link {
        "/\(slug)/pathways/definitions/\(id.text)/tests/\(test.text)"
    }
    package func fixes(_ test: ID<PathwayTest>, of id: ID<PathwayDefinition>) -> Link {
        "/\(slug)/pathways/definitions/\(id.text)/tests/\(test.text)/fixes"
    }
    package func fix(_ fix: ID<PathwayFix>, of id: ID<PathwayDefinition>) -> Link {
        "/\(slug)/pathways/definitions/\(id.text)/fixes/\(fix.text)"
    }
}
