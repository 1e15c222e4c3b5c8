/// What counts as a telephone number: a British one with or without its code, or a foreign one with "+" or "00" and the
/// code of its country. Spaces, hyphens, dots, slashes and brackets are passed over.
///
/// The form looks for one number in what was typed: words before the first figure and after the last one are passed over
/// ("Tel. 0121 496 0000 (desk)"), and an extension may follow ("0121 496 0000 ext 12"). Words or a second number between the
/// figures are refused. That is how its validator reads (libphonenumber, with Great Britain as the default).
///
/// The lengths follow the British numbering plan and the international recommendation E.164. That a number is in use is
/// not checked; numbers set aside for drama are accepted.
enum PhoneRule {
    static func accepts(_ text: String) -> Bool {
        var figures: [UInt8] = []
        var isInternational = false
        guard text.utf16.count <= 250 else { return false }
        for scalar in withoutExtension(number(in: Array(text.unicodeScalars))) {
            switch scalar {
            case "0"..."9": figures.append(UInt8(scalar.value - 0x30))
            case "+":
                guard figures.isEmpty, !isInternational else { return false }
                isInternational = true
            case " ", "-", ".", "/", "[", "]", "(", ")", "\u{A0}", "\u{2010}", "\u{2011}", "\u{2013}": continue
            default: return false
            }
        }
        if !isInternational, figures.starts(with: [0, 0]) {
            figures.removeFirst(2)
            isInternational = true
        }
        guard isInternational else { return isBritish(figures) }
        if figures.starts(with: [4, 4]) { return isBritish(Array(figures.dropFirst(2))) }
        guard (8...15).contains(figures.count) else { return false }
        let code = (1...3).first { length in
            countryCodes.contains(figures.prefix(length).reduce(0) { $0 * 10 + Int($1) })
        }
        guard let code else { return false }
        return code != 1 || figures.count == 11 && figures[1] >= 2
    }

    /// From the first figure or plus sign to the last figure.
    private static func number(in scalars: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
        func isFigure(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
        guard let first = scalars.firstIndex(where: { isFigure($0) || $0 == "+" }),
            let last = scalars.lastIndex(where: { isFigure($0) || $0 == "#" }), first <= last
        else { return [] }
        return scalars[first...last]
    }

    /// The words before an extension, the longest first, and how many figures may follow each.
    private static let extensionMarks: [(mark: [Unicode.Scalar], most: Int)] = [
        ("extension", 20), ("extn", 20), ("ext", 20), ("xtn", 20), ("xt", 20), ("int", 9), ("x", 9), ("#", 9), ("~", 9),
    ].map { (Array($0.0.unicodeScalars), $0.1) }

    /// What stands before an extension; everything where there is none.
    private static func withoutExtension(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var rest = scalars
        if rest.last == "#" { rest.removeLast() }
        let figures = rest.reversed().prefix { ("0"..."9").contains($0) }.count
        rest.removeLast(figures)
        while let last = rest.last, " .:,-=\u{A0}".unicodeScalars.contains(last) { rest.removeLast() }
        let lowered = rest.map { $0.properties.lowercaseMapping.unicodeScalars.first ?? $0 }
        guard let found = extensionMarks.first(where: { lowered.ends(with: $0.mark) }), (1...found.most).contains(figures) else {
            return scalars
        }
        rest.removeLast(found.mark.count)
        while let last = rest.last, ";, \u{A0}".unicodeScalars.contains(last) { rest.removeLast() }
        return rest
    }

    private static func isBritish(_ written: [UInt8]) -> Bool {
        let figures = written.first == 0 ? Array(written.dropFirst()) : written
        guard let first = figures.first, figures.count >= 2 else { return false }
        return switch (first, figures[1]) {
        case (1, let second): second != 0 && (9...10).contains(figures.count)
        case (2, let second): [0, 3, 4, 8, 9].contains(second) && figures.count == 10
        case (3, let second): [0, 3, 4, 7].contains(second) && figures.count == 10
        case (5, let second): [5, 6].contains(second) && figures.count == 10
        case (7, _): figures.count == 10
        case (8, 0): [7, 9, 10].contains(figures.count)
        case (8, let second): [4, 7].contains(second) && figures.count == 10
        case (9, let second): [0, 1, 8].contains(second) && figures.count == 10
        default: false
        }
    }

    /// The country codes of E.164 in use.
    private static let countryCodes: Set<Int> = {
        let listed = [
            1, 7, 20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 60, 61,
            62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98, 800, 808, 850, 852, 853, 855, 856, 870, 878, 880,
            881, 882, 883, 886, 888, 992, 993, 994, 995, 996, 998,
        ]
        let runs = [
            211...213, 216...216, 218...218, 220...269, 290...291, 297...299, 350...359, 370...389, 420...421, 423...423,
            500...509, 590...599, 670...670, 672...683, 685...692, 960...968, 970...977, 979...979,
        ]
        return Set(listed).union(runs.flatMap(Array.init)).subtracting([259, 384, 388])
    }()
}

extension Array where Element == Unicode.Scalar {
    fileprivate func ends(with other: [Unicode.Scalar]) -> Bool { suffix(other.count).elementsEqual(other) }
}
