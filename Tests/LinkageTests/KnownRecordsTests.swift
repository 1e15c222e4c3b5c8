import Testing

@testable import Linkage

@Suite("Known records")
struct KnownRecordsTests {
    private func learnt(seed: UInt64) -> (KnownRecords, InventedPeople) {
        let people = InventedPeople(count: 800, seed: seed)
        let known = records(people.csv)
        return (KnownRecords(known, model: Linker(known).run().model), people)
    }

    private func rows(_ people: InventedPeople) -> [TextRow] {
        people.csv.split(separator: "\n").dropFirst().map {
            TextRow($0.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
        }
    }

    @Test("answer a record with itself")
    func itself() {
        var (known, people) = learnt(seed: 41)
        for (place, row) in rows(people).enumerated() where place % 10 == 0 {
            #expect(known.known(row).contains { $0.record == place })
        }
    }

    @Test("keep nothing of a question, and answer it the same again")
    func traceless() throws {
        var (known, people) = learnt(seed: 42)
        let row = rows(people)[3]
        let before = known.known(row).map(\.probability)
        for number in 0..<50 {
            let stranger = TextRow([
                "", "Stranger\(number)", "Nobody\(number)", "1961-01-0\(1 + number % 9)", "F", "XX\(number)", "QQ\(number) 1ZZ",
                "0788800\(1000 + number)", "",
            ])
            #expect(known.known(stranger).isEmpty)
        }
        #expect(known.known(row).map(\.probability) == before)
        #expect(known.count == people.people.count)
    }

    @Test("are found as soon as they are added, and a copy is a snapshot")
    func added() {
        var (known, people) = learnt(seed: 43)
        let stranger = TextRow(["", "Zoltana", "Quexley", "1977-07-17", "F", "GBR", "YY9 9YY", "07999888777", ""])
        let copy = known
        #expect(known.known(stranger).isEmpty)
        let place = known.add(stranger)
        #expect(place == people.people.count)
        #expect(known.known(stranger).map(\.record) == [place])
        #expect(known.known(stranger).first.map { !$0.contributions.isEmpty } == true)
        #expect(copy.count == people.people.count)
    }
}

@Suite("Numbers of keys")
struct KeyTableTests {
    @Test("are as they were after tentative keys are forgotten, at every size")
    func rollBack() {
        var random = SplitMix(seed: 51)
        var table = KeyTable()
        var kept: [UInt64: UInt32] = [:]
        for _ in 0..<3_000 {
            let key = UInt64(random.next(below: 2_000))
            if random.next(below: 3) == 0 {
                table.begin()
                for _ in 0..<random.next(below: 4) { _ = table.insert(UInt64(10_000 + random.next(below: 5_000))) }
                table.rollBack()
            } else {
                kept[key] = table.insert(key).number
            }
            #expect(table.count == kept.count)
        }
        for (key, number) in kept { #expect(table.number(of: key) == number) }
        #expect(table.number(of: 10_001) == nil)
    }

    @Test("are sorted by their upper halves, equals in their order")
    func radix() {
        var random = SplitMix(seed: 52)
        var values = (0..<5_000).map { UInt64(random.next(below: 300)) << 54 | UInt64($0) }
        let expected = values.sorted { ($0 >> 32, $0 & 0xFFFF_FFFF) < ($1 >> 32, $1 & 0xFFFF_FFFF) }
        var scratch: [UInt64] = []
        RadixSort.sortByUpperHalf(&values, scratch: &scratch)
        #expect(values == expected)
    }
}
