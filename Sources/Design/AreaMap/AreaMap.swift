import HTML

/// Areas coloured by how much there is of something: a choropleth with its legend and its whole table beneath. Each class has a
/// lightness and a pattern of its own, so that nobody has to tell colours apart. One map on a page.
package struct AreaMap: Component {
    /// One area.
    package struct Area: Sendable {
        let name: String
        let outline: Outline
        let value: Double?
        let shown: String
        let isChosen: Bool

        /// An area with its figure, nil where there is none; `shown` is the figure in words.
        package init(_ name: String, _ outline: Outline, value: Double?, shown: String, isChosen: Bool = false) {
            self.name = name
            self.outline = outline
            self.value = value
            self.shown = shown
            self.isChosen = isChosen
        }
    }

    /// The figures of one class, from the least on.
    struct Class: Hashable {
        let from: Double
        let to: Double
        let count: Int
    }

    static let mostClasses = 5

    let heading: String
    let unit: String
    let legendHeading: String
    let areas: [Area]
    let decimals: Int
    let table: DataTable
    let csv: Link?
    let id: String?

    /// A map; `unit` says what is counted and of when, `legendHeading` the same in a few words over the classes, `decimals` how
    /// exactly the legend writes its limits.
    package init(
        _ heading: String, unit: String, legend: String, areas: [Area], decimals: Int = 1, table: DataTable, csv: Link? = nil,
        id: String? = nil
    ) {
        self.heading = heading
        self.unit = unit
        legendHeading = legend
        self.areas = areas
        self.decimals = decimals
        self.table = table
        self.csv = csv
        self.id = id
    }

    /// Classes with about as many areas in each: quantiles, equal figures always together.
    var classes: [Class] {
        let values = areas.compactMap(\.value).sorted()
        var classes: [Class] = []
        var start = 0
        for number in 1...AreaMap.mostClasses where start < values.count {
            var end = max(values.count * number / AreaMap.mostClasses, start + 1)
            while end < values.count, values[end] == values[end - 1] { end += 1 }
            classes.append(Class(from: values[start], to: values[end - 1], count: end - start))
            start = end
        }
        return classes
    }

    private func written(_ value: Double) -> String {
        let scale = decimals == 0 ? 1.0 : decimals == 1 ? 10 : 100
        let units = Int((value * scale).rounded())
        guard decimals > 0 else { return units.grouped }
        let rest = String(units % Int(scale))
        return (units / Int(scale)).grouped + "." + String(repeating: "0", count: max(0, decimals - rest.count)) + rest
    }

    /// What the drawing shows, in one sentence, for those who do not see it.
    var spoken: String {
        let known = areas.filter { $0.value != nil }
        guard let highest = known.max(by: { ($0.value ?? 0) < ($1.value ?? 0) }),
            let lowest = known.min(by: { ($0.value ?? 0) < ($1.value ?? 0) })
        else { return "\(heading), a map without figures. The table beneath says why." }
        return "\(heading), a map of \(areas.count) areas. \(unit). Highest \(highest.shown) in \(highest.name), lowest "
            + "\(lowest.shown) in \(lowest.name). All numbers are in the table beneath."
    }

    package var markup: Markup {
        let classes = classes
        return section(.class("card map"), id.map(Attribute.id) ?? .none) {
            h2 { heading }
            if areas.isEmpty {
                p(.class("empty")) { "No boundaries are here to draw a map from." }
            } else {
                div(.class("map-parts")) {
                    drawing(classes)
                    legend(classes)
                }
            }
            p(.class("unit")) { unit }
            table
            if let csv {
                p {
                    a(.href(csv), .download("")) {
                        "CSV"
                        span(.class("unseen")) { " of \(heading)" }
                    }
                }
            }
        }
    }

    /// What the drawing shows: where it begins, and how wide and high it is.
    private var box: (left: Int, top: Int, width: Int, height: Int) {
        let corners = areas.compactMap(\.outline.bounds)
        let left = corners.map(\.least.x).min() ?? 0
        let top = corners.map(\.least.y).min() ?? 0
        return (
            left, top, max((corners.map(\.greatest.x).max() ?? 1) - left, 1), max((corners.map(\.greatest.y).max() ?? 1) - top, 1)
        )
    }

    private static func patternSize(_ width: Int, _ height: Int) -> Double { Double(max(width, height)) / 90 }

    private func drawing(_ classes: [Class]) -> Markup {
        let (left, top, width, height) = box
        let size = AreaMap.patternSize(width, height)
        return SVG.drawing(
            viewBox: "\(left - 4) \(top - 4) \(width + 8) \(height + 8)", .class("map-drawing"), .role("img"),
            .aria("label", spoken)
        ) {
            AreaMap.patterns(size)
            // What was chosen is drawn last, so that its border lies over its neighbours'.
            for area in areas.filter({ !$0.isChosen }) + areas.filter(\.isChosen) {
                SVG.outline(
                    area.outline, AreaMap.fill(area.value.map { AreaMap.place(of: $0, in: classes) }),
                    .classes("chosen", if: area.isChosen)
                ) { SVG.title { "\(area.name): \(area.shown)" } }
            }
        }
    }

    private func legend(_ classes: [Class]) -> Markup {
        let box = box
        let size = AreaMap.patternSize(box.width, box.height)
        return div(.class("legend")) {
            p { strong { legendHeading } }
            ul { legendLines(classes, size) }
        }
    }

    private func legendLines(_ classes: [Class], _ size: Double) -> Markup {
        Markup {
            for (place, group) in classes.enumerated() {
                li {
                    AreaMap.swatch(place, size)
                    group.from == group.to ? written(group.from) : "\(written(group.from)) to \(written(group.to))"
                    " "
                    span(.class("soft")) { "(\(group.count == 1 ? "1 area" : "\(group.count) areas"))" }
                }
            }
            let missing = areas.filter { $0.value == nil }.count
            if missing > 0 {
                li {
                    AreaMap.swatch(nil, size)
                    "No figure "
                    span(.class("soft")) { "(\(missing == 1 ? "1 area" : "\(missing) areas"))" }
                }
            }
        }
    }

    /// A box filled like the areas of a class, with a few of its pattern.
    private static func swatch(_ place: Int?, _ size: Double) -> Markup {
        let (width, height) = (Int((size * 3.4).rounded(.up)), Int((size * 2).rounded(.up)))
        return SVG.drawing(viewBox: "0 0 \(width) \(height)", .class("swatch"), .aria("hidden", "true")) {
            SVG.rectangle(x: 0, y: 0, width: Double(width), height: Double(height), fill(place))
        }
    }

    private static func place(of value: Double, in classes: [Class]) -> Int {
        classes.lastIndex { $0.from <= value } ?? 0
    }

    private static func fill(_ place: Int?) -> Attribute {
        switch place {
        case 0: .fill(pattern: "map-1")
        case 1: .fill(pattern: "map-2")
        case 2: .fill(pattern: "map-3")
        case 3: .fill(pattern: "map-4")
        case 4: .fill(pattern: "map-5")
        default: .fill(pattern: "map-0")
        }
    }

    /// From plain and light to solid and dark; crossed lines on white where there is no figure.
    private static func patterns(_ size: Double) -> Markup {
        func ground(_ name: String) -> Markup {
            SVG.rectangle(x: 0, y: 0, width: size, height: size, .class(name))
        }
        return SVG.definitions {
            SVG.pattern("map-0", size: size) {
                ground("m0")
                SVG.line(x1: 0, y1: 0, x2: size, y2: size, .class("mark"))
                SVG.line(x1: size, y1: 0, x2: 0, y2: size, .class("mark"))
            }
            SVG.pattern("map-1", size: size) { ground("m1") }
            SVG.pattern("map-2", size: size) {
                ground("m2")
                SVG.circle(x: size / 2, y: size / 2, radius: size / 9, .class("dot"))
            }
            SVG.pattern("map-3", size: size) {
                ground("m3")
                SVG.line(x1: 0, y1: size, x2: size, y2: 0, .class("mark"))
            }
            SVG.pattern("map-4", size: size) {
                ground("m4")
                SVG.circle(x: size / 2, y: size / 2, radius: size / 7, .class("light"))
            }
            SVG.pattern("map-5", size: size) { ground("m5") }
        }
    }

    package static var examples: [Example] {
        func square(_ x: Int, _ y: Int) -> Outline {
            Outline(rings: [[.init(x, y), .init(x + 100, y), .init(x + 100, y + 100), .init(x, y + 100)]])
        }
        let areas = (0..<9).map { number in
            Area(
                "Area \(number + 1)", square(number % 3 * 100, number / 3 * 100), value: number == 8 ? nil : Double(number * number),
                shown: number == 8 ? "no figure" : "\(number * number).0", isChosen: number == 4)
        }
        let table = DataTable(
            "Rate", columns: [.init("Area", .rowHeading), .init("Rate", .number)],
            rows: areas.map { [.text($0.name), .text($0.shown)] }, stacks: false)
        return [
            Example(.usual) {
                AreaMap(
                    "Referrals by area", unit: "Referrals for each 100,000 people, 2023", legend: "Per 100,000, 2023", areas: areas,
                    table: table, csv: "/a/b.csv")
            },
            Example(.empty) { AreaMap("Referrals by area", unit: "Referrals", legend: "Referrals", areas: [], table: table) },
            Example(.long) {
                AreaMap(
                    Example.longText, unit: Example.longText, legend: Example.longText,
                    areas: [Area(Example.longText, square(0, 0), value: 9_999_999, shown: Example.longText)], table: table)
            },
            Example(.hostile) {
                AreaMap(
                    Example.hostileText, unit: Example.hostileText, legend: Example.hostileText,
                    areas: [Area(Example.hostileText, square(0, 0), value: -1, shown: Example.hostileText)], table: table)
            },
        ]
    }
}

