/// The outline of an area for a drawing: closed rings of whole coordinates. Its text is path data that holds nothing else, so
/// that what comes from a file cannot bring anything of its own into a page.
package struct Outline: Hashable, Sendable {
    /// A place in the drawing; y grows downwards.
    package struct Point: Hashable, Comparable, Sendable {
        package let x: Int
        package let y: Int

        package init(_ x: Int, _ y: Int) {
            self.x = x
            self.y = y
        }

        package static func < (one: Point, other: Point) -> Bool { (one.x, one.y) < (other.x, other.y) }
    }

    /// Each ring without its first point repeated at the end.
    package let rings: [[Point]]

    package init(rings: [[Point]]) {
        self.rings = rings
    }

    /// Path data: an absolute start and relative steps for each ring, "M3 4l1-2 5 0z".
    package var text: String {
        var text = ""
        func add(_ number: Int, first: Bool) {
            if !first, number >= 0 { text += " " }
            text += String(number)
        }
        for ring in rings {
            guard let start = ring.first else { continue }
            text += "M"
            add(start.x, first: true)
            add(start.y, first: false)
            text += "l"
            var last = start
            for (index, point) in ring.dropFirst().enumerated() {
                add(point.x - last.x, first: index == 0)
                add(point.y - last.y, first: false)
                last = point
            }
            text += "z"
        }
        return text
    }

    /// Reads what `text` writes; nil for anything else.
    package init?(_ text: String) {
        var rings: [[Point]] = []
        var bytes = Substring(text).utf8
        func number() -> Int? {
            if bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
            var sign = 1
            if bytes.first == UInt8(ascii: "-") {
                sign = -1
                bytes.removeFirst()
            }
            var value = 0
            var count = 0
            while let byte = bytes.first, (0x30...0x39).contains(byte), count < 9 {
                value = value * 10 + Int(byte - 0x30)
                bytes.removeFirst()
                count += 1
            }
            return count == 0 ? nil : sign * value
        }
        while !bytes.isEmpty {
            guard bytes.removeFirst() == UInt8(ascii: "M"), let x = number(), let y = number() else { return nil }
            var last = Point(x, y)
            var ring = [last]
            guard bytes.popFirst() == UInt8(ascii: "l") else { return nil }
            while let byte = bytes.first, byte != UInt8(ascii: "z") {
                guard let dx = number(), let dy = number() else { return nil }
                last = Point(last.x + dx, last.y + dy)
                ring.append(last)
            }
            guard bytes.popFirst() == UInt8(ascii: "z") else { return nil }
            rings.append(ring)
        }
        self.rings = rings
    }

    /// The least and the greatest coordinates; nil without a point.
    package var bounds: (least: Point, greatest: Point)? {
        guard let first = rings.lazy.flatMap({ $0 }).first else { return nil }
        var (left, top, right, bottom) = (first.x, first.y, first.x, first.y)
        for ring in rings {
            for point in ring {
                left = min(left, point.x)
                right = max(right, point.x)
                top = min(top, point.y)
                bottom = max(bottom, point.y)
            }
        }
        return (Point(left, top), Point(right, bottom))
    }
}
