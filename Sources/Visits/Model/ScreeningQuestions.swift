/// One sign of exploitation that a screening can note, from the catalogue of the reference data.
package struct ScreeningSign: Sendable, Hashable {
    package let code: String
    /// A code of "indicator_set".
    package let set: String
    /// What to look or listen for, in plain words.
    package let text: String
    /// How strongly it points to exploitation: 1 weak, 2 medium, 3 strong.
    package let weight: Int

    package init(code: String, set: String, text: String, weight: Int) {
        self.code = code
        self.set = set
        self.text = text
        self.weight = weight
    }
}

/// Which signs the screening page asks for: a short pick for a doorstep, and the whole catalogue for whoever wants it.
package struct ScreeningQuestions: Sendable {
    package let signs: [ScreeningSign]
    /// The codes shown first, by set: they stand in the order of the catalogue.
    package let picked: [String: [String]]
    /// The sets that belong to a type of exploitation, beside the general one.
    package let setsOfExploitation: [String: [String]]
    private let byCode: [String: ScreeningSign]

    /// - Parameter picked: the codes to show first, by set; other signs stay within reach.
    package init(
        signs: [ScreeningSign], picked: [String: [String]] = ScreeningQuestions.usualPick,
        setsOfExploitation: [String: [String]] = ScreeningQuestions.usualSets
    ) {
        self.signs = signs
        self.picked = picked
        self.setsOfExploitation = setsOfExploitation
        byCode = Dictionary(signs.map { ($0.code, $0) }) { first, _ in first }
    }

    package subscript(_ code: String) -> ScreeningSign? { byCode[code] }

    /// The signs to show first at a visit about these types of exploitation: the general ones, then those of the types.
    package func shortList(for exploitation: [String]) -> [ScreeningSign] {
        let sets = sets(for: exploitation)
        let wanted = Set(sets.flatMap { picked[$0] ?? [] })
        return sets.flatMap { set in signs.filter { $0.set == set && wanted.contains($0.code) } }
    }

    /// The other signs that matter at such a visit; all of them where nobody has said what it is about.
    package func furtherList(for exploitation: [String]) -> [ScreeningSign] {
        let first = Set(shortList(for: exploitation).map(\.code))
        if exploitation.isEmpty { return signs.filter { !first.contains($0.code) } }
        let sets = Set(sets(for: exploitation) + ["CHILD", "DEBT"])
        return signs.filter { sets.contains($0.set) && !first.contains($0.code) }
    }

    /// The band that the noted signs suggest by their weights; advice beside the judgement of whoever was there.
    package func suggestedBand(for codes: [String]) -> ScreeningBand {
        let weight = codes.reduce(0) { $0 + (byCode[$1]?.weight ?? 0) }
        return weight >= 6 ? .strongIndicators : weight >= 1 ? .someIndicators : .noIndicators
    }

    /// The noted signs that the suggested band rests on, the strongest first.
    package func reasons(for codes: [String]) -> [ScreeningSign] {
        let noted = Set(codes)
        let found = signs.filter { noted.contains($0.code) && $0.weight > 0 }
        return [3, 2, 1].flatMap { weight in found.filter { $0.weight == weight } }
    }

    private func sets(for exploitation: [String]) -> [String] {
        var sets = ["GEN"]
        for set in exploitation.flatMap({ setsOfExploitation[$0] ?? [] }) where !sets.contains(set) { sets.append(set) }
        return sets
    }

    /// The pick that an installation starts with; to be confirmed by practitioners.
    package static let usualPick: [String: [String]] = [
        "GEN": ["G03", "G04", "G06", "G08", "G09", "G10", "G12", "G14"],
        "LAB": ["L02", "L03", "L06", "L07"],
        "SEX": ["S02", "S04", "S05", "S09"],
        "CRIM": ["C04", "C07", "C08", "C11"],
        "DOM": ["D01", "D02", "D03", "D06"],
        "ORG": ["O01", "O02", "O03", "O04"],
    ]

    /// The sets of the catalogue by type of exploitation.
    package static let usualSets: [String: [String]] = [
        "labour": ["LAB"], "sexual": ["SEX"], "criminal": ["CRIM"], "domestic-servitude": ["DOM"],
        "organ-harvesting": ["ORG"], "unknown": ["LAB"],
    ]
}
