import Concerns
import Foundation
import HTML
import Kernel

/// Boundaries of areas out of a GeoJSON file in degrees (WGS 84), drawn on a flat grid and made simpler, so that a map of all of them
/// stays small.
///
/// Borders that two areas share are made simpler once, so that no gap opens between neighbours: rings are cut where three borders
/// meet, and every piece is reduced by itself (Douglas and Peucker 1973) whichever way round it is walked.
struct BoundaryFile: Sendable {
    struct Shape: Sendable {
        let code: String
        let name: String
        var outline: Outline
    }

    /// "force" or "authority".
    var level = ""
    var shapes: [Shape] = []
    /// Areas with a piece of border in common, each pair both ways.
    var neighbours: Set<Pair> = []
    var problems: [ImportProblem] = []

    struct Pair: Hashable, Sendable {
        let one: String
        let other: String
    }

    private struct Collection: Decodable {
        struct Feature: Decodable {
            let properties: [String: Property]
            let geometry: Geometry
        }

        enum Property: Decodable {
            case text(String)
            case other

            init(from decoder: any Decoder) throws {
                let value = try? decoder.singleValueContainer().decode(String.self)
                self = value.map(Property.text) ?? .other
            }
        }

        struct Geometry: Decodable {
            let polygons: [[[[Double]]]]

