import Testing

@testable import Linkage

@Suite("Linking")
struct LinkerTests {
    private func quality(_ people: InventedPeople, _ result: Linker.Result) -> (precision: Double, recall: Double) {
        var all = 0
        var sizes: [Int: Int] = [:]
        for person in people.people { sizes[person, default: 0] += 1 }
        for size in sizes.values { all += size * (size - 1) / 2 }
        let found = result.pairs.prefix(result.count(atLeast: result.model.threshold))
        let correct = found.count { people.people[Int($0.first)] == people.people[Int($0.second)] }
        return (Double(correct) / Double(max(1, found.count)), Double(correct) / Double(all))
    }

    @Test("finds the doubles of invented people without having seen one", arguments: [1, 2, 3] as [UInt64])
    func doubles(_ seed: UInt64) {
        let people = InventedPeople(count: 1_500, seed: seed)
        let result = Linker(records(people.csv)).run()
        let found = quality(people, result)
        #expect(found.precision > 0.97)
        #expect(found.recall > 0.97)
    }

    @Test("gives the same answer twice")
    func reproducible() {
        let people = InventedPeople(count: 300, seed: 5)
        let first = Linker(records(people.csv)).run()
        let second = Linker(records(people.csv)).run()
        #expect(first.pairs.map(\.total) == second.pairs.map(\.total))
        #expect(first.model.threshold == second.model.threshold)
    }

    @Test("says why: the contributions of a pair add up to its weight")
    func contributions() {
        let linker = Linker(records(InventedPeople(count: 600, seed: 6).csv))
        let result = linker.run()
        #expect(!result.pairs.isEmpty)
        linker.contributions(to: result.pairs.prefix(500), result.model) { pair, contributions in
            let sum = contributions.reduce(Float(0)) { $0 + $1.bits }
            #expect(abs(sum - pair.total) < 0.01)
            #expect(contributions.map(\.field) == result.model.contributionFields)
        }
    }

    @Test("weighs a rare name more than a common one")
    func rarity() {
        var csv = "forename,surname,dob\n"
        for number in 0..<200 {
            csv += "ana,\(number < 150 ? "common" : "rare\(number / 2)"),19\(50 + number % 50)-03-\(10 + number % 18)\n"
        }
        let known = records(csv)
        var model = FellegiSunterModel(layout: known.layout)
        model.countValues(known)
        var names = NameComparison()
        known.withView { view in
            let common = model.evidence(0, 1, in: view, with: &names)
            let rare = model.evidence(150, 151, in: view, with: &names)
            #expect(rare.chance[PairEvidence.Comparison.surname] < common.chance[PairEvidence.Comparison.surname] - 3)
        }
    }

    @Test("brings together each pair of a small block once, in whatever rules it shares")
    func candidates() {
        let known = records(InventedPeople(count: 400, seed: 7).csv)
        let candidates = CandidatePairs(known, firstFile: 0)
        var seen: Set<[Int]> = []
        for table in candidates.tables {
            candidates.forEach(of: table) { a, b in
                #expect(seen.insert([min(a, b), max(a, b)]).inserted)
            }
        }
        #expect(seen.count > 300)
    }

    @Test("compares two records of a great block that share a small one too, though the great block passes over them")
    func greatAndSmall() {
        var lines = (0..<1_600).map { number in
            let name = ["ba", "do", "fi", "gu", "ke"][number % 5] + ["lo", "mi", "nu", "ra", "si"][number / 5 % 5] + "rov"
            return "\(number),m\(name),\(name),1901,\(100 + number) Grove Lane"
        }
        lines += ["1600,mon,taheld,1901,135 Fediwe Lane", "1601,mon,,1901,135 Fediwe Lane"]
        let known = records("id,forename,surname,dob,address\n" + lines.joined(separator: "\n") + "\n")
        let candidates = CandidatePairs(known, firstFile: 0)
        var isFound = false
        for table in candidates.tables { candidates.forEach(of: table) { a, b in if min(a, b) == 1_600 { isFound = true } } }
        #expect(isFound)
    }

    @Test("compares few records each with each")
    func few() {
        let known = records("id,forename,surname,dob\n1,ana,popov,1990-02-03\n2,boris,,\n3,,kostov,1971\n")
        let candidates = CandidatePairs(known, firstFile: 0)
        var pairs = 0
        for table in candidates.tables { candidates.forEach(of: table) { _, _ in pairs += 1 } }
        #expect(pairs == 3)
    }

    @Test("compares a few records for each in a block of very many")
    func greatest() {
        var random = SplitMix(seed: 3)
        let lines = (0..<20_000).map { number in
            "\(number),\(inventedWord(2, &random)),\(inventedWord(2, &random)),,07700900123\n"
        }
        let result = Linker(records("id,forename,surname,dob,phone\n" + lines.joined())).run()
        #expect(result.guardedCount >= 20_000)
        #expect(result.candidateCount < 100 * 20_000)
    }

    @Test("compares only across two files")
    func twoFiles() {
        let people = InventedPeople(count: 400, seed: 8)
        let known = records(people.csv)
        let half = known.count / 2
        let result = Linker(known, firstFile: half).run()
        #expect(result.pairs.allSatisfy { Int($0.first) < half && Int($0.second) >= half })
    }

    @Test("is not led astray by a phone that everybody has")
    func hostel() {
        let people = InventedPeople(count: 800, seed: 9)
        var lines: [String] = []
        for line in people.csv.split(separator: "\n").dropFirst() {
            var values = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            values[7] = "07700900123"
            values[6] = "ZZ1 1AA"
            lines.append(values.joined(separator: ","))
        }
        let result = Linker(records(InventedPeople.heading + "\n" + lines.joined(separator: "\n") + "\n")).run()
        let found = quality(people, result)
        #expect(found.precision > 0.95)
        #expect(found.recall > 0.9)
    }

    @Test("finds nothing where nothing is known, and stops nowhere")
    func nothing() {
        let empty = records("id,forename,surname,dob,phone\n" + (0..<500).map { "\($0),,,,\n" }.joined())
        #expect(Linker(empty).run().pairs.isEmpty)
        #expect(Linker(records("id,forename\n")).run().pairs.isEmpty)
        #expect(Linker(records("id,forename\n1,ana\n")).run().pairs.isEmpty)
    }

    @Test("bears that all records are equal")
    func equal() {
        let equal = records("forename,surname,dob,phone\n" + String(repeating: "ana,pop,1990-02-03,07700900123\n", count: 4_000))
        let result = Linker(equal).run()
        #expect(result.guardedCount > 0)
    }
}
