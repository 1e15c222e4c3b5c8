import Testing

@testable import Reviews

@Suite("What a case study says, beside the records")
struct RareCombinationTests {
    private static let vocabulary = FactVocabulary(lists: [
        .locationType: [
            ("nail-bar", "Nail bar"), ("factory", "Factory"), ("church", "Church"), ("business", "Business"), ("other", "Other"),
        ],
        .exploitationType: [("labour", "Labour"), ("domestic-servitude", "Domestic servitude"), ("criminal", "Criminal")],
        .nationality: [("vietnamese", "Vietnamese"), ("vietnamese", "Vietnam"), ("british", "British"), ("romanian", "Romanian")],
        .gender: [("female", "Female"), ("male", "Male")], .ageGroup: [("adult", "Adult"), ("child", "Child")],
    ])

    private func codes(_ text: String, accepted: [String] = []) -> [String] {
        RareCombinationTests.vocabulary.facts(in: text, accepted: accepted).map(\.code)
    }

    @Test(
        "finds the facts that a story names, in whatever form",
        arguments: [
            ("Two women from Vietnam worked in nail bars.", ["female", "vietnamese", "nail-bar"]),
            ("She said it was domestic servitude.", ["female", "domestic-servitude"]),
            ("The factories’ workers were Romanians.", ["factory", "romanian"]),
            ("A boy was found.", ["male", "child"]), ("Forced labour in a nail salon", ["labour", "nail-bar"]),
            ("The business was closed, and a criminal case begun. Labour is hard.", []),
            ("The Home Office and the British Red Cross came, with children’s services.", []), ("", []), ("…", []),
        ])
    func facts(text: String, found: [String]) {
        #expect(codes(text) == found)
    }

    @Test("takes the writer's word that a word tells of nobody")
    func vouched() {
        #expect(codes("The church helped. She found a place.", accepted: ["church"]) == ["female"])
        #expect(codes("The nail bar stood beside a church.", accepted: ["Nail bar"]) == ["church"])
    }

    /// Records of one population, each with its facts.
    private func rare(_ text: String, among records: [Set<String>], threshold: Int = 5) -> [[String]] {
        RareCombination.found(among: RareCombinationTests.vocabulary.facts(in: text), threshold: threshold) { population, facts in
            population == .screened ? records.count { $0.isSuperset(of: facts.map(\.code)) } : 0
        }.map { $0.facts.map(\.code).sorted() }
    }

    @Test("names the smallest combination that fits few, and none that fits many or nobody")
    func smallest() {
        let many = Array(repeating: Set(["female", "romanian", "factory"]), count: 9)
        let others = Array(repeating: Set(["male", "vietnamese", "nail-bar"]), count: 7)
        let two = Array(repeating: Set(["female", "vietnamese", "nail-bar"]), count: 2)
        let records = many + others + two
        #expect(rare("She was Romanian and worked in a factory.", among: records) == [])
        #expect(rare("A Vietnamese man worked in a nail bar.", among: records) == [])
        // Each alone and the nail bar with the nationality fit nine and more; with her, two.
        #expect(rare("A Vietnamese woman worked in a nail bar.", among: records) == [["female", "vietnamese"], ["female", "nail-bar"]])
        // Nobody: details were changed.
        #expect(rare("A Romanian man worked in a church.", among: records) == [])
        #expect(rare("A man found in a church.", among: records + [["church"]]) == [["church"]])
    }

    @Test("puts no two values of one characteristic on one person")
    func apart() {
        let records = Array(repeating: Set(["female", "romanian"]), count: 6) + Array(repeating: Set(["male", "vietnamese"]), count: 6)
        #expect(rare("A Romanian woman and a Vietnamese man worked together.", among: records) == [])
    }

    @Test("compares people who were referred only where the story speaks of it")
    func populations() {
        #expect(FactVocabulary.populations(of: "She washed cars.") == [.concerns, .screened])
        #expect(FactVocabulary.populations(of: "She was referred.") == [.concerns, .screened, .referred])
    }

    @Test("says what fits, how many, and what to do")
    func words() throws {
        let found = RareCombination.found(
            among: RareCombinationTests.vocabulary.facts(in: "A Vietnamese woman"), threshold: 5
        ) { population, facts in population == .referred ? (facts.count == 1 ? 5 : 1) : 0 }
        #expect(
            found.map(\.message) == [
                "“vietnamese” and “woman” together fit only 1 person who was referred or reported: leave one of them out, say one more generally, or add a word that tells of nobody in the story to the accepted words"
            ])
    }

    @Test("stays quick for a story that names very much")
    func bounded() {
        var asked = 0
        let text = String(
            repeating: "Women, men, girls, boys, Romanian, Vietnamese, British, church, factory, nail bar, labour exploitation. ", count: 40
        )
        _ = RareCombination.found(among: RareCombinationTests.vocabulary.facts(in: text), threshold: 5) { _, _ in
            asked += 1
            return 5
        }
        #expect(asked < 500)
    }
}