            private enum Key: CodingKey { case type, coordinates }

            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: Key.self)
                switch try container.decode(String.self, forKey: .type) {
                case "Polygon": polygons = [try container.decode([[[Double]]].self, forKey: .coordinates)]
                case "MultiPolygon": polygons = try container.decode([[[[Double]]]].self, forKey: .coordinates)
                default:
                    throw DecodingError.dataCorruptedError(
                        forKey: .type, in: container, debugDescription: "neither Polygon nor MultiPolygon")
                }
            }
        }

        let features: [Feature]
    }

    /// Units of the grid for a degree of latitude: about 370 metres each.
    private static let scale = 300.0
    /// How far a border may lie beside where it was, in units of the grid; hundreds of areas on one map are drawn more roughly.
    private var tolerance: Double { level == "force" ? 2 : 2.4 }
    /// Islands with a smaller box than this in both directions are left out, unless an area has nothing else.
    private static let leastSize = 3
    /// A degree of longitude beside one of latitude, in the middle of the United Kingdom.
    private static let narrowing = 0.579

    init(_ file: [UInt8], knownForces: Set<String>) {
        let collection: Collection
        do {
            collection = try JSONDecoder().decode(Collection.self, from: Data(file))
        } catch {
            problems.append(
                ImportProblem(
                    row: 1, column: "",
                    message: "This is no GeoJSON file of areas. It holds a FeatureCollection of polygons with a code and a name each"))
            return
        }
        var rings: [[[Outline.Point]]] = []
        for (index, feature) in collection.features.enumerated() {
            read(feature, index + 1, knownForces, &rings)
        }
        if collection.features.isEmpty { problems.append(ImportProblem(row: 1, column: "", message: "The file has no areas")) }
        let codes = shapes.map(\.code)
        if Set(codes).count < codes.count {
            problems.append(ImportProblem(row: 1, column: "", message: "An area stands twice in the file. Remove one"))
        }
        guard problems.isEmpty else { return }
        findNeighbours(rings)
        simplify(rings)
    }

    private mutating func read(_ feature: Collection.Feature, _ number: Int, _ knownForces: Set<String>, _ rings: inout [[[Outline.Point]]])
    {
        func property(_ kind: String, _ what: String) -> String? {
            for (name, value) in feature.properties {
                let name = name.lowercased()
                guard name.hasPrefix(kind), name.hasSuffix("_\(what)"), case .text(let text) = value,
                    name.dropFirst(kind.count).dropLast(what.count + 1).allSatisfy(\.isNumber)
                else { continue }
                return text
            }
            return nil
        }
        let kinds = [("pfa", "force"), ("ltla", "authority")]
        let named = kinds.compactMap { kind, level -> (String, String, String)? in
            guard let code = property(kind, "code"), let name = property(kind, "name") else { return nil }
            return (level, code, name)
        }.first
        func refuse(_ message: String) { problems.append(ImportProblem(row: number, column: "area \(number)", message: message)) }
        guard let (own, code, name) = named else {
            refuse("The area has no code and name. Name them like pfa20_code and pfa20_name, or ltla24_code and ltla24_name")
            return
        }
        if level.isEmpty { level = own }
        if own != level { refuse("The file has forces and authorities together. Import them one after the other") }
        if !AreaCode.isCode(code) { refuse(AreaCode.advice(code)) }
        if own == "force", !knownForces.contains(code) { refuse("\(ImportText.quoted(code)) is no police force area that is known here") }
        var areaRings: [[Outline.Point]] = []
        for ring in feature.geometry.polygons.joined() {
            var points: [Outline.Point] = []
            for place in ring {
                guard place.count >= 2, (-20...10).contains(place[0]), (45...65).contains(place[1]) else {
                    refuse(
                        "A corner of \(name) lies outside the United Kingdom. Coordinates are degrees of longitude and latitude (WGS 84)")
                    return
                }
                let point = Outline.Point(
                    Int(((place[0] + 10) * BoundaryFile.narrowing * BoundaryFile.scale * 8).rounded()),
                    Int(((62 - place[1]) * BoundaryFile.scale * 8).rounded()))
                if points.last != point { points.append(point) }
            }
            if points.first == points.last, points.count > 1 { points.removeLast() }
            if points.count >= 3 { areaRings.append(points) }
        }
        if areaRings.isEmpty { refuse("\(name) has no border") }
        shapes.append(Shape(code: code, name: name, outline: Outline(rings: [])))
        rings.append(areaRings)
    }

    private struct Edge: Hashable {
        let one: Outline.Point
        let other: Outline.Point

        init(_ first: Outline.Point, _ second: Outline.Point) {
            (one, other) = first < second ? (first, second) : (second, first)
        }
    }

    private mutating func findNeighbours(_ rings: [[[Outline.Point]]]) {
        var owners: [Edge: [Int]] = [:]
        for (area, own) in rings.enumerated() {
            for ring in own {
                for (index, point) in ring.enumerated() {
                    owners[Edge(point, ring[(index + 1) % ring.count]), default: []].append(area)
                }
            }
        }
        for areas in owners.values where areas.count > 1 {
            for one in areas {
                for other in areas where one != other { neighbours.insert(Pair(one: shapes[one].code, other: shapes[other].code)) }
            }
        }
    }

    private mutating func simplify(_ rings: [[[Outline.Point]]]) {
        // Where a corner has other corners beside it than in another ring, borders meet or part: those corners stay.
        var beside: [Outline.Point: Edge] = [:]
        var kept: Set<Outline.Point> = []
        for ring in rings.joined() {
            for (index, point) in ring.enumerated() {
                let sides = Edge(ring[(index + ring.count - 1) % ring.count], ring[(index + 1) % ring.count])
                if let known = beside.updateValue(sides, forKey: point), known != sides { kept.insert(point) }
            }
        }
        for (area, own) in rings.enumerated() {
            var simple: [[Outline.Point]] = []
            var greatest: [Outline.Point] = []
            for ring in own {
                let reduced = BoundaryFile.onGrid(reduced(ring, keeping: kept))
                if reduced.count > greatest.count { greatest = reduced }
                guard reduced.count >= 3, let box = Outline(rings: [reduced]).bounds else { continue }
                let isSmall =
                    box.greatest.x - box.least.x < BoundaryFile.leastSize && box.greatest.y - box.least.y < BoundaryFile.leastSize
                if !isSmall { simple.append(reduced) }
            }
            if simple.isEmpty, greatest.count >= 3 { simple = [greatest] }
            if simple.isEmpty, let ring = own.max(by: { $0.count < $1.count }) { simple = [BoundaryFile.onGrid(ring)] }
            shapes[area].outline = Outline(rings: simple)
        }
    }

    /// From eighths of a unit to whole units, without corners that fall together.
    private static func onGrid(_ ring: [Outline.Point]) -> [Outline.Point] {
        var points: [Outline.Point] = []
        for point in ring {
            let own = Outline.Point((point.x + 4) >> 3, (point.y + 4) >> 3)
            if points.last != own { points.append(own) }
        }
        if points.count > 1, points.first == points.last { points.removeLast() }
        return points
    }

    /// A ring without the corners that hardly matter.
    private func reduced(_ ring: [Outline.Point], keeping kept: Set<Outline.Point>) -> [Outline.Point] {
        var cuts = ring.indices.filter { kept.contains(ring[$0]) }
        if cuts.count < 2 {
            // A ring that meets no other: cut at its least and its greatest corner, which do not depend on where it begins.
            let least = ring.indices.min { ring[$0] < ring[$1] } ?? 0
            let greatest = ring.indices.max { ring[$0] < ring[$1] } ?? 0
            cuts = Array(Set(cuts + [least, greatest])).sorted()
        }
        guard cuts.count >= 2 else { return ring }
        var result: [Outline.Point] = []
        for (place, start) in cuts.enumerated() {
            let end = cuts[(place + 1) % cuts.count]
            var piece: [Outline.Point] = []
            var index = start
            while true {
                piece.append(ring[index])
                if index == end, piece.count > 1 { break }
                index = (index + 1) % ring.count
            }
            result += simplified(piece).dropLast()
        }
        return result
    }

    /// A piece of border without the corners that lie less than the tolerance beside it; the same for both directions.
    private func simplified(_ piece: [Outline.Point]) -> [Outline.Point] {
        guard piece.count > 2, let first = piece.first, let last = piece.last else { return piece }
        let isTurned = last < first || (first == last && piece[piece.count - 2] < piece[1])
        let line = isTurned ? piece.reversed() : piece
        var keeps = [Bool](repeating: false, count: line.count)
        keeps[0] = true
        keeps[line.count - 1] = true
        var open = [(0, line.count - 1)]
        let limit = tolerance * 8 * tolerance * 8
        while let (from, to) = open.popLast() {
            guard to > from + 1 else { continue }
            var farthest = from
            var distance = -1.0
            for index in from + 1..<to {
                let own = BoundaryFile.squaredDistance(line[index], line[from], line[to])
                if own > distance { (farthest, distance) = (index, own) }
            }
            if distance > limit {
                keeps[farthest] = true
                open.append((from, farthest))
                open.append((farthest, to))
            }
        }
        let left = line.indices.filter { keeps[$0] }.map { line[$0] }
        return isTurned ? left.reversed() : left
    }

    private static func squaredDistance(_ point: Outline.Point, _ from: Outline.Point, _ to: Outline.Point) -> Double {
        let (dx, dy) = (Double(to.x - from.x), Double(to.y - from.y))
        let (px, py) = (Double(point.x - from.x), Double(point.y - from.y))
        let length = dx * dx + dy * dy
        let part = length == 0 ? 0 : min(1, max(0, (px * dx + py * dy) / length))
        let (ox, oy) = (px - part * dx, py - part * dy)
        return ox * ox + oy * oy
    }
}
