/// Facts of a case study that together fit so few records that whoever knows one of them could recognise somebody.
package struct RareCombination: Hashable, Sendable {
    /// Whose facts they are.
    package enum Population: String, Sendable, CaseIterable {
        case concerns
        case screened
        case referred

        /// The characteristics that its records hold.
        package var characteristics: Set<NamedFact.Characteristic> {
            switch self {
            case .concerns: [.locationType, .exploitationType, .nationality]
            case .screened: Set(NamedFact.Characteristic.allCases)
            case .referred: [.nationality, .gender, .ageGroup]
            }
        }

        func words(_ count: Int) -> String {
            switch self {
            case .concerns: count == 1 ? "1 concern" : "\(count) concerns"
            case .screened: count == 1 ? "1 person who was screened" : "\(count) people who were screened"
            case .referred: count == 1 ? "1 person who was referred or reported" : "\(count) people who were referred or reported"
            }
        }
    }

    package let population: Population
    package let facts: [NamedFact]
    /// How many records they fit; fewer than the threshold.
    package let count: Int

    /// What was found, and what to do.
    package var message: String {
        let named = facts.map { "“\($0.words)”" }
        if named.count == 1 {
            return
                "\(named[0]) fits only \(population.words(count)): say it more generally, or add the word to the accepted words if it tells of nobody in the story"
        }
        let list = named.dropLast().joined(separator: ", ") + " and " + (named.last ?? "")
        return
            "\(list) together fit only \(population.words(count)): leave one of them out, say one more generally, or add a word that tells of nobody in the story to the accepted words"
    }

    /// How many values of a story are put beside each other at most; beyond, the later ones stand alone and in pairs only with the
    /// earlier. No story needs so many.
    private static let mostFacts = 24

    /// The smallest combinations of facts that fit fewer records than the threshold, and one at least.
    ///
    /// What fits nothing points at nobody: details were changed. A combination that holds a rare one is not told again.
    ///
    /// - Parameter fitting: how many records of a population have all of these facts; it need not count beyond the threshold.
    package static func found(
        among facts: [NamedFact], of populations: [Population] = Population.allCases, threshold: Int,
        fitting: (Population, [NamedFact]) throws -> Int
    ) rethrows -> [RareCombination] {
        var rare: [RareCombination] = []
        for population in populations {
            let known = Array(facts.filter { population.characteristics.contains($0.characteristic) }.prefix(mostFacts))
            // All that fit enough records, by how many facts they have: the next ones are made of these.
            var frequent: [[Int]] = [[]]
            while !frequent.isEmpty {
                var next: [[Int]] = []
                for chosen in frequent {
                    for place in known.indices where place > (chosen.last ?? -1) {
                        guard chosen.allSatisfy({ known[$0].characteristic != known[place].characteristic }) else { continue }
                        let combination = (chosen + [place]).map { known[$0] }
                        let isToldAlready = rare.contains { $0.facts.allSatisfy(combination.contains) }
                        if isToldAlready { continue }
                        let count = try fitting(population, combination)
                        if count >= threshold {
                            next.append(chosen + [place])
                        } else if count > 0 {
                            rare.append(RareCombination(population: population, facts: combination, count: count))
                        }
                    }
                }
                frequent = next
            }
        }
        return rare
    }
}
