import Design
import HTML
import Testing

@Suite("Every component")
struct EveryComponentTests {
    static let names = Gallery.components.map(\.name)

    private func examples(_ name: String) -> [Example] {
        Gallery.components.first { $0.name == name }?.examples ?? []
    }

    @Test("is shown in use, with long text and with hostile text", arguments: names)
    func kinds(name: String) {
        let kinds = Set(examples(name).map(\.kind))
        #expect(kinds.contains(.usual) || kinds.contains(.error))
        #expect(kinds.contains(.hostile))
        #expect(kinds.contains(.long) || name == "PageFrame")
    }

    @Test("writes tags that nest, whatever it is given", arguments: names)
    func nesting(name: String) {
        for example in examples(name) {
            #expect(ReadMarkup(example.markup).faults.isEmpty, "\(example.kind)")
        }
    }

    @Test("lets no text become a tag, a handler or a style", arguments: names)
    func hostileText(name: String) {
        for example in examples(name) {
            let read = ReadMarkup(example.markup)
            #expect(!example.markup.string.contains("\u{0}"))
            #expect(!read.elements.contains { $0.name == "script" && $0.attributes["src"] == nil })
            #expect(!read.elements.contains { $0.name == "img" })
            for element in read.elements {
                #expect(!element.attributes.keys.contains { $0 == "style" || $0.hasPrefix("on") })
            }
            for address in read.values(of: "href") + read.values(of: "action") + read.values(of: "src") {
                #expect(address.hasPrefix("/") || address.hasPrefix("#") || address.hasPrefix("https://"))
            }
        }
    }

    @Test("refers only to identifiers that it writes, each once", arguments: names)
    func identifiers(name: String) {
        for example in examples(name) {
            let read = ReadMarkup(example.markup)
            let ids = read.values(of: "id")
            #expect(Set(ids).count == ids.count)
            for label in read.values(of: "for") { #expect(ids.contains(label)) }
            if example.kind != .hostile {
                for described in read.words(of: "aria-describedby") { #expect(ids.contains(described)) }
            }
        }
    }

    @Test("uses only classes that the style sheet knows", arguments: names)
    func classes(name: String) {
        let known = StyleSheet.css
        // These only make an element findable or fall back to the look of the element itself.
        let plain: Set<String> = ["nothing", "waiting", "chart"]
        for example in examples(name) {
            for used in Set(ReadMarkup(example.markup).words(of: "class")).subtracting(plain) {
                #expect(known.contains(".\(used)"), "\(used)")
            }
        }
    }

    @Test("gives every control a name that can be read out", arguments: names)
    func labels(name: String) {
        for example in examples(name) {
            let read = ReadMarkup(example.markup)
            let labelled = Set(read.values(of: "for"))
            for element in read.elements where ["input", "select", "textarea"].contains(element.name) {
                let type = element.attributes["type"] ?? ""
                // Boxes and circles stand inside their label.
                guard !["hidden", "radio", "checkbox"].contains(type) else { continue }
                #expect(labelled.contains(element.attributes["id"] ?? ""))
            }
        }
    }
}