extension StyleSheet {
    static let areaMaps = """
        .map-parts { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; align-items: flex-start; margin-bottom: .75rem; }
        .map-drawing { flex: 1 1 16rem; min-width: 0; max-width: 38rem; height: auto; max-height: 46rem; forced-color-adjust: none; \
        background: #fff; }
        .map-drawing path { stroke: #14212b; stroke-width: .6; vector-effect: non-scaling-stroke; stroke-linejoin: round; }
        .map-drawing path.chosen { stroke: #a3231c; stroke-width: 3; }
        .m0 { fill: #ffffff; } .m1 { fill: #eaf3f4; } .m2 { fill: #b5d6da; } .m3 { fill: #76b1b9; } .m4 { fill: #2b7480; } \
        .m5 { fill: #07303a; }
        .map-drawing .mark { stroke: #14212b; stroke-width: 1; vector-effect: non-scaling-stroke; } .map-drawing .dot { fill: #14212b; } \
        .map-drawing .light { fill: #ffffff; }
        .legend { flex: 0 1 16rem; min-width: 0; } .legend p { margin: 0 0 .4rem; } .legend ul { list-style: none; margin: 0; padding: 0; } \
        .legend li { padding: .2rem 0; }
        .map th, .compared th { white-space: normal; }
        .swatch { width: 2.55rem; height: 1.5rem; vertical-align: middle; margin-right: .6rem; border: 1px solid var(--ink-soft); \
        forced-color-adjust: none; }
        @media print { .map-drawing, .swatch { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }

        """
}
