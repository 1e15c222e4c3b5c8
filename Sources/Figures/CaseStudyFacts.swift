import Access
import Kernel
import Partnerships
import Reviews

/// Case studies beside the records: what a story says of its people must fit many of them, or none.
extension FigureDesk {
    private var vocabulary: FactVocabulary {
        func values(_ list: String) -> [(code: String, words: String)] { lists[list].values.map { ($0.code, $0.label) } }
        var known: [NamedFact.Characteristic: [(code: String, words: String)]] = [:]
        for characteristic in NamedFact.Characteristic.allCases { known[characteristic] = values(characteristic.rawValue) }
        known[.nationality, default: []] += lists["nationality_spelling"].values.map { ($0.note, $0.label) }
        return FactVocabulary(lists: known)
    }

    /// Nationalities and countries, by all their names: what a story says of them is counted, so they are no names of people.
    package var origins: [String] { (lists["nationality"].values + lists["nationality_spelling"].values).map(\.label) }

    /// The combinations of facts in a text that fit fewer records than the threshold: those of the period or, where none of the
    /// period fits, those of all years.
    ///
    /// - Parameter accepted: words that the writer vouches for.
    package func rareCombinations(
        in text: String, accepted: [String], during period: Period, threshold: Int, as viewer: Viewer
    ) async throws -> [RareCombination] {
        guard FigureScope(of: viewer) != nil, viewer.partnership != nil else { throw AccessError.denied }
        let facts = vocabulary.facts(in: text, accepted: accepted)
        if facts.isEmpty { return [] }
        return try await desk.read(
            as: viewer, Consultation("compare-case-study", "figures", viewer.partnership?.text ?? "")
        ) { reading in
            try RareCombination.found(among: facts, of: FactVocabulary.populations(of: text), threshold: threshold) {
                population, combination in
                let inPeriod = try reading.fitting(combination, in: population, during: period, limit: threshold)
                return inPeriod > 0 ? inPeriod : try reading.fitting(combination, in: population, during: .everything, limit: threshold)
            }
        }
    }
}
