/// How an element is written: start tag with its attributes, content, end tag.
extension Markup {
    /// An element by the name of its tag, for tags without a function of their own.
    package static func element(
        _ name: StaticString, _ attributes: [Attribute] = [], @MarkupBuilder content: () -> Markup
    ) -> Markup {
        let inside = content()
        let attributes = attributes.merged
        let room =
            ByteWriter.room(forStartTag: name, attributes) + inside.bytes.count + name.utf8CodeUnitCount
            + "</>".utf8.count
        return Markup(room: room) { writer in
            writer.writeStartTag(name, attributes)
            writer.write(inside.bytes)
            writer.write("</")
            writer.write(name)
            writer.write(UInt8(ascii: ">"))
        }
    }

    /// An element that has no content and no end tag, such as `input`.
    package static func void(_ name: StaticString, _ attributes: [Attribute] = []) -> Markup {
        let attributes = attributes.merged
        return Markup(room: ByteWriter.room(forStartTag: name, attributes)) { writer in
            writer.writeStartTag(name, attributes)
        }
    }

    /// An end tag alone. A component that writes hundreds of equal elements makes start and end once, the start with
    /// ``void(_:_:)``, and puts them around each content, which saves a copy of every one.
    package static func end(_ name: StaticString) -> Markup {
        Markup(room: name.utf8CodeUnitCount + "</>".utf8.count) { writer in
            writer.write("</")
            writer.write(name)
            writer.write(UInt8(ascii: ">"))
        }
    }
}
