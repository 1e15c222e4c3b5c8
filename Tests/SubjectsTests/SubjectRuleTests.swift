import Access
import Concerns
import Kernel
import Linkage
import Testing

@testable import Subjects

@Suite("What a mention is found by")
struct SubjectRuleTests {
    @Test(
        "is the same however a number, a mark or an address is written",
        arguments: [
            ("phone", "+44 (0)7700 900123", "07700 900 123"), ("vehicle", "ab12 cde", "AB12CDE"),
            ("bank-account", "20-00-00 12345678", "20 00 00 12345678"), ("company", "Bright Wash Ltd", "bright wash, ltd"),
        ])
    func sameKeys(kind: String, one: String, other: String) throws {
        let left = try #require(MatchKeys.mention(kind: kind, value: one, name: "", field: "1"))
        let right = try #require(MatchKeys.mention(kind: kind, value: other, name: "", field: "2"))
        #expect(left.isFound(like: right))
    }

    @Test("of a person shows no name, and the same sounds in either order share a word")
    func people() throws {
        let mention = try #require(MatchKeys.mention(kind: "person", value: "", name: "Zorica Quillmoor", field: "1"))
        #expect(mention.label.isEmpty)
        #expect(!Set(PersonKeys.words(name: "Zorica Quillmoor")).isDisjoint(with: PersonKeys.words(name: "QUILMOOR, Zoritsa Zorica")))
        #expect(MatchKeys.mention(kind: "person", value: "", name: "", field: "1") == nil)
        #expect(MatchKeys.mention(kind: "document", value: "123", name: "", field: "1") == nil)
    }

    @Test("weighs more where more of two people agrees, and less where something differs")
    func weights() {
        func bits(_ one: PersonComparison.Person, _ other: PersonComparison.Person) -> Float {
            PersonComparison.contributions(one, other).reduce(0) { $0 + $1.bits }
        }
        let elena = PersonComparison.Person(name: "Elena Harrowbeck", bornOn: "1991-04-28", gender: "female")
        let same = bits(elena, elena)
        let swapped = bits(elena, .init(name: "Harrowbeck Elena", bornOn: "1991-04-28", gender: "female"))
        let younger = bits(elena, .init(name: "Elena Harrowbeck", bornOn: "2003-11-02", gender: "female"))
        let other = bits(elena, .init(name: "Mihai Ostrander", bornOn: "1970-01-09", gender: "male"))
        #expect(same > 20)
        #expect(swapped > 15 && swapped < same)
        #expect(younger < same - 10)
        #expect(other < 0)
        #expect(bits(.init(name: "Mehmet"), .init(name: "Mehmet")) < 9)
        #expect(PersonComparison.contributions(.init(name: ""), .init(name: "")).isEmpty)
    }

    @Test("is kept as words and numbers, and read as they were")
    func stored() {
        let list = [
            Contribution(field: "phone", finding: "the same", bits: 11.2),
            Contribution(field: "date of birth", finding: "differs", bits: -5),
        ]
        #expect(
            StoredContributions.read(StoredContributions.text(list)).map(\.description) == [
                "phone the same +11.2", "date of birth differs −5.0",
            ])
        #expect(StoredContributions.weight(list) == 62)
        #expect(StoredContributions.read("a|b\nnothing|x|y").isEmpty)
    }

    @Test("hangs together by the merges that stand, under the oldest")
    func groups() {
        let ids = (0..<4).map { ID<Subject>("018f0000-0000-7000-8000-00000000000\($0)") }.compactMap { $0 }
        let roots = SubjectGroups.roots(ids, ties: [(ids[2], ids[3]), (ids[1], ids[2])])
        #expect(ids.map { roots[$0] } == [ids[0], ids[1], ids[1], ids[1]])
    }

    @Test("makes a chart of no more than 40 that says how many more there are")
    func chart() {
        func node(_ key: String) -> LinkChart.Node {
            .init(key: key, kind: .thing, title: key, detail: "", target: .subject(ID<Subject>("018f0000-0000-7000-8000-000000000000")!))
        }
        let middle = (0..<20).map { node("m\($0)") }
        let far = (0..<60).map { node("f\($0)") }
        let edges = middle.map { LinkChart.Edge("s", $0.key) } + far.indices.map { LinkChart.Edge("m\($0 % 20)", "f\($0)") }
        let chart = LinkChart(start: node("s"), middle: middle, far: far, edges: edges)
        #expect(chart.columns.joined().count == LinkChart.mostNodes)
        #expect(chart.omitted == 4 + 48 - 23)
        #expect(LinkChart(start: node("s"), middle: [], far: far, edges: []).isEmpty)
    }
}
