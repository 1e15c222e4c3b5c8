import Foundation

/// The probabilities by which a pair of records is weighed (Fellegi and Sunter, "A theory for record linkage", 1969).
///
/// For every comparison and level there is the probability among pairs of one person (m), among pairs of different people
/// (u) and among pairs of different people who are associated: who live, travel or work together and therefore share
/// addresses, phones, vehicles, surname, nationality and, twins, the date of birth. The third class is what makes two facts
/// about one household count once and not twice: a latent class model with conditional dependence (Winkler 1993; Thibaudeau
/// 1993; Schürle 2005). The u of an agreement is the frequency of the very value (Newcombe 1959; Winkler 1989).
package struct FellegiSunterModel: Sendable {
    static let levels = 8

    /// log2 m, u and the associates' probability by comparison × level.
    var match: [Float]
    var chance: [Float]
    var associate: [Float]
    /// log2 of the probability that one of two records of one person has forename and surname exchanged, and that not.
    var swapped: Float = -5
    var straight: Float = -0.05
    /// log2 of the odds that two records drawn at random are of one person.
    package var priorWeight: Float = -20
    /// log2 of the odds that two different people drawn at random are associated.
    var associateWeight: Float = -20
    /// Pairs at or above this probability are taken for one person.
    package var threshold: Float = 0.5

    var populations = PopulationFrequencies()
    private var dateChance: [Float] = []
    private var codeChance: [[Float]] = []
    /// The comparisons that associates share, as the places of the codes of the layout.
    let sharedComparisons: [Int]
    let comparisonCount: Int
    private let codeKinds: [FieldKind]
    private let comparisonNames: [String]

    init(layout: RecordLayout) {
        comparisonCount = PairEvidence.Comparison.codes + layout.codes.count
        codeKinds = layout.codes.map(\.kind)
        comparisonNames = layout.comparisons
        let size = PairEvidence.Comparison.most * Self.levels
        match = [Float](repeating: 0, count: size)
        chance = match
        associate = match
        sharedComparisons =
            [PairEvidence.Comparison.surname, PairEvidence.Comparison.date, PairEvidence.Comparison.nationality]
            + layout.codes.indices.filter { layout.codes[$0].kind.isShared }.map { PairEvidence.Comparison.codes + $0 }
        for comparison in 0..<comparisonCount {
            for (level, value) in defaults(of: comparison).enumerated() {
                match[comparison * Self.levels + level + 1] = log2(value)
                associate[comparison * Self.levels + level + 1] = log2(Self.associateDefaults(of: comparison)[level])
            }
        }
    }

    /// What is expected of each level among pairs of one person before anything was learnt, from the best level down.
    func defaults(of comparison: Int) -> [Float] {
        switch comparison {
        case PairEvidence.Comparison.forename: [0.72, 0.08, 0.07, 0.06, 0.02, 0.02, 0.03]
        case PairEvidence.Comparison.surname: [0.75, 0.06, 0.05, 0.06, 0.01, 0.02, 0.05]
        case PairEvidence.Comparison.date: [0.84, 0.02, 0.04, 0.04, 0.01, 0.02, 0.03]
        case PairEvidence.Comparison.gender: [0.98, 0.02]
        case PairEvidence.Comparison.nationality: [0.96, 0.04]
        default:
            switch codeKinds[comparison - PairEvidence.Comparison.codes] {
            case .identity, .account, .email: [0.85, 0.05, 0.02, 0.08]
            default: [0.55, 0.06, 0.03, 0.36]
            }
        }
    }

    private static func associateDefaults(of comparison: Int) -> [Float] {
        switch comparison {
        case PairEvidence.Comparison.surname: [0.10, 0.02, 0.02, 0.02, 0.01, 0.03, 0.80]
        // Twins, and people who were all given the same date when they were registered together.
        case PairEvidence.Comparison.date: [0.02, 0.002, 0.008, 0.01, 0.02, 0.04, 0.90]
        case PairEvidence.Comparison.nationality: [0.80, 0.20]
        default: [0.40, 0.03, 0.03, 0.54, 0.01, 0.01, 0.01]
        }
    }

    /// Counts how often every value occurs: what agreeing on it is worth.
    mutating func countValues(_ records: borrowing PersonRecords) {
        populations = PopulationFrequencies(records)
        let total = Float(max(2, records.count))
        var dates = [UInt32](repeating: 0, count: Self.dateKeys)
        for row in 0..<records.count {
            dates[Self.dateKey(records.cells[row * records.stride + PersonRecords.Cell.date])] += 1
        }
        let distinct = Float(dates.count { $0 > 0 })
        dateChance = dates.map { log2((Float(max($0, 2)) - 1) / (total + distinct)) }
        codeChance = records.codeTables.map { table in
            table.counts.map { log2((Float(max($0, 2)) - 1) / (total + Float(table.count))) }
        }
    }

    /// The chance of a value of a code; that of the rarest for a value that came later.
    @inline(__always)
    private func chance(ofCode index: Int, _ value: UInt32) -> Float {
        Int(value) < codeChance[index].count ? codeChance[index][Int(value)] : codeChance[index][0]
    }

    private static let dateKeys = 400 * 512

    /// The place of a date among all dates between 1800 and 2199, unreal days included.
    @inline(__always)
    private static func dateKey(_ digits: UInt32) -> Int {
        let date = CalendarDate(digits: digits)
        let month = Int(date.month >> 4) * 10 + Int(date.month & 15)
        let day = Int(date.day >> 4) * 10 + Int(date.day & 15)
        return (max(0, min(399, date.yearNumber - 1800)) * 16 + month % 16) * 32 + day % 32
    }

    /// Compares the records in two rows.
    func evidence(
        _ a: Int, _ b: Int, in view: RecordView, with names: inout NameComparison
    ) -> PairEvidence {
        typealias Comparison = PairEvidence.Comparison
        typealias Cell = PersonRecords.Cell
        var evidence = PairEvidence()
        let left = view.row(a)
        let right = view.row(b)
        var forename = names.agreement(left[Cell.forename], right[Cell.forename], in: view.names)
        var surname = names.agreement(left[Cell.surname], right[Cell.surname], in: view.names)
        if max(forename.level.rawValue, surname.level.rawValue) >= NameAgreement.Level.similar.rawValue,
            view.names.mayBeSwapped(left, right)
        {
            let first = names.agreement(left[Cell.forename], right[Cell.surname], in: view.names)
            let second = names.agreement(left[Cell.surname], right[Cell.forename], in: view.names)
            let crossed = rank(first) + rank(second)
            if first.level != .missing, second.level != .missing, crossed > rank(forename) + rank(surname) + 2 {
                evidence.isSwapped = true
                forename = first
                surname = second
            }
        }
        let forenameShares = forename.unit == 0 ? nil : Optional(forenameVector(forename.unit, evidence.isSwapped))
        let surnameShares = surname.unit == 0 ? nil : Optional(surnameVector(surname.unit, evidence.isSwapped))
        evidence.levels[Comparison.forename] = forename.level.rawValue
        evidence.levels[Comparison.surname] = surname.level.rawValue
        let shares = populations.shares
        var weighted = shares
        if let forenameShares {
            weighted *= forenameShares
            evidence.chance[Comparison.forename] = log2(max(weighted.sum(), 1e-12))
        } else {
            evidence.chance[Comparison.forename] = chance[Int(forename.level.rawValue)]
        }
        if let surnameShares {
            let alone = log2(max((shares * surnameShares).sum(), 1e-12))
            evidence.chance[Comparison.surname] = alone
            if forenameShares != nil {
                weighted *= surnameShares
                evidence.population =
                    log2(max(weighted.sum(), 1e-20)) - alone - evidence.chance[Comparison.forename]
            } else {
                weighted *= surnameShares
            }
        } else {
            evidence.chance[Comparison.surname] = chance[Self.levels + Int(surname.level.rawValue)]
        }

        let date = CalendarDate(digits: left[Cell.date]).level(with: CalendarDate(digits: right[Cell.date]))
        evidence.levels[Comparison.date] = date.rawValue
        evidence.chance[Comparison.date] =
            date == .exact
            ? dateChance[Self.dateKey(left[Cell.date])]
            : chance[Comparison.date * Self.levels + Int(date.rawValue)]

        let traits = (left[Cell.traits], right[Cell.traits])
        let genders = (traits.0 & 0xFF, traits.1 & 0xFF)
        if genders.0 != 0, genders.1 != 0 {
            let share = populations.gender(genders.0, ofForename: forename.unit)
            let agrees = genders.0 == genders.1
            evidence.levels[Comparison.gender] = agrees ? 1 : 2
            evidence.chance[Comparison.gender] = log2(agrees ? share : 1 - share)
        }
        let nations = (traits.0 >> 8, traits.1 >> 8)
        if nations.0 != 0, nations.1 != 0 {
            let agrees = nations.0 == nations.1
            let total = max(weighted.sum(), 1e-20)
            let share = min(0.999, max(1e-6, weighted[populations.population(nations.0)] / total))
            evidence.levels[Comparison.nationality] = agrees ? 1 : 2
            evidence.chance[Comparison.nationality] = log2(agrees ? share : 1 - share)
        }
        for index in 0..<view.codes.count {
            let first = left[Cell.codes + index]
            let second = right[Cell.codes + index]
            if first == 0 || second == 0 { continue }
            let comparison = Comparison.codes + index
            if first == second {
                evidence.levels[comparison] = CodeView.Level.exact.rawValue
                evidence.chance[comparison] = chance(ofCode: index, first)
            } else {
                let mark = Cell.codes + view.codes.count + index
                let mayAgree = view.codes[index].mayAgree(left[mark], right[mark])
                let level = Int((mayAgree ? view.codes[index].level(first, second) : .different).rawValue)
                evidence.levels[comparison] = UInt8(level)
                evidence.chance[comparison] = chance[comparison * Self.levels + level]
            }
        }
        return evidence
    }

    @inline(__always)
    private func forenameVector(_ unit: UInt32, _ isSwapped: Bool) -> PopulationFrequencies.Vector {
        isSwapped ? populations.surname(unit) : populations.forename(unit)
    }

    @inline(__always)
    private func surnameVector(_ unit: UInt32, _ isSwapped: Bool) -> PopulationFrequencies.Vector {
        isSwapped ? populations.forename(unit) : populations.surname(unit)
    }

    /// How good an agreement of names is, for choosing between straight and crosswise.
    private func rank(_ agreement: NameAgreement) -> Int {
        switch agreement.level {
        case .missing: 3
        case .exact: 7
        case .variant: 6
        case .part, .near: 5
        case .initial: 3
        case .similar: 2
        case .different: 0
        }
    }

    /// The weight of the evidence for one person: the logarithm to base 2 of how many times likelier it is among pairs of one
    /// person than among pairs of different people.
    func weight(of evidence: PairEvidence) -> Float {
        var sum = (evidence.isSwapped ? swapped : straight) - evidence.population
        for comparison in 0..<comparisonCount where evidence.levels[comparison] != 0 {
            sum += match[comparison * Self.levels + Int(evidence.levels[comparison])] - evidence.chance[comparison]
        }
        return sum - association(of: evidence)
    }

    /// How much of the evidence is explained by two different people's sharing a household, in the units of `weight`; 0 or more.
    func association(of evidence: PairEvidence) -> Float {
        var sum = associateWeight
        for comparison in sharedComparisons where evidence.levels[comparison] != 0 {
            sum += associate[comparison * Self.levels + Int(evidence.levels[comparison])] - evidence.chance[comparison]
        }
        return sum < -6 ? 0 : sum > 24 ? sum : log2(1 + exp2(sum))
    }

    /// The probability that a pair of this weight is one person.
    package func probability(ofWeight weight: Float) -> Float {
        let odds = exp2(min(100, max(-100, weight + priorWeight)))
        return odds / (1 + odds)
    }

    /// The fields that `contributions(of:support:)` names, in their order: the same for every pair.
    package var contributionFields: [String] {
        comparisonNames + ["names_exchanged", "names_of_one_population", "shared_household", "other_records"]
    }

    /// The evidence as a list that a person can read: one contribution for each of `contributionFields`. Together they are the
    /// weight of the pair.
    func contributions(of evidence: PairEvidence, support: Float) -> [Contribution] {
        var list: [Contribution] = []
        for comparison in 0..<comparisonCount {
            let level = Int(evidence.levels[comparison])
            list.append(
                Contribution(
                    field: comparisonNames[comparison], finding: finding(comparison, level),
                    bits: level == 0 ? 0 : match[comparison * Self.levels + level] - evidence.chance[comparison]))
        }
        let rest: [(String, Float)] = [
            (evidence.isSwapped ? "yes" : "no", evidence.isSwapped ? swapped : straight),
            (evidence.population > 0 ? "commoner together than apart" : "no", -evidence.population),
            ("what people who share a household agree in anyway", -association(of: evidence)),
            (support < 0 ? "speak against it" : "speak for it", support),
        ]
        for (field, (finding, bits)) in zip(contributionFields[comparisonCount...], rest) {
            list.append(Contribution(field: field, finding: finding, bits: bits))
        }
        return list
    }

    private func finding(_ comparison: Int, _ level: Int) -> String {
        let names = ["not known", "the same", "a form of it", "part of it", "close", "an initial of it", "similar", "differs"]
        let dates = [
            "not known", "the same", "day and month exchanged", "only the year known", "one digit differs", "year near", "same year",
            "differs",
        ]
        let words =
            switch comparison {
            case PairEvidence.Comparison.forename, PairEvidence.Comparison.surname: names
            case PairEvidence.Comparison.date: dates
            case PairEvidence.Comparison.gender, PairEvidence.Comparison.nationality: ["not known", "the same", "differs"]
            default: ["not known", "the same", "close", "partly the same", "differs"]
            }
        return words[min(level, words.count - 1)]
    }
}
