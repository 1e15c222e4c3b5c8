/// How often the names of the records are borne in each of their populations.
///
/// Frequency-based matching (Newcombe et al. 1959; Fellegi and Sunter 1969, method 1; Winkler, "Frequency-based matching in
/// Fellegi-Sunter model of record linkage", 1989), by population.
///
/// A name is as telling as it is rare among the people it comes from: two people called Nguyễn Văn Hùng are no rarity among
/// Vietnamese. The fourteen commonest nationalities of the records are a population each and the others are one together;
/// within a population forename and surname are taken as independent, across all people they are then not.
struct PopulationFrequencies: Sendable {
    typealias Vector = SIMD16<Float>

    static let others = 14
    static let unknown = 15

    /// The share of each population among all people.
    private(set) var shares = Vector()
    /// The population of each nationality's number.
    private var populations: [UInt8] = []
    /// For each unit its place in the tables below; 0, the rarest, for a unit that only one record has: no pair shares it.
    private var slots: [UInt32] = []
    private var forenames: [Vector] = []
    private var surnames: [Vector] = []
    /// Among the bearers of a forename unit whose gender is known, the share of each gender.
    private var genders: [SIMD4<Float>] = []

    init() {}

    /// Counts the names of all records.
    init(_ records: borrowing PersonRecords) {
        let names = records.names
        countNationalities(records)
        var byForename = [Vector](repeating: Vector(), count: names.count)
        var bySurname = byForename
        var genderCounts = [SIMD4<Float>](repeating: SIMD4(), count: names.count)
        for row in 0..<records.count {
            let start = row * records.stride
            let traits = records.cells[start + PersonRecords.Cell.traits]
            let population = Int(populations[Int(traits >> 8)])
            let forename = Int(records.cells[start + PersonRecords.Cell.forename])
            byForename[forename][population] += 1
            bySurname[Int(records.cells[start + PersonRecords.Cell.surname])][population] += 1
            genderCounts[forename][Int(traits & 3)] += 1
        }
        var bearers = [UInt32](repeating: 0, count: names.unitCount)
        for name in 1..<max(1, names.count) {
            let count = UInt32((byForename[name] + bySurname[name]).sum())
            for unit in Self.units(of: names.entries[name], in: names) { bearers[Int(unit)] += count }
        }
        slots = [UInt32](repeating: 0, count: names.unitCount)
        var used: UInt32 = 0
        for unit in bearers.indices where bearers[unit] > 1 {
            used += 1
            slots[unit] = used
        }
        forenames = [Vector](repeating: Vector(), count: Int(used) + 1)
        surnames = forenames
        genders = [SIMD4<Float>](repeating: SIMD4(), count: Int(used) + 1)
        // Where the forenames do not agree, the gender is that of anybody.
        genders[0] = genderCounts.reduce(SIMD4(), +)
        for name in 1..<max(1, names.count) {
            for unit in Self.units(of: names.entries[name], in: names) {
                let slot = Int(slots[Int(unit)])
                if slot == 0 { continue }
                forenames[slot] += byForename[name]
                surnames[slot] += bySurname[name]
                genders[slot] += genderCounts[name]
            }
        }
        normalise(&forenames, total: Float(records.count))
        normalise(&surnames, total: Float(records.count))
        forenames[0] = Vector(repeating: 0.5 / Float(max(1, records.count)))
        surnames[0] = forenames[0]
        for unit in genders.indices {
            let known = genders[unit][1] + genders[unit][2] + genders[unit][3]
            genders[unit] = (genders[unit] + 0.5) / (known + 1.5)
        }
    }

    /// The units whose count a name adds to: each of them once.
    private static func units(of entry: NameTable.Entry, in names: NameTable) -> [UInt32] {
        var units = [entry.unit]
        func insert(_ unit: UInt32) {
            if !units.contains(unit) { units.append(unit) }
        }
        insert(entry.skeletonUnit)
        for (place, word) in names.words[Int(entry.firstWord)..<(Int(entry.firstWord) + Int(entry.words))].enumerated() {
            insert(word.unit)
            insert(word.skeletonUnit)
            if place == 0 {
                for family in 0..<4 where word.families[family] != .max { insert(word.families[family]) }
            }
        }
        return units
    }

    private mutating func countNationalities(_ records: borrowing PersonRecords) {
        var counts = [Int](repeating: 0, count: records.nationalities.count)
        for row in 0..<records.count { counts[Int(records.cells[row * records.stride + PersonRecords.Cell.traits] >> 8)] += 1 }
        populations = [UInt8](repeating: UInt8(Self.others), count: counts.count)
        populations[0] = UInt8(Self.unknown)
        let commonest = (1..<max(1, counts.count)).sorted { (counts[$0], $1) > (counts[$1], $0) }.prefix(Self.others)
        for (population, nationality) in commonest.enumerated() { populations[nationality] = UInt8(population) }
        for nationality in 1..<max(1, counts.count) { shares[Int(populations[nationality])] += Float(counts[nationality]) }
        if shares.sum() == 0 { shares[Self.others] = 1 }
        shares /= shares.sum()
    }

    /// Turns counts into shares of each population. Records of unknown nationality are spread as the known bearers of the name
    /// are, and one bearer is left out: the other record of the pair itself.
    private func normalise(_ counts: inout [Vector], total: Float) {
        let size = shares * total
        for unit in counts.indices {
            let unknown = counts[unit][Self.unknown]
            var known = counts[unit]
            known[Self.unknown] = 0
            let spread = (known + shares * 0.5) / (known.sum() + 0.5)
            let all = known + spread * unknown
            let sum = all.sum()
            let kept = sum > 1.5 ? (sum - 1) / sum : 0.5 / max(sum, 0.5)
            for population in 0..<Self.unknown where size[population] > 0 {
                counts[unit][population] = min(1, (all[population] + 0.02 * spread[population]) * kept / size[population])
            }
            counts[unit][Self.unknown] = 0
        }
    }

    @inline(__always)
    private func slot(_ unit: UInt32) -> Int { Int(unit) < slots.count ? Int(slots[Int(unit)]) : 0 }

    /// The share of the bearers of a unit as a forename in each population; that of the rarest for a unit that came later.
    @inline(__always)
    func forename(_ unit: UInt32) -> Vector { forenames[slot(unit)] }

    @inline(__always)
    func surname(_ unit: UInt32) -> Vector { surnames[slot(unit)] }

    @inline(__always)
    func gender(_ gender: UInt32, ofForename unit: UInt32) -> Float {
        genders[slot(unit)][Int(gender & 3)]
    }

    /// The population of a nationality; that of all others for one that came later.
    @inline(__always)
    func population(_ nationality: UInt32) -> Int {
        Int(nationality) < populations.count ? Int(populations[Int(nationality)]) : Self.others
    }
}
